import Fonts
import Foundation
import Geometry
import Testing
import Typesetting

@Suite struct ParagraphTests {
  static let text =
    "The network brings together universities from six continents, and its collaborative programmes "
    + "have become a permanent feature of international academic cooperation."

  @Test func `every byte and glyph of a line is in a cluster`() throws {
    let set = try Support.set(Self.text, measure: 150)
    for run in set.runs {
      let clusters = set.clusters[run.clusters]
      #expect(clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
      #expect(clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
    }
  }

  @Test func `lines extract as words with spaces and hyphens`() throws {
    let set = try Support.set(Self.text, measure: 150)
    let joined = zip(set.lines, set.lineTexts).map { line, text in
      line.hyphenated ? String(text.dropLast()) : text
    }.joined()
    #expect(joined == Self.text)
    for (line, text) in zip(set.lines, set.lineTexts).dropLast() {
      #expect(text.hasSuffix("-") == line.hyphenated)
      #expect(line.hyphenated || text.hasSuffix(" "))
      #expect(abs(line.extent.upperBound - 150) < 0.01)
    }
  }

  @Test func `one style makes one run a line`() throws {
    let set = try Support.set(Self.text, measure: 150)
    #expect(set.runs.count == set.lines.count)
  }

  @Test func `ragged lines keep natural spaces and follow the alignment`() throws {
    let centred = try Support.set(Self.text, measure: 150, alignment: .centre)
    for line in centred.lines {
      #expect(abs(line.extent.lowerBound - (150 - line.extent.upperBound)) < 0.01)
    }
    let trailing = try Support.set(Self.text, measure: 150, alignment: .trailing)
    for line in trailing.lines { #expect(abs(line.extent.upperBound - 150) < 0.01) }
  }

  @Test func `a balanced heading has even lines`() throws {
    let heading = "International cooperation in vocational education and training abroad"
    let even = try Support.set(heading, measure: 260, alignment: .leading, balance: .balanced)
    let widths = even.lines.map { $0.extent.upperBound }
    #expect(even.lines.count == 2)
    #expect(try #require(widths.max()) - (try #require(widths.min())) < 60)
  }

  @Test func `a newline ends a line`() throws {
    let set = try Support.set("One\nTwo", measure: 200)
    #expect(set.lines.count == 2)
    #expect(set.lines[0].ratio == 0)
  }

  @Test func `a word wider than the measure is broken without a trap`() throws {
    let set = try Support.set(String(repeating: "a", count: 5000), measure: 100)
    #expect(set.lines.count > 100)
    #expect(set.lines.allSatisfy { !$0.overfull })
    let han = try Support.set("中文", Support.chinese, measure: 3)
    #expect(!han.lines.isEmpty)
  }

  @Test(arguments: [0, -5, Double.nan, 1e300, 0.001])
  func `an impossible measure does not trap`(measure: Double) throws {
    #expect(try !Support.set(Self.text, measure: measure).lines.isEmpty)
  }

  @Test func `sizes, indents and tracking that are no numbers do not trap`() throws {
    var style = Support.english
    style.size = .nan
    style.tracking = .infinity
    #expect(try !Support.set(Self.text, style, measure: 100, indent: .nan).lines.isEmpty)
    style.size = .infinity
    style.tracking = .nan
    #expect(try !Support.set("a b", style, measure: 100, indent: .infinity).lines.isEmpty)
  }

  @Test func `an address breaks after its slashes and is not hyphenated`() throws {
    let text = "See https://example.org/international/cooperation/programmes for more about it"
    for measure in stride(from: 60.0, to: 160, by: 20) {
      let set = try Support.set(text, measure: measure, alignment: .leading)
      #expect(set.lines.allSatisfy { !$0.hyphenated && !$0.overfull })
    }
  }

  @Test func `the same text gives the same paragraph`() throws {
    let typesetter = try Support.typesetter()
    let text = StyledText([.init(Self.text, Support.english)])
    let first = try typesetter.set(text, ParagraphStyle(measure: 150))
    let again = try typesetter.set(text, ParagraphStyle(measure: 150))
    #expect(first.lines == again.lines && first.runs == again.runs)
    #expect(first.glyphs == again.glyphs && first.text == again.text)
  }

  @Test func `no text makes no lines`() throws {
    #expect(try Support.set("", measure: 100).lines.isEmpty)
  }

  @Test func `a non-breaking space holds its words together`() throws {
    for measure in stride(from: 40.0, to: 120, by: 5) {
      for line in try Support.set("about 100\u{A0}km from 20\u{202F}000 people", measure: measure)
        .lineTexts
      {
        #expect(!line.hasPrefix("km") && !line.hasPrefix("000"))
      }
    }
  }

  @Test func `styles split runs and come back with their tags`() throws {
    var link = Support.english
    link.tag = 7
    link.colour = Colour(0x003366)
    let set = try Support.typesetter().set(
      StyledText([.init("See ", Support.english), .init("the list", link)]),
      ParagraphStyle(measure: 200))
    #expect(set.runs.map(\.tag) == [0, 7])
    #expect(set.runs[1].colour == Colour(0x003366))
    #expect(abs(set.runs[0].x + set.runs[0].width - set.runs[1].x) < 0.001)
  }

  @Test func `a character that no font has is named with its context`() throws {
    #expect(
      throws: TypesettingError.missingGlyph(
        character: "\u{1F600}", codePoint: 0x1F600, context: "Smile \u{1F600} here")
    ) { try Support.set("Smile \u{1F600} here", measure: 100) }
  }

