import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Chinese measures")
struct ChineseMeasureTests {
  @Test("The text column holds whole characters, and the open side takes the rest")
  func whole() {
    for columns in [Theme.Columns.sided, .single] {
      var theme = Theme()
      theme.columns = columns
      let squared = theme.squared(for: "zh-Hans")
      let count = squared.textWidth / theme.chineseSize
      #expect(abs(count - count.rounded()) < 1e-6)
      #expect(abs(theme.textWidth - squared.textWidth) <= theme.chineseSize / 2)
      #expect(abs(squared.squared(for: "zh-Hans").outer - squared.outer) < 0.01)
      #expect(squared.outer > Length.mm(12).points)
      #expect(theme.squared(for: "en") == theme)
      #expect(squared.inner == theme.inner)
    }
    let parallel = Theme().bilingual.parallel.squared(for: "zh", halved: true)
    let count = parallel.halved.width / parallel.chineseSize
    #expect(abs(count - count.rounded()) < 1e-6)
  }

  @Test("Full lines, rules and boxes end at one edge", arguments: [1, 2, 3])
  func edge(columns: Int) throws {
    let text = Block.paragraph([.text(String(repeating: "字在方格之中行", count: 60))])
    let section = Section(
      anchor: "a", number: nil, title: [.text("章")], role: .chapter,
      columns: columns > 1 ? columns : nil,
      blocks: [text, .box(BoxBlock(title: [.text("框")], blocks: [text])), text])
    let list = try Fixture.layOut(Fixture.document([section], language: "zh-Hans")).list
    let theme = Theme().squared(for: "zh-Hans")
    var fullest = 0.0
    var widest = 0.0
    for page in 2..<list.pages.count {
      let left = page.isMultiple(of: 2) ? theme.inner : theme.outer
      for word in list.words(on: page) where word.isOwned && word.text.count > 8 {
        fullest = max(fullest, (word.edges.dropLast().last ?? 0) + theme.chineseSize - left)
      }
      for case .fill(let path, _) in list.pages[page].runs.flatMap(\.items) {
        widest = max(widest, path.bounds.maxX - left)
      }
    }
    #expect(abs(fullest - theme.width) < 0.6)
    #expect(abs(widest - theme.width) < 0.01)
  }
}
