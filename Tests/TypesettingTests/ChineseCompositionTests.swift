import Fonts
import Testing

@testable import Typesetting

/// The numbered rules of Chinese composition (CLREQ, GB/T 15834), one test or more for each that a
/// paragraph can show; the indents and the leading of pages are tested where pages are laid out.
@Suite struct ChineseCompositionTests {
  private func set(_ text: String, _ measure: Double) throws -> SetParagraph {
    try Support.set(text, Support.chinese, measure: measure)
  }

  private func width(_ text: String) throws -> Double {
    try Support.width(text, Support.chinese)
  }

  private func isHan(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test(arguments: "，。、；：！？）》〉】」』”’…％‰℃".map(String.init))
  func `rule 1: no line starts with a mark that closes`(mark: String) throws {
    let before = "％‰℃".contains(mark) ? "合作交流达到35" : "合作交流共享"
    for measure in stride(from: 34.0, through: 96, by: 1.5) {
      for line in try set(before + mark + "共享发展创新未来合作", measure).lineTexts {
        #expect(!line.hasPrefix(mark), "\(measure)")
      }
    }
  }

  @Test(arguments: "（《〈【「『“‘￥$№".map(String.init))
  func `rule 1: no line ends with a mark that opens`(mark: String) throws {
    let after = "￥$№".contains(mark) ? "500共享发展创新未来" : "共享发展创新未来合作"
    for measure in stride(from: 34.0, through: 96, by: 1.5) {
      for line in try set("合作交流共享" + mark + after, measure).lineTexts {
        #expect(!line.hasSuffix(mark), "\(measure)")
      }
    }
  }

  @Test(arguments: ["——", "……"], ["Source Serif Pro", "Source Sans Pro"])
  func `rule 2: a dash and an ellipsis are two em and are not split`(
    mark: String, family: String
  ) throws {
    let style = TextStyle(family: family, size: 10, language: "zh-Hans")
    #expect(abs(try Support.width(mark, style) - 20) < 0.01)
    for measure in stride(from: 30.0, through: 100, by: 1.5) {
      let texts = try Support.set("合作交流" + mark + "共享发展创新", style, measure: measure)
        .lineTexts
      #expect(texts.contains { $0.contains(mark) }, "\(measure): \(texts)")
    }
  }

  @Test(arguments: [
    "）（", "》《", "」「", "，（", "。《", "）》", "」』", "”）", "（《", "《〈", "“（", "。”", "！”", "？）",
    "”，", "）。", "》、",
  ])
  func `rule 3: two marks together take an em and a half`(marks: String) throws {
    #expect(abs(try width("中" + marks + "文") - 35) < 0.01)
  }

  @Test(arguments: "，。、；：！？）》〉】」』”".map(String.init))
  func `rule 4: a closing mark is half its square at the end of a line`(mark: String) throws {
    let text = String(repeating: "合作" + mark, count: 16)
    for measure in [75.0, 100, 125] {
      let set = try set(text, measure)
      for (line, text) in zip(set.lines, set.lineTexts).dropLast() where text.hasSuffix(mark) {
        let run = try #require(set.runs[line.runs].last)
        let last = set.glyphs[run.glyphs.upperBound - 1]
        #expect(abs(last.x - (measure - 5)) < 0.02, "\(measure)")
      }
    }
  }

  @Test(arguments: "（《〈【「『“".map(String.init))
  func `rule 5: an opening mark is half its square at the start of a line`(mark: String) throws {
    let set = try set(mark + "合作交流" + "共享", 200)
    #expect(abs(set.glyphs[0].x + 5) < 0.01)
    #expect(abs(set.glyphs[1].x - 5) < 0.01)
  }

  @Test func `rule 6: Han and Latin are a quarter em apart, beside marks they are not`() throws {
    let latin = try width("AB")
    let digits = try width("12")
    #expect(abs(try width("中AB文") - 20 - latin - 5) < 0.02)
    #expect(abs(try width("中 AB 文") - 20 - latin - 5) < 0.02)
    #expect(abs(try width("中12文") - 20 - digits - 5) < 0.02)
    // A mark keeps its square and adds no gap of its own.
    #expect(abs(try width("中，AB，文") - 40 - latin) < 0.02)
    #expect(abs(try width("中（AB）文") - 40 - latin) < 0.02)
    #expect(abs(try width("中“AB”文") - 40 - latin) < 0.02)
  }

  /// What justification adds to a line that is too short, kind by kind.
  @Test func `rule 8: word spaces give first, then gaps, then the space between Han`() throws {
    let text = String(repeating: "合作交流AB CD共享发展EF GH创新，未来（可期）", count: 3)
    let space = try width("AB CD") - width("ABCD")
    var stretched = 0
    for measure in stride(from: 120.0, through: 260, by: 3) {
      let set = try set(text, measure)
      for index in set.lines.indices.dropLast() where set.lines[index].ratio > 0.05 {
        let steps = set.steps(line: index)
        var (han, gap, word) = (0.0, [Double](), [Double]())
        for (here, next) in zip(steps, steps.dropFirst()) {
          if isHan(here.text), isHan(next.text) { han = max(han, here.step - 10) }
          if isHan(here.text), next.text.first?.isLetter == true, !isHan(next.text) {
            gap.append(here.step - 10)
          }
          if here.text == " " { word.append(here.step) }
        }
        if han > 0.02 {
          stretched += 1
          for gap in gap { #expect(gap > 3.7, "\(measure): \(gap)") }
        }
        if gap.contains(where: { $0 > 2.6 }) {
          for word in word { #expect(word > space * 1.3, "\(measure): \(word)") }
        }
        #expect(han <= 2.51)
      }
    }
    #expect(stretched > 3)
  }

  /// CLREQ 3.1.8: marks close up to take a character in before the space between Han opens.
  @Test func `rule 8: a line takes its last character in by closing up its marks`() throws {
    let text = "国际合作处每年编印一本《国际合作年报》。多年以来，它只是一本薄薄的画册，印着握手和国旗。"
    let set = try Support.set(text, Support.chinese, measure: 300, indent: 20)
    #expect(set.lineTexts[0].hasSuffix("它只是一"))
    let steps = set.steps(line: 0).filter { isHan($0.text) }
    #expect(steps.contains { $0.step > 9.99 } && steps.allSatisfy { $0.step < 15.01 })
  }

  @Test func `rule 8: the space between Han is the same all along a line`() throws {
    let text = String(repeating: "合作交流共享发展创新未来可期", count: 4)
    for measure in [104.0, 147, 163] {
      let set = try set(text, measure)
      for index in set.lines.indices.dropLast() {
        let steps = set.steps(line: index).map(\.step)
        #expect((steps.max() ?? 0) - (steps.min() ?? 0) < 0.01)
      }
    }
  }

  @Test(arguments: [
    ("，", true), ("。", true), ("、", true), ("；", false), ("：", false), ("！", false),
    ("？", false), ("）", false), ("》", false), ("”", false),
  ])
  func `rule 9: only three marks may hang`(mark: String, hangs: Bool) throws {
    let text = String(repeating: "合作" + mark, count: 12)
    var hanging = 0
    for measure in stride(from: 40.0, through: 80, by: 2.5) {
      let set = try Support.set(text, Support.chinese, measure: measure, protrusion: .hanging)
      for line in set.lines {
        guard let run = set.runs[line.runs].last else { continue }
        if set.glyphs[run.glyphs.upperBound - 1].x > measure - 4.9 { hanging += 1 }
      }
    }
    #expect((hanging > 0) == hangs)
  }

  @Test func `rule 10: the last line has two Han at least`() throws {
    for ending in ["未来可期。", "未来可期", "（未来可期）。", "的AB项目。"] {
      let text = "合作交流共享发展创新合作交流共享发展" + ending
      for measure in stride(from: 50.0, through: 150, by: 1) {
        let last = try #require(try set(text, measure).lineTexts.last)
        #expect(last.filter { isHan(String($0)) }.count >= 2, "\(measure): \(last)")
      }
    }
  }

  @Test func `rule 11: quotation marks follow the language of their run`() throws {
    let typesetter = try Support.typesetter()
    var english = Support.chinese
    english.language = "en"
    let set = try typesetter.set(
      StyledText([.init("他说“你好”，", Support.chinese), .init("“hello” isn’t", english)]),
      ParagraphStyle(measure: 300, language: "zh-Hans"))
    let fonts = set.runs.map { typesetter.fonts.files[$0.font.index].name }
    let texts = set.runs.map { String(decoding: set.text[$0.text], as: UTF8.self) }
    #expect(fonts == ["AnnalsSerifSC-Regular", "SourceSerifPro-Regular"], "\(texts)")
    #expect(texts[0].hasSuffix("，") && texts[1].hasPrefix("“"))
  }

  @Test func `rule 12: emphasis is weight, and Han is never slanted`() throws {
    let typesetter = try Support.typesetter()
    var (strong, italic) = (Support.chinese, Support.chinese)
    strong.weight = 600
    italic.slant = .italic
    let set = try typesetter.set(
      StyledText([.init("合", Support.chinese), .init("作", strong), .init("《年鉴》", italic)]),
      ParagraphStyle(measure: 200, language: "zh-Hans"))
    #expect(
      set.runs.map { typesetter.fonts.files[$0.font.index].name } == [
        "AnnalsSerifSC-Regular", "AnnalsSerifSC-SemiBold", "AnnalsSerifSC-Regular",
      ])
  }

  @Test(arguments: [
    "中AB文12字", "自2019年起，30所大学（含UNESCO）", "卡尔·马克思——《资本论》……", "约100\u{A0}km", "A，B；C“D”E",
  ])
  func `rule 14: extracted text has no inserted spaces`(text: String) throws {
    for measure in [25.0, 60, 200] {
      #expect(try set(text, measure).lineTexts.joined() == text)
    }
  }

  @Test(arguments: ["Source Serif Pro", "Source Sans Pro"])
  func `a middle dot is half an em, in its middle, in every font`(family: String) throws {
    let style = TextStyle(family: family, size: 10, language: "zh-Hans")
    let set = try Support.set("中·文", style, measure: 100)
    #expect(abs(set.glyphs[2].x - set.glyphs[0].x - 15) < 0.01)
    #expect(abs(set.glyphs[1].x - 10) <= 2.6)
  }

  @Test(arguments: [
    "2025年", "第12届", "30万元", "120余", "8 个", "100 km", "12 %", "45%", "2019—2020学年",
    "1\u{202F}200名",
  ])
  func `a number, its unit and its counter keep together`(number: String) throws {
    for measure in stride(from: 80.0, through: 140, by: 1.5) {
      let texts = try set("学校共有" + number + "参加合作交流项目", measure).lineTexts
      let plain = number.filter { $0 != " " }
      #expect(
        texts.contains { $0.filter { $0 != " " }.contains(plain) }, "\(measure): \(texts)")
    }
  }
}
