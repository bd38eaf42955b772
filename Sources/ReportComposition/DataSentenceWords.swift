import DocumentModel
import Ledger
import Records

/// The words of sentences made from data, and the block that holds them.
extension DataSentences {
  func name(_ figure: Figure) -> String {
    wording.typographic(figure.names[resolver.language] ?? figure.id)
  }

  func name(_ part: Breakdown.Part) -> String {
    wording.typographic(part.names[resolver.language] ?? part.key ?? wording.notReported)
  }

  /// A name that begins a sentence.
  func capital(_ name: String) -> String { name.prefix(1).uppercased() + name.dropFirst() }

  /// A name inside a sentence: its first letter small, unless it begins like an abbreviation.
  func inner(_ name: String) -> String {
    guard !wording.isChinese, let first = name.first, name.dropFirst().first?.isUppercase != true
    else { return name }
    return first.lowercased() + name.dropFirst()
  }

  /// A year's value, bound to its year.
  func value(_ figure: Figure, _ point: SeriesPoint, hasUnit: Bool) -> ValueReference {
    var form = ValueForm()
    form.hasUnit = hasUnit && isUnitSaid(figure)
    return resolver.value(
      "\(figure.id).\(point.period)", point.value ?? Quantity(0), of: figure, form)
  }

  /// A part's value, bound to it.
  func value(
    _ figure: Figure, _ breakdown: Breakdown, _ part: Breakdown.Part, hasUnit: Bool = false
  ) -> ValueReference {
    var form = ValueForm()
    form.hasUnit = hasUnit || wording.isChinese
    return resolver.value(
      "\(figure.id).by.\(breakdown.field).\(part.key ?? "")", part.value ?? Quantity(0),
      of: figure, form)
  }

  /// A figure's own value.
  func whole(_ figure: Figure, _ total: Quantity) -> ValueReference {
    var form = ValueForm()
    form.hasUnit = wording.isChinese
    return resolver.value(figure.id, total, of: figure, form)
  }

  /// In English a unit that the figure's name says is not said again.
  private func isUnitSaid(_ figure: Figure) -> Bool {
    if wording.isChinese { return true }
    let unit = resolver.unit(figure.units, Quantity(2)).lowercased()
    return unit.hasPrefix("%") || !name(figure).lowercased().contains(unit)
  }

  /// A fixed sentence with its blanks `%1` to `%9` filled.
  func filled(_ key: String, _ blanks: [Inline]) -> [Inline] {
    var result: [Inline] = []
    var text = ""
    var isBlank = false
    for character in wording["say." + key] {
      guard isBlank else {
        if character == "%" { isBlank = true } else { text.append(character) }
        continue
      }
      isBlank = false
      guard let index = character.wholeNumberValue, blanks.indices.contains(index - 1) else {
        text.append(character)
        continue
      }
      if case .text(let words) = blanks[index - 1] {
        text += words
      } else {
        if !text.isEmpty { result.append(.text(text)) }
        text = ""
        result.append(blanks[index - 1])
      }
    }
    if !text.isEmpty { result.append(.text(text)) }
    return result
  }
}

extension Composer {
  /// Sentences of the outline as a paragraph; what cannot be said of the data is left unsaid.
  mutating func paragraph(of sentences: OutlineSentences, _ place: Place) -> [Block] {
    guard let figure = figure(sentences.figure, place) else { return [] }
    var parts: Breakdown?
    if let field = sentences.field {
      guard let found = breakdown(field, of: figure, place) else { return [] }
      parts = found
    }
    let maker = DataSentences(resolver: resolver)
    var inlines: [Inline] = []
    for saying in sentences.sayings {
      let sentence: [Inline]?
      switch saying {
      case .change: sentence = maker.change(figure, over: sentences.years)
      case .rank: sentence = parts.flatMap { maker.rank(figure, $0) }
      case .share: sentence = parts.flatMap { maker.share(figure, $0) }
      case .first: sentence = maker.first(figure)
      }
      guard let sentence else { continue }
      if !inlines.isEmpty, !wording.isChinese { inlines.append(.text(" ")) }
      inlines += sentence + [.text(wording.isChinese ? "。" : ".")]
    }
    values += inlines.boundValues
    guard !inlines.isEmpty else {
      return [.remark([.text(wording.sentence("empty", maker.name(figure)))])]
    }
    return [.paragraph(inlines.joined)]
  }
}

extension [Inline] {
  /// Neighbouring texts as one.
  var joined: [Inline] {
    reduce(into: []) { result, inline in
      if case .text(let next) = inline, case .text(let last)? = result.last {
        result[result.count - 1] = .text(last + next)
      } else {
        result.append(inline)
      }
    }
  }
}
