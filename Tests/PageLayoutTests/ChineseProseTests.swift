import DisplayList
import DocumentModel
import Testing
import Themes

@testable import PageLayout

/// The rules of Chinese composition that pages show: indents and leading.
@Suite struct ChineseProseTests {
  private let passage = String(repeating: "合作交流共享发展创新未来", count: 8) + "。"

  /// Where the lines of each paragraph of a page begin, from the first line on.
  private func starts(_ list: DisplayList, page: Int, role: Role) -> [[Double]] {
    var found: [Int: [Double: Double]] = [:]
    for run in list.pages[page].runs {
      guard case .node(let node) = run.owner, list.structure[node].role == role else { continue }
      for case .text(let item) in run.items {
        for glyph in list.pages[page].glyphs[item.glyphs] {
          found[node, default: [:]][glyph.y] = min(found[node]?[glyph.y] ?? .infinity, glyph.x)
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map { $0.value.sorted { $0.key < $1.key }.map(\.value) }
  }

  @Test func `rule 7: prose is indented by two em, but not after a heading`() throws {
    let blocks: [Block] = Array(repeating: .paragraph([.text(passage)]), count: 3)
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", blocks)], language: "zh-Hans")
    ).list
    let page = try #require(
      list.pages.indices.last { starts(list, page: $0, role: .paragraph).count > 2 })
    let lines = starts(list, page: page, role: .paragraph).filter { $0.count > 2 }
    let size = TypeScale(theme: Theme(), language: "zh-Hans").size(of: .body)
    #expect(lines.count == 3)
    for (index, starts) in lines.enumerated() {
      let indent = index == 0 ? 0 : 2 * size
      #expect(abs(starts[0] - starts[1] - indent) < 0.05, "\(starts)")
    }
  }

  @Test(arguments: Design.names)
  func `rule 13: leading is 1.6 to 1.8 in Chinese and 1.35 to 1.45 in English`(
    name: String
  ) throws {
    let theme = try Theme.named(name)
    let chinese = TypeScale(theme: theme, language: "zh-Hans")
    #expect((1.6...1.8).contains(chinese.leading(of: .body) / chinese.size(of: .body)))
    let english = TypeScale(theme: theme, language: "en")
    #expect((1.35...1.45).contains(english.leading(of: .body) / english.size(of: .body)))
  }
}
