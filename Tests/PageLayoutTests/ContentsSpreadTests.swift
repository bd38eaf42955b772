import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Contents over two pages, and captions on the page that faces")
struct ContentsSpreadTests {
  private func list(
    _ chapters: Int, _ theme: String = "institutional", _ language: String = "en", title: Int = 2,
    inside: Bool = false, lead: Int? = nil
  ) throws -> DisplayList {
    try PatternDoll.layOut([], theme, language) { document in
      document.contents = .spread
      document.sections = (0..<chapters).map { index in
        var section = Fixture.chapter("c\(index)", [Fixture.prose(30)], number: "\(index + 1)")
        section.title = PatternDoll.text(title, language)
        section.lead = PatternDoll.text(index == 0 ? lead ?? title * 3 : title * 3, language)
        return section
      }
      var annex = Fixture.chapter("x", [Fixture.prose(30)], number: "A")
      annex.role = .annex
      document.sections.append(annex)
      if inside {
        var cover = Fixture.chapter("in", [Fixture.prose(10)])
        cover.pageStyle = .insideCover
        document.sections.insert(cover, at: 0)
      }
    }
  }

  private func entries(_ list: DisplayList) -> [Int: Int] {
    var counts: [Int: Int] = [:]
    for (index, page) in list.pages.enumerated() {
      let count = page.links.count { if case .place = $0.target { true } else { false } }
      if count > 0 { counts[index] = count }
    }
    return counts
  }

  @Test("They stand on a left and a right page, each section a link", arguments: DollCase.all)
  func spread(doll: DollCase) throws {
    for (chapters, title) in [(6, 1), (10, 3), (12, 8)] {
      let list = try list(chapters, doll.theme, doll.language, title: title)
      #expect(list.problems() == [])
      #expect(list.collisions == [])
      let entries = entries(list)
      #expect(entries.values.reduce(0, +) == chapters + 1)
      if title < 8 { #expect(Set(entries.keys) == [1, 2]) }
    }
  }

  @Test("A short report has a list on one page")
  func short() throws {
    #expect(Set(entries(try list(3)).keys) == [1])
  }

  @Test("What does not fit on two pages is a list")
  func long() throws {
    let list = try list(40)
    #expect(list.problems() == [])
    #expect(entries(list).values.reduce(0, +) == 41)
  }

  @Test("Behind a page inside the cover a blank one brings them to the left")
  func blank() throws {
    let list = try list(8, inside: true)
    #expect(Set(entries(list).keys) == [3, 4])
    #expect(list.pages[2].runs.isEmpty)
  }

  @Test("Rows stand in line with those of the page that faces, though one has a longer lead")
  func inLine() throws {
    let list = try list(8, lead: 40)
    let tops = [1, 2].map { page in
      list.pages[page].links.compactMap { $0.areas.first?.y }.prefix(4)
    }
    #expect(tops.allSatisfy { $0.count == 4 })
    for (left, right) in zip(tops[0], tops[1]) { #expect(abs(left - right) < 0.01) }
  }

  @Test("Dots lead to the folios where the theme has them")
  func leaders() throws {
    #expect(try list(8, "accounts").allText(page: 1).contains("....."))
    #expect(try !list(8, "institutional").allText(page: 1).contains("....."))
  }

  private func photo(_ caption: Int, _ language: String = "en") throws -> DisplayList {
    var placement = Placement(float: .fullBleed)
    placement.caption = .facing
    let picture = Illustration(
      anchor: "photo", number: "1", content: .image(PatternDoll.picture), alternative: "Rails",
      caption: PatternDoll.text(caption, language), placement: placement)
    return try PatternDoll.layOut(
      [Fixture.prose(200), .illustration(picture), Fixture.prose(900)], "institutional", language
    ) { $0.words.facing = "Facing page: " }
  }

  @Test("The caption of a photo page stands on the page that faces it")
  func facing() throws {
    let list = try photo(10)
    #expect(list.problems() == [])
    #expect(list.collisions == [])
    let page = try #require(list.pages.indices.first { !list.pictureFrames(on: $0).isEmpty })
    let other = page.isMultiple(of: 2) ? page - 1 : page + 1
    #expect(list.allText(page: other).contains("Facing page: "))
    #expect(list.allText(page: page) == "")
    let frame = try #require(list.pictureFrames(on: page).first)
    #expect(frame.width == list.pages[page].size.width)
    #expect(frame.height == list.pages[page].size.height)
  }

  @Test("One too long for that foot stands on a strip of paper under the picture")
  func strip() throws {
    let list = try photo(160)
    let page = try #require(list.pages.indices.first { !list.pictureFrames(on: $0).isEmpty })
    #expect(list.allText(page: page).contains("Facing page: "))
    #expect(list.collisions == [])
  }
}
