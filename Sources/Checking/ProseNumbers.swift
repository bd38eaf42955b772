import Ledger
import Records
import ReportComposition

extension CheckContext {
  /// Numbers that are typed in texts: unbound, contradicting their indicator, or less careful than
  /// it.
  func proseNumberProblems() -> [Diagnostic] {
    languages.flatMap { language -> [Diagnostic] in
      let units = UnitWords(book.figures, language: language)
      let scope = StatementScope(
        language, places: input.vocabulary.places, period: book.period,
        institution: input.outline.institution[language] ?? "")
      return self.units(in: language).flatMap { unit in
        unit.kind == .row ? [] : problems(in: unit, language, units, scope)
      }
    }
  }

  private func problems(
    in unit: ProseUnit, _ language: String, _ units: UnitWords, _ scope: StatementScope
  ) -> [Diagnostic] {
    // No paragraph has more numbers than this; what comes after them is not worth its time.
    NumberFinder(unit.scalars, isChinese: isChinese(language)).found.prefix(1_000).compactMap {
      number in
      let typed = unit.string(number.range)
      let place = unit.place(at: number.range.lowerBound)
      if number.kind == .count, let match = units.match(unit, number.range),
        let problem = ProseNumber(
          number: number, match: match, typed: typed, place: place,
          isTotal: scope.isTotal(unit, number, match)
        ).problem
      {
        return problem
      }
      guard number.isDigits,
        number.kind == .count || number.kind == .percent
          || number.kind == .range
      else { return nil }
      let same = book.figures.first { $0.value?.value == number.value }
      return Diagnostic(
        .warning, code: "typed-number", "the number \(quoted(typed)) is typed by hand", at: place,
        hint: same.map { "write {{\($0.id)}}, which has this value" }
          ?? "name a figure or a field of a record between {{ and }}")
    }
  }
}

/// A typed number and the one indicator that it can mean.
private struct ProseNumber {
  let number: FoundNumber
  let match: UnitWords.Match
  let typed: String
  let place: Place
  let isTotal: StatementScope.Answer

  private var value: Double { number.value }

  var problem: Diagnostic? {
    let figure = match.figure
    guard let known = figure.value else { return nil }
    if value == known.value {
      // "Two centres opened" may be two of more; that the number is the same is chance.
      if isTotal == .part { return nil }
      if known.precision == .atLeast, number.bound != .atLeast { return precision(figure, known) }
      return Diagnostic(
        .warning, code: "typed-number", "the number \(quoted(typed)) is typed by hand", at: place,
        hint: "write {{\(figure.id)}}, which has this value")
    }
    guard !isConsistent(known), contradicts(known) else { return nil }
    if let sum = sumOverYears(figure), sum == value {
      return Diagnostic(
        .error, code: "stock-summed",
        "\(quoted(typed)) is the sum of \(figure.id) over its years, but it is a stock",
        at: place, hint: "name the value at one date: write {{\(figure.id)}}")
    }
    return Diagnostic(
      .error, code: "number-contradicts",
      "the text says \(quoted(typed)), but \(figure.id) is \(known.source)", at: place,
      hint: "write {{\(figure.id)}}, or say what else is counted")
  }

  private func precision(_ figure: Figure, _ known: Quantity) -> Diagnostic {
    Diagnostic(
      .error, code: "precision-dropped",
      "the text says \(quoted(typed)), but \(figure.id) is \"at least \(plain(known.value))\"",
      at: place, hint: "write {{\(figure.id)}}, which says so")
  }

  /// Whether the words around the number make it true of the indicator's value.
  private func isConsistent(_ known: Quantity) -> Bool {
    switch known.precision {
    case .atLeast: if value > known.value, number.bound != .atMost { return true }
    case .atMost: if value < known.value { return true }
    case .range: if value >= known.value, value <= known.upper ?? known.value { return true }
    case .about: if abs(value - known.value) <= known.value * 0.15 { return true }
    case .exact: break
    }
    switch number.bound {
    case .atLeast: return value < known.value
    case .atMost: return value > known.value
    case .about: return abs(value - known.value) <= known.value * 0.15
    default: return false
    }
  }

  /// More than all there are is wrong in any case; fewer may be some of them, unless the sentence
  /// speaks of all.
  private func contradicts(_ known: Quantity) -> Bool {
    switch isTotal {
    case .part: false
    case .total: true
    case .ours: value > known.value || match.isFullName
    case .unknown: match.isFullName
    }
  }

  private func sumOverYears(_ figure: Figure) -> Double? {
    guard figure.kind == .stock, figure.series.count > 1 else { return nil }
    let values = figure.series.compactMap { $0.value?.value }
    return values.count > 1 ? values.reduce(0, +) : nil
  }
}
