import DocumentModel
import Ledger
import Records

/// The names that lead into a figure: `FIGURE.2018`, `FIGURE.previous`, `FIGURE.target`,
/// `FIGURE.change`, and `FIGURE.by.FIELD.KEY`.
extension ValueResolver {
  /// The value of a name that begins with a figure's id; nil where it does not.
  func partAnswer(_ name: String, _ form: ValueForm) throws(Problem) -> Answer? {
    guard let (figure, rest) = figurePrefix(of: name) else { return nil }
    switch rest {
    case "previous": return point(figure, name, figure.series.dropLast().last, form)
    case "target":
      return Answer(value: figure.target.map { value(name, $0, of: figure, form) } ?? none(name))
    case "change": return Answer(value: change(of: figure, name))
    default: break
    }
    if rest.utf8.count == 4, Int(rest) != nil {
      return point(figure, name, figure.series.first { $0.period == rest }, form)
    }
    guard rest.hasPrefix("by.") else { return nil }
    return try part(of: figure, name, String(rest.dropFirst(3)))
  }

  private func figurePrefix(of name: String) -> (Figure, String)? {
    var end = name.endIndex
    while let dot = name[..<end].lastIndex(of: ".") {
      if let figure = figures[String(name[..<dot])] {
        return (figure, String(name[name.index(after: dot)...]))
      }
      end = dot
    }
    return nil
  }

  private func none(_ name: String) -> ValueReference {
    ValueReference(name: name, text: wording.notReported)
  }

  private func point(
    _ figure: Figure, _ name: String, _ point: SeriesPoint?, _ form: ValueForm
  ) -> Answer {
    guard let point else { return Answer(value: none(name)) }
    if point.isSuppressed { return Answer(value: suppressed(name)) }
    return Answer(value: point.value.map { value(name, $0, of: figure, form) } ?? none(name))
  }

  private func part(
    of figure: Figure, _ name: String, _ rest: String
  ) throws(Problem) -> Answer {
    for breakdown in figure.breakdowns where rest.hasPrefix(breakdown.field + ".") {
      let key = rest.dropFirst(breakdown.field.utf8.count + 1)
      if let part = breakdown.parts.first(where: { $0.key ?? "" == key }) {
        return Answer(value: partValue(name, part, of: figure))
      }
      // A part that no record falls into is a zero of the same count.
      return Answer(value: value(name, Quantity(0), of: figure, ValueForm()))
    }
    throw Problem(
      code: "unknown-breakdown", message: "\"\(figure.id)\" is not split as \"\(rest)\" asks",
      hint: figure.breakdowns.isEmpty
        ? "add breakdowns to its declaration"
        : "split by \(figure.breakdowns.map(\.field).joined(separator: ", "))")
  }

  /// A part's value as it is printed.
  func partValue(_ name: String, _ part: Breakdown.Part, of figure: Figure) -> ValueReference {
    if part.isSuppressed { return suppressed(name) }
    return part.value.map { value(name, $0, of: figure, ValueForm()) } ?? none(name)
  }

  /// What stands where a value is kept back.
  func suppressed(_ name: String) -> ValueReference {
    ValueReference(name: name, text: wording["suppressed"])
  }

  /// A figure's value with its unit's words and its decimals.
  func value(
    _ name: String, _ quantity: Quantity, of figure: Figure, _ form: ValueForm
  ) -> ValueReference {
    value(name, quantity, units: figure.units, form, decimals: figure.decimals)
  }

  /// The change to the year before in whole per cent; from zero it is new, never infinite, and
  /// what is not exact is not compared.
  private func change(of figure: Figure, _ name: String) -> ValueReference {
    guard let now = figure.value, let before = figure.previous else { return none(name) }
    guard now.precision == .exact, before.precision == .exact else {
      return ValueReference(name: name, text: wording["notComparable"])
    }
    if before.value == 0 {
      return ValueReference(name: name, text: wording[now.value == 0 ? "unchanged" : "new"])
    }
    let change = ((now.value - before.value) / before.value.magnitude * 100).rounded()
    guard change != 0 else { return ValueReference(name: name, text: wording["unchanged"]) }
    let sign = change > 0 ? "+" : "\u{2212}"
    let text = sign + numbers.digits(change.magnitude) + wording["percent"]
    return ValueReference(name: name, text: text, machine: machine(change))
  }
}
