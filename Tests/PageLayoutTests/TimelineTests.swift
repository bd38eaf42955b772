import DisplayList
import DocumentModel
import Testing

@testable import PageLayout

@Suite("The year on a ruler")
struct TimelineTests {
  private func event(_ month: Int?, _ title: String) -> TimelineBlock.Event {
    .init(month: month, date: .init(name: "d", text: "2031"), title: [.text(title)], detail: [])
  }

  private func list(_ events: [TimelineBlock.Event]) throws -> DisplayList {
    let timeline = TimelineBlock(
      anchor: "year", year: "2031", months: (1...12).map { "m\($0)" },
      undated: "Month not reported",
      events: events)
    let laidOut = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.timeline(timeline)])]))
    #expect(laidOut.pages["year"] == 2)
    #expect(laidOut.list.problems() == [])
    return laidOut.list
  }

  @Test("Events without a month stand under their heading, after those with one")
  func undated() throws {
    let words = try list([event(3, "In March"), event(nil, "Some day")]).words(on: 2)
    let march = try #require(words.first { $0.text == "In March" })
    let heading = try #require(words.first { $0.text == "Month not reported" })
    let some = try #require(words.first { $0.text == "Some day" })
    #expect(march.y < heading.y && heading.y < some.y)
    #expect(heading.isOwned)
  }

  @Test("Without such events there is no such heading")
  func allDated() throws {
    #expect(try !list([event(3, "In March")]).allText(page: 2).contains("not reported"))
  }

  @Test("Without a dated event there is no ruler", arguments: [nil, 13] as [Int?])
  func noneDated(month: Int?) throws {
    let text = try list([event(month, "Some day")]).allText(page: 2)
    #expect(!text.contains("m12"))
    #expect(text.contains("Month not reported"))
  }

  @Test("A year may be parted between entries, two of them at least on each side")
  func parted() throws {
    let after = (0..<30).map { Block.paragraph([.text("After \($0)")]) }
    var parted = 0
    for lines in stride(from: 6, to: 40, by: 1) {
      let events = (1...7).map { (month: Int) in event(month, "Event \(month)") }
      let timeline = TimelineBlock(
        anchor: "year", year: "2031", months: (1...12).map { "m\($0)" }, undated: "",
        events: events)
      let blocks = (0..<lines).map { Block.paragraph([.text("Line \($0)")]) }
      let list = try Fixture.layOut(
        Fixture.document([Fixture.chapter("a", blocks + [.timeline(timeline)] + after)])
      ).list
      for page in 2..<list.pages.count {
        let words = list.words(on: page).map(\.text)
        let entries = words.count { $0.hasPrefix("Event ") }
        #expect(entries != 1, "after \(lines) lines")
        if entries > 1, entries < 7 { parted += 1 }
        if words.contains("m12") { #expect(entries >= 2) }
      }
    }
    #expect(parted > 0)
  }
}
