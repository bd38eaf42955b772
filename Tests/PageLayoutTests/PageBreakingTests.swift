import Testing

@testable import PageLayout

@Suite("Pages end where the rules allow")
struct PageBreakingTests {
  private func line(_ rule: BreakRule = .allowed, notes: [Int] = []) -> GalleyItem {
    var item = GalleyItem(height: 10, breakAfter: rule)
    item.notes = notes
    return item
  }
  private let breaking = PageBreaking(height: 50, noteGap: 5)

  @Test("A page takes as many lines as fit")
  func fits() {
    let pages = breaking.pages(of: (0..<12).map { _ in line() }, notes: [])
    #expect(pages == [0..<5, 5..<10, 10..<12])
  }

  @Test("A heading goes with what follows it")
  func loneHeading() {
    var items = (0..<8).map { _ in line() }
    items[4].breakAfter = .forbidden
    let pages = breaking.pages(of: items, notes: [])
    #expect(pages.count == 2 && pages[0].upperBound <= 4)
  }

  @Test("A last page of one line takes lines from the page before")
  func stub() {
    let lines = (0..<41).map { _ in GalleyItem(height: 5) }
    let pages = PageBreaking(height: 100, noteGap: 5).pages(of: lines, notes: [])
    #expect(pages.count == 3)
    #expect((pages.last?.count ?? 0) >= 2)
  }

  @Test("A page does not end in a hyphen while another end is possible")
  func hyphen() {
    var items = (0..<8).map { _ in line() }
    items[4].breakAfter = .discouraged
    #expect(breaking.pages(of: items, notes: []) == [0..<4, 4..<8])
  }

  @Test("White space at the top of a page vanishes")
  func spaceAtTop() {
    var items = (0..<8).map { _ in line() }
    items[5].isSpace = true
    #expect(breaking.pages(of: items, notes: []) == [0..<5, 6..<8])
  }

  @Test("A note takes its room from the page that calls it")
  func notes() {
    let note = SetNote(height: 12, fragments: [], anchor: "n1")
    let items = [line(notes: [0])] + (0..<5).map { _ in line() }
    #expect(breaking.pages(of: items, notes: [note]) == [0..<3, 3..<6])
  }

  @Test("A line whose note has no room goes to the next page with it")
  func noteMovesItsLine() {
    let note = SetNote(height: 12, fragments: [], anchor: "n1")
    let items = (0..<4).map { _ in line() } + [line(notes: [0])]
    #expect(breaking.pages(of: items, notes: [note]) == [0..<4, 4..<5])
  }

  @Test("A repeated head takes its room where a table goes on")
  func repeatedHead() {
    let items = (0..<9).map { _ in
      var item = line()
      item.opening = 10
      return item
    }
    #expect(breaking.pages(of: items, notes: []) == [0..<4, 4..<8, 8..<9])
  }

  @Test("Sums carried forward take their room from the page that ends with them")
  func carriedSums() {
    let items = (0..<9).map { _ in
      var item = line()
      item.closing = 10
      return item
    }
    #expect(breaking.pages(of: items, notes: []) == [0..<4, 4..<8, 8..<9])
  }

  @Test("After a table the text is back on the grid of its page")
  func snapping() {
    var items = (0..<5).map { _ in GalleyItem(height: 7) }
    items[2].snaps = true
    let breaking = PageBreaking(height: 40, noteGap: 5, grid: 10)
    #expect(breaking.pages(of: items, notes: []) == [0..<4, 4..<5])
  }

  @Test("What no rule allows to break is broken where the page is full, and nothing is lost")
  func nothingAllowed() {
    let items = (0..<12).map { _ in line(.forbidden) }
    #expect(breaking.pages(of: items, notes: []) == [0..<5, 5..<10, 10..<12])
  }

  @Test("An item higher than a page has a page of its own")
  func tooHigh() {
    let items = [line(), GalleyItem(height: 80), line()]
    #expect(breaking.pages(of: items, notes: []) == [0..<1, 1..<2, 2..<3])
  }
}
