import Fonts
import Testing

@testable import Typesetting

/// Scripts beside one another: their sizes, their weights and the fonts that stand in.
@Suite struct MixedScriptTests {
  @Test(arguments: [("Source Serif Pro", 9.2), ("Source Sans Pro", 9.0)])
  func `Han in Latin text is a little smaller`(family: String, size: Double) throws {
    let style = TextStyle(family: family, size: 10)
    let sizes = try Support.set("At 深圳 now", style, measure: 200).runs.map(\.size)
    #expect(sizes == [10, size, 10])
  }

  @Test(arguments: [("Source Serif Pro", 10.8), ("Source Sans Pro", 11.1)])
  func `Latin in Chinese text is a little larger`(family: String, size: Double) throws {
    let style = TextStyle(family: family, size: 10, language: "zh-Hans")
    let sizes = try Support.set("在Oxford读书", style, measure: 200).runs.map(\.size)
    #expect(sizes == [10, size, 10])
  }

  @Test(arguments: [(600, "AnnalsSerifSC-SemiBold"), (400, "AnnalsSerifSC-Regular")])
  func `semibold Latin pairs with semibold Han, never with bold`(
    weight: Int, name: String
  ) throws {
    let style = TextStyle(
      family: "Source Serif Pro", weight: weight, size: 10, language: "zh-Hans")
    let typesetter = try Support.typesetter()
    let set = try typesetter.set(
      StyledText([.init("合作", style)]), ParagraphStyle(measure: 200, language: "zh-Hans"))
    #expect(set.runs.map { typesetter.fonts.files[$0.font.index].name } == [name])
  }

  /// Source Serif's italic has none of them.
  @Test(arguments: ["Москва", "Αθήνα", "Việt Nam", "Đại học"])
  func `an italic that the family lacks comes from a font that has it`(text: String) throws {
    var italic = Support.english
    italic.slant = .italic
    let typesetter = try Support.typesetter()
    let set = try typesetter.set(
      StyledText([.init(text, italic)]), ParagraphStyle(measure: 300))
    let names = set.runs.map { typesetter.fonts.files[$0.font.index].name }
    #expect(names.allSatisfy { $0.contains("It") }, "\(names)")
    #expect(typesetter.substitutions.isEmpty)
    #expect(set.lineTexts == [text])
  }
}
