import Testing
import Typesetting

/// CLREQ and GB/T 15834, each rule by what lines show.
@Suite struct ChineseTests {
  static let passage =
    "深圳职业技术学院与德国、法国、英国等30多个国家和地区的160多所院校建立了“友好合作”关系（含联合培养项目）；"
    + "学校开设《国际商务》《跨文化交流》等课程，共有120名留学生参加：其中，60%来自“一带一路”沿线国家！"
    + "2019年，学校派出师生500人次，接待来访团组100余个……合作不断深化——成果显著。"

  private func lines(_ measure: Double, indent: Double = 0) throws -> SetParagraph {
    try Support.set(Self.passage, Support.chinese, measure: measure, indent: indent)
  }

  private func width(_ text: String) throws -> Double {
    try Support.width(text, Support.chinese)
  }

  @Test func `no line starts or ends with a mark that may not`() throws {
    let starts: Set<Character> = Set("，。、；：！？）》〉】」』”’…％‰℃%")
    let ends: Set<Character> = Set("（《〈【「『“‘￥$№")
    for measure in stride(from: 60.0, to: 300, by: 7) {
      for line in try lines(measure).lineTexts {
        #expect(line.first.map(starts.contains) != true, "\(measure): \(line)")
        #expect(line.last.map(ends.contains) != true, "\(measure): \(line)")
      }
    }
  }

  @Test func `no line is overfull and full lines reach the measure`() throws {
    for measure in stride(from: 60.0, to: 300, by: 7) {
      let set = try lines(measure)
      for line in set.lines.dropLast() {
        #expect(!line.overfull)
        #expect(abs(line.extent.upperBound - measure) < 0.01, "\(measure)")
      }
    }
  }

  @Test func `the text that is extracted is the text that was set`() throws {
    for measure in [80.0, 133, 250] {
      #expect(try lines(measure).lineTexts.joined() == Self.passage)
    }
  }

  @Test func `a dash and an ellipsis are two em and stay whole`() throws {
    #expect(abs(try width("——") - 20) < 0.01)
    #expect(abs(try width("……") - 20) < 0.01)
    for measure in stride(from: 40.0, to: 200, by: 10) {
      for line in try lines(measure).lineTexts {
        let dashes = line.filter { $0 == "—" }.count
        let dots = line.filter { $0 == "…" }.count
        #expect(dashes != 1 && dots != 1)
      }
    }
  }

  @Test(arguments: ["中）（中", "中》）中", "中（《中", "中。”中", "中”，中"])
  func `two marks together take an em and a half`(text: String) throws {
    #expect(abs(try width(text) - 35) < 0.01)
  }

  @Test func `a single mark between Han takes its whole square`() throws {
    #expect(abs(try width("中，中") - 30) < 0.01)
    #expect(abs(try width("中（中") - 30) < 0.01)
  }

  @Test func `a mark at a line's edge is half its square`() throws {
    #expect(abs(try width("（中") - 15) < 0.01)
    #expect(abs(try width("中。") - 15) < 0.01)
  }

  @Test func `Han and Latin are a quarter em apart and a typed space makes no difference`() throws {
    let plain = try width("中") + (try width("AB")) + (try width("文"))
    #expect(abs(try width("中AB文") - plain - 5) < 0.02)
    #expect(abs(try width("中 AB 文") - plain - 5) < 0.02)
  }

  @Test func `no gap stands beside punctuation`() throws {
    let parts = try width("AB") + 10
    #expect(abs(try width("AB，中") - parts - 10) < 0.02)
  }

  @Test(arguments: ["Source Serif Pro", "Source Sans Pro"])
  func `a middle dot is half a square in every font`(family: String) throws {
    let style = TextStyle(family: family, size: 10, language: "zh-Hans")
    #expect(abs(try Support.width("中·文", style) - 25) < 0.01)
  }

  @Test func `Latin in Chinese is enlarged`() throws {
    #expect(abs(try width("AB") - 1.08 * (try Support.width("AB"))) < 0.02)
  }

  @Test func `quotation marks come from the font of the language`() throws {
    #expect(abs(try width("中“中”中") - 50) < 0.01)
    let english = try Support.set("“A”", measure: 100)
    #expect(english.runs.count == 1)
    let name = try Support.set("Xi’an", Support.chinese, measure: 100)
    #expect(name.runs.count == 1)
  }

  @Test func `digits keep their counter`() throws {
    for measure in stride(from: 60.0, to: 300, by: 3) {
      let texts = try lines(measure).lineTexts
      for (line, next) in zip(texts, texts.dropFirst()) {
        let digit = line.last?.isNumber == true
        #expect(!digit || next.first.map { "年月日个名".contains($0) } != true)
      }
    }
  }

  @Test func `the last line has two Han at least`() throws {
    for measure in stride(from: 60.0, to: 300, by: 3) {
      let last = try #require(try lines(measure).lineTexts.last)
      #expect(last.filter { ("\u{4E00}"..."\u{9FFF}").contains($0) }.count >= 2)
    }
  }

  @Test func `justification changes punctuation before the space between Han`() throws {
    let text = "合作，交流，发展，创新，共享，未来可期"
    let natural = try width(text)
    let tight = try Support.set(text, Support.chinese, measure: natural - 4)
    #expect(tight.lines.count == 1)
    #expect(tight.lines[0].ratio < 0)
    #expect(abs(tight.glyphs[1].x - tight.glyphs[0].x - 10) < 0.01)
  }

  @Test func `the first line is indented`() throws {
    let set = try lines(200, indent: 20)
    #expect(set.lines[0].extent.lowerBound == 20)
    #expect(set.lines[1].extent.lowerBound == 0)
  }
}
