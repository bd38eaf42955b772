import Foundation

/// A name reduced to what tells institutions apart.
struct NameKey: Hashable {
  /// The words, folded, in order, without articles and legal forms.
  var tokens: [String]
  /// Whether it is written in Chinese characters.
  var isHan: Bool

  var joined: String { tokens.joined(separator: isHan ? "" : " ") }

  init(_ name: String, placeNames: [String] = []) {
    let folded = Self.fold(name)
    isHan = folded.unicodeScalars.contains { Self.isHan($0) }
    tokens = []
    tokens = isHan ? Self.han(folded, placeNames) : Self.latin(folded, placeNames)
  }

  static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    (0x3400...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
  }

  /// Without case, width, accents and letters that only look Latin.
  static func fold(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text.lowercased() }
    var result = String.UnicodeScalarView()
    for scalar in text.decomposedStringWithCompatibilityMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      result.append(scalar)
    }
    let lower = String(result).lowercased()
    guard lower.utf8.contains(where: { $0 >= 0x80 }) else { return lower }
    let isMixed = lower.utf8.contains { (0x61...0x7A).contains($0) }
    var text = ""
    for scalar in lower.unicodeScalars {
      if let letters = letters[scalar] {
        text += letters
      } else if isMixed, let latin = lookAlikes[scalar] {
        text += latin
      } else {
        text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static let letters: [Unicode.Scalar: String] = [
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th",
  ]
  /// Cyrillic and Greek letters that look like Latin ones.
  private static let lookAlikes: [Unicode.Scalar: String] = [
    "а": "a", "е": "e", "о": "o", "р": "p", "с": "c", "у": "y", "х": "x", "і": "i", "ј": "j",
    "ѕ": "s", "ԁ": "d", "һ": "h", "к": "k", "м": "m", "т": "t", "в": "b", "н": "h", "α": "a",
    "ο": "o", "ρ": "p", "ν": "v", "τ": "t", "κ": "k", "ι": "i", "ε": "e",
  ]

  private static let dropped: Set<String> = [
    "the", "of", "and", "for", "at", "in", "de", "la", "le", "les", "du", "des", "del", "della",
    "di", "der", "die", "das", "fur", "und", "et", "y", "e", "van", "voor", "ltd", "limited",
    "inc", "incorporated", "co", "company", "corp", "corporation", "gmbh", "ag", "llc", "plc",
    "sa", "srl", "bv", "nv", "pty", "kg", "ev",
  ]
  private static let same: [String: String] = [
    "universitat": "university", "universite": "university", "universidad": "university",
    "universidade": "university", "universita": "university", "universiteit": "university",
    "universitet": "university", "univ": "university", "uni": "university", "inst": "institute",
    "institut": "institute", "instituto": "institute", "istituto": "institute", "coll": "college",
    "poly": "polytechnic", "tech": "technology", "technol": "technology", "intl": "international",
    "natl": "national", "acad": "academy", "centre": "center", "saint": "st",
  ]

  private static func latin(_ text: String, _ placeNames: [String]) -> [String] {
    // An apostrophe is inside a word: Xi'an is Xian.
    let plain = text.filter { !"'’‘`".contains($0) }.replacing("&", with: " ")
    var words = plain.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    for name in placeNames.map({ fold($0).split(separator: " ").map(String.init) })
    where !name.isEmpty && words.count > name.count + 1 && Array(words.suffix(name.count)) == name {
      // "X University, Country"; but the country belongs to "University of Country".
      let before = words[words.count - name.count - 1]
      if !["of", "de", "in", "di", "du", "da"].contains(before) { words.removeLast(name.count) }
      break
    }
    let kept = words.filter { !dropped.contains($0) }.map { same[$0] ?? $0 }
    return kept.isEmpty ? words : kept
  }

  private static let hanDropped = [
    "股份有限公司", "有限责任公司", "有限公司", "股份公司",
  ]

  private static func han(_ text: String, _ placeNames: [String]) -> [String] {
    var plain = text.filter { $0.isLetter || $0.isNumber }
    for word in hanDropped where plain.hasSuffix(word) && plain.count > word.count {
      plain.removeLast(word.count)
      break
    }
    for name in placeNames where plain.hasPrefix(name) && plain.count > name.count + 3 {
      plain.removeFirst(name.count)
      break
    }
    return plain.map(String.init)
  }
}
