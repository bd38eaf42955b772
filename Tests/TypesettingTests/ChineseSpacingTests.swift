import Fonts
import Testing

@testable import Typesetting

/// CLREQ's spacing: the order of justification and its limits, gaps beside Latin, what stays together.
@Suite struct ChineseSpacingTests {
  private func set(_ text: String, _ measure: Double) throws -> SetParagraph {
    try Support.set(text, Support.chinese, measure: measure)
  }

  private func isHan(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test func `a tight line takes from punctuation before it takes from the gaps`() throws {
    let text = "合作，交流AB合作"
    let natural = try Support.width(text, Support.chinese)
    let line = try set(text, natural - 2)
    #expect(line.lines.count == 1)
    let latin = line.steps().filter { $0.text == "A" }
    let plain = try set(text, natural).steps().filter { $0.text == "A" }
    #expect(abs(latin[0].step - plain[0].step) < 0.01)
    let gaps = zip(line.steps(), try set(text, natural).steps()).map { $0.step - $1.step }
    #expect(gaps.filter { $0 < -0.01 }.count == 1)
  }

  @Test func `when punctuation has given all, the gaps give down to an eighth`() throws {
    let text = "合作，交流AB合作"
    let natural = try Support.width(text, Support.chinese)
    let line = try set(text, natural - 4.9)
    #expect(line.lines.count == 1)
    let changes = zip(line.steps(), try set(text, natural).steps()).map { $0.step - $1.step }
    #expect(abs((changes.min() ?? 0) + 2.5) < 0.01)
    #expect(changes.allSatisfy { $0 > -2.51 })
    #expect(changes.filter { $0 < -1 }.count == 3)
  }

  /// Full lines of many measures: a gap stays between an eighth and half of an em, Han between Han
  /// gains a quarter at most.
  @Test func `no gap and no space between Han grows beyond its limit`() throws {
    for measure in stride(from: 100.0, through: 300, by: 10) {
      let set = try set(ChineseTests.passage, measure)
      for index in set.lines.indices.dropLast() {
        let steps = set.steps(line: index)
        for (here, next) in zip(steps, steps.dropFirst()) where isHan(here.text) {
          if isHan(next.text) { #expect(here.step < 12.51, "\(measure): \(here)") }
          if next.text.first?.isASCII == true {
            #expect(here.step > 11.2 && here.step < 15.3, "\(measure): \(here)")
          }
        }
      }
    }
  }

  @Test func `no gap stands at a line's edge`() throws {
    for measure in stride(from: 60.0, through: 200, by: 4) {
      let set = try set("合作AB交流CD创新EF发展GH共享IJ未来", measure)
      for line in set.lines {
        guard let first = set.runs[line.runs].first else { continue }
        #expect(abs(set.glyphs[first.glyphs.lowerBound].x) < 0.9)
        #expect(line.extent.upperBound <= measure + 0.02)
      }
    }
  }

  @Test(arguments: ["，。", "。”", "）、", "》。", "！”", "…”"])
  func `marks that follow one another keep to their line`(marks: String) throws {
    let text = "合作交流" + marks + "共享发展创新未来"
    for measure in stride(from: 34.0, through: 90, by: 2) {
      for line in try set(text, measure).lineTexts {
        #expect(!marks.contains { line.first == $0 })
      }
    }
  }

  @Test(arguments: ["120人", "30万元", "5所", "18项", "3次", "2019年", "100 km", "45 kg", "12 %"])
  func `a number keeps its unit`(number: String) throws {
    let text = "学校共有" + number + "参加合作交流项目"
    for measure in stride(from: 42.0, through: 120, by: 3) {
      let texts = try set(text, measure).lineTexts
      #expect(texts.contains { $0.contains(number) }, "\(measure): \(texts)")
    }
  }

  @Test func `a number keeps its unit in English and a word is no unit`() throws {
    for measure in stride(from: 40.0, through: 200, by: 4) {
      let texts = try Support.set(
        "The course of 100 km took 45 min and 12 persons ran it", measure: measure
      )
      .lineTexts
      #expect(!texts.contains { $0.hasPrefix("km") || $0.hasPrefix("min") }, "\(texts)")
    }
    let words = Array("persons".utf8)
    #expect(!words.withUnsafeBufferPointer { Units.stands(in: $0, at: 0) })
  }

  /// GB2312 lacks these; GBK has them.
  @Test(arguments: ["Source Serif Pro", "Source Sans Pro"])
  func `characters of personal names are in every Chinese font`(family: String) throws {
    for weight in [400, 600] {
      let style = TextStyle(family: family, weight: weight, size: 10, language: "zh-Hans")
      let set = try Support.set("镕喆堃祎翀淼犇彧珺", style, measure: 200)
      #expect(set.runs.count == 1)
      #expect(set.glyphs.allSatisfy { $0.id != 0 })
    }
  }

  @Test func `a foreign name's middle dot does not begin a line`() throws {
    for measure in stride(from: 22.0, through: 100, by: 3) {
      for line in try set("卡尔·马克思与列夫·托尔斯泰", measure).lineTexts {
        #expect(!line.hasPrefix("·"))
      }
    }
  }

  @Test func `Han is never slanted and its emphasis is weight`() throws {
    var italic = Support.chinese
    italic.slant = .italic
    let upright = try Support.set("合作", Support.chinese, measure: 100).runs.map(\.font)
    #expect(try Support.set("合作", italic, measure: 100).runs.map(\.font) == upright)
    var strong = Support.chinese
    strong.weight = 600
    #expect(try Support.set("合作", strong, measure: 100).runs.map(\.font) != upright)
  }
}
