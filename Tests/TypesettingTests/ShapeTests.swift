import Testing

@testable import Typesetting

/// Text round a picture: lines with insets of their own.
@Suite struct ShapeTests {
  private func set(
    _ text: String, _ shape: [LineInsets], style: TextStyle = Support.english,
    measure: Double = 240, alignment: ParagraphStyle.Alignment = .justified, indent: Double = 0
  ) throws -> SetParagraph {
    try Support.typesetter().set(
      StyledText([.init(text, style)]),
      ParagraphStyle(
        measure: measure, alignment: alignment, firstIndent: indent, language: style.language,
        shape: shape))
  }

  private func passage() throws -> String { try #require(try BaselineTests.paragraphs().first) }

  @Test func `the first lines leave their insets free and the rest fills the measure`() throws {
    let shape = Array(repeating: LineInsets(leading: 0, trailing: 90), count: 4)
    let set = try set(try passage(), shape)
    #expect(set.lines.count > 6)
    for (index, line) in set.lines.enumerated().dropLast() {
      #expect(abs(line.extent.upperBound - (index < 4 ? 150 : 240)) < 0.02, "\(index)")
      #expect(line.extent.lowerBound == 0 && !line.overfull)
    }
  }

  @Test func `a leading inset moves the glyphs`() throws {
    let shape = [LineInsets(leading: 80), LineInsets(leading: 60, trailing: 20)]
    let set = try set(try passage(), shape)
    #expect(set.lines[0].extent.lowerBound == 80)
    #expect(set.lines[1].extent.lowerBound == 60)
    #expect(set.lines[2].extent.lowerBound == 0)
    #expect(abs(set.lines[1].extent.upperBound - 220) < 0.02)
    let first = try #require(set.runs[set.lines[1].runs].first)
    #expect(abs(set.glyphs[first.glyphs.lowerBound].x - 60) < 2)
  }

  @Test func `insets and indent add up on the first line`() throws {
    let set = try set(try passage(), [LineInsets(leading: 50)], indent: 12)
    #expect(set.lines[0].extent.lowerBound == 62)
    #expect(abs(set.lines[0].extent.upperBound - 240) < 0.02)
  }

  @Test func `insets of nothing set the lines that no shape sets`() throws {
    let plain = try set(try passage(), [])
    let shaped = try set(try passage(), Array(repeating: LineInsets(), count: 30))
    #expect(plain.lineTexts == shaped.lineTexts && plain.glyphs == shaped.glyphs)
  }

  /// The breaks before a change of width are chosen with it in view.
  @Test func `the breaks are the best for the shape`() throws {
    let typesetter = try Support.typesetter()
    for count in 1...6 {
      let shape = Array(repeating: LineInsets(trailing: 100), count: count)
      for paragraph in try BaselineTests.paragraphs() {
        let set = try typesetter.set(
          StyledText([.init(paragraph, Support.english)]),
          ParagraphStyle(measure: 300, shape: shape))
        #expect(set.lines.allSatisfy { !$0.overfull && $0.letterspacing == 0 })
        // One of these texts begins with a word that no line of 200 points has room for.
        let loose = set.lines.dropLast().filter { $0.ratio > 2.8 }
        #expect(loose.count <= 1, "\(count): \(set.lines.map(\.ratio)) \(set.lineTexts)")
      }
    }
  }

  @Test func `ragged, centred and trailing lines stand within their insets`() throws {
    let shape = Array(repeating: LineInsets(leading: 40, trailing: 60), count: 3)
    for alignment in [ParagraphStyle.Alignment.leading, .centre, .trailing] {
      let set = try set(try passage(), shape, alignment: alignment)
      for line in set.lines.prefix(3) {
        #expect(line.extent.lowerBound >= 39.99 && line.extent.upperBound <= 180.02)
      }
      if alignment == .trailing { #expect(abs(set.lines[0].extent.upperBound - 180) < 0.02) }
      if alignment == .centre {
        let middle = (set.lines[1].extent.lowerBound + set.lines[1].extent.upperBound) / 2
        #expect(abs(middle - 110) < 0.02)
      }
    }
  }

  @Test func `in text from right to left the leading inset is at the right`() throws {
    let arabic = TextStyle(family: "Source Serif Pro", size: 10, language: "ar")
    let text = String(repeating: "التعاون الدولي بين الجامعات ", count: 12)
    let set = try set(
      text, [LineInsets(leading: 70), LineInsets(trailing: 30)], style: arabic)
    #expect(abs(set.lines[0].extent.upperBound - 170) < 0.02)
    #expect(abs(set.lines[1].extent.lowerBound - 30) < 0.02)
    #expect(abs(set.lines[1].extent.upperBound - 240) < 0.02)
  }

  @Test func `Chinese runs round a picture by its own rules`() throws {
    let shape = Array(repeating: LineInsets(trailing: 55), count: 3)
    let set = try set(
      ChineseTests.passage, shape, style: Support.chinese, measure: 170)
    for (index, line) in set.lines.enumerated().dropLast() {
      #expect(abs(line.extent.upperBound - (index < 3 ? 115 : 170)) < 0.02, "\(index)")
    }
    #expect(set.lineTexts.joined() == ChineseTests.passage)
  }

  @Test(arguments: [Double.nan, -20, 1e9, .infinity])
  func `insets that are no numbers do not trap`(inset: Double) throws {
    let shape = [LineInsets(leading: inset, trailing: inset), LineInsets(trailing: inset)]
    #expect(try !set(try passage(), shape).lines.isEmpty)
  }

  @Test func `a word that only the whole measure holds waits for it`() throws {
    let set = try set(
      "An internationalisation of programmes", [LineInsets(trailing: 40)], measure: 100,
      alignment: .leading)
    #expect(set.lines.allSatisfy { !$0.overfull })
  }
}
