import Ledger
import Records

/// Finds the one indicator that a number with the words after it can mean.
struct UnitWords {
  /// An indicator that a number may mean.
  struct Match {
    var figure: Figure
    /// Whether the words name the whole indicator, and not only its unit.
    var isFullName: Bool
    /// Where the words end.
    var end: Int
  }
  private struct Entry {
    var figure: Figure
    var units: [[String]]
    var nameWords: Set<String>
    var allowed: Set<String>
    /// The measure words that may stand between a number and the noun; where none is known, nothing does.
    var measures: [[Unicode.Scalar]]
    var name: [Unicode.Scalar]
    var core: [Unicode.Scalar]
  }
  private let entries: [Entry]
  /// The indicators with a unit that ends in a word.
  private let ending: [String: [Int]]
  private let isChinese: Bool

  init(_ figures: [Figure], language: String) {
    let chinese = Checking.isChinese(language)
    isChinese = chinese
    let entries = figures.map { figure in
      let unit = figure.units[language] ?? ""
      let (name, definition) = (figure.names[language] ?? "", figure.definitions[language] ?? "")
      let han = Array(name.unicodeScalars)
      let words = chinese ? [] : Self.words(name)
      return Entry(
        figure: figure,
        units: chinese ? [] : unit.split(separator: "|").map { Self.words(String($0)) },
        nameWords: Set(words.filter { !Self.small.contains($0) }),
        allowed: Set(
          (words + (chinese ? [] : Self.words(definition))).filter { !Self.small.contains($0) }),
        measures: Self.measures(unit),
        name: han, core: Array(han.suffix(2)))
    }
    var ending: [String: [Int]] = [:]
    for (index, entry) in entries.enumerated() {
      for word in Set(entry.units.compactMap(\.last)) { ending[word, default: []].append(index) }
    }
    self.entries = entries
    self.ending = ending
  }

  private static let small: Set<String> = [
    "a", "an", "the", "of", "in", "and", "or", "with", "to", "for", "on", "at", "by",
    "international", "named", "every", "that",
  ]

  /// Words in lower case, the plural's "s" taken off.
  static func words(_ text: String) -> [String] {
    text.lowercased().split { !($0.isLetter || $0.isNumber) }.map { singular(String($0)) }
  }

  private static func singular(_ word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    let keeps =
      word.count < 4 || word.hasSuffix("ss") || word.hasSuffix("us") || word.hasSuffix("is")
    return word.hasSuffix("s") && !keeps ? String(word.dropLast()) : word
  }

  func match(_ unit: ProseUnit, _ number: Range<Int>) -> Match? {
    isChinese ? chinese(unit.scalars, number) : english(unit, after: number.upperBound)
  }

  // MARK: English

  private func english(_ unit: ProseUnit, after index: Int) -> Match? {
    var words: [(word: String, end: Int)] = []
    var i = index
    while words.count < 8, i < unit.scalars.count {
      guard unit.scalars[i] == " " || unit.scalars[i] == "\n" || unit.scalars[i] == "-" else {
        break
      }
      var end = i + 1
      while end < unit.scalars.count, unit.scalars[end].isLetter { end += 1 }
      guard end > i + 1, let word = Self.words(unit.string(i + 1..<end)).first else { break }
      words.append((word, end))
      i = end
    }
    for length in words.indices.map({ $0 + 1 }) {
      guard let candidates = ending[words[length - 1].word] else { continue }
      let hits = candidates.map { entries[$0] }.filter { entry in
        entry.units.contains { phrase in
          guard phrase.count <= length, !phrase.isEmpty else { return false }
          let between = words[..<(length - phrase.count)]
          return Array(words[..<length].suffix(phrase.count).map(\.word)) == phrase
            && between.allSatisfy { entry.allowed.contains($0.word) }
        }
      }
      guard !hits.isEmpty else { continue }
      let said = Set(words[..<length].map(\.word))
      let full = hits.filter { $0.nameWords.isSubset(of: said) }
      if full.count == 1, let entry = full.first {
        return Match(figure: entry.figure, isFullName: true, end: words[length - 1].end)
      }
      guard hits.count == 1, let entry = hits.first else { return nil }
      return Match(figure: entry.figure, isFullName: false, end: words[length - 1].end)
    }
    return nil
  }

  // MARK: Chinese

  private static let persons = ["人次", "人", "名", "位"]

  /// Persons are counted with several words.
  private static func measures(_ unit: String) -> [[Unicode.Scalar]] {
    (persons.contains(unit) ? persons : [unit]).map { Array($0.unicodeScalars) }
  }

  private func chinese(_ text: [Unicode.Scalar], _ number: Range<Int>) -> Match? {
    let start = skipped(text, number.upperBound)
    if let match = nounBefore(text, number, start) { return match }
    var hits: [(Entry, isFull: Bool, end: Int)] = []
    for entry in entries where entry.core.count == 2 && entry.measures != [[]] {
      guard let noun = measure(entry, text, start) else { continue }
      let phrase = text[min(noun, text.count)..<min(noun + entry.name.count + 2, text.count)]
      guard let core = Self.firstIndex(of: entry.core, in: phrase) else { continue }
      let between = phrase[phrase.startIndex..<core]
      guard between.allSatisfy({ entry.name.contains($0) }) else { continue }
      let isFull = Array(phrase.prefix(entry.name.count)) == entry.name
      hits.append((entry, isFull, core + 2))
    }
    let full = hits.filter(\.isFull)
    guard let hit = full.count == 1 ? full.first : hits.count == 1 ? hits.first : nil else {
      return nil
    }
    return Match(figure: hit.0.figure, isFullName: hit.isFull, end: hit.end)
  }

  /// The name before the number, as in a list: 培训中心共7个.
  private func nounBefore(
    _ text: [Unicode.Scalar], _ number: Range<Int>, _ start: Int
  ) -> Match? {
    var end = number.lowerBound
    while end > 0, "共达为有计至少超过约：: ".unicodeScalars.contains(text[end - 1]) { end -= 1 }
    let hits = entries.compactMap { entry -> (Entry, Int)? in
      guard entry.name.count >= 3, end >= entry.name.count,
        text[(end - entry.name.count)..<end].elementsEqual(entry.name),
        let noun = measure(entry, text, start)
      else { return nil }
      return (entry, noun)
    }
    // 海外培训中心 ends with 培训中心: the longest name is meant.
    guard let hit = hits.max(by: { $0.0.name.count < $1.0.name.count }) else { return nil }
    return Match(figure: hit.0.figure, isFullName: true, end: hit.1)
  }

  private func skipped(_ text: [Unicode.Scalar], _ index: Int) -> Int {
    var i = index
    while i < text.count,
      text[i] == " " || text[i] == "余" || text[i] == "多" || text[i] == "来"
        || text[i] == "+"
    {
      i += 1
    }
    return i
  }

  /// Where the noun after the measure word starts.
  private func measure(_ entry: Entry, _ text: [Unicode.Scalar], _ start: Int) -> Int? {
    for word in entry.measures {
      let end = start + word.count
      if end <= text.count, text[start..<end].elementsEqual(word) { return end }
    }
    return nil
  }

  private static func firstIndex(
    of core: [Unicode.Scalar], in text: ArraySlice<Unicode.Scalar>
  ) -> Int? {
    guard text.count >= core.count else { return nil }
    return (text.startIndex...(text.endIndex - core.count)).first { index in
      text[index..<(index + core.count)].elementsEqual(core)
    }
  }
}
