import Testing

@testable import Typesetting

/// Letterspacing: the last resort of justified lines, and spaced capitals.
@Suite struct LetterspacingTests {
  private func set(_ text: String, _ measure: Double) throws -> SetParagraph {
    try Support.typesetter().set(
      StyledText([.init(text, Support.english)]),
      ParagraphStyle(measure: measure, hyphenation: .none, protrusion: .none))
  }

  @Test func `a word that narrower glyphs do not make fit comes closer by a hundredth`() throws {
    let word = "Cooperation"
    let natural = try Support.width(word)
    let set = try set(word, natural * 0.97)
    let line = try #require(set.lines.first)
    #expect(set.lines.count == 1 && !line.overfull)
    #expect(line.letterspacing < 0 && line.letterspacing >= -0.01)
    #expect(abs(line.extent.upperBound - natural * 0.97) < 0.02)
    #expect(try self.set(word, natural * 0.981).lines[0].letterspacing == 0)
  }

  @Test func `a line that no stretch makes good comes apart by a hundredth`() throws {
    let set = try set("abc defg hijklmnopqrstuvwxyzabc yes", 140)
    #expect(set.lines[0].letterspacing == 0.01)
    #expect(abs(set.lines[0].extent.upperBound - 140) < 0.02)
    let plain = try Support.width("abc")
    let expansion = set.runs[0].expansion
    #expect(abs(set.glyphs[3].x - plain * expansion - 0.3) < 0.02)
  }

  @Test func `letterspaced glyphs stay in the clusters of their text`() throws {
    let set = try set("abc defg hijklmnopqrstuvwxyzabc yes", 140)
    #expect(set.lineTexts.joined() == "abc defg hijklmnopqrstuvwxyzabc yes")
    #expect(set.runs.count == set.lines.count)
  }

  @Test func `prose of a common measure is never letterspaced`() throws {
    let typesetter = try Support.typesetter()
    for paragraph in try BaselineTests.paragraphs() {
      for measure in stride(from: 180.0, through: 440, by: 20) {
        let set = try typesetter.set(
          StyledText([.init(paragraph, Support.english)]), ParagraphStyle(measure: measure))
        #expect(set.lines.allSatisfy { $0.letterspacing == 0 })
      }
    }
  }

  // MARK: Capitals

  @Test func `tracked text keeps its kerning`() throws {
    var style = Support.english
    style.tracking = TextStyle.capitalTracking
    let plain = try Support.set("AVATAR", measure: 300)
    let tracked = try Support.set("AVATAR", style, measure: 300)
    #expect(try Support.width("AV") < (try Support.width("A")) + (try Support.width("V")) - 0.3)
    for index in plain.glyphs.indices {
      let gained = tracked.glyphs[index].x - plain.glyphs[index].x
      #expect(abs(gained - 0.6 * Double(index)) < 0.01)
    }
  }

  @Test(arguments: ["Source Serif Pro", "Source Sans Pro"])
  func `tracked text has no ligatures`(family: String) throws {
    var style = TextStyle(family: family, size: 10).with(.oldStyleFigures)
    let text = "fi ffl ft"
    let letters = try text.filter { $0 != " " }.map {
      try Support.set(String($0), style, measure: 100).glyphs[0].id
    }
    style.tracking = 0.06
    let tracked = try Support.set(text, style, measure: 300)
    let space = try Support.set("a b", style, measure: 300).glyphs[1].id
    #expect(tracked.glyphs.map(\.id).filter { $0 != space } == letters)
  }

  @Test func `the capitals of a label are six hundredths apart`() throws {
    var style = Support.english
    style.capitalSpacing = TextStyle.capitalTracking
    let gained = try Support.width("UNESCO", style) - Support.width("UNESCO")
    #expect(abs(gained - 6 * 0.6) < 0.01)
  }
}
