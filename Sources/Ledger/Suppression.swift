import Records

/// Keeps back what a policy does not let be shown.
struct Suppression {
  let policy: SuppressionPolicy
  /// The kinds that each indicator reads.
  let kinds: [String: Set<String>]
  let indicators: [String: Indicator]
  /// The kinds whose records are not shown one by one.
  let withheld: Set<String>

  init(policy: SuppressionPolicy, kinds: [String: Set<String>], indicators: [Indicator]) {
    self.policy = policy
    self.kinds = kinds
    self.indicators = Dictionary(
      indicators.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    withheld = policy.indicators.reduce(into: Set(policy.kinds)) { $0.formUnion(kinds[$1] ?? []) }
  }

  /// The figures as they may be shown.
  ///
  /// - Parameter counts: How many records are behind each period's value, by indicator.
  func applied(to figures: [Figure], counts: [String: [Int]]) -> [Figure] {
    var result = figures
    for index in result.indices where covers(result[index].id) {
      if indicators[result[index].id]?.ratio == nil {
        hideSmall(in: &result[index], counts: counts[result[index].id] ?? [])
      }
    }
    // A ratio gives its parts back, so it goes with them; ratios of ratios come later in no order.
    var changed = true
    while changed {
      changed = false
      for index in result.indices {
        guard let ratio = indicators[result[index].id]?.ratio else { continue }
        for part in result where part.id == ratio.of || part.id == ratio.to {
          changed = hide(like: part, in: &result[index]) || changed
        }
      }
    }
    return result
  }

  private func covers(_ id: String) -> Bool {
    policy.indicators.contains(id) || !(kinds[id] ?? []).isDisjoint(with: policy.kinds)
  }

  private func isSmall(_ value: Quantity?) -> Bool {
    value.map { $0.value > 0 && $0.value < Double(policy.below) } ?? false
  }

  private func hideSmall(in figure: inout Figure, counts: [Int]) {
    let isMean = indicators[figure.id]?.aggregate == .mean
    func hides(_ value: Quantity?, count: Int?) -> Bool {
      isMean ? value != nil && (count ?? 0) < policy.below : isSmall(value)
    }
    if hides(figure.value, count: counts.last) { figure.suppress() }
    if isSmall(figure.itemised.map { Quantity(Double($0)) }) { figure.itemised = nil }
    let offset = figure.series.count - counts.count
    for index in figure.series.indices {
      let count = index >= offset && index - offset < counts.count ? counts[index - offset] : nil
      if hides(figure.series[index].value, count: count)
        || isSmall(figure.series[index].published)
      {
        figure.series[index].suppress()
      }
    }
    for index in figure.breakdowns.indices {
      // How many records are behind a part's mean is not known here, so no such part is shown.
      hideParts(of: &figure.breakdowns[index], all: isMean)
    }
  }

  private func hideParts(of breakdown: inout Breakdown, all: Bool) {
    var hidden: [Int] = []
    for index in breakdown.parts.indices where all || isSmall(breakdown.parts[index].value) {
      hidden.append(index)
    }
    guard !hidden.isEmpty else { return }
    let others = breakdown.parts.indices.filter { index in
      !hidden.contains(index) && (breakdown.parts[index].value?.value ?? 0) > 0
    }.sorted { a, b in
      let (x, y) = (breakdown.parts[a].value?.value ?? 0, breakdown.parts[b].value?.value ?? 0)
      return x != y ? x < y : a < b
    }
    if let next = others.first, isKnown(hidden.map { breakdown.parts[$0].value?.value ?? 0 }) {
      hidden.append(next)
    }
    for index in hidden {
      breakdown.parts[index].value = nil
      breakdown.parts[index].isSuppressed = true
    }
  }

  /// Whether the sum of hidden values, which the total gives, leaves only one possibility: there is
  /// one value, or all are as small or as large as hidden values can be.
  private func isKnown(_ values: [Double]) -> Bool {
    let sum = values.reduce(0, +)
    let (least, most) = (Double(values.count), Double(values.count * (policy.below - 1)))
    return values.count == 1 || sum <= least || sum >= most
  }

  private func hide(like part: Figure, in figure: inout Figure) -> Bool {
    var changed = false
    if part.isSuppressed, !figure.isSuppressed {
      figure.suppress()
      changed = true
    }
    let periods = Set(part.series.filter(\.isSuppressed).map(\.period))
    for index in figure.series.indices
    where periods.contains(figure.series[index].period) && !figure.series[index].isSuppressed {
      figure.series[index].suppress()
      changed = true
    }
    return changed
  }
}

extension Figure {
  fileprivate mutating func suppress() {
    (value, itemised, recordCount, isSuppressed) = (nil, nil, 0, true)
  }

  /// Whether anything of the figure is kept back.
  var hidesAnything: Bool {
    isSuppressed || series.contains(where: \.isSuppressed)
      || breakdowns.contains { $0.parts.contains(where: \.isSuppressed) }
  }
}

extension SeriesPoint {
  fileprivate mutating func suppress() {
    (value, published, isSuppressed) = (nil, nil, true)
  }
}
