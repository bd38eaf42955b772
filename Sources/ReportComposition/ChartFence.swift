import DocumentModel
import Ledger
import Records

/// The fenced block ```` ```chart ```` of prose: YAML with labels and values.
extension Composer {
  mutating func chart(_ text: String, _ place: Place, _ prose: Prose) -> [Block] {
    do throws(Diagnostic) {
      let yaml = Array(prose.restored(text).utf8)
      guard let entries = try YAMLReader.parse(yaml, file: place.file)?.entries else {
        throw Diagnostic(.error, code: "bad-chart", "a chart is a mapping of keys", at: place)
      }
      var keys = YAMLFields(entries, place: place, what: "the chart")
      let block = chart(&keys, place)
      for problem in keys.unknownKeys() {
        report(problem.code, problem.message, place, hint: problem.hint)
      }
      return block
    } catch {
      // Lines are counted from the block's own start; the block's place is the truth.
      report("bad-chart", error.message, place, hint: error.hint)
      return []
    }
  }

  private mutating func chart(_ keys: inout YAMLFields, _ place: Place) -> [Block] {
    let kind = keys.string("kind", &problems) ?? "bar"
    let labels = keys.strings("labels", &problems) ?? []
    let anchor = keys.string("id", &problems) ?? nextAnchor("chart")
    let subtitle = keys.string("subtitle", &problems) ?? ""
    let title = keys.string("caption", &problems) ?? ""
    let note = keys.string("note", &problems)
    let alternative = keys.string("alt", &problems)
    let accent = keys.string("accent", &problems)
    let series = series(&keys, place)
    guard let form = Chart.Form(rawValue: kind) else {
      let known = Chart.Form.allCases.map(\.rawValue)
      report(
        "bad-chart", "there is no kind of chart \"\(kind)\"", place,
        hint: Spelling.hint(for: kind, among: known)
          ?? "one of \(known.joined(separator: ", "))")
      return []
    }
    for one in series where one.values.count != labels.count {
      report(
        "bad-chart",
        "a chart needs as many values as labels: \(labels.count) and \(one.values.count)", place,
        hint: "give each label one value")
      return []
    }
    var chart = Chart(
      form: form, subtitle: subtitle, source: line(note, place), categories: labels,
      isOverTime: labels.allSatisfy { $0.utf8.count == 4 && Int($0) != nil }, series: series,
      language: wording.tag)
    chart.accent = chart.series.firstIndex { $0.name == accent }
    chart.marked = labels.firstIndex { $0 == accent }
    if let fault = chart.fault {
      report("bad-chart", fault.description, place, hint: "correct the labels and values")
      return []
    }
    claim(anchor, place)
    let number = title.isEmpty ? nil : nextFigure()
    let caption = line(title, place)
    return [
      .illustration(
        Illustration(
          anchor: anchor, number: number, content: .chart(chart),
          alternative: alternative ?? spoken(chart, title: caption.plainText), caption: caption))
    ]
  }

  /// `values: [...]`, or `series: [{name: ..., values: [...]}]`.
  private mutating func series(_ keys: inout YAMLFields, _ place: Place) -> [Chart.Series] {
    let texts = keys.strings("values", &problems)
    guard let node = keys.node("series") else {
      return [Chart.Series(name: "", values: (texts ?? []).compactMap { value($0, in: place) })]
    }
    return (node.items ?? []).compactMap { item in
      guard let entries = item.entries else {
        report(
          "bad-chart", "a series is a mapping of name and values", place,
          hint: "write {name: ..., values: [...]}")
        return nil
      }
      var inner = YAMLFields(entries, place: place, what: "the series")
      let name = inner.string("name", &problems) ?? ""
      let texts = inner.strings("values", &problems) ?? []
      for problem in inner.unknownKeys() {
        report(problem.code, problem.message, place, hint: problem.hint)
      }
      return Chart.Series(name: name, values: texts.compactMap { value($0, in: place) })
    }
  }

  /// A value of a chart: the name of a figure, or a number; a dash stands for one not reported.
  private mutating func value(_ text: String, in place: Place) -> Chart.Value? {
    let name = text.replacing("{{", with: "").replacing("}}", with: "")
    if name == "-" || name == "–" {
      return Chart.Value(ValueReference(name: "", text: wording.notReported), number: nil)
    }
    if let quantity = resolver.figures[name]?.value, let value = value(name, place) {
      let precision = Chart.Value.Precision(rawValue: quantity.precision.rawValue) ?? .exact
      return Chart.Value(
        value, short: resolver.short(quantity, decimals: resolver.figures[name]?.decimals),
        number: quantity.value, precision: precision)
    }
    if let number = Double(text), number.isFinite {
      let words = resolver.numbers.digits(number).replacing("-", with: "\u{2212}")
      return Chart.Value(
        ValueReference(name: "", text: words, machine: resolver.machine(number)), number: number)
    }
    guard Self.figure(in: name, among: Set(resolver.figures.keys)) != nil,
      let value = value(name, place)
    else {
      report(
        "bad-chart", "\"\(text)\" is neither a figure nor a number", place,
        hint: Spelling.hint(for: name, among: resolver.figures.keys.sorted()))
      return nil
    }
    return Chart.Value(value, number: value.machine.flatMap { Double($0) })
  }
}
