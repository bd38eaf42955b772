import Testing

@testable import Typesetting

@Suite struct HyphenationTests {
  private func parts(_ word: String, _ patterns: String) throws -> String {
    let hyphenator = try Hyphenator(named: patterns)
    var bytes = Array(word.utf8)
    for offset in Hyphens().offsets(bytes, hyphenator).reversed() {
      bytes.insert(0x2D, at: offset)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: [
    ("hyphenation", "hy-phen-ation"), ("associate", "as-so-ciate"), ("present", "present"),
    ("University", "Uni-ver-sity"), ("cooperation,", "co-op-er-a-tion,"),
  ])
  func `American words divide by the patterns`(word: String, parts: String) throws {
    #expect(try self.parts(word, "en-us") == parts)
  }

  @Test func `other languages have their own patterns`() throws {
    #expect(try parts("Zusammenarbeit", "de-1996") == "Zu-sam-men-ar-beit")
    #expect(try parts("coopération", "fr") == "co-opé-ra-tion")
    #expect(try parts("international", "en-gb") == "in-ter-na-tional")
  }

  @Test(arguments: ["en-us", "en-gb", "de-1996", "fr"])
  func `two letters stand before a hyphen and three after it, or more`(patterns: String) throws {
    let words = [
      "abomination", "again", "open", "idea", "area", "agora", "ebene", "usine", "arriver",
      "Universities", "Hochschule", "université", "Übersetzung", "économie",
    ]
    for word in words {
      let parts = try parts(word, patterns).split(separator: "-")
      #expect((parts.first?.count ?? 0) >= 2 && (parts.last?.count ?? 0) >= 3, "\(parts)")
    }
  }

  @Test func `code is not hyphenated, nor is the last word of a paragraph`() throws {
    let code = TextStyle(family: "Source Code Pro", size: 10)
    let text = "internationalisation responsibilities international"
    for measure in stride(from: 130.0, through: 260, by: 10) {
      let set = try Support.set(text, code, measure: measure, alignment: .justified)
      #expect(set.lines.allSatisfy { !$0.hyphenated }, "\(set.lineTexts)")
      let prose = try Support.set("The responsibilities", measure: max(80, measure / 2))
      #expect(prose.lineTexts.last?.hasSuffix("responsibilities") == true)
    }
  }

  @Test(arguments: ["UNESCO", "example.org/international", "MOOC2019", "a@universities"])
  func `abbreviations and addresses stay whole`(word: String) throws {
    #expect(try parts(word, "en-us") == word)
  }

  /// The parts of a word are measured from its glyphs where the font allows; shaping them must give
  /// the same.
  @Test func `the widths beside a hyphen are those of the shaped parts`() throws {
    let words = [
      "international", "cooperation", "affiliation", "Difficulties", "governmental", "officially",
      "Representation", "Tavernkeeper", "Workflow",
    ]
    for word in words {
      let whole = try Support.set(word + " x", measure: 300)
      #expect(whole.lines.count == 1)
      for measure in stride(from: 20.0, through: 60, by: 1.5) {
        let set = try Support.set(word + " x", measure: measure, protrusion: .none)
        for (line, text) in zip(set.lines, set.lineTexts) where line.hyphenated {
          let closer = line.letterspacing * 10 * Double(text.count)
          let width = try Support.width(text) + closer
          #expect(width <= measure * 1.021, "\(word) \(measure) \(text)")
          #expect(!line.overfull, "\(word) \(measure) \(text)")
        }
      }
    }
  }
}
