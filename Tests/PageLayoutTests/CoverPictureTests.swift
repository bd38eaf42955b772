import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Covers with a picture, and the way to the web")
struct CoverPictureTests {
  private func cover(
    _ theme: String, _ language: String = "en", title: Int = 3, credit: Bool = false
  ) throws -> DisplayList {
    try PatternDoll.layOut([Fixture.prose(20)], theme, language) { document in
      document.cover.title = PatternDoll.words(title, language)
      document.cover.subtitle = PatternDoll.words(title * 2, language)
      document.cover.picture = CoverPicture(
        image: PatternDoll.picture, alternative: "A bridge",
        credit: credit ? [.text("Made-up Studio, CC0")] : [])
    }
  }

  @Test(
    "The picture is painted, and is a figure with its alternative", arguments: PatternDoll.themes)
  func painted(theme: String) throws {
    let list = try cover(theme)
    let frame = try #require(list.pictureFrames(on: 0).first)
    let page = list.pages[0].size
    #expect(frame.width > page.width - 1)
    #expect(frame.height > page.height * 0.2)
    #expect(list.structure.contains { $0.role == .figure && $0.alternative == "A bridge" })
    #expect(list.problems() == [])
  }

  @Test(
    "No word stands on the picture without a ground",
    arguments: PatternDoll.themes.flatMap { theme in PatternDoll.languages.map { (theme, $0) } })
  func grounded(theme: String, language: String) throws {
    for title in [1, 4, 16] {
      let list = try cover(theme, language, title: title, credit: true)
      let frame = try #require(list.pictureFrames(on: 0).first)
      let grounds = list.pages[0].runs.flatMap(\.items).compactMap { item -> Rectangle? in
        if case .fill(let path, _) = item, path.bounds.height > 40 { path.bounds } else { nil }
      }
      for ink in list.inks(on: 0) {
        let box = ink.frame
        let isOver =
          box.maxX > frame.x + 1 && box.x < frame.maxX - 1 && box.maxY > frame.y + 1
          && box.y < frame.maxY - 1
        let isGrounded = grounds.contains {
          $0.x <= box.x && $0.y <= box.y && $0.maxX >= box.maxX && $0.maxY >= box.maxY
        }
        #expect(!isOver || isGrounded, "\(theme) \(language) \(title): \(ink.text)")
      }
      #expect(list.collisions == [])
    }
  }

  @Test("A title is never broken within a word, however large the theme would have it")
  func wholeWords() throws {
    let list = try PatternDoll.layOut([Fixture.prose(20)], "editorial", "en") { document in
      document.cover.title = "Internationalisation Report"
      document.cover.picture = CoverPicture(image: PatternDoll.picture, alternative: "A bridge")
    }
    #expect(list.words(on: 0).contains { $0.text.contains("Internationalisation") })
  }

  @Test(
    "A Chinese title gives way by up to a quarter before it is broken",
    arguments: PatternDoll.themes)
  func wholeTitle(theme: String) throws {
    let list = try PatternDoll.layOut([Fixture.prose(20)], theme, "zh") { document in
      document.cover.title = "国际合作报告"
      document.cover.picture = CoverPicture(image: PatternDoll.picture, alternative: "桥")
    }
    #expect(list.words(on: 0).contains { $0.text.contains("国际合作报告") })
  }

  private func coded(_ theme: String, pages: PageTarget? = nil) throws -> DisplayList {
    var document = Fixture.document([Fixture.chapter("a", [Fixture.prose(900)])])
    document.web = WebEditionLink(
      address: "https://example.org/report", invitation: "Read it on the web",
      alternative: "QR code to https://example.org/report")
    return try Fixture.layOut(
      document, theme: Theme.named(theme), options: LayoutOptions(pages: pages)
    ).list
  }

  @Test(
    "The last page has a code of twenty millimetres and one link", arguments: PatternDoll.themes)
  func code(theme: String) throws {
    let list = try coded(theme)
    let last = list.pages.count - 1
    #expect(list.pages.count.isMultiple(of: 2))
    #expect(list.problems() == [])
    #expect(list.allText(page: last).contains("https://example.org/report"))
    let link = try #require(list.pages[last].links.first)
    #expect(list.pages[last].links.count == 1)
    #expect(link.target == .address("https://example.org/report"))
    #expect(link.areas.count == 2)
    let code = list.pages[last].runs.flatMap { run -> [Rectangle] in
      guard case .node(let node) = run.owner, list.structure[node].role == .figure else {
        return []
      }
      return run.items.compactMap { if case .fill(let path, _) = $0 { path.bounds } else { nil } }
    }
    let frame = try #require(code.first)
    #expect(frame.width >= Length.mm(20).points && abs(frame.width - frame.height) < 0.001)
    // The quiet zone is four modules of the code's twenty-five or more.
    let quiet = (link.areas[0].width - frame.width) / 2
    #expect(quiet >= frame.width / 45 * 4 - 0.01)
    #expect(list.structure.contains { $0.alternative?.contains("QR code") ?? false })
  }

  @Test("The code counts among the pages asked for")
  func counted() throws {
    let list = try coded("institutional", pages: .multiple(of: 4))
    #expect(list.pages.count.isMultiple(of: 4))
    #expect(list.allText(page: list.pages.count - 1).contains("https://example.org/report"))
  }

  @Test("Without an address there is no code, and no page for it")
  func noCode() throws {
    let list = try PatternDoll.layOut([Fixture.prose(20)], "institutional", "en")
    #expect(
      list.pages.allSatisfy {
        $0.links.allSatisfy { link in
          if case .address = link.target { false } else { true }
        }
      })
    #expect(list.pages.count == 3)
  }
}
