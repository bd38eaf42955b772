import DocumentModel
import Ledger
import Records

extension ValueResolver {
  /// A figure as asked for; precision is kept in words unless the form gives it up.
  func answer(_ figure: Figure, _ form: ValueForm) throws(Problem) -> Answer {
    if form.isItemised {
      guard let count = figure.itemised else {
        throw Problem(
          code: "not-itemised", message: "\"\(figure.id)\" has no stated total to itemise",
          hint: "leave out the form `itemised`")
      }
      let number = Quantity(Double(count))
      var part = value(figure.id, number, units: figure.units, form)
      // The figure's own number is its total: a machine must not take the part for it.
      part.machine = nil
      return Answer(value: part)
    }
    if figure.isSuppressed { return Answer(value: suppressed(figure.id)) }
    guard let quantity = figure.value else {
      return Answer(value: ValueReference(name: figure.id, text: wording.notReported))
    }
    return Answer(
      value: value(figure.id, quantity, of: figure, form),
      warning: lost(figure.id, quantity, form))
  }

  /// A field of a record as asked for.
  func answer(
    _ name: String, _ value: Value, in record: Record, _ form: ValueForm
  ) throws(Problem) -> Answer {
    switch value {
    case .quantity(let quantity):
      let field = name.split(separator: ".").last.map(String.init) ?? name
      let units = terms.kinds[record.kind]?.labels[field] ?? [:]
      return Answer(
        value: self.value(name, quantity, units: units, form), warning: lost(name, quantity, form))
    case .date(let date):
      let text =
        form.isYear
        ? dates.year(date) : form.isMonth ? dates.month(date) : dates.text(date)
      return Answer(
        value: ValueReference(
          name: name, text: text ?? wording.notReported, machine: DateText.machine(date)))
    case .localized(let texts) where texts[language] == nil:
      throw Problem(
        code: "missing-translation", message: "\"\(name)\" has no text in \"\(language)\"",
        hint: "add it to the record at \(record.place.description)")
    default:
      let text = form.finished(self.text(value, kind: record.kind, field: fieldName(name)))
      return Answer(value: ValueReference(name: name, text: text))
    }
  }

  private func fieldName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private func lost(_ name: String, _ quantity: Quantity, _ form: ValueForm) -> Problem? {
    guard form.isBare, quantity.precision != .exact else { return nil }
    return Problem(
      severity: .warning, code: "precision-lost",
      message: "\"\(name)\" is not exact, and the form `bare` prints it as if it were",
      hint: "leave out `bare`, or say in the sentence how exact it is")
  }

  /// A value's printed form with its name.
  func value(
    _ name: String, _ quantity: Quantity, units: [String: String], _ form: ValueForm,
    decimals: Int? = nil
  ) -> ValueReference {
    var text = number(quantity, form, decimals: decimals)
    if form.hasUnit {
      let unit = unit(units, quantity)
      text += (unit.hasPrefix("%") ? "" : joint) + unit
    }
    let qualifier = form.isBare ? "" : qualifier(quantity)
    if !qualifier.isEmpty { text = qualifier + (wording.isChinese ? "" : " ") + text }
    return ValueReference(name: name, text: form.finished(text), machine: machine(quantity.value))
  }

  private var joint: String { wording.isChinese ? "" : "\u{A0}" }

  func machine(_ value: Double) -> String {
    Int(exactly: value).map { "\($0)" } ?? "\(value)"
  }

  /// The number alone.
  func number(
    _ quantity: Quantity, _ form: ValueForm = ValueForm(), decimals: Int? = nil
  ) -> String {
    let print = { (value: Double) in
      form.isWords
        ? numbers.words(value, counting: form.hasUnit) : numbers.digits(value, decimals: decimals)
    }
    guard quantity.precision == .range, let upper = quantity.upper else {
      return print(quantity.value)
    }
    return print(quantity.value) + (wording.isChinese ? "至" : "–") + print(upper)
  }

  /// The word that keeps a number's precision; empty for an exact one.
  func qualifier(_ quantity: Quantity) -> String {
    switch quantity.precision {
    case .exact, .range: ""
    case .atLeast: wording.atLeast
    case .atMost: wording.atMost
    case .about: wording.about
    }
  }

  /// The unit, singular for exactly one.
  func unit(_ units: [String: String], _ quantity: Quantity) -> String {
    let forms = (units[language] ?? "").split(separator: "|").map(String.init)
    let isOne = quantity.value == 1 && quantity.precision == .exact
    return (isOne ? forms.first : forms.last) ?? ""
  }

  /// A value in words of the language.
  func text(_ value: Value, kind: String, field: String) -> String {
    switch value {
    case .text(let text): return text
    case .localized(let texts):
      let text = texts[language] ?? texts.min { $0.key < $1.key }?.value ?? ""
      return wording.typographic(text)
    case .quantity(let quantity):
      return self.value("", quantity, units: [:], ValueForm()).text
    case .date(let date): return dates.text(date)
    case .flag(let flag): return flag ? wording.yes : wording.no
    case .choice(let word):
      return terms.kinds[kind]?.choices[field]?[word]?[language] ?? word
    case .reference(let id): return referenceText(id)
    case .list(let values):
      return wording.joined(values.map { text($0, kind: kind, field: field) })
    }
  }

  private func referenceText(_ id: String) -> String {
    if let record = book.record(id) {
      guard isPublic(record) else { return wording.withheld }
      guard let name = record.fields["name"]?.value else { return id }
      return text(name, kind: record.kind, field: "name")
    }
    return terms.places[id]?.names[language] ?? id
  }
}
