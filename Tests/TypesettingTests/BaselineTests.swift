import Foundation
import Testing

@testable import Typesetting

/// Line breaks against LuaTeX's, recorded once: same text, font and measure. LuaTeX lets any number of
/// lines in a row end in a hyphen, so our limit is lifted for the comparison.
@Suite struct BaselineTests {
  struct Line {
    var ratio: Double
    var hyphenated: Bool
    var spaces: Int
    var isLast: Bool
  }

  static func recorded(_ width: Int, _ kind: String = "plain") throws -> [[Line]] {
    let url = try #require(
      Bundle.module.url(forResource: "Baseline/\(kind)-\(width)", withExtension: "tsv"))
    var paragraphs: [[Line]] = [[]]
    for row in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let fields = row.split(separator: "\t")
      guard fields.count >= 6 else {
        paragraphs.append([])
        continue
      }
      let ratio = try #require(Double(fields[1]))
      let spaces = try #require(Int(fields[3]))
      paragraphs[paragraphs.count - 1].append(
        Line(
          ratio: ratio, hyphenated: fields[2] == "1", spaces: spaces, isLast: fields[5] != "0"))
    }
    return paragraphs.filter { !$0.isEmpty }
  }

  static func paragraphs() throws -> [String] {
    let url = try #require(Bundle.module.url(forResource: "Baseline/text", withExtension: "tex"))
    return try String(contentsOf: url, encoding: .utf8)
      .components(separatedBy: "\n\n")
      .map { $0.split(separator: "\n").joined(separator: " ") }
      .filter { !$0.isEmpty }
  }

  /// LuaTeX hyphenates the last word of a paragraph where it must, which our rule forbids: such a
  /// paragraph has no comparison.
  private static func isReachable(_ lines: [Line]) -> Bool {
    guard lines.count > 1, let last = lines.last else { return true }
    return !(lines[lines.count - 2].hyphenated && last.spaces == 0)
  }

  @Test(arguments: [220, 300, 400])
  func `lines are as even as LuaTeX's`(width: Int) throws {
    var ours: [Double] = []
    var theirs: [Double] = []
    for (paragraph, lines) in zip(try Self.paragraphs(), try Self.recorded(width))
    where Self.isReachable(lines) {
      let set = try unlimited(paragraph, width, .none, .none)
      ours += set.lines.dropLast().map(\.ratio)
      theirs += lines.dropLast().map(\.ratio)
      #expect(set.lines.allSatisfy { !$0.overfull })
      if width >= 300 { #expect(set.lines.allSatisfy { $0.ratio <= 1.5 }) }
    }
    #expect(meanSquare(ours) <= 1.05 * meanSquare(theirs))
  }

  /// At 300 pt a paragraph has a better way than LuaTeX's, so the breaks are compared at the other
  /// two.
  @Test(arguments: [220, 400])
  func `lines break where LuaTeX breaks them`(width: Int) throws {
    var same = 0
    var count = 0
    for (paragraph, lines) in zip(try Self.paragraphs(), try Self.recorded(width))
    where Self.isReachable(lines) {
      let set = try unlimited(paragraph, width, .none, .none)
      #expect(set.lines.count == lines.count)
      for (line, (ours, text)) in zip(lines, zip(set.lines, set.lineTexts)) {
        let spaces = text.trimmingCharacters(in: .whitespaces).filter { $0 == " " }.count
        count += 1
        // The recorded last line counts the space that ends the paragraph.
        if line.hyphenated == ours.hyphenated, spaces == line.spaces || line.isLast { same += 1 }
      }
    }
    #expect(Double(same) >= 0.95 * Double(count), "\(same) of \(count)")
  }

  /// LuaTeX with microtype has the same 2 % of expansion, but other amounts for hanging marks.
  @Test(arguments: [160, 220, 300, 400])
  func `lines with expansion and hanging marks are as even as microtype's`(width: Int) throws {
    var ours: [Double] = []
    var theirs: [Double] = []
    for (paragraph, lines) in zip(try Self.paragraphs(), try Self.recorded(width, "mt"))
    where Self.isReachable(lines) {
      let set = try unlimited(paragraph, width, .automatic, .automatic)
      #expect(set.lines.count == lines.count)
      ours += set.lines.dropLast().map(\.ratio)
      theirs += lines.dropLast().map(\.ratio)
      #expect(set.lines.allSatisfy { !$0.overfull })
      if width >= 300 { #expect(set.lines.allSatisfy { $0.ratio <= 1.5 }) }
    }
    #expect(meanSquare(ours) <= 1.25 * meanSquare(theirs))
  }

  private func unlimited(
    _ text: String, _ width: Int, _ protrusion: ParagraphStyle.Protrusion,
    _ expansion: ParagraphStyle.Expansion
  ) throws -> SetParagraph {
    let typesetter = try Support.typesetter()
    typesetter.ladder = .any
    return try typesetter.set(
      StyledText([.init(text, Support.english)]),
      ParagraphStyle(measure: Double(width), protrusion: protrusion, expansion: expansion))
  }

  private func meanSquare(_ values: [Double]) -> Double {
    values.reduce(0) { $0 + $1 * $1 } / Double(max(1, values.count))
  }
}
