import DocumentModel
import Ledger
import Records

/// What a chart shows before it has a form: categories with their keys, and series.
struct ChartData {
  var keys: [String] = []
  var categories: [String] = []
  /// The ids of the indicators behind the series; empty where series are years.
  var ids: [String] = []
  var series: [Chart.Series] = []
  var isOverTime = false
  /// Whether the parts of the first series make up a whole.
  var isWhole = false
  /// The units of the series, as the ledger names them.
  var units: [String] = []
  /// The figures shown.
  var figures: [Figure] = []
  var breakdown: Breakdown?
}

extension Composer {
  /// The data of a chart; nil after reporting why there is none.
  mutating func data(of chart: OutlineChart, _ place: Place) -> ChartData? {
    if !chart.kinds.isEmpty { return datedRecords(chart, place) }
    let figures = chart.figures.compactMap { figure($0, place) }
    guard figures.count == chart.figures.count, !figures.isEmpty else { return nil }
    var data: ChartData?
    if let field = chart.field {
      data = parts(of: figures, by: field, chart, place)
    } else if figures.count > 1, let form = chart.form, form.showsOneSeries {
      data = side(by: figures, chart, place)
    } else if chart.form == .dots {
      data = ends(of: figures, chart, place)
    } else {
      data = years(of: figures, chart, place)
    }
    data?.figures = figures
    data?.units = figures.map { $0.units[language] ?? "" }
    return data
  }

  private func name(of figure: Figure, _ chart: OutlineChart) -> String {
    wording.typographic(
      chart.names[figure.id]?[language] ?? figure.names[language] ?? figure.id)
  }

  private func years(_ figures: [Figure], _ most: Int) -> [String] {
    Array(Set(figures.flatMap { $0.series.map(\.period) }).sorted().suffix(most))
  }

  /// Figures over the years.
  private mutating func years(
    of figures: [Figure], _ chart: OutlineChart, _ place: Place
  ) -> ChartData {
    let years = years(figures, chart.years)
    var data = ChartData(
      keys: years, categories: years, ids: figures.map(\.id), isOverTime: true)
    data.series = figures.map { figure in
      Chart.Series(
        name: figures.count == 1 ? "" : name(of: figure, chart),
        values: years.map { point(figure, $0, chart, place) })
    }
    return data
  }

  private mutating func point(
    _ figure: Figure, _ year: String, _ chart: OutlineChart, _ place: Place
  ) -> Chart.Value {
    let name = "\(figure.id).\(year)"
    let reference =
      value(name, place) ?? ValueReference(name: name, text: wording.notReported)
    let point = figure.series.first { $0.period == year }
    return made(
      reference, point?.isSuppressed == true ? nil : point?.value, decimals: figure.decimals,
      isProvisional: chart.provisional.contains(year))
  }

  private func made(
    _ reference: ValueReference, _ quantity: Quantity?, decimals: Int?, isProvisional: Bool
  ) -> Chart.Value {
    Chart.Value(
      reference, short: quantity.map { resolver.short($0, decimals: decimals) },
      number: quantity?.value,
      precision: quantity.flatMap { Chart.Value.Precision(rawValue: $0.precision.rawValue) }
        ?? .exact, isProvisional: isProvisional && quantity != nil)
  }

  /// Each figure's value of the year as a category.
  private mutating func side(
    by figures: [Figure], _ chart: OutlineChart, _ place: Place
  ) -> ChartData {
    var data = ChartData(keys: figures.map(\.id))
    data.categories = figures.map { name(of: $0, chart) }
    let values = figures.map { figure in
      made(
        value(figure.id, place) ?? ValueReference(name: figure.id, text: wording.notReported),
        figure.isSuppressed ? nil : figure.value, decimals: figure.decimals,
        isProvisional: chart.provisional.contains(figure.id))
    }
    data.series = [Chart.Series(name: "", values: values)]
    return data
  }

  /// The first and the last year of each figure, the figures as categories.
  private mutating func ends(
    of figures: [Figure], _ chart: OutlineChart, _ place: Place
  ) -> ChartData {
    let all = years(figures, chart.years)
    let ends = [all.first, all.last].compactMap { $0 }.uniqued()
    var data = ChartData(keys: figures.map(\.id))
    data.categories = figures.map { name(of: $0, chart) }
    data.series = ends.map { year in
      Chart.Series(name: year, values: figures.map { point($0, year, chart, place) })
    }
    return data
  }

