import Fonts
import Testing

@testable import Typesetting

/// Calls of notes in Chinese text, wide brackets and Latin words.
@Suite struct ChineseCallTests {
  private var call: TextStyle {
    var style = Support.chinese
    style.features = [TextFeature.superiors.rawValue]
    return style
  }

  private func set(_ before: String, _ after: String, _ measure: Double = 400) throws
    -> SetParagraph
  {
    try Support.typesetter().set(
      StyledText([.init(before, Support.chinese), .init("1", call), .init(after, Support.chinese)]),
      ParagraphStyle(measure: measure, alignment: .leading, language: "zh-Hans"))
  }

  @Test(arguments: ["", " "])
  func `a call stands close to the mark before it and the mark's blank comes after it`(
    space: String
  ) throws {
    let steps = try set("脚注在那里。", space + "读它吧").steps()
    let stop = try #require(steps.first { $0.text == "。" })
    #expect(abs(stop.step - 5) < 0.01)
    let mark = try #require(steps.first { $0.text == "1" })
    let width = try Support.width("1", call)
    #expect(abs(mark.step - width - 5) < 0.01)
  }

  @Test func `a call between Han has no gap about it`() throws {
    let steps = try set("这一条", "排在页脚").steps()
    #expect(abs(steps[2].step - 10) < 0.01)
    #expect(abs(steps[3].step - (try Support.width("1", call))) < 0.01)
  }

  @Test func `no line begins with a call`() throws {
    for measure in stride(from: 30.0, through: 90, by: 2) {
      let texts = try set("合作交流共享。", "发展创新未来", measure).lineTexts
      #expect(texts.allSatisfy { !$0.hasPrefix("1") }, "\(measure): \(texts)")
    }
  }

  @Test func `a line may end before a wide bracket after a per cent sign`() throws {
    let texts = try Support.set("合作交流的16%（16人次）", Support.chinese, measure: 72).lineTexts
    #expect(texts == ["合作交流的16%", "（16人次）"])
  }

  @Test func `single quotation marks are Chinese marks as double ones are`() throws {
    let double = try Support.set("与“里面”相对", Support.chinese, measure: 400).steps()
    let single = try Support.set("与‘里面’相对", Support.chinese, measure: 400).steps()
    #expect(zip(double, single).allSatisfy { abs($0.step - $1.step) < 2 }, "\(double) \(single)")
  }

  @Test func `a German quotation in Chinese text keeps its closing mark`() throws {
    let plain = try Support.set("„So ist es“, sagte", Support.english, measure: 400)
    let set = try Support.set("„So ist es“, sagte", Support.chinese, measure: 400)
    #expect(set.glyphs.map(\.id) == plain.glyphs.map(\.id))
    #expect(set.runs.count == 1)
  }

  @Test func `a long Latin word in Chinese text is hyphenated`() throws {
    let texts = try Support.set(
      "合作交流responsibilities共享发展创新未来AB合作", Support.chinese, measure: 80
    ).lineTexts
    #expect(texts.contains { $0.hasSuffix("-") }, "\(texts)")
  }

  @Test func `a name in Chinese text is not hyphenated`() throws {
    for measure in stride(from: 100.0, through: 220, by: 4) {
      let texts = try Support.set(
        "培训由YANG Wenming教授和ZHOU Yuerong副教授主讲，Hoffmann教授出席了会议。", Support.chinese,
        measure: measure
      ).lineTexts
      #expect(texts.allSatisfy { !$0.hasSuffix("-") }, "\(measure): \(texts)")
    }
  }

  @Test func `a word that a number is bound to is not hyphenated`() throws {
    for measure in stride(from: 60.0, through: 160, by: 3) {
      let texts = try Support.set(
        "They say more of it in section\u{A0}4 of the book", measure: measure
      ).lineTexts
      #expect(texts.contains { $0.contains("section\u{A0}4") }, "\(measure): \(texts)")
    }
  }
}
