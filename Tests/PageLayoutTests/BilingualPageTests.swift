import DisplayList
import DocumentModel
import Fonts
import Geometry
import Testing
import Typesetting

@testable import PageLayout

@Suite("Pictures, covers and numbers of pages of editions in two languages")
struct BilingualPageTests {
  private func prose(_ language: String, _ words: Int) -> Block {
    language == "en"
      ? Fixture.prose(words)
      : .paragraph([.text(String(repeating: "示例学院与合作伙伴共同开展培训。", count: words / 9))])
  }

  private func picture(_ language: String, _ placement: Placement) -> Block {
    Fixture.picture("p", placement, caption: language == "en" ? "What is seen" : "图中所见")
  }

  private func document(_ language: String, _ blocks: [Block]) -> ReportDocument {
    func cover(_ anchor: String, _ style: Section.PageStyle, _ text: String) -> Section {
      var section = Fixture.chapter(anchor, [.paragraph([.text(text)])])
      section.title = []
      section.pageStyle = style
      return section
    }
    return Fixture.document(
      [
        cover("imprint", .insideCover, language == "en" ? "Imprint here." : "版权在此。"),
        Fixture.chapter("a", blocks),
        cover("end", .backCover, language == "en" ? "The end." : "全文完。"),
      ], language: language)
  }

  private func edition(
    _ form: BilingualForm, options: LayoutOptions = .init(), _ blocks: (String) -> [Block]
  ) throws -> LaidOut {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    let laidOut = try layOut(
      document("en", blocks("en")), document("zh-Hans", blocks("zh-Hans")), as: form,
      theme: Theme(), typesetter: typesetter, options: options)
    #expect(laidOut.list.problems() == [])
    return laidOut
  }

  private func plain(_ language: String) -> [Block] {
    [prose(language, 200), picture(language, Placement()), prose(language, 90)]
  }

  @Test("Side by side a picture stands once across both columns, a caption in each")
  func shared() throws {
    let list = try edition(.parallel) { plain($0) }.list
    let pages = list.pages.indices.filter { !list.pictures(on: $0).isEmpty }
    try #require(pages.count == 1)
    let frames = list.pictures(on: pages[0])
    #expect(frames.count == 1 && frames[0].width > Theme().width * 0.9)
    let captions = list.words(on: pages[0]).filter {
      $0.text.contains("What is seen") || $0.text.contains("图中所见")
    }
    try #require(captions.count == 2)
    #expect(abs(captions[0].y - captions[1].y) < 0.01 && captions[0].y > frames[0].maxY)
    #expect(captions[1].x - captions[0].x > Theme().width / 2)
  }

