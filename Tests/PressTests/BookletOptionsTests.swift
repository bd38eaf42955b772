import DisplayList
import Geometry
import Press
import Testing

@Suite struct BookletOptionsTests {
  @Test func `inner sheets move towards the fold by the thickness of the paper`() throws {
    let flat = try saddleStitched(booklet(pages: 12))
    let options = BookletOptions(paperThickness: .mm(0.1))
    let bent = try saddleStitched(booklet(pages: 12), options: options)
    let fold = Size.a4.height / 2
    for side in flat.pages.indices {
      let pairs = zip(seen(on: flat.pages[side]), seen(on: bent.pages[side]))
      let creep = Length.mm(0.1).points * Double(side / 2)
      for (before, after) in pairs {
        let towards = before.x < fold ? creep : -creep
        #expect(abs(after.x - before.x - towards) < 1e-9)
        #expect(after.y == before.y)
      }
    }
  }

  @Test func `marks are artifacts in the margins`() throws {
    let sheet = Size(width: Length.mm(320).points, height: Length.mm(225).points)
    let options = BookletOptions(sheet: sheet, hasMarks: true)
    let sheets = try saddleStitched(booklet(pages: 4), options: options)
    let marks = try #require(sheets.pages[0].runs.last)
    #expect(marks.owner == .artifact(.layout))
    #expect(marks.items.count == 10)
    let trim = Rectangle(
      x: sheet.width / 2 - Size.a5.width, y: (sheet.height - Size.a5.height) / 2,
      width: 2 * Size.a5.width, height: Size.a5.height)
    for case .stroke(let path, _) in marks.items {
      for segment in path.segments {
        guard case .move(let p) = segment else { continue }
        let isInside = p.x > trim.x && p.x < trim.maxX && p.y > trim.y && p.y < trim.maxY
        #expect(!isInside)
        #expect(p.x >= 0 && p.x <= sheet.width && p.y >= 0 && p.y <= sheet.height)
      }
    }
    #expect(sheets.problems() == [])
  }

  @Test func `pages that cannot be imposed are refused`() {
    #expect(throws: PressError.noPages) { try saddleStitched(DisplayList()) }
    var list = booklet(pages: 4)
    list.pages[2].size = .a4
    #expect(throws: PressError.unequalPage(page: 3)) { try saddleStitched(list) }
    let large = DisplayList(pages: [Page(size: .a4)])
    #expect(throws: PressError.pagesTooLarge(page: .a4, sheet: Size.a4.turned)) {
      try saddleStitched(large)
    }
    let empty = DisplayList(pages: [Page(size: Size(width: Double.nan, height: 1))])
    #expect(throws: PressError.self) { try saddleStitched(empty) }
  }

  @Test func `settings that cannot work are refused`() {
    let list = booklet(pages: 8)
    #expect(throws: PressError.noRoomForMarks(sheet: Size.a4.turned)) {
      try saddleStitched(list, options: BookletOptions(hasMarks: true))
    }
    for thickness in [Length.mm(-1), .mm(100), Length(points: .nan)] {
      #expect(throws: PressError.self) {
        try saddleStitched(list, options: BookletOptions(paperThickness: thickness))
      }
    }
  }

  @Test func `names of pages that are not there are refused`() {
    var list = booklet(pages: 4)
    list.outline[0].page = 9
    #expect(throws: PressError.noSuchPage(page: 10)) { try saddleStitched(list) }
    list = booklet(pages: 4)
    list.structure[1].kids = [.content(page: -1, run: 0)]
    #expect(throws: PressError.noSuchPage(page: 0)) { try saddleStitched(list) }
  }
}
