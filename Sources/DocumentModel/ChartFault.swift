extension Chart {
  /// Why a chart cannot be drawn.
  public enum Fault: Hashable, Sendable, CustomStringConvertible {
    /// It has no category, no series or no number at all.
    case noData
    /// A series has more or fewer values than there are categories.
    case uneven(series: String)
    /// A value is not a finite number.
    case notANumber(String)
    /// A value is below zero in a form that starts at zero.
    case negative(String, Form)

    /// The fault in one line.
    public var description: String {
      switch self {
      case .noData: "the chart has no number to show"
      case .uneven(let series): "series \"\(series)\" has not one value for each category"
      case .notANumber(let label): "the value of \"\(label)\" is not a number"
      case .negative(let label, let form):
        "the value of \"\(label)\" is negative, and a \(form.rawValue) chart starts at zero"
      }
    }
  }

  /// The first thing that keeps the chart from being drawn; nil for none.
  public var fault: Fault? {
    guard !categories.isEmpty, !series.isEmpty,
      series.contains(where: { $0.values.contains { $0.number != nil } })
    else { return .noData }
    for one in series {
      guard one.values.count == categories.count else { return .uneven(series: one.name) }
      for (label, value) in zip(categories, one.values) {
        guard let number = value.number else { continue }
        guard number.isFinite, abs(number) < 1e15 else { return .notANumber(label) }
        if number < 0, !form.holdsNegative { return .negative(label, form) }
      }
    }
    return nil
  }

  /// How many units one symbol of an icon array stands for: 1, 2, 5, 10 and so on, so that no series
  /// of symbols is longer than a hundred.
  public var symbolUnit: Int {
    let most = series.joinedNumbers.max() ?? 0
    guard most > 100, most < 1e15 else { return 1 }
    var unit = 1
    var step = 0
    while most / Double(unit) > 100 {
      unit = step % 3 == 1 ? unit / 2 * 5 : unit * 2
      step += 1
    }
    return unit
  }
}

extension Chart.Form {
  /// Whether values below zero can be shown.
  public var holdsNegative: Bool {
    switch self {
    case .diverging, .line, .slope, .sparkline, .dots, .timeline: true
    default: false
    }
  }
}

extension [Chart.Series] {
  /// All numbers of all series.
  public var joinedNumbers: [Double] { flatMap { $0.values.compactMap(\.number) } }
}
