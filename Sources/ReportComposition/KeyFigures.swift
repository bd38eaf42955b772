import DocumentModel
import Ledger
import Records

extension Composer {
  /// A large figure by name: an indicator, or a count of a record.
  ///
  /// - Parameter showsChange: whether the small print says the change to the year before, where it can.
  mutating func keyFigure(
    _ name: String, _ place: Place, showsChange: Bool = false
  ) -> KeyFigure? {
    guard let printed = value(name, place) else { return nil }
    if let figure = resolver.figures[name] { return keyFigure(figure, showsChange) }
    let parts = name.split(separator: ".")
    guard let id = parts.first, let record = book.record(String(id)),
      case .quantity(let quantity)? = record.fields[String(parts.last ?? "")]?.value
    else { return KeyFigure(value: printed, qualifier: "", unit: "", label: [], detail: []) }
    let field = String(parts.last ?? "")
    let label = terms.kinds[record.kind]?.labels[field]?[language] ?? field
    return KeyFigure(
      value: number(name, quantity), qualifier: resolver.qualifier(quantity), unit: "",
      label: [.text(label.prefix(1).uppercased() + label.dropFirst())], detail: self.name(record))
  }

  private func number(
    _ name: String, _ quantity: Quantity, decimals: Int? = nil
  ) -> ValueReference {
    ValueReference(
      name: name, text: resolver.number(quantity, decimals: decimals),
      machine: resolver.machine(quantity.value))
  }

  private mutating func keyFigure(_ figure: Figure, _ showsChange: Bool) -> KeyFigure {
    let label = wording.typographic(figure.names[language] ?? figure.id)
    guard let quantity = figure.value else {
      let text = figure.isSuppressed ? wording["suppressed"] : wording.notReported
      return KeyFigure(
        value: ValueReference(name: figure.id, text: text), qualifier: "",
        unit: "", label: [.text(label)], detail: [])
    }
    let unit = resolver.unit(figure.units, quantity)
    let isSaid = !wording.isChinese && label.lowercased().contains(unit.lowercased())
    return KeyFigure(
      value: number(figure.id, quantity, decimals: figure.decimals),
      qualifier: resolver.qualifier(quantity),
      unit: isSaid ? "" : unit, label: [.text(label)],
      detail: (showsChange ? change(of: figure) : nil) ?? detail(figure))
  }

  /// "1 of 5 itemised", else to what time the figure belongs.
  mutating func detail(_ figure: Figure) -> [Inline] {
    guard let itemised = figure.itemised, let quantity = figure.value else {
      let date = CalendarDay(iso: book.cutOff).map { resolver.dates.text($0.partial) }
      let isStock = figure.kind == .stock
      let value = ValueReference(
        name: isStock ? "report.cut_off" : "report.period",
        text: isStock ? date ?? book.cutOff : book.period,
        machine: isStock ? book.cutOff : book.period)
      return filled(isStock ? "asOf" : "inPeriod", [value])
    }
    let part = ValueReference(
      name: figure.id, text: resolver.numbers.digits(Double(itemised)))
    return filled("itemised", [part, number(figure.id, quantity)])
  }

  /// A fixed sentence with values in its blanks.
  mutating func filled(_ key: String, _ parts: [ValueReference]) -> [Inline] {
    var result: [Inline] = []
    var text = ""
    var isBlank = false
    for character in wording[key] {
      if isBlank, let index = character.wholeNumberValue, parts.indices.contains(index - 1) {
        if !text.isEmpty { result.append(.text(text)) }
        text = ""
        result.append(printed(parts[index - 1]))
        isBlank = false
      } else if character == "%" {
        isBlank = true
      } else {
        text.append(character)
      }
    }
    if !text.isEmpty { result.append(.text(text)) }
    return result
  }
}
