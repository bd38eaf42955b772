import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Notes at the foot, beside the text and behind it")
struct NotePlacementTests {
  private func called(_ number: Int, _ placement: NotePlacement) -> Block {
    let note = Note(
      anchor: "n\(number)", number: number, content: [.text("Said in note \(number).")],
      placement: placement)
    return .paragraph([.text("Called here \(number)"), .note(note), .text(".")])
  }

  @Test("A side note stands beside its line, in the side column, and none covers another")
  func side() throws {
    let list = try Fixture.layOut(
      Fixture.document([
        Fixture.chapter("a", (1...3).map { called($0, .side) } + [Fixture.prose(80)])
      ])
    ).list
    let words = list.words(on: 2)
    let text = Theme().textX
    for number in 1...3 {
      let call = try #require(words.first { $0.text.hasPrefix("Called here \(number)") })
      let note = try #require(words.first { $0.text.hasPrefix("Said in note \(number)") })
      #expect(note.x < call.x - 50 && call.x > text)
      if number == 1 { #expect(abs(note.y - call.y) < 0.01) }
    }
    let ys = words.filter { $0.text.hasPrefix("Said in note") }.map(\.y)
    #expect(zip(ys, ys.dropFirst()).allSatisfy { $1 - $0 > 8 })
    #expect(list.structure.contains { $0.role == .note && $0.identifier == "n2" })
  }

  @Test("Without a side column a side note falls to the foot of the page")
  func withoutColumn() throws {
    var theme = Theme()
    theme.columns = .single
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [called(1, .side), Fixture.prose(60)])]), theme: theme
    ).list
    let note = try #require(list.words(on: 2).first { $0.text.hasPrefix("Said in note 1") })
    #expect(note.y > theme.page.height - theme.bottom - 30)
  }

  @Test("End notes stand where their block is, and link back to their calls")
  func end() throws {
    let last = Section(anchor: "notes", number: nil, title: [.text("Notes")], blocks: [.endNotes])
    let laidOut = try Fixture.layOut(
      Fixture.document([
        Fixture.chapter("a", [called(1, .end), called(2, .end)]),
        Fixture.chapter("b", [Fixture.prose(9)], inner: [last]),
      ]))
    let list = laidOut.list
    #expect(!list.allText(page: 2).contains("Said in note"))
    #expect(list.allText(page: 3).contains("Said in note 2."))
    #expect(laidOut.pages["n1"] == 3 && laidOut.pages["ref-n1"] == 2)
    let targets = list.pages[3].links.map(\.target)
    let leadsBack = targets.contains {
      if case .place(let page, _) = $0 { page == 2 } else { false }
    }
    #expect(leadsBack)
    #expect(laidOut.warnings.isEmpty)
  }

  @Test("A call is a reference, and a foot note leads back to it")
  func foot() throws {
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [called(1, .foot)])])
    ).list
    let call = try #require(list.structure.first { $0.role == .reference && !$0.kids.isEmpty })
    guard case .node(let link) = call.kids.first else {
      Issue.record("the reference holds no link")
      return
    }
    #expect(list.structure[link].role == .link)
    #expect(list.pages[2].links.count == 2)
  }
}