  @Test func `collected missing glyphs are all listed, each once, and the text is set`() throws {
    let fonts = try FontLibrary(folder: Support.root().appendingPathComponent("fonts"))
    let typesetter = Typesetter(fonts: fonts, missingGlyphs: .collected)
    for text in ["Smile \u{1F600} and \u{1F600} or \u{1F680}", "Again \u{1F680}, \u{1F4A1}"] {
      let set = try typesetter.set(
        StyledText([.init(text, Support.english)]), ParagraphStyle(measure: 300))
      #expect(set.lineTexts == [text])
    }
    let missing = typesetter.missingGlyphs
    #expect(missing.map(\.codePoint) == [0x1F600, 0x1F680, 0x1F4A1])
    #expect(missing[1].context.contains("or \u{1F680}"))
    #expect(missing[2].error.description.contains("(U+1F4A1)"))
  }

  @Test func `Han in English is smaller and comes from the Chinese font`() throws {
    let set = try Support.set("At 深圳 now", measure: 200)
    #expect(set.runs.map(\.size) == [10, 9.2, 10])
  }

  @Test func `Cyrillic italic comes from a font that has it`() throws {
    var italic = Support.english
    italic.slant = .italic
    #expect(try !Support.set("Москва", italic, measure: 100).lines.isEmpty)
  }

  @Test func `tracking and rise move glyphs`() throws {
    var style = Support.english
    style.tracking = 0.1
    style.rise = 3
    #expect(abs(try Support.width("AB", style) - (try Support.width("AB")) - 2) < 0.01)
    #expect(try Support.set("A", style, measure: 100).glyphs[0].y == -3)
  }

  @Test func `features choose other glyphs`() throws {
    var tabular = Support.english
    tabular.features = ["onum"]
    let plain = try Support.set("2019", measure: 100).glyphs.map(\.id)
    #expect(try Support.set("2019", tabular, measure: 100).glyphs.map(\.id) != plain)
  }

  @Test func `a soft hyphen shows only where a line breaks`() throws {
    let whole = try Support.set("data\u{AD}base", measure: 200)
    #expect(whole.lineTexts == ["database"])
    let broken = try Support.set("data\u{AD}base", measure: 30, alignment: .leading)
    #expect(broken.lineTexts == ["data-", "base"])
    #expect(broken.lines[0].hyphenated)
  }

  /// Some texts leave no other way; without the rule it happens 26 times here.
  @Test func `a last line of one short word is rare`() throws {
    let words = (Self.text + " " + Self.text).split(separator: " ")
    let typesetter = try Support.typesetter()
    var runts = 0
    for count in 12...words.count {
      let text = StyledText([.init(words.prefix(count).joined(separator: " "), Support.english)])
      for measure in stride(from: 180.0, through: 420, by: 12) {
        let set = try typesetter.set(text, ParagraphStyle(measure: measure))
        guard set.lines.count > 1, let extent = set.lines.last?.extent else { continue }
        if extent.upperBound - extent.lowerBound < measure * 0.12 { runts += 1 }
      }
    }
    #expect(runts <= 16)
  }
}
