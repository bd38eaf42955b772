import Ledger
import Records
import ReportComposition

/// The figures of a report as lines of text: name, value, unit, records behind it.
public func figuresAsText(_ report: LoadedReport) -> String {
  let language = report.outline.languages.first ?? "en"
  let rows = report.book.figures.map { figure in
    let none = figure.isSuppressed ? "suppressed" : "not reported"
    let value = figure.value.map { readable($0, decimals: figure.decimals) } ?? none
    let unit = figure.value == nil ? "" : unit(figure.units, language, figure.value)
    let about = [records(of: figure)] + history(of: figure)
    return [
      figure.id, value + (unit.isEmpty ? "" : " " + unit), about.joined(separator: "; "),
    ]
  }
  let widths = (0..<2).map { column in rows.map { displayWidth($0[column]) }.max() ?? 0 }
  return rows.map { row in
    zip(row, widths).map { $0 + String(repeating: " ", count: $1 - displayWidth($0) + 2) }.joined()
      + row[2] + "\n"
  }.joined()
}

private func records(of figure: Figure) -> String {
  let count = figure.recordCount
  let records = "\(count) record" + (count == 1 ? "" : "s")
  return figure.itemised.map { "stated, \($0) itemised" } ?? records
}

/// What the figure was to be, and was a year before.
private func history(of figure: Figure) -> [String] {
  let target = figure.target.map { "target " + readable($0, decimals: figure.decimals) }
  let before = figure.series.dropLast().last.flatMap { point in
    point.value.map { "\(point.period): " + readable($0, decimals: figure.decimals) }
  }
  return [before, target].compactMap { $0 }
}

/// The figures of a report as JSON.
public func figuresAsJSON(_ report: LoadedReport) throws -> String {
  try json(
    FigureList(
      report: report.folder.name, period: report.book.period, cutOff: report.book.cutOff,
      figures: report.book.figures.map(FigureEntry.init)))
}

/// "at least 40", as `explain` says it.
func readable(_ quantity: Quantity, decimals: Int? = nil) -> String {
  func plain(_ value: Double) -> String {
    if let decimals, !(value == value.rounded() && decimals == 0) {
      return fixed(value, decimals: decimals)
    }
    return Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }
  let value = plain(quantity.value)
  switch quantity.precision {
  case .exact: return value
  case .atLeast: return "at least " + value
  case .atMost: return "at most " + value
  case .about: return "about " + value
  case .range: return value + " to " + plain(quantity.upper ?? quantity.value)
  }
}

/// The unit in a language, singular for one where the language has both.
func unit(_ units: [String: String], _ language: String, _ quantity: Quantity?) -> String {
  let forms = (units[language] ?? units["en"] ?? "").split(separator: "|").map(String.init)
  let isOne = quantity?.value == 1 && quantity?.precision == .exact
  return (isOne ? forms.first : forms.last) ?? ""
}

private struct FigureList: Encodable {
  var report: String
  var period: String
  var cutOff: String
  var figures: [FigureEntry]
}

private struct FigureEntry: Encodable {
  var id: String
  var names: [String: String]
  var definitions: [String: String]
  var units: [String: String]
  var kind: String
  var value: Double?
  var upper: Double?
  var precision: String?
  var records: Int
  var itemised: Int?
  var decimals: Int?
  var good: String?
  var target: QuantityEntry?
  var series: [SeriesEntry]
  var breakdowns: [BreakdownEntry]
  var suppressed: Bool
  var sql: String
  var place: PlaceEntry

  init(_ figure: Figure) {
    id = figure.id
    names = figure.names
    definitions = figure.definitions
    units = figure.units
    kind = figure.kind.rawValue
    value = figure.value?.value
    upper = figure.value?.upper
    precision = figure.value?.precision.rawValue
    records = figure.recordCount
    itemised = figure.itemised
    decimals = figure.decimals
    good = figure.good?.rawValue
    target = figure.target.map(QuantityEntry.init)
    series = figure.series.map(SeriesEntry.init)
    breakdowns = figure.breakdowns.map(BreakdownEntry.init)
    suppressed = figure.isSuppressed
    sql = figure.sql
    place = PlaceEntry(figure.place)
  }
}
