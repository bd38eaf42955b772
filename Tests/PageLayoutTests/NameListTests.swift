import DisplayList
import DocumentModel
import Testing

@testable import PageLayout

@Suite("Names in columns")
struct NameListTests {
  private func layOut(_ count: Int) throws -> DisplayList {
    let names = (0..<count).map {
      NameEntry(name: [.text("Name \($0)")], detail: [.text("Detail \($0)")])
    }
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.nameList(names)])])
    ).list
    #expect(list.problems() == [])
    return list
  }

  /// The names of each column of a page, from left to right and down.
  private func columns(_ list: DisplayList, page: Int) -> [[Int]] {
    let names = list.words(on: page).filter { $0.text.hasPrefix("Name ") }
    let edges = Set(names.map(\.x)).sorted()
    return edges.map { edge in
      names.filter { $0.x == edge }.sorted { $0.y < $1.y }
        .compactMap { Int($0.text.dropFirst(5)) }
    }
  }

  @Test("Columns are read down and are of even length", arguments: [1, 2, 3, 7, 8, 9, 10, 23])
  func balanced(count: Int) throws {
    let columns = try columns(layOut(count), page: 2)
    #expect(columns.flatMap(\.self) == Array(0..<count))
    let lengths = columns.map(\.count)
    #expect((lengths.max() ?? 0) - (lengths.min() ?? 0) <= 1)
    #expect(lengths == lengths.sorted(by: >))
  }

  @Test("Each page holds the names that follow those of the page before, the last one balanced")
  func pages() throws {
    let list = try layOut(330)
    let pages = (2..<list.pages.count).map { columns(list, page: $0) }
    #expect(pages.count > 2)
    #expect(pages.flatMap { $0.flatMap(\.self) } == Array(0..<330))
    let last = try #require(pages.last).map(\.count)
    #expect((last.max() ?? 0) - (last.min() ?? 0) <= 1)
  }
}
