import Records

/// Finds names in Latin letters that are almost a recorded one.
struct LatinNameSlips {
  private struct Entry {
    var name: RecordedName
    var tokens: [String]
  }
  private var entries: [Entry] = []
  /// Names by the part that must be the same, so that no text is compared with all of them.
  private var index: [String: [Int]] = [:]
  private var exact = Set<String>()
  private var lengths: [Int] = []
  /// The first and the second words of the names: a text that has neither has no slip of them.
  private var firsts = Set<String>()
  private var seconds = Set<String>()

  /// Names of two words and more; one word of each may be a slip.
  init(_ names: [RecordedName]) {
    for name in names {
      for text in [name.text] + name.aliases { exact.insert(Self.key(Self.tokens(text))) }
      let tokens = Self.tokens(name.text)
      guard (2...8).contains(tokens.count), name.text.first?.isUppercase == true else { continue }
      if !lengths.contains(tokens.count) { lengths.append(tokens.count) }
      firsts.insert(tokens[0])
      seconds.insert(tokens[1])
      for gap in tokens.indices where tokens[gap].count >= 5 {
        index[Self.rest(tokens, gap), default: []].append(entries.count)
      }
      entries.append(Entry(name: name, tokens: tokens))
    }
    lengths.sort()
  }

  private static func tokens(_ text: String) -> [String] {
    NameKey.fold(text).split { !($0.isLetter || $0.isNumber) }.map(String.init)
  }

  private static func key(_ tokens: [String]) -> String { tokens.joined(separator: " ") }

  private static func rest(_ tokens: [String], _ gap: Int) -> String {
    "\(gap)/\(tokens.count) " + key(tokens.indices.filter { $0 != gap }.map { tokens[$0] })
  }

  func slips(in unit: ProseUnit) -> [NameSlip] {
    let words = Self.words(unit)
    var slips: [NameSlip] = []
    for start in words.indices {
      guard words[start].isCapital, start + 1 < words.count,
        firsts.contains(words[start].text(in: unit))
          || seconds.contains(words[start + 1].text(in: unit))
      else { continue }
      for length in lengths where start + length <= words.count {
        let window = words[start..<(start + length)]
        let tokens = window.map { $0.text(in: unit) }
        guard !exact.contains(Self.key(tokens)) else { continue }
        for gap in tokens.indices where tokens[gap].count >= 5 {
          guard window[window.startIndex + gap].isCapital else { continue }
          let hit = (index[Self.rest(tokens, gap)] ?? []).first {
            Self.isSlip(tokens[gap], entries[$0].tokens[gap])
          }
          if let hit, let last = window.last {
            let first = words[start].range.lowerBound
            let typed = unit.string(first..<last.range.upperBound)
            slips.append(NameSlip(typed: typed, offset: first, name: entries[hit].name))
            break
          }
        }
      }
    }
    return slips
  }

  /// A word of a text, which is folded only where it is asked for.
  private struct Word {
    var range: Range<Int>
    var isCapital: Bool

    func text(in unit: ProseUnit) -> String { NameKey.fold(unit.string(range)) }
  }

  /// The words of a text, without the articles and the possessive endings between them.
  private static func words(_ unit: ProseUnit) -> [Word] {
    let text = unit.scalars
    var words: [Word] = []
    var offset = 0
    while offset < text.count {
      let start = offset
      while offset < text.count, text[offset].isLetterOrNumeral { offset += 1 }
      let range = start..<offset
      if !range.isEmpty {
        let isCapital = text[start].isCapital
        if isCapital || !(text.says("s", in: range) || text.says("the", in: range)) {
          words.append(Word(range: range, isCapital: isCapital))
        }
      }
      offset += 1
    }
    return words
  }

  /// One or two letters apart, both without digits, and not a plural or another form of the word.
  private static func isSlip(_ typed: String, _ known: String) -> Bool {
    guard typed != known, typed.count >= 5, known.count >= 5,
      (typed + known).allSatisfy(\.isLetter), typed.first == known.first
    else { return false }
    let longer = typed.count > known.count ? typed : known
    let shorter = typed.count > known.count ? known : typed
    guard !longer.hasPrefix(shorter) else { return false }
    let (first, second) = (Array(typed.unicodeScalars), Array(known.unicodeScalars))
    return abs(first.count - second.count) <= 2 && Spelling.distance(first, second) <= 2
  }
}
