import Ledger
import Records

/// Where a text claims to be first, only or one of few.
struct ClaimWords {
  /// A word that claims, and the type of the claim.
  struct Hit {
    var offset: Int
    var word: String
    var type: String
  }

  static func hits(in unit: ProseUnit, isChinese: Bool) -> [Hit] {
    let hits = isChinese ? chinese(unit) : english(unit)
    // No paragraph claims more often; a text of nothing else is not read for each of them.
    return Array(hits.prefix(200)).filter { !isQuoted($0, unit) }
  }

  /// Whether a text speaks of the word and does not use it: “首个”.
  private static func isQuoted(_ hit: Hit, _ unit: ProseUnit) -> Bool {
    let end = hit.offset + hit.word.unicodeScalars.count
    guard hit.offset > 0, end < unit.scalars.count else { return false }
    return "“‘\"「".unicodeScalars.contains(unit.scalars[hit.offset - 1])
      && "”’\"」".unicodeScalars.contains(unit.scalars[end])
  }

  /// What follows "the first" where it speaks of time or order and not of rank.
  private static let order: Set<String> = [
    "time", "times", "half", "day", "days", "week", "weeks", "month", "months", "year", "years",
    "semester", "term", "part", "phase", "stage", "quarter", "step", "steps", "place", "point",
    "of", "and", "or", "group", "batch", "round", "edition", "line", "section", "figure",
    "sentence", "column", "row", "item", "case", "instance", "two", "three", "four", "five",
    "six", "ten", "few", "table", "page", "chapter", "to", "is", "was", "floor", "name",
  ]
  private static let empty: Set<String> = [
    "way", "ways", "reason", "thing", "question", "one", "ones", "exception", "other", "to", "is",
    "ones", "dated",
  ]

  private static func english(_ unit: ProseUnit) -> [Hit] {
    guard mayClaim(unit.scalars) else { return [] }
    let words = Self.words(unit)
    var hits: [Hit] = []
    for index in words.indices.dropFirst() {
      let word = words[index].text
      let (before, start) = words[index - 1]
      let next = index + 1 < words.count ? words[index + 1].text : ""
      let isArticle = before == "the" || before == "world's" || before == "country's"
      let earlier = index > 1 ? words[index - 2].text : ""
      if word == "first", isArticle, !order.contains(next),
        !["for", "at", "from"].contains(earlier)
      {
        hits.append(Hit(offset: start, word: "\(before) first", type: "first"))
      } else if word == "only", isArticle, !empty.contains(next) {
        hits.append(Hit(offset: start, word: "\(before) only", type: "only"))
      } else if word == "of", before == "one", next == "the" || next == "only" {
        if isCounted(unit, words, index + 1) {
          hits.append(Hit(offset: start, word: "one of", type: "one_of"))
        }
      }
    }
    return hits
  }