  /// The parts of figures by a field: those of the first figure in its order, then what others have
  /// beside them.
  private mutating func parts(
    of figures: [Figure], by field: String, _ chart: OutlineChart, _ place: Place
  ) -> ChartData? {
    let breakdowns = figures.compactMap { breakdown(field, of: $0, place) }
    guard breakdowns.count == figures.count, let first = breakdowns.first else { return nil }
    let top = figures.count == 1 ? chart.top : nil
    let all = breakdowns.map { shown($0, top) }
    var names: [String: String] = [:]
    for part in all.joined() where names[part.key ?? ""] == nil {
      names[part.key ?? ""] = label(part)
    }
    var keys = all.joined().map { $0.key ?? "" }.uniqued()
    // What is not reported and what is taken together come last.
    let last = [Breakdown.otherKey, "others", ""]
    keys = keys.filter { !last.contains($0) } + last.filter { keys.contains($0) }
    if let top = chart.top, figures.count > 1 { keys = Array(keys.prefix(top)) }
    var data = ChartData(
      keys: keys, categories: keys.map { names[$0] ?? $0 }, ids: figures.map(\.id),
      isWhole: figures.count == 1 && !first.overlaps, breakdown: first)
    data.series = zip(figures, all).map { figure, parts in
      let found = Dictionary(
        parts.map { ($0.key ?? "", $0) }, uniquingKeysWith: { first, _ in first })
      return Chart.Series(
        name: figures.count == 1 ? "" : name(of: figure, chart),
        values: keys.map { part(figure, field, $0, found[$0], chart) })
    }
    return data
  }

  private mutating func part(
    _ figure: Figure, _ field: String, _ key: String, _ part: Breakdown.Part?,
    _ chart: OutlineChart
  ) -> Chart.Value {
    let name = "\(figure.id).by.\(field).\(key)"
    // A part that no record falls into is a zero of the same count.
    let part = part ?? Breakdown.Part(key: key, names: [:], value: Quantity(0))
    let reference = resolver.partValue(name, part, of: figure)
    values.append(reference)
    return made(
      reference, part.isSuppressed ? nil : part.value, decimals: figure.decimals,
      isProvisional: chart.provisional.contains(key))
  }

  /// Records with their dates, those without left out.
  private mutating func datedRecords(_ chart: OutlineChart, _ place: Place) -> ChartData? {
    let found = records(RecordQuery(kinds: chart.kinds, conditions: [:]), place)
    var data = ChartData()
    var values: [Chart.Value] = []
    for record in found {
      guard case .date(let date)? = record.fields[chart.date]?.value,
        let start = date.start ?? date.end, let name = record.fields["name"]?.value
      else { continue }
      let month = start.month.map { (Double($0) - 0.5) / 12 } ?? 0.5
      let year = resolver.dates.year(date) ?? "\(start.year)"
      let reference = ValueReference(
        name: "\(record.id).\(chart.date)", text: year, machine: DateText.machine(date))
      self.values.append(reference)
      data.keys.append(record.id)
      data.categories.append(resolver.text(name, kind: record.kind, field: "name"))
      values.append(Chart.Value(reference, number: Double(start.year) + month))
    }
    guard !values.isEmpty else { return nil }
    data.series = [Chart.Series(name: "", values: values)]
    return data
  }
}

extension ValueResolver {
  /// A value with signs for its precision.
  func short(_ quantity: Quantity, decimals: Int?) -> String {
    let sign =
      switch quantity.precision {
      case .exact, .range: ""
      case .atLeast: "≥"
      case .atMost: "≤"
      case .about: "≈"
      }
    return sign + number(quantity, decimals: decimals)
  }
}

extension Chart.Form {
  /// Whether it shows the categories of one series only.
  var showsOneSeries: Bool {
    switch self {
    case .bar, .column, .lollipop, .waffle, .treemap, .icons, .timeline: true
    default: false
    }
  }
}