  @Test("On facing pages each language has its float at the edge of its page")
  func facing() throws {
    let list = try edition(.facing) { language in
      [
        prose(language, 500), picture(language, Placement(float: .bottom)), prose(language, 300),
      ]
    }.list
    let pages = list.pages.indices.filter { !list.pictures(on: $0).isEmpty }
    #expect(pages.count == 2 && Set(pages.map { $0 % 2 }).count == 2)
    for page in pages {
      let frame = try #require(list.pictures(on: page).first)
      let lines = list.prose(on: page).filter { $0.y > frame.maxY }
      #expect(lines.count == 1)
      #expect(
        Theme().top + Theme().height - (lines.first?.y ?? 0) < 2 * Theme().bilingual.latinLeading)
    }
  }

  @Test("Side by side a float stands once at the edge of a page over both columns")
  func parallelFloat() throws {
    let laidOut = try edition(.parallel) { language in
      [prose(language, 700), picture(language, Placement(float: .top)), prose(language, 300)]
    }
    let list = laidOut.list
    let page = try #require(list.pages.indices.first { !list.pictures(on: $0).isEmpty })
    let frame = try #require(list.pictures(on: page).first)
    #expect(laidOut.pages["p"] == page && laidOut.pages["p-zh-Hans"] == page)
    #expect(list.prose(on: page).allSatisfy { $0.y > frame.maxY })
    #expect(list.pages.indices.map { list.pictures(on: $0).count }.reduce(0, +) == 1)
  }

  @Test("The inside cover stands at the foot behind the cover, the back cover on the last verso")
  func covers() throws {
    let facing = try edition(.facing) { plain($0) }.list
    #expect(facing.allText(page: 1) == "Imprint here.")
    #expect(facing.allText(page: 2) == "版权在此。")
    let parallel = try edition(.parallel) { plain($0) }.list
    #expect(parallel.allText(page: 1) == "Imprint here.版权在此。")
    for list in [facing, parallel] {
      let last = list.pages.count - 1
      #expect(!last.isMultiple(of: 2))
      #expect(list.allText(page: last) == "The end.全文完。")
      let bottom = list.words(on: last).map(\.y).max() ?? 0
      #expect(Theme().top + Theme().height - bottom < Theme().latinLeading * 1.2)
    }
  }

  @Test("A number of pages is met in both forms", arguments: BilingualForm.allCases)
  func target(form: BilingualForm) throws {
    let natural = try edition(form) { plain($0) }
    let count = natural.list.pages.count
    let options = LayoutOptions(pages: .exactly(count + 4))
    let asked = try edition(form, options: options) { plain($0) }
    #expect(asked.list.pages.count == count + 4)
    #expect(asked.warnings.map(\.kind) == [.pagesTraded])
    let never = try edition(form, options: LayoutOptions(pages: .exactly(3))) { plain($0) }
    #expect(never.list.pages.count == count)
    #expect(never.warnings.map(\.kind) == [.pagesNotMet])
  }

  @Test("A proof keeps the lines of both forms", arguments: BilingualForm.allCases)
  func proof(form: BilingualForm) throws {
    let laidOut = try edition(form, options: LayoutOptions(keepsProof: true)) { plain($0) }
    #expect(laidOut.proofs.count == laidOut.list.pages.count)
    #expect(laidOut.proofs.contains { ($0?.lines.count ?? 0) > 10 })
  }

  @Test("Charts side by side are drawn on one grid")
  func charts() throws {
    var chart = Fixture.chart([1, 2, 3], form: .multiples)
    chart.series = (0..<4).map {
      Chart.Series(name: "Series \($0)", values: chart.series[0].values)
    }
    let list = try edition(.parallel) { _ in
      [
        .illustration(
          Illustration(
            anchor: "c", number: nil, content: .chart(chart), alternative: "A chart",
            caption: [.text("A chart")]))
      ]
    }.list
    let page = try #require(
      list.pages.indices.first { list.allText(page: $0).contains("Series 3") })
    let names = list.words(on: page).filter { $0.text.hasPrefix("Series") }
    #expect(names.count == 8)
    for name in names {
      #expect(names.filter { abs($0.y - name.y) < 0.01 }.count.isMultiple(of: 4))
    }
  }

  @Test("Notes of two languages take the room of the higher of both columns, not of both")
  func notes() {
    func note(_ height: Double, isSecond: Bool) -> SetNote {
      var note = SetNote(height: height, fragments: [], anchor: "n")
      note.isSecond = isSecond
      return note
    }
    let notes = [
      note(10, isSecond: false), note(12, isSecond: true), note(20, isSecond: false),
      note(9, isSecond: true),
    ]
    let stack = NoteStack([0, 1, 2, 3], of: notes)
    #expect(stack.height == 30 && stack.columns == [[0, 2], [1, 3]])
    #expect(NoteStack([0, 2], of: notes).height == 30)
    #expect(NoteStack([3], of: notes).height == 9)
  }

  @Test("Of two languages' contents each fills its column down to the foot of the page")
  func contents() throws {
    // Titles of two lines beside titles of one, so that no row of one is level with one of the other.
    func sections(_ language: String) -> [Section] {
      (0..<60).map { index in
        var section = Fixture.chapter("c\(index)", [prose(language, 20)], number: "\(index + 1)")
        let title =
          language == "en" && index % 3 == 0
          ? "A title so long that it needs a second line of the contents \(index)"
          : "Title \(index)"
        section.title = [.text(language == "en" ? title : "第\(index)章")]
        return section
      }
    }
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    let laidOut = try layOut(
      Fixture.document(sections("en")), Fixture.document(sections("zh-Hans"), language: "zh-Hans"),
      as: .parallel, theme: Theme(), typesetter: typesetter)
    #expect(laidOut.list.problems() == [])
    let first = try #require(laidOut.pages["c0"])
    #expect(first >= 3)
    let theme = Theme().bilingual.parallel
    let words = laidOut.list.words(on: 1).filter(\.isOwned)
    for column in [
      words.filter { $0.x < theme.languageShift }, words.filter { $0.x > theme.languageShift },
    ] {
      let lowest = column.map(\.y).max() ?? 0
      #expect(theme.top + theme.height - lowest < theme.latinLeading * 5)
    }
  }

  @Test(
    "Calls of notes under tables lead to them in both languages", arguments: BilingualForm.allCases)
  func tableNotes(form: BilingualForm) throws {
    let laidOut = try edition(form) { language in
      let note = Note(anchor: "n1", number: 1, content: [.text("Said of one cell.")])
      let name = language == "en" ? "Name" : "名称"
      return [
        prose(language, 40),
        .table(
          TableBlock(
            anchor: "t", number: "1", caption: [.text(name)],
            columns: [.init(alignment: .leading), .init(alignment: .leading)],
            head: [.init(cells: [.init([.text(name)]), .init([.text(name)])])],
            rows: [.init(cells: [.init([.text(name), .note(note)]), .init([.text(name)])])])),
      ]
    }
    #expect(laidOut.warnings.isEmpty)
    #expect(laidOut.pages["n1"] != nil && laidOut.pages["n1-zh-Hans"] != nil)
  }
}
