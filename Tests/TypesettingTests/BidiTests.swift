import Testing

@testable import Typesetting

/// Text from right to left: order on the line, mirrored marks, extraction.
@Suite struct BidiTests {
  static let arabic = TextStyle(family: "Source Serif Pro", size: 10, language: "ar")
  static let hebrew = TextStyle(family: "Source Serif Pro", size: 10, language: "he")
  /// Universities cooperate (in 12 countries) since 2019 with UNESCO.
  static let text = "تتعاون الجامعات (في 12 بلدا) منذ 2019 مع UNESCO في البرامج المشتركة."

  /// The characters of a line from left to right, each by the left edge of its glyphs.
  private func visual(_ set: SetParagraph, line: Int) -> String {
    var placed: [(x: Double, text: String)] = []
    for run in set.runs[set.lines[line].runs] {
      var glyph = run.glyphs.lowerBound
      var byte = run.text.lowerBound
      for cluster in set.clusters[run.clusters] {
        let text = set.text[byte..<byte + Int(cluster.bytes)]
        placed.append((set.glyphs[glyph].x, String(decoding: text, as: UTF8.self)))
        glyph += Int(cluster.glyphs)
        byte += Int(cluster.bytes)
      }
    }
    return placed.sorted { $0.x < $1.x }.map(\.text).joined()
  }

  @Test(
    arguments: [
      ([0, 0, 0], [0, 1, 2]), ([1, 1, 1], [2, 1, 0]), ([0, 1, 1, 0], [0, 2, 1, 3]),
      ([1, 2, 2, 1], [3, 1, 2, 0]), ([2, 2], [0, 1]), ([], []),
    ] as [([UInt8], [Int])])
  func `levels put pieces in order`(levels: [UInt8], order: [Int]) {
    #expect(VisualOrder.order(levels) == order)
  }

  @Test func `extracted text keeps its order`() throws {
    for measure in [60.0, 90, 140, 400] {
      let set = try Support.set(Self.text, Self.arabic, measure: measure)
      #expect(set.lineTexts.joined() == Self.text)
      for run in set.runs {
        let clusters = set.clusters[run.clusters]
        #expect(clusters.reduce(0) { $0 + Int($1.bytes) } == run.text.count)
        #expect(clusters.reduce(0) { $0 + Int($1.glyphs) } == run.glyphs.count)
      }
    }
  }

  @Test func `Hebrew runs from right to left and its numbers from left to right`() throws {
    let set = try Support.set("אבג 123 דה", Self.hebrew, measure: 200)
    #expect(visual(set, line: 0) == "הד 123 גבא")
    #expect(abs(set.lines[0].extent.upperBound - 200) < 0.01)
  }

  @Test func `Hebrew in English keeps the English order around it`() throws {
    let set = try Support.set("See אבג דה now", measure: 200)
    #expect(visual(set, line: 0) == "See הד גבא now")
    #expect(set.lines[0].extent.lowerBound == 0)
  }

  @Test func `brackets are mirrored in text from right to left`() throws {
    let set = try Support.set("(א)", Self.hebrew, measure: 100)
    let plain = try Support.set("()", measure: 100)
    #expect(set.glyphs.count == 3)
    // The opening bracket stands at the right and is drawn with the glyph of the closing one.
    #expect(set.glyphs[0].id == plain.glyphs[1].id && set.glyphs[2].id == plain.glyphs[0].id)
    #expect(set.glyphs[0].x > set.glyphs[1].x && set.glyphs[1].x > set.glyphs[2].x)
  }

  @Test func `Arabic letters join`() throws {
    let joined = try Support.set("بببب", Self.arabic, measure: 100).glyphs.map(\.id)
    let alone = try Support.set("ب", Self.arabic, measure: 100).glyphs.map(\.id)
    #expect(Set(joined).count == 3 && !Set(joined).contains(alone[0]))
  }

  @Test func `a vowel mark stays with its letter and a joiner shapes its word`() throws {
    let set = try Support.set("كَتَبَ", Self.arabic, measure: 100)
    #expect(set.runs.count == 1)
    let parted = try Support.set("می\u{200C}خواهم", Self.arabic, measure: 100)
    let whole = try Support.set("میخواهم", Self.arabic, measure: 100)
    #expect(parted.glyphs.map(\.id) != whole.glyphs.map(\.id))
  }

  @Test func `a paragraph from right to left fills its lines and ends at the left`() throws {
    let set = try Support.set(Self.text + " " + Self.text, Self.arabic, measure: 120, indent: 10)
    #expect(set.lines.count > 3)
    for (index, line) in set.lines.enumerated() {
      let isLast = index == set.lines.count - 1
      #expect(!line.overfull)
      #expect(abs(line.extent.upperBound - (index == 0 ? 110 : 120)) < 0.02)
      #expect(isLast ? line.extent.lowerBound > 1 : abs(line.extent.lowerBound) < 0.02)
    }
  }

  @Test func `alignment follows the direction`() throws {
    let leading = try Support.set("אבג", Self.hebrew, measure: 100, alignment: .leading)
    #expect(abs(leading.lines[0].extent.upperBound - 100) < 0.01)
    let trailing = try Support.set("אבג", Self.hebrew, measure: 100, alignment: .trailing)
    #expect(abs(trailing.lines[0].extent.lowerBound) < 0.01)
  }

  @Test func `the first strong character can decide`() throws {
    for (text, isRight) in [("אבג abc", true), ("abc אבג", false)] {
      let set = try Support.typesetter().set(
        StyledText([.init(text, Support.english)]),
        ParagraphStyle(measure: 200, alignment: .leading, direction: .firstStrong))
      #expect((set.lines[0].extent.upperBound > 199) == isRight)
    }
  }

  @Test func `the space at the end of a line takes the paragraph's direction`() throws {
    let set = try Support.set("abc אבג דהו", measure: 36, alignment: .leading)
    #expect(set.lines.count == 2)
    let glyphs = set.runs[set.lines[0].runs].flatMap { set.glyphs[$0.glyphs] }
    let space = try #require(glyphs.last)
    #expect(glyphs.dropLast().allSatisfy { $0.x < space.x })
  }

  @Test func `a run's place covers its glyphs in both directions`() throws {
    let set = try Support.set(Self.text, Self.arabic, measure: 150)
    for run in set.runs {
      for glyph in set.glyphs[run.glyphs] {
        #expect(glyph.x >= run.x - 2 && glyph.x <= run.x + run.width + 2)
      }
    }
  }

  @Test func `controls and lone marks do not trap`() throws {
    for text in [
      "\u{202E}abc\u{202C}", "\u{2067}", "ً", "\u{200F}\n\u{200F}", "א\u{200D}", "a\u{2066}א",
    ] {
      _ = try Support.set(text, measure: 50)
      _ = try Support.set(text, Self.hebrew, measure: 5)
    }
  }

  @Test func `emphasis inside a paragraph keeps the order`() throws {
    var bold = Self.hebrew
    bold.weight = 700
    bold.tag = 3
    let set = try Support.typesetter().set(
      StyledText([.init("אבג ", Self.hebrew), .init("דה", bold), .init(" וז", Self.hebrew)]),
      ParagraphStyle(measure: 200, language: "he"))
    #expect(visual(set, line: 0) == "זו הד גבא")
    #expect(set.runs.map(\.tag) == [0, 3, 0])
    #expect(set.runs[0].x > set.runs[1].x && set.runs[1].x > set.runs[2].x)
  }
}
