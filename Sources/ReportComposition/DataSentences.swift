import DocumentModel
import Ledger
import Records

/// Sentences made from figures by rule, without their full stops. Every number in them is bound to
/// what it says; nothing is said that the precision of the numbers does not bear.
struct DataSentences {
  let resolver: ValueResolver
  var wording: Wording { resolver.wording }

  /// How a figure changed over so many years, the report's own last: "rose from 12 in 2018 to 18 in
  /// 2019, up 50%". Values that are not exact are set side by side and not compared. Nil where there
  /// are not two values.
  func change(_ figure: Figure, over years: Int) -> [Inline]? {
    let points = figure.series.suffix(max(2, years)).filter {
      $0.value != nil && !$0.isSuppressed
    }
    guard let first = points.first, let last = points.last, first.period != last.period,
      let before = first.value, let now = last.value
    else { return nil }
    let isExact = before.precision == .exact && now.precision == .exact
    let key: String
    if !isExact {
      key = "change.inexact"
    } else if before.value == now.value {
      key = now.value == 0 ? "change.none" : "change.same"
    } else if before.value == 0 {
      key = "change.fromNone"
    } else {
      // From four times as much on, a percentage says less than the two values.
      let isMuch = now.value > before.value * 4
      key = now.value < before.value ? "change.down" : isMuch ? "change.much" : "change.up"
    }
    return filled(
      key,
      [
        .text(name(figure)), .value(value(figure, first, hasUnit: wording.isChinese)),
        .text(first.period), .value(value(figure, last, hasUnit: true)), .text(last.period),
        .value(difference(figure, before, now, isYear: isLastYear(figure, first))),
      ])
  }

  private func isLastYear(_ figure: Figure, _ first: SeriesPoint) -> Bool {
    figure.series.dropLast().last?.period == first.period
  }

  /// The change in per cent; of what is itself in per cent, in points.
  private func difference(
    _ figure: Figure, _ before: Quantity, _ now: Quantity, isYear: Bool
  ) -> ValueReference {
    let name = isYear ? "\(figure.id).change" : figure.id
    let isShare = figure.units.values.contains { $0.hasPrefix("%") }
    if isShare {
      let points = abs(now.value - before.value)
      let text = resolver.numbers.digits(points, decimals: figure.decimals)
      return ValueReference(
        name: figure.id, text: wording.sentence(points == 1 ? "point" : "points", text))
    }
    guard before.value != 0 else { return ValueReference(name: name, text: "") }
    let share = (abs(now.value - before.value) / abs(before.value) * 100).rounded()
    let text = share < 1 ? wording["underOne"] : resolver.numbers.digits(share) + wording["percent"]
    return ValueReference(name: name, text: text)
  }

  /// The largest parts: "Germany comes first with 54, then Japan with 40 and France with 33". Parts
  /// that are not exact are not ranked, nor are those taken together.
  func rank(_ figure: Figure, _ breakdown: Breakdown) -> [Inline]? {
    let parts = ranked(breakdown)
    guard let parts, let first = parts.first, let most = first.value?.value, most > 0 else {
      return nil
    }
    let leaders = parts.filter { $0.value?.value == most }
    if leaders.count > 1 {
      guard leaders.count <= 3 else { return nil }
      let names = wording.joined(leaders.map { name($0) })
      return filled(
        "rank.tie", [.text(capital(names)), .value(value(figure, breakdown, first, hasUnit: true))])
    }
    let next = parts.dropFirst().prefix(2).filter { ($0.value?.value ?? 0) > 0 }
    // A third place that is shared is not given to one of those who share it.
    let isShared =
      parts.count > 1 + next.count && parts[1 + next.count].value == next.last?.value
    let followers = isShared ? Array(next.dropLast()) : Array(next)
    var blanks: [Inline] = [
      .text(capital(name(first))), .value(value(figure, breakdown, first, hasUnit: true)),
    ]
    for part in followers {
      blanks += [.text(name(part)), .value(value(figure, breakdown, part))]
    }
    return filled("rank.\(followers.count + 1)", blanks)
  }

  /// What part of all the largest part is: "Germany made up 23% (54 of 234)".
  func share(_ figure: Figure, _ breakdown: Breakdown) -> [Inline]? {
    guard !breakdown.overlaps, let first = ranked(breakdown)?.first, let part = first.value,
      let total = figure.value, total.precision == .exact, total.value > 0,
      part.value <= total.value, part.value > 0
    else { return nil }
    let percent = (part.value / total.value * 100).rounded()
    let name = "\(figure.id).by.\(breakdown.field).\(first.key ?? "")"
    let text = resolver.numbers.digits(percent) + wording["percent"]
    return filled(
      "share",
      [
        .text(capital(self.name(first))), .value(ValueReference(name: name, text: text)),
        .text(inner(self.name(figure))), .value(value(figure, breakdown, first)),
        .value(whole(figure, total)),
      ])
  }

  /// Whether the year's value is the first, the highest or the lowest on record; nil where it is none
  /// of these or where a value on record is not exact.
  func first(_ figure: Figure) -> [Inline]? {
    let points = figure.series.filter { $0.value != nil }
    guard points.count > 2, points.count == figure.series.count,
      points.allSatisfy({ $0.value?.precision == .exact }), let last = points.last,
      let now = last.value?.value
    else { return nil }
    let before = points.dropLast().compactMap { $0.value?.value }
    let key: String
    if now > 0, before.allSatisfy({ $0 == 0 }) {
      key = "first.ever"
    } else if before.allSatisfy({ $0 < now }) {
      key = "first.highest"
    } else if before.allSatisfy({ $0 > now }) {
      key = "first.lowest"
    } else {
      return nil
    }
    let count = ValueReference(
      name: figure.id, text: resolver.numbers.words(Double(points.count), counting: true))
    return filled(
      key,
      [
        .text(name(figure)), .value(value(figure, last, hasUnit: true)), .text(last.period),
        .value(count),
      ])
  }

  /// The named parts from the largest to the smallest; nil where one of them is not exact.
  private func ranked(_ breakdown: Breakdown) -> [Breakdown.Part]? {
    let rest = ["", "others", Breakdown.otherKey]
    let parts = breakdown.parts.filter { !rest.contains($0.key ?? "") }
    guard parts.allSatisfy({ $0.value?.precision == .exact && !$0.isSuppressed }) else {
      return nil
    }
    return parts.enumerated().sorted {
      let (a, b) = ($0.element.value?.value ?? 0, $1.element.value?.value ?? 0)
      return a != b ? a > b : $0.offset < $1.offset
    }.map(\.element)
  }
}
