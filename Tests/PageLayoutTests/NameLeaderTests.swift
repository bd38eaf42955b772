import DisplayList
import DocumentModel
import Testing
import Typesetting

@testable import PageLayout

@Suite("Names with leaders")
struct NameLeaderTests {
  private func list(_ entries: [(String, String)]) throws -> DisplayList {
    let names = entries.map { entry in
      NameEntry(name: [.text(entry.0)], detail: entry.1.isEmpty ? [] : [.text(entry.1)])
    }
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.nameList(names)])])
    ).list
    #expect(list.problems() == [])
    return list
  }

  @Test("A leader joins a name and what is said of it, on one baseline, dot under dot")
  func leaders() throws {
    let list = try list((0..<12).map { ("College \($0 * 111)", "Land \($0)") })
    let words = list.words(on: 2)
    let dots = words.filter { $0.text.hasPrefix("...") }
    #expect(dots.count == 12)
    #expect(dots.allSatisfy { !$0.isOwned })
    for name in words where name.text.hasPrefix("College") {
      #expect(words.contains { $0.text.hasPrefix("Land") && abs($0.y - name.y) < 0.01 })
    }
    // Dots stand on places of half an em from the column's edge.
    let edges = Set(words.filter { $0.text.hasPrefix("College") }.map(\.x)).sorted()
    let pitch = TypeScale(theme: Theme(), language: "en").style(.tableCell).size / 2
    for line in dots {
      let edge = try #require(edges.last { $0 < line.x })
      let places = (line.x - edge) / pitch
      #expect(abs(places - places.rounded()) < 0.01)
    }
  }

  @Test("What is said of names ends at one right edge")
  func rightEdge() throws {
    let list = try list([("A", "Land"), ("B", "Island"), ("C", "Federation"), ("D", "Land")])
    let words = list.words(on: 2).filter { ["Land", "Island", "Federation"].contains($0.text) }
    let firsts = words.filter { $0.x < 240 }
    #expect(firsts.count >= 2)
    let ends = Set(firsts.compactMap { $0.edges.last.map { Int(($0 * 10).rounded()) } })
    #expect(ends.count == 1, "\(ends)")
  }

  @Test("Where a name and its detail do not fit on a line, the detail stands beneath")
  func stacked() throws {
    let long = "A College of a Name That Is Too Long for Any Column That Shares the Page"
    let list = try list([(long, "Federation of Faraway Islands"), ("B", "Land")])
    let words = list.words(on: 2)
    #expect(!words.contains { $0.text.hasPrefix("...") })
    let name = try #require(words.first { $0.text == "B" })
    let detail = try #require(words.first { $0.text == "Land" })
    #expect(detail.y > name.y)
  }

  @Test("Lists without details have no leaders")
  func plain() throws {
    let list = try list([("A", ""), ("B", "")])
    #expect(!list.words(on: 2).contains { $0.text.hasPrefix("...") })
  }
}
