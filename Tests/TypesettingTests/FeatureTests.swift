import Fonts
import Testing

@testable import Typesetting

/// What a theme chooses of a font: figures, small capitals, spaced capitals.
@Suite struct FeatureTests {
  @Test(arguments: [
    ("smallCapitals", TextFeature.smallCapitals, "Annals"),
    ("c2sc", .capitalsToSmallCapitals, "UNESCO"), ("onum", .oldStyleFigures, "2019"),
    ("pnum", .proportionalFigures, "2019"), ("frac", .fractions, "1/2"), ("sups", .superiors, "12"),
  ])
  func `a feature draws other glyphs`(_: String, feature: TextFeature, text: String) throws {
    let plain = try Support.set(text, measure: 200).glyphs.map(\.id)
    let other = try Support.set(text, Support.english.with(feature), measure: 200).glyphs
    #expect(other.map(\.id) != plain)
    #expect(!other.contains { $0.id == 0 })
  }

  @Test(arguments: ["Source Serif Pro", "Source Sans Pro"])
  func `tabular figures have one width`(family: String) throws {
    let style = TextStyle(family: family, size: 10).with(.tabularFigures, .liningFigures)
    let one = try Support.width("1", style)
    for digit in "023456789" { #expect(abs(try Support.width(String(digit), style) - one) < 0.001) }
  }

  @Test func `features add up and come once`() {
    let style = Support.english.with(.oldStyleFigures, .oldStyleFigures).with(.smallCapitals)
    #expect(style.features == ["onum", "smcp"])
  }

  @Test func `words of capitals are spaced and others are not`() throws {
    var style = Support.english
    style.capitalSpacing = 0.05
    for (text, count) in [("UNESCO", 6), ("(UNESCO),", 9), ("Unesco", 0), ("UN", 0), ("A3B", 0)] {
      let difference = try Support.width(text, style) - Support.width(text)
      #expect(abs(difference - Double(count) * 0.5) < 0.01, "\(text)")
    }
  }

  @Test func `spaced capitals stay in the run of their line`() throws {
    var style = Support.english
    style.capitalSpacing = 0.05
    let text = "The members of UNESCO and of the network met in the spring of the year"
    let set = try Support.set(text, style, measure: 120, expansion: .none)
    #expect(set.runs.count == set.lines.count)
    #expect(set.lineTexts.joined().contains("UNESCO"))
  }

  @Test func `an italic that a family lacks is not made by slanting`() throws {
    let code = TextStyle(family: "Source Code Pro", size: 10)
    var italic = code
    italic.slant = .italic
    let upright = try Support.set("let", code, measure: 100)
    let slanted = try Support.set("let", italic, measure: 100)
    #expect(slanted.glyphs == upright.glyphs && slanted.runs[0].font == upright.runs[0].font)
  }
}
