import DisplayList
import DocumentModel
import Geometry
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

  @Test(arguments: [true, false])
  func `rule 7: prose is indented by two em, after a heading where the theme says so`(
    all: Bool
  ) throws {
    var theme = Theme()
    theme.type.indentsAllChinese = all
    let blocks: [Block] = Array(repeating: .paragraph([.text(passage)]), count: 3)
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", blocks)], language: "zh-Hans"), theme: theme
    ).list
    let page = try #require(
      list.pages.indices.last { starts(list, page: $0, role: .paragraph).count > 2 })
    let lines = starts(list, page: page, role: .paragraph).filter { $0.count > 2 }
    let size = TypeScale(theme: Theme(), language: "zh-Hans").size(of: .body)
    #expect(lines.count == 3)
    for (index, starts) in lines.enumerated() {
      let indent = index == 0 && !all ? 0 : 2 * size
      #expect(abs(starts[0] - starts[1] - indent) < 0.05, "\(starts)")
    }
  }

  @Test func `rule 7: lists, boxes and quotations begin without an indent`() throws {
    let blocks: [Block] = [
      .list(ListBlock(marker: .bullet, items: [[.paragraph([.text(passage)])]])),
      .quotation([.paragraph([.text(passage)])]),
    ]
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", blocks)], language: "zh-Hans")
    ).list
    let page = try #require(
      list.pages.indices.last { starts(list, page: $0, role: .paragraph).count > 1 })
    let lines = starts(list, page: page, role: .paragraph).filter { $0.count > 2 }
    #expect(lines.count == 2)
    for starts in lines { #expect(abs(starts[0] - starts[1]) < 0.05, "\(starts)") }
  }

  @Test func `paragraphs after pictures are indented, whether they run beside them or not`() throws
  {
    for wrap in [Placement.Wrap.none, .leading, .trailing] {
      let picture = Illustration(
        anchor: "p", number: "1",
        content: .image(
          ImageSource(path: "/made-up.jpg", format: .jpeg, width: 900, height: 900)),
        alternative: "A picture.", caption: [.text("图")], placement: Placement(wrap: wrap))
      let list = try Fixture.layOut(
        Fixture.document(
          [Fixture.chapter("a", [.illustration(picture), .paragraph([.text(passage)])])],
          language: "zh-Hans")
      ).list
      let lines = list.pages.indices.flatMap { starts(list, page: $0, role: .paragraph) }
        .filter { $0.count > 2 }
      let size = TypeScale(theme: Theme(), language: "zh-Hans").size(of: .body)
      let first = try #require(lines.last)
      #expect(abs(first[0] - first[1] - 2 * size) < 0.05, "\(wrap): \(first)")
    }
  }

  @Test func `rule 12: emphasised Han has dots, Latin beside it an italic, and text is as it was`()
    throws
  {
    let inlines: [Inline] = [
      .text("其中"), .emphasis([.text("最新的office")]), .text("在此，"), .emphasis([.text("office")]),
    ]
    for hasDots in [true, false] {
      var theme = Theme()
      theme.type.hasEmphasisDots = hasDots
      let list = try Fixture.layOut(
        Fixture.document([Fixture.chapter("a", [.paragraph(inlines)])], language: "zh-Hans"),
        theme: theme
      ).list
      let page = try #require(list.pages.indices.last)
      #expect(list.text(.paragraph, page: page).contains("其中最新的office在此，office"))
      let dots = list.pages[page].runs.filter { run in
        guard case .artifact(.layout) = run.owner else { return false }
        return run.items.contains { item in
          guard case .fill(let path, _) = item else { return false }
          return path.bounds.width < 2 && abs(path.bounds.width - path.bounds.height) < 0.01
        }
      }
      #expect(dots.flatMap(\.items).count == (hasDots ? 3 : 0))
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