  /// Whether one of the words is in a text at all: most texts are ruled out by it.
  private static func mayClaim(_ text: [Unicode.Scalar]) -> Bool {
    var index = 0
    while index < text.count {
      let start = index
      while index < text.count, text[index].isLetter { index += 1 }
      let word = start..<index
      if text.says("first", in: word) || text.says("only", in: word) || text.says("one", in: word) {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether "one of the" goes on with a number: one of the ten, one of the {{cohort}}.
  private static func isCounted(
    _ unit: ProseUnit, _ words: [(text: String, offset: Int)], _ index: Int
  ) -> Bool {
    let start = words[index].offset + words[index].text.unicodeScalars.count
    let rest = Array(unit.scalars[min(start, unit.scalars.count)...].prefix(24))
    let text = rest.drop { $0.isSpace }
    if text.first == ProseUnit.sign { return true }
    let number = NumberFinder(Array(text), isChinese: false).found.first
    return number?.range.lowerBound == 0 && number?.kind == .count
  }

  static func words(_ unit: ProseUnit) -> [(text: String, offset: Int)] {
    var words: [(text: String, offset: Int)] = []
    var word = ""
    var start = 0
    for (offset, scalar) in unit.scalars.enumerated() {
      if scalar.isLetter || ((scalar == "'" || scalar == "’") && !word.isEmpty) {
        if word.isEmpty { start = offset }
        word.unicodeScalars.append(scalar == "’" ? "'" : scalar)
      } else if !word.isEmpty {
        words.append((word.lowercased(), start))
        word = ""
      }
    }
    if !word.isEmpty { words.append((word.lowercased(), start)) }
    return words
  }

  private static let chineseWords: [(String, String)] = [
    ("首个", "first"), ("首家", "first"), ("首所", "first"), ("首创", "first"), ("唯一", "only"),
  ]

  private static func chinese(_ unit: ProseUnit) -> [Hit] {
    let text = unit.scalars
    var hits: [Hit] = []
    for offset in text.indices.dropLast() {
      guard text[offset] == "首" || text[offset] == "唯" || text[offset] == "之" else { continue }
      let pair = String(String.UnicodeScalarView(text[offset...(offset + 1)]))
      if let found = chineseWords.first(where: { $0.0 == pair }) {
        hits.append(Hit(offset: offset, word: pair, type: found.1))
      } else if pair == "之一", isCounted(unit, offset) {
        hits.append(Hit(offset: offset, word: pair, type: "one_of"))
      }
    }
    return hits
  }

  /// Whether a number stands before 之一 in its clause, which is not a part of a fraction.
  private static func isCounted(_ unit: ProseUnit, _ offset: Int) -> Bool {
    if offset > 0, unit.scalars[offset - 1] == "分" { return false }
    var start = offset
    while start > 0, offset - start < 30,
      !"，。；：！？,".unicodeScalars.contains(unit.scalars[start - 1])
    {
      start -= 1
    }
    let clause = Array(unit.scalars[start..<offset])
    if clause.contains(ProseUnit.sign) { return true }
    return NumberFinder(clause, isChinese: true).found.contains { $0.kind == .count }
  }
}

extension CheckContext {
  /// Texts that claim what no claim record of their language backs.
  func claimWordProblems() -> [Diagnostic] {
    guard input.vocabulary.kind("claim") != nil else { return [] }
    let claims = book.records(kind: "claim")
    return languages.flatMap { language in
      units(in: language).flatMap { unit in
        ClaimWords.hits(in: unit, isChinese: isChinese(language)).compactMap { hit in
          isBacked(hit, unit, claims, language) ? nil : problem(hit, unit, language)
        }
      }
    }
  }

  private func problem(_ hit: ClaimWords.Hit, _ unit: ProseUnit, _ language: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "claim-not-recorded",
      "the text claims \(quoted(hit.word)), which no claim record says in \"\(language)\"",
      at: unit.place(at: hit.offset),
      hint: "add a claim record of type \(hit.type) with scope, date and evidence, or leave the "
        + "word out")
  }

  private func isBacked(
    _ hit: ClaimWords.Hit, _ unit: ProseUnit, _ claims: [Record], _ language: String
  ) -> Bool {
    let sentence = unit.sentence(at: hit.offset)
    let said = Self.terms(unit.string(sentence), isChinese(language))
    let names = unit.blanks(in: sentence).map(\.name)
    return claims.contains { claim in
      guard case .choice(let type)? = claim.fields["type"]?.value, type == hit.type,
        let text = claim.fields["text"]?.value.localized?[language]
      else { return false }
      let subjects = claim.fields["subject"]?.value.references ?? []
      if subjects.contains(where: { id in names.contains { $0.hasPrefix(id + ".") } }) {
        return true
      }
      let terms = Self.terms(text, isChinese(language))
      return !terms.isEmpty && terms.intersection(said).count * 2 >= terms.count
    }
  }

  private static let small: Set<String> = [
    "the", "a", "an", "of", "in", "on", "at", "to", "and", "or", "that", "has", "have", "is", "was",
    "it", "its", "for", "by", "with", "from", "as", "be", "been", "up", "set", "first", "only",
    "one",
  ]

  /// What a statement speaks of: words, or pairs of Chinese characters.
  private static func terms(_ text: String, _ isChinese: Bool) -> Set<String> {
    guard isChinese else { return Set(UnitWords.words(text).filter { !small.contains($0) }) }
    let scalars = text.unicodeScalars.filter { $0.properties.isAlphabetic }.map(String.init)
    return Set(zip(scalars, scalars.dropFirst()).map { $0 + $1 }).subtracting(["唯一", "首个", "之一"])
  }
}
