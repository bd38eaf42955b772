import Ledger
import Records
import Testing

@testable import Checking

@Suite struct ProseNumberTests {
  @Test(arguments: [
    ("We have 7 centres.", 9), ("There are *seven* training centres.", 12),
    ("To date there are three centres in all.", 19), ("Our four training centres grow.", 5),
    ("It is one of the seven centres.", 18), ("Example Institute runs 12 centres.", 24),
  ])
  func `A number that is not the indicator's is an error`(_ text: String, _ column: Int) throws {
    let found = try Made.english("number-contradicts", text)
    #expect(places(found) == ["text/one.en.md:1:\(column)"])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    "Two centres opened.", "In 2029 there were 7 centres.",
    "Three new training centres are planned.",
    "Three centres stand in Nowhereland.", "Two of the centres teach.", "7 days", "No. 7 centre",
    "{{camp.name}} used 7 centres.", "One of the other 30 centres nationwide.", "Up to 7 centres.",
    "Their network has 30 centres.", "A town of 30 centres was visited.",
    "More than 4 centres.", "Seven centuries", "About 5 centres.",
  ])
  func `A part, another year or another thing is none`(_ text: String) throws {
    #expect(try Made.english("number-contradicts", text).isEmpty)
  }

  @Test(arguments: [("我们有7个培训中心。", 4), ("学校现有三个中心。", 5), ("共有十二个培训中心。", 3), ("建有培训中心共7个。", 8)])
  func `Chinese numbers are compared as well`(_ text: String, _ column: Int) throws {
    let found = try Made.chinese("number-contradicts", text)
    #expect(places(found) == ["text/one.zh.md:1:\(column)"])
  }

  @Test(arguments: ["新建两个培训中心。", "2029年有7个培训中心。", "其中两个中心", "7个国家", "第七个培训中心", "乌有国的三个培训中心"])
  func `Chinese parts, years and things are none`(_ text: String) throws {
    #expect(try Made.chinese("number-contradicts", text).isEmpty)
  }

  @Test func `A number that equals its indicator should be bound`() throws {
    let found = try Made.english("typed-number", "We run five centres.\nAnd 5 training centres.")
    #expect(places(found) == ["text/one.en.md:1:8", "text/one.en.md:2:5"])
    #expect(found.allSatisfy { $0.hint?.contains("{{centres.total}}") == true })
    #expect(
      try Made.english("typed-number", "We run {{centres.total}} centres, one by one.").isEmpty)
  }

  @Test func `A part that happens to be as large is left alone`() throws {
    #expect(try Made.english("typed-number", "Five centres opened in the spring.").isEmpty)
    #expect(try Made.english("precision-dropped", "Fifty new learners came.").isEmpty)
  }

  @Test func `Any count typed in digits should be bound, but not dates, tables and code`() throws {
    #expect(try Made.english("typed-number", "It took 17 days.").count == 1)
    let fine = "In 2031, on 5 May, for the 3rd time, see `17`.\n\n| a |\n|---|\n| 17 |\n"
    #expect(try Made.english("typed-number", fine).isEmpty)
  }

  @Test(arguments: ["50 learners came.", "Fifty learners came."])
  func `At least fifty is not fifty`(_ text: String) throws {
    let found = try Made.english("precision-dropped", text)
    #expect(places(found) == ["text/one.en.md:1:1"])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: ["At least 50 learners came.", "50+ learners", "60 learners", "50 days"])
  func `At least fifty may be said in many ways`(_ text: String) throws {
    #expect(try Made.english("precision-dropped", text).isEmpty)
  }

  @Test func `Chinese precision is kept as well`() throws {
    #expect(try Made.chinese("precision-dropped", "50名培训学员").count == 1)
    #expect(try Made.chinese("precision-dropped", "50余名培训学员，至少50名培训学员").isEmpty)
  }

  @Test func `The sum of a stock over the years is told as such`() throws {
    let figure = Made.figure(
      "centres.total", Quantity(5),
      series: [
        SeriesPoint(period: "2030", value: Quantity(4)),
        SeriesPoint(period: "2031", value: Quantity(5)),
      ])
    #expect(try Made.english("stock-summed", "We have 9 centres.", figures: [figure]).count == 1)
    #expect(try Made.english("stock-summed", "We have 8 centres.", figures: [figure]).isEmpty)
  }

  @Test func `A unit of two indicators tells nothing`() throws {
    let figures = [
      Made.figure("events.hosted", Quantity(2), en: "Events hosted", unit: "event|events"),
      Made.figure("events.attended", Quantity(3), en: "Events attended", unit: "event|events"),
    ]
    #expect(try Made.english("number-contradicts", "We saw 9 events.", figures: figures).isEmpty)
  }
}
