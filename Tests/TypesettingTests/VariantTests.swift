import Testing

@testable import Typesetting

/// A paragraph in one line less and one line more.
@Suite struct VariantTests {
  private func text(_ string: String, _ style: TextStyle = Support.english) -> StyledText {
    StyledText([.init(string, style)])
  }

  @Test func `the first variant is the paragraph as it is set`() throws {
    let typesetter = try Support.typesetter()
    for paragraph in try BaselineTests.paragraphs() {
      let style = ParagraphStyle(measure: 300)
      let set = try typesetter.set(text(paragraph), style)
      let first = try #require(try typesetter.variants(text(paragraph), style).first)
      #expect(first.lines == set.lines && first.glyphs == set.glyphs)
      #expect(first.demerits == set.demerits && first.demerits > 0)
    }
  }

  @Test func `variants are a line shorter and a line longer, in tolerance and dearer`() throws {
    let typesetter = try Support.typesetter()
    var shorter = 0
    var longer = 0
    for paragraph in try BaselineTests.paragraphs() {
      for measure in stride(from: 240.0, through: 440, by: 10) {
        let variants = try typesetter.variants(
          text(paragraph), ParagraphStyle(measure: measure))
        let first = try #require(variants.first)
        let counts = variants.map { $0.lines.count - first.lines.count }
        #expect(Set(counts).count == counts.count && counts.allSatisfy { abs($0) <= 1 })
        if counts.contains(-1) { shorter += 1 }
        if counts.contains(1) { longer += 1 }
        let worst = max(1.5, first.lines.dropLast().map(\.ratio).max() ?? 0)
        for variant in variants {
          #expect(variant.lines.allSatisfy { !$0.overfull && $0.letterspacing == 0 })
          #expect(variant.lines.dropLast().allSatisfy { $0.ratio <= worst + 0.05 })
          #expect(words(variant) == words(first))
          #expect(variant.demerits >= first.demerits - 200_000)
        }
      }
    }
    // Long paragraphs have both; of these texts and measures some do.
    #expect(shorter > 2 && longer > 10, "\(shorter) \(longer)")
  }

  private func words(_ set: SetParagraph) -> String {
    zip(set.lines, set.lineTexts).map { $0.hyphenated ? String($1.dropLast()) : $1 }.joined()
  }

  @Test func `a short line has no variant`() throws {
    let typesetter = try Support.typesetter()
    let style = ParagraphStyle(measure: 300)
    #expect(try typesetter.variants(text("One line."), style).count == 1)
    #expect(try typesetter.variants(text(""), style).count == 1)
  }

  @Test func `Chinese and shaped paragraphs have variants too`() throws {
    let typesetter = try Support.typesetter()
    let long = String(repeating: ChineseTests.passage, count: 3)
    let counts = try stride(from: 150.0, through: 330, by: 12).map {
      try typesetter.variants(
        text(long, Support.chinese), ParagraphStyle(measure: $0, language: "zh-Hans")
      ).count
    }
    #expect(counts.contains { $0 > 1 })
    let shape = Array(repeating: LineInsets(trailing: 80), count: 4)
    let shaped = try BaselineTests.paragraphs().flatMap {
      try typesetter.variants(text($0), ParagraphStyle(measure: 300, shape: shape))
    }
    #expect(shaped.count > 3)
    for set in shaped {
      #expect(set.lines.prefix(4).allSatisfy { $0.extent.upperBound < 220.03 })
    }
  }
}
