import Foundation
import Testing

@testable import Typesetting

/// Ladders, rivers, hanging marks and expansion.
@Suite struct EvennessTests {
  private func ladder(_ set: SetParagraph) -> Int {
    var longest = 0
    var length = 0
    for text in set.lineTexts {
      length = text.hasSuffix("-") ? length + 1 : 0
      longest = max(longest, length)
    }
    return longest
  }

  @Test func `no more than two lines in a row end in a hyphen`() throws {
    let typesetter = try Support.typesetter()
    for paragraph in try BaselineTests.paragraphs() {
      let text = StyledText([.init(paragraph, Support.english)])
      for measure in stride(from: 70.0, through: 300, by: 5) {
        let set = try typesetter.set(text, ParagraphStyle(measure: measure))
        #expect(ladder(set) <= 2, "\(measure)")
        #expect(set.lines.allSatisfy { !$0.overfull }, "\(measure)")
        for line in set.lines.dropLast() {
          #expect(line.extent.upperBound <= measure + 0.02, "\(measure)")
        }
      }
    }
  }

  /// Where every word is longer than the measure, a ladder is better than a line that is too wide.
  @Test func `a ladder gives way to an overfull line`() throws {
    let text = "internationalisation now"
    let set = try Support.set(text, measure: 32)
    #expect(ladder(set) > 2, "\(set.lineTexts)")
    #expect(set.lines.allSatisfy { !$0.overfull })
  }

  @Test func `hanging marks stand out of the measure and the line ends at it`() throws {
    let text = try #require(try BaselineTests.paragraphs().first)
    let set = try Support.set(text, measure: 200)
    var hanging = 0
    for (line, text) in zip(set.lines, set.lineTexts).dropLast() {
      #expect(abs(line.extent.upperBound - 200) < 0.02)
      guard let run = set.runs[line.runs].last else { continue }
      let edge = run.x + run.width
      if text.hasSuffix("-") { #expect(edge > 201) }
      if text.hasSuffix(", ") || text.hasSuffix(". ") { #expect(edge > 201) }
      if edge > 200.5 { hanging += 1 }
    }
    #expect(hanging > 0)
    let plain = try Support.set(text, measure: 200, protrusion: .none)
    for run in plain.runs { #expect(run.x + run.width <= 200.02) }
  }

  @Test func `a ragged line does not hang`() throws {
    let set = try Support.set("“A quote.”", measure: 200, alignment: .leading)
    #expect(set.glyphs[0].x == 0)
    let justified = try Support.set("“A quote.”", measure: 200)
    #expect(abs(justified.glyphs[0].x + 1.6) < 0.001)
    #expect(justified.lines[0].extent.lowerBound == 0)
  }

  @Test func `an indented line does not hang at its start`() throws {
    let set = try Support.set("“A quote.”", measure: 200, indent: 12)
    #expect(set.glyphs[0].x == 12)
  }

  @Test func `glyphs widen by 2 % at most, in steps, and by one value a line`() throws {
    var values: Set<Int> = []
    for paragraph in try BaselineTests.paragraphs() {
      let set = try Support.set(paragraph, measure: 260)
      for line in set.lines {
        let inLine = Set(set.runs[line.runs].map(\.expansion))
        #expect(inLine.count == 1)
        let value = try #require(inLine.first)
        #expect(abs(value - 1) <= 0.02 + 1e-9)
        values.insert(Int((value * 1000).rounded()))
      }
    }
    #expect(values.isSubset(of: [980, 985, 990, 995, 1000, 1005, 1010, 1015, 1020]))
    #expect(values.count > 3)
  }

  @Test func `widened glyphs fill the line that they are counted in`() throws {
    let text = try #require(try BaselineTests.paragraphs().first)
    let set = try Support.set(text, measure: 260)
    let plain = try Support.typesetter()
    let run = try #require(set.runs.first { $0.expansion != 1 })
    let word = try #require(
      String(decoding: set.text[run.text], as: UTF8.self).split(separator: " ").first)
    let natural = try plain.width(of: StyledText([.init(String(word), Support.english)]))
    let glyphs = set.glyphs[run.glyphs]
    let second = glyphs.startIndex + word.count
    let space = glyphs[second].x - glyphs[glyphs.startIndex].x
    #expect(abs(space - natural * run.expansion) < 0.05)
  }

  @Test func `tracked, Chinese and fixed-width text keeps its width`() throws {
    let text = try #require(try BaselineTests.paragraphs().first)
    var tracked = Support.english
    tracked.tracking = 0.05
    let code = TextStyle(family: "Source Code Pro", size: 9)
    for style in [tracked, code] {
      #expect(try Support.set(text, style, measure: 200).runs.allSatisfy { $0.expansion == 1 })
    }
    let chinese = try Support.set(
      ChineseTests.passage + "Annals of cooperation", Support.chinese, measure: 150)
    #expect(chinese.runs.allSatisfy { $0.expansion == 1 })
  }

  @Test func `only comma, full stop and enumeration comma hang whole in Chinese`() throws {
    for (text, hangs) in [("合作，交流", true), ("合作。交流", true), ("合作、交流", true), ("合作；交流", false)] {
      let set = try Support.set(text, Support.chinese, measure: 20.5, protrusion: .hanging)
      let first = try #require(set.runs.first)
      #expect((first.x + first.width > 22) == (hangs && set.lineTexts[0].count == 3), "\(text)")
      let inside = try Support.set(text, Support.chinese, measure: 30.5)
      #expect(inside.runs.allSatisfy { $0.x + $0.width <= 30.52 })
    }
  }

  @Test func `a line without glue takes the exact width`() {
    let setting = GlueSetting(
      shortfall: -1.23, stretch: 0, shrink: 0, flex: 100, flexibility: 0.02)
    #expect(setting.expansion == -0.0123 && setting.rest == 0)
  }

  @Test func `what the steps of expansion leave is given by the glue`() {
    let setting = GlueSetting(
      shortfall: 3.3, stretch: 10, shrink: 6, flex: 300, flexibility: 0.02)
    #expect(abs(setting.expansion - 0.01) < 1e-12)
    #expect(abs(setting.ratio - 0.03) < 1e-9)
  }
}
