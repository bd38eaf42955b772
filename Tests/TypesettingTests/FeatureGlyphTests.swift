import Fonts
import Testing

@testable import Typesetting

/// Features are shaped by the font's own glyphs, and a style that a family lacks is never made up.
@Suite struct FeatureGlyphTests {
  private static let families = ["Source Serif Pro", "Source Sans Pro"]

  private func glyphs(
    _ text: String, _ family: String, _ features: TextFeature...
  ) throws -> [UInt32] {
    var style = TextStyle(family: family, size: 10)
    style.features = features.map(\.rawValue)
    return try Support.set(text, style, measure: 300).glyphs.map(\.id)
  }

  @Test(arguments: families)
  func `superiors are the glyphs of the superior figures`(family: String) throws {
    let raised = try glyphs("123", family, .superiors)
    #expect(raised == (try glyphs("¹²³", family)))
    #expect(raised != (try glyphs("123", family)))
  }

  @Test(arguments: families)
  func `a fraction is a raised figure, a fraction bar and a lowered figure`(
    family: String
  ) throws {
    let parts = try glyphs("3/7", family, .fractions)
    let plain = try glyphs("3/7", family)
    #expect(parts.count == 3)
    #expect(zip(parts, plain).allSatisfy { $0 != $1 })
  }

  @Test(arguments: families)
  func `small capitals are the font's own, lower than capitals`(family: String) throws {
    let small = try glyphs("annex", family, .smallCapitals)
    let plain = try glyphs("annex", family)
    let capitals = try glyphs("ANNEX", family)
    for index in small.indices {
      #expect(small[index] != plain[index] && small[index] != capitals[index])
    }
    #expect(small == (try glyphs("ANNEX", family, .capitalsToSmallCapitals)))
    var style = TextStyle(family: family, size: 10)
    let wide = try Support.width("ANNEX", style)
    style.features = ["smcp"]
    #expect(try Support.width("annex", style) < wide)
  }

  @Test(arguments: families)
  func `old-style and lining figures are different glyphs`(family: String) throws {
    let oldStyle = try glyphs("0123456789", family, .oldStyleFigures)
    let lining = try glyphs("0123456789", family, .liningFigures)
    for index in oldStyle.indices { #expect(oldStyle[index] != lining[index]) }
  }

  @Test(arguments: families)
  func `tabular and proportional figures are different glyphs`(family: String) throws {
    let tabular = try glyphs("1", family, .tabularFigures, .liningFigures)
    #expect(tabular != (try glyphs("1", family, .proportionalFigures, .liningFigures)))
  }

  @Test(arguments: [(400, 400), (600, 600), (700, 700), (300, 400)])
  func `a weight is a font of its own`(asked: Int, found: Int) throws {
    var style = Support.english
    style.weight = asked
    let typesetter = try Support.typesetter()
    let set = try typesetter.set(
      StyledText([.init("Annals", style)]), ParagraphStyle(measure: 100))
    let file = typesetter.fonts.files[set.runs[0].font.index]
    let names = [400: "Regular", 600: "Semibold", 700: "Bold"]
    #expect(file.name == "SourceSerifPro-" + (try #require(names[found])))
    #expect(typesetter.substitutions.isEmpty)
  }

  @Test func `a style that a family lacks is recorded, once, and set in a font as it is`() throws {
    var style = TextStyle(family: "Source Code Pro", size: 9)
    style.slant = .italic
    style.weight = 700
    let typesetter = try Support.typesetter()
    for text in ["let x", "var y"] {
      let set = try typesetter.set(
        StyledText([.init(text, style)]), ParagraphStyle(measure: 100))
      #expect(typesetter.fonts.files[set.runs[0].font.index].name == "SourceCodePro-Regular")
      #expect(set.runs.allSatisfy { $0.expansion == 1 })
    }
    let found = try #require(typesetter.substitutions.first)
    #expect(typesetter.substitutions.count == 1)
    #expect(found.description.contains("has no italic of weight 700"))
  }

  @Test func `Arabic without an italic is recorded too`() throws {
    var style = TextStyle(family: "Source Serif Pro", size: 10, language: "ar")
    style.slant = .italic
    let typesetter = try Support.typesetter()
    _ = try typesetter.set(
      StyledText([.init("تعاون", style)]), ParagraphStyle(measure: 100, language: "ar"))
    #expect(typesetter.substitutions.map(\.family) == ["Noto Naskh Arabic"])
  }

  @Test func `a family that no font has is an error`() throws {
    let style = TextStyle(family: "No Such Family", size: 10)
    #expect(throws: TypesettingError.font(.unknownFamily("No Such Family"))) {
      try Support.set("text", style, measure: 100)
    }
  }
}
