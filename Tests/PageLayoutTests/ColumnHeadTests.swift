import Testing
import Typesetting

@testable import PageLayout

@Suite("Headings of columns")
struct ColumnHeadTests {
  @Test("Numerals among small capitals are those of the columns beneath")
  func numerals() {
    let scale = TypeScale(theme: Theme(), language: "en")
    let text = StyledText([.init("Heads 2030, new", scale.columnHead)]).withLiningNumerals
    #expect(text.spans.map(\.text) == ["Heads ", "2030", ", new"])
    #expect(text.spans[0].style == scale.columnHead && text.spans[2].style == scale.columnHead)
    #expect(text.spans[1].style.features == ["tnum", "lnum"])
    #expect(text.spans[1].style.tracking == 0)
  }

  @Test("Chinese headings, which have no capitals, are one piece")
  func chinese() {
    let scale = TypeScale(theme: Theme(), language: "zh-Hans")
    let text = StyledText([.init("2030年", scale.columnHead)])
    #expect(text.withLiningNumerals == text)
  }
}
