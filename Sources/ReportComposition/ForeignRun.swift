/// A part of a text in one language, as far as its script tells it.
struct ForeignRun: Hashable {
  /// BCP 47; nil for the language of the text.
  var language: String?
  var text: String

  private enum Kind: Equatable {
    case own
    /// Spaces and marks, which belong to what is around them.
    case neutral
    case foreign(String)
  }

  /// The runs of a text in English or Chinese: Chinese in other texts, Arabic, Hebrew and Thai in
  /// all. Spaces between words of one script are in its run.
  static func runs(of text: Substring, isChinese: Bool) -> [ForeignRun] {
    guard text.utf8.contains(where: { mayBeForeign($0, isChinese) }) else {
      return text.isEmpty ? [] : [ForeignRun(text: String(text))]
    }
    var runs: [ForeignRun] = []
    var waiting = ""
    for scalar in text.unicodeScalars {
      let kind = kind(of: scalar, isChinese)
      let open = runs.last?.language
      if kind == .neutral, open != nil {
        waiting.unicodeScalars.append(scalar)
        continue
      }
      let language: String? = if case .foreign(let name) = kind { name } else { nil }
      if !waiting.isEmpty {
        let isInside = language == open && (open != "zh-Hans" || areChinese(waiting))
        if isInside {
          add(waiting, language, to: &runs)
        } else {
          close(&waiting, &runs)
          add(waiting, nil, to: &runs)
        }
        waiting = ""
      }
      add(String(scalar), language, to: &runs)
    }
    close(&waiting, &runs)
    if !waiting.isEmpty { add(waiting, nil, to: &runs) }
    return runs
  }

  /// Whether marks between Han are Chinese: quotation marks, dashes and dots, but no ASCII.
  private static func areChinese(_ marks: String) -> Bool {
    marks.unicodeScalars.allSatisfy { $0.value >= 0x2010 }
  }

  /// Gives a Chinese run the quotation mark after it that closes one in it.
  private static func close(_ waiting: inout String, _ runs: inout [ForeignRun]) {
    guard let last = runs.last, last.language == "zh-Hans" else { return }
    let pairs: [Unicode.Scalar: Unicode.Scalar] = ["\u{201D}": "\u{201C}", "\u{2019}": "\u{2018}"]
    while let mark = waiting.unicodeScalars.first, let opening = pairs[mark] {
      let text = runs[runs.count - 1].text.unicodeScalars
      guard text.count(where: { $0 == opening }) > text.count(where: { $0 == mark }) else { return }
      runs[runs.count - 1].text.unicodeScalars.append(mark)
      waiting.unicodeScalars.removeFirst()
    }
  }

  private static func add(_ text: String, _ language: String?, to runs: inout [ForeignRun]) {
    if let last = runs.last, last.language == language {
      runs[runs.count - 1].text += text
    } else {
      runs.append(ForeignRun(language: language, text: text))
    }
  }

  /// The first bytes of characters of the scripts looked for; quotation marks and dashes, which
  /// begin with E2, are in every text.
  private static func mayBeForeign(_ byte: UInt8, _ isChinese: Bool) -> Bool {
    (0xD6...0xDD).contains(byte) || byte == 0xE0 || (!isChinese && byte >= 0xE3)
  }

  private static func kind(of scalar: Unicode.Scalar, _ isChinese: Bool) -> Kind {
    switch scalar.value {
    case 0x0590...0x05FF, 0xFB1D...0xFB4F: .foreign("he")
    case 0x0600...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFE: .foreign("ar")
    case 0x0E00...0x0E7F: .foreign("th")
    case 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF01...0xFF60, 0xFFE0...0xFFE6,
      0x20000...0x3FFFF:
      isChinese ? .own : .foreign("zh-Hans")
    case 0x20...0x40, 0x5B...0x60, 0x7B...0xA0, 0x2000...0x206F: .neutral
    default: .own
    }
  }
}
