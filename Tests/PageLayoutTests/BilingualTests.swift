import DisplayList
import DocumentModel
import Fonts
import Geometry
import Testing
import Typesetting

@testable import PageLayout

@Suite("Two languages in one edition")
struct BilingualTests {
  private static let han = "示例学院与合作伙伴共同开展培训。"

  private func document(_ language: String, paragraphs: Int, words: Int) -> ReportDocument {
    let prose = (0..<paragraphs).map { number -> Block in
      if language == "en" { return Fixture.prose(words, seed: number) }
      return .paragraph([.text(String(repeating: Self.han, count: words / 9))])
    }
    let note = Note(anchor: "n1", number: 1, content: [.text("Note in \(language).")])
    let called = Block.paragraph([
      .text("See "), .reference(anchor: "b", .page), .note(note), .text("."),
    ])
    return Fixture.document(
      [
        Fixture.chapter("a", [called] + prose, number: "1"),
        Fixture.chapter("b", prose, number: "2"),
      ], language: language)
  }

  private func edition(_ form: BilingualForm, words: Int = 60, more: Int = 0) throws -> LaidOut {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    return try layOut(
      document("en", paragraphs: 6, words: words),
      document("zh-Hans", paragraphs: 6, words: words + more), as: form, theme: Theme(),
      typesetter: typesetter)
  }

  private func hasHan(_ text: String) -> Bool {
    text.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
  }

  @Test("Facing pages: the first language on the left, the second on the right, chapters together")
  func facing() throws {
    let laidOut = try edition(.facing, more: 200)
    let list = laidOut.list
    #expect(laidOut.warnings.isEmpty)
    for anchor in ["a", "b"] {
      let left = try #require(laidOut.pages[anchor])
      let right = try #require(laidOut.pages[anchor + "-zh-Hans"])
      #expect(!left.isMultiple(of: 2) && right == left + 1)
    }
    for page in 3..<list.pages.count {
      let text = list.text(.paragraph, page: page)
      guard !text.isEmpty else { continue }
      #expect(hasHan(text) == page.isMultiple(of: 2) || text.hasPrefix("See"), "page \(page)")
    }
    // A reference in each language prints the page of its own language.
    let pages = try ["b", "b-zh-Hans"].map { try #require(laidOut.pages[$0]) + 1 }
    let text = list.pages.indices.map { list.allText(page: $0) }.joined()
    #expect(text.contains("See page \(pages[0])") && text.contains("第\(pages[1])页"))
  }

  @Test("Both languages stand on one grid, and each is tagged with its language")
  func grid() throws {
    let list = try edition(.facing).list
    let scale = TypeScale(theme: Theme().bilingual, language: "en")
    #expect(scale.grid == TypeScale(theme: Theme().bilingual, language: "zh-Hans").grid)
    for page in 3..<list.pages.count {
      for y in list.baselines(.paragraph, page: page).dropLast(4) {
        let steps = (y - Theme().top - scale.drop) / scale.grid
        #expect(abs(steps - steps.rounded()) < 1e-6, "page \(page), y \(y)")
      }
    }
    #expect(
      list.structure.filter { $0.role == .part }.map(\.language) == ["en", "zh-Hans"])
    #expect(Set(list.structure.compactMap(\.identifier)) == ["n1", "n1-zh-Hans"])
  }

  @Test("Parallel columns: a pair begins on one line, each language in its own column")
  func parallel() throws {
    let laidOut = try edition(.parallel)
    let list = laidOut.list
    #expect(laidOut.warnings.isEmpty)
    #expect(laidOut.pages["b"] == laidOut.pages["b-zh-Hans"])
    let middle = list.pages[0].size.width / 2
    for page in 2..<list.pages.count {
      for word in list.words(on: page) where word.isOwned && word.text.count > 8 {
        if hasHan(word.text) {
          #expect(word.x > middle - 10, "\(word.text)")
        } else if word.text.contains("institute") {
          #expect(word.edges.last ?? 0 < middle + 10, "\(word.text)")
        }
      }
    }
    let words = list.words(on: 2)
    let starts = words.filter { $0.text.hasPrefix("See") }.map(\.y)
    try #require(starts.count == 2)
    #expect(abs(starts[0] - starts[1]) < 0.01)
  }

  @Test("In a pair one language is painted before the other, so that it is read in one piece")
  func order() throws {
    let list = try edition(.parallel, words: 120).list
    let runs = list.words(on: 2).filter { $0.isOwned && $0.text.count > 12 }.map { hasHan($0.text) }
    let changes = zip(runs, runs.dropFirst()).count { $0 != $1 }
    // Six paragraphs on the page change sides less than a dozen times; lines in turn would change
    // at each.
    #expect(runs.count > 20 && changes < 14, "\(changes) of \(runs.count)")
  }

  @Test("What only one language has stands alone, beside nothing")
  func aligned() {
    let one = Block.paragraph([.text("1")])
    let remark = Block.remark([.text("r")])
    let pairs = ParallelAlignment.pairs([one, remark, one], [one, one])
    #expect(pairs == [[one, one], [remark, nil], [one, one]])
    let sections = SectionPair.pairs(
      [Fixture.chapter("a", []), Fixture.chapter("b", [])],
      [Fixture.chapter("b", []), Fixture.chapter("c", [])])
    #expect(
      sections.map { $0.sections.map { $0?.anchor } } == [["a", nil], ["b", "b"], [nil, "c"]])
  }

  @Test("Columns join where both may break, and end together on the grid")
  func joining() {
    func lines(_ heights: [Double]) -> [GalleyItem] { heights.map { GalleyItem(height: $0) } }
    var flow = ParallelFlow()
    flow.append(lines([15, 15, 15, 15]), lines([15, 20, 10]), shift: 100, grid: 15)
    #expect(flow.items.map(\.height) == [15, 30, 15])
    #expect(flow.items.last?.snaps == true)
    var first = lines([15, 15])
    first[0].breakAfter = .forbidden
    flow = ParallelFlow()
    flow.append(first, lines([15]), shift: 100, grid: 15)
    #expect(flow.items.map(\.breakAfter) == [.forbidden, .allowed])
  }
}
