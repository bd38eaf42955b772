import DisplayList
import Geometry
import Press
import Testing

@Suite struct SaddleStitchTests {
  @Test func `eight pages go on two sheets in the order of the trade`() throws {
    let sheets = try saddleStitched(booklet(pages: 8))
    #expect(sheets.pages.map(\.label) == ["8–1", "2–7", "6–3", "4–5"])
    #expect(sheets.pages.allSatisfy { $0.size == Size.a4.turned })
    #expect(sheets.problems() == [])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 7, 8, 12, 13, 64])
  func `folded sheets read from the first page to the last`(count: Int) throws {
    let list = booklet(pages: count)
    let sheets = try saddleStitched(list)
    var read: [[Seen]] = []
    let fold = Size.a4.height / 2
    for half in foldedOrder(sheets: sheets.pages.count / 2) {
      let texts = seen(on: sheets.pages[half.side]).filter { ($0.x > fold) == half.isRight }
      // Back to the place on the page: a right half begins at the fold, a left half ends there.
      let left = half.isRight ? fold : fold - Size.a5.width
      read.append(texts.map { Seen(text: $0.text, x: ($0.x - left).rounded(), y: $0.y.rounded()) })
    }
    let blanks = (4 - count % 4) % 4
    var expected = list.pages.map { seen(on: $0) }
    expected.insert(contentsOf: Array(repeating: [], count: blanks), at: max(count - 1, 1))
    #expect(read == expected)
  }

  @Test func `a real stack of paper agrees with the folded order`() {
    // Three sheets, each a pair of leaves; a leaf has two faces. Laying a sheet with its front up
    // and its back behind it, the face behind the right half of the front is the left half of the
    // back. Folding puts the left leaf under the right one, with its faces turned.
    var leaves: [[SheetHalf]] = []
    for sheet in (0..<3).reversed() {
      let front = 2 * sheet
      let right = [
        SheetHalf(side: front, isRight: true), SheetHalf(side: front + 1, isRight: false),
      ]
      let left = [
        SheetHalf(side: front + 1, isRight: true), SheetHalf(side: front, isRight: false),
      ]
      leaves = [right] + leaves + [left]
    }
    #expect(foldedOrder(sheets: 3) == leaves.flatMap { $0 })
    #expect(foldedOrder(sheets: -1) == [])
  }

  @Test func `the logical order is that of the pages`() throws {
    let sheets = try saddleStitched(booklet(pages: 6))
    let order = sheets.structure.flatMap(\.kids).compactMap { kid -> String? in
      guard case .content(let page, let run) = kid else { return nil }
      let items = sheets.pages[page].runs[run].items
      guard case .text(let part)? = items.first else { return nil }
      return String(decoding: sheets.pages[page].text[part.text], as: UTF8.self)
    }
    #expect(order == (1...6).map { "page \($0)" })
  }

  @Test func `links and bookmarks lead to the sheets`() throws {
    let sheets = try saddleStitched(booklet(pages: 8))
    let link = try #require(sheets.pages[0].links.first)
    #expect(link.areas[0].x > Size.a4.height / 2)
    #expect(link.target == .place(page: 0, y: 100 + (Size.a4.width - Size.a5.height) / 2))
    #expect(sheets.outline.map(\.page) == [0, 1, 2, 3, 3, 2, 1, 0])
  }

  @Test func `the box of a figure moves with its page`() throws {
    var list = booklet(pages: 4)
    list.structure[1].role = .figure
    list.structure[1].alternative = "A"
    list.structure[1].attributes.boundingBox = Rectangle(x: 10, y: 20, width: 30, height: 40)
    let sheets = try saddleStitched(list)
    let box = try #require(sheets.structure[1].attributes.boundingBox)
    #expect(abs(box.x - (10 + Size.a4.height / 2)) < 0.001)
    #expect(box.width == 30)
  }
}
