import Ledger
import Records
import ReportComposition

/// Words that no output may print.
struct SecretWords {
  /// One of them: whose it is, and in which field.
  struct Secret {
    var word: String
    var record: Record
    var field: String
    var isPerson: Bool
  }
  private let secrets: [Secret]
  private let bytes: [[UInt8]]
  /// The secrets by their first four bytes, so that a text is read once for all of them.
  private var starts: [UInt32: [Int]] = [:]

  init(_ secrets: [Secret]) {
    self.secrets = secrets
    bytes = secrets.map { Self.folded($0.word) }
    for (index, word) in bytes.enumerated() where word.count >= 4 {
      starts[Self.key(word, 0), default: []].append(index)
    }
  }

  var isEmpty: Bool { starts.isEmpty }

  private static func folded(_ text: String) -> [UInt8] {
    text.utf8.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
  }

  private static func key(_ bytes: [UInt8], _ index: Int) -> UInt32 {
    bytes[index..<(index + 4)].reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// The secrets that a text contains, each once, with the offset in bytes.
  func found(in text: String) -> [(secret: Secret, offset: Int)] {
    let text = Self.folded(text)
    guard text.count >= 4 else { return [] }
    var seen = Set<Int>()
    var found: [(secret: Secret, offset: Int)] = []
    for offset in 0...(text.count - 4) {
      for index in starts[Self.key(text, offset)] ?? [] where !seen.contains(index) {
        guard isWord(bytes[index], in: text, at: offset, secrets[index]) else { continue }
        seen.insert(index)
        found.append((secrets[index], offset))
      }
    }
    return found
  }

  private func isWord(_ word: [UInt8], in text: [UInt8], at offset: Int, _ secret: Secret) -> Bool {
    let end = offset + word.count
    guard end <= text.count, text[offset..<end].elementsEqual(word) else { return false }
    let (before, after) = (offset > 0 ? text[offset - 1] : 32, end < text.count ? text[end] : 32)
    if let first = word.first, Self.isAlphanumeric(first), Self.isAlphanumeric(before) {
      return false
    }
    if let last = word.last, Self.isAlphanumeric(last), Self.isAlphanumeric(after) { return false }
    // A name of two characters can be part of other words; its neighbours tell.
    guard secret.isPerson, secret.word.count == 2, word.count == 6 else { return true }
    let rest = String(decoding: text[end..<min(end + 6, text.count)], as: UTF8.self)
    return before < 0x80 || after < 0x80 || Self.stands(text, before: offset)
      || Self.titles.contains { rest.hasPrefix($0) }
  }

  private static let titles = [
    "教授", "老师", "同学", "先生", "女士", "博士", "主任", "院长", "校长", "、", "，", "。", "和",
  ]

  private static func stands(_ text: [UInt8], before offset: Int) -> Bool {
    guard offset >= 3 else { return true }
    let mark = String(decoding: text[(offset - 3)..<offset], as: UTF8.self)
    return ["、", "，", "。", "：", "“", "（", "由", "生", "师", "授"].contains(mark)
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}

extension CheckContext {
  /// Private values, and persons without a ground for naming them, in anything that is printed.
  func privacyProblems() -> [Diagnostic] {
    let secrets = SecretWords(secretWords())
    guard !secrets.isEmpty else { return [] }
    var problems: [Diagnostic] = []
    for made in [input.compositions, input.brochureCompositions] {
      for language in made.keys.sorted() {
        guard let document = made[language]?.document else { continue }
        for part in DocumentText(document).parts {
          for (secret, _) in secrets.found(in: part.text) {
            problems.append(problem(secret, part.section, language))
          }
        }
      }
    }
    return problems
  }

  private func problem(
    _ secret: SecretWords.Secret, _ section: String, _ language: String
  ) -> Diagnostic {
    let own = secret.record.fields[secret.field]?.place ?? secret.record.place
    let typed = place(of: secret, language)
    let hint =
      typed == nil
      ? "leave it out, or take the block out that prints it" : "leave it out of the text"
    guard secret.isPerson else {
      // The value itself stays out of the message: messages are kept and sent around.
      return Diagnostic(
        .error, code: "private-printed",
        "the private \(secret.field) of \(quoted(secret.record.id)) is printed in "
          + "\"\(section)\" in \"\(language)\"", at: typed ?? own, hint: hint)
    }
    return Diagnostic(
      .error, code: "person-without-consent",
      "\(quoted(secret.record.id)) is named in \"\(section)\" in \"\(language)\", but may not be",
      at: typed ?? own, hint: hint + ", or record the ground for naming the person")
  }

  /// Where a text has the words typed.
  private func place(of secret: SecretWords.Secret, _ language: String) -> Place? {
    let one = SecretWords([secret])
    for unit in units(in: language) {
      if let (_, offset) = one.found(in: unit.text).first {
        let before = String(decoding: unit.text.utf8.prefix(offset), as: UTF8.self)
        return unit.place(at: before.unicodeScalars.count)
      }
    }
    return nil
  }

  private func secretWords() -> [SecretWords.Secret] {
    var known = Set<String>()
    var secrets: [SecretWords.Secret] = []
    for record in book.records {
      guard let kind = input.vocabulary.kind(record.kind) else { continue }
      let isPublic = mayBeNamed(record, kind)
      for field in kind.fields {
        guard let value = record.fields[field.name]?.value else { continue }
        if field.isPrivate {
          secrets += value.texts.filter { $0.count >= 4 && !Self.isShortNumber($0) }.map {
            .init(word: $0, record: record, field: field.name, isPerson: false)
          }
        } else if isPublic {
          known.formUnion(value.texts.map { $0.lowercased() })
        } else if Self.nameFields.contains(field.name) {
          secrets += value.texts.flatMap { Self.spellings($0) }.map {
            .init(word: $0, record: record, field: field.name, isPerson: true)
          }
        }
      }
    }
    for place in input.vocabulary.places.values {
      known.formUnion(place.names.values.map { $0.lowercased() })
    }
    return secrets.filter { !known.contains($0.word.lowercased()) }
  }

  private static let nameFields: Set<String> = ["name", "names", "aliases", "source_spelling"]

  private static func isShortNumber(_ text: String) -> Bool {
    text.utf8.count < 6 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A name as it stands, and with the family name at the other end.
  private static func spellings(_ name: String) -> [String] {
    let isHan = name.unicodeScalars.contains { NameKey.isHan($0) }
    guard name.count >= (isHan ? 2 : 4) else { return [] }
    let words = name.split(separator: " ")
    return words.count == 2 ? [name, "\(words[1]) \(words[0])"] : [name]
  }

  /// Whether the record says on what ground it may be named, and the consent has not run out.
  private func mayBeNamed(_ record: Record, _ kind: Vocabulary.Kind) -> Bool {
    guard let ground = kind.publicIf else { return true }
    if let until = record.fields["consent_until"]?.value.date?.latest,
      until < input.outline.created.prefix(10)
    {
      return false
    }
    switch record.fields[ground]?.value {
    case nil: return false
    case .text(let text), .choice(let text): return !text.isEmpty
    case .flag(let isGiven): return isGiven
    default: return true
    }
  }
}
