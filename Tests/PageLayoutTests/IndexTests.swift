import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Indexes, and lists of tables and figures")
struct IndexTests {
  private func named(_ key: String) -> Block {
    .paragraph([
      .text("Here "), .value(ValueReference(name: "\(key).name", text: "Name of \(key)")),
      .text("."),
    ])
  }

  private func index(_ keys: [String], except: [String] = []) -> Block {
    .index(
      IndexBlock(
        groups: [
          .init(
            letter: "N",
            entries: keys.map { .init(key: $0, name: "Name of \($0)") }
              + [.init(key: keys[0], name: "Nickname", see: "Name of \(keys[0])")])
        ],
        mentions: Dictionary(uniqueKeysWithValues: keys.map { ("\($0).name", [$0]) }),
        except: except))
  }

  @Test("An entry has the pages on which it is named; three in a row are a range")
  func pages() throws {
    let chapters = (1...4).map {
      Fixture.chapter("c\($0)", $0 == 4 ? [named("b")] : [named("a"), named("b")])
    }
    let laidOut = try Fixture.layOut(
      Fixture.document(chapters + [Fixture.chapter("index", [index(["a", "b"])])]))
    let text = laidOut.list.allText(page: 6)
    #expect(text.contains("Name of a 3–5"), "\(text)")
    #expect(text.contains("Name of b 3–6"), "\(text)")
    #expect(text.contains("Nickname, see Name of a"), "\(text)")
    #expect(laidOut.warnings.isEmpty)
    let links = laidOut.list.pages[6].links
    #expect(links.count == 2 && links[0].description == "Name of a, page 3–5")
    #expect(laidOut.pages.keys.allSatisfy { !$0.hasPrefix("\u{1F}") })
  }

  @Test("Two pages stay apart, and a section left out does not count")
  func except() throws {
    let chapters = (1...3).map { Fixture.chapter("c\($0)", [named("a")]) }
    let laidOut = try Fixture.layOut(
      Fixture.document(chapters + [Fixture.chapter("index", [index(["a"], except: ["c3"])])]))
    let text = laidOut.list.allText(page: 5)
    #expect(text.contains("Name of a 3, 4"), "\(text)")
  }

  @Test("A letter never ends a column, and every entry is there once")
  func columns() throws {
    let groups = (0..<26).map { letter in
      IndexBlock.Group(
        letter: "L\(letter)",
        entries: (0..<(letter % 9 + 1)).map {
          .init(key: "\(letter)-\($0)", name: "E\(letter)-\($0)!")
        })
    }
    let laidOut = try Fixture.layOut(
      Fixture.document([
        Fixture.chapter("a", [.index(IndexBlock(groups: groups + groups + groups))])
      ]))
    let list = laidOut.list
    var count = 0
    for page in 2..<list.pages.count {
      let words = list.words(on: page).filter { $0.isOwned }
      count += words.count { $0.text.hasPrefix("E") && $0.text.contains("!") }
      for letter in words where letter.text.hasPrefix("L") {
        let below = words.contains {
          abs($0.x - letter.x) < 1 && $0.y > letter.y && $0.y < letter.y + 20
        }
        #expect(below, "page \(page): \(letter.text)")
      }
    }
    #expect(count == groups.reduce(0) { $0 + $1.entries.count } * 3)
  }

  @Test("The columns of an index stand on the columns of the page's grid")
  func grid() throws {
    let groups = (0..<26).map { letter in
      IndexBlock.Group(
        letter: "L\(letter)",
        entries: (0..<6).map { .init(key: "\(letter)-\($0)", name: "E\(letter)-\($0)!") })
    }
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.index(IndexBlock(groups: groups))])])
    ).list
    let theme = Theme()
    for page in 2..<list.pages.count {
      let letters = list.words(on: page).filter { $0.isOwned && $0.text.hasPrefix("L") }
      let edges = Set(letters.map { ($0.x * 10).rounded() / 10 }).sorted()
      guard let first = edges.first, edges.count == 3 else { continue }
      for (edge, column) in zip(edges, 0...) {
        let step = (theme.span(4) + theme.gutter) * Double(column)
        #expect(abs(edge - first - step) < 0.11, "\(edges)")
      }
      // The second column is that of the text.
      #expect(abs(edges[1] - first - theme.textX) < 0.11)
    }
  }

  @Test("A list of tables has its captions with dots and pages, and each line is a link")
  func captions() throws {
    let tables = (1...3).map { number in
      TableBlock(
        anchor: "t\(number)", number: "\(number)", caption: [.text("Caption \(number)")],
        columns: [.init(alignment: .leading)], head: [],
        rows: [.init(cells: [.init([.text("Cell")])])])
    }
    var document = Fixture.document(
      tables.map { Fixture.chapter("c\($0.anchor)", [.table($0)]) } + [
        Fixture.chapter(
          "list",
          [
            .captionList(
              CaptionList(
                kind: .tables,
                entries: tables.map {
                  .init(anchor: $0.anchor, number: $0.number ?? "", title: $0.caption)
                }))
          ])
      ])
    document.lists = [
      CaptionList(kind: .tables, entries: document.sections.captions(of: .tables).map { $0 })
    ]
    let laidOut = try Fixture.layOut(document)
    let list = laidOut.list
    for page in [1, 5] {
      let text = list.allText(page: page).replacing("\u{A0}", with: " ")
      for number in 1...3 {
        #expect(text.contains("Table \(number)Caption \(number)\(number + 2)"))
      }
    }
    #expect(list.pages[5].links.count == 3)
    let leaders = list.pages[5].runs.filter { run in
      guard case .artifact(.layout) = run.owner else { return false }
      return run.items.contains {
        if case .fill(let path, _) = $0 { path.segments.count > 100 } else { false }
      }
    }
    #expect(leaders.count == 3)
    #expect(laidOut.warnings.isEmpty)
  }
}
