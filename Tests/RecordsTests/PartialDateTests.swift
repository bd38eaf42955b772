import Testing

@testable import Records

@Suite struct PartialDateTests {
  @Test(arguments: [
    ("2019", "2019-01-01", "2019-12-31"), ("2019-02", "2019-02-01", "2019-02-28"),
    ("2020-02", "2020-02-01", "2020-02-29"), ("2019-05-06", "2019-05-06", "2019-05-06"),
    ("2019-05-06/2019-05-08", "2019-05-06", "2019-05-08"), ("2019~", "2019-01-01", "2019-12-31"),
    ("0007-03-04", "0007-03-04", "0007-03-04"), ("9999", "9999-01-01", "9999-12-31"),
  ])
  func `A date spans all that it can mean`(text: String, first: String, last: String) throws {
    let date = try PartialDate.parse(text)
    #expect(date.earliest == first)
    #expect(date.latest == last)
    #expect(date.source == text)
  }

  @Test(arguments: ["2019/5/6", "2019/05/06", "2019.5.6", "2019年5月6日", " 2019/5/06 "])
  func `A day as spreadsheets show it becomes one of ISO 8601`(text: String) throws {
    #expect(try PartialDate.parse(text) == PartialDate.parse("2019-05-06"))
    #expect(try PartialDate.parse(text).source == "2019-05-06")
  }

  @Test func `A packed day gives back what it was made of`() {
    for (month, day) in [(nil, nil), (1, nil), (12, 31), (2, 1)] as [(Int?, Int?)] {
      let packed = PartialDate.Day(year: 2019, month: month, day: day)
      #expect(packed.year == 2019 && packed.month == month && packed.day == day)
    }
    #expect(PartialDate.Day(year: -5, month: 13, day: 0) == PartialDate.Day(year: -5))
    #expect(PartialDate.Day(year: -5, month: 3).year == -5)
    #expect(PartialDate.Day(year: .max, month: 3).month == 3)
  }

  @Test func `An open span has no end`() throws {
    let date = try PartialDate.parse("2006/..")
    #expect(date.start == PartialDate.Day(year: 2006))
    #expect(date.end == nil)
    #expect(date.falls(in: 2019) && !date.falls(in: 2005))
  }

  @Test func `A year without a month counts in that year only`() throws {
    let date = try PartialDate.parse("2019")
    #expect(date.falls(in: 2019) && !date.falls(in: 2018) && !date.falls(in: 2020))
  }

  @Test func `A span over New Year counts once`() throws {
    let date = try PartialDate.parse("2018-12-20/2019-01-10")
    #expect(date.falls(in: 2018) && !date.falls(in: 2019))
  }

  @Test(arguments: [
    ("2025-02-30", "2025-02 has 28 days"), ("2019-13", "there is no month 13"),
    ("2019-9", "write 2019-09"), ("2019/2/30", "2019-02 has 28 days"), ("2019/9", "write 2019-09"),
    ("2019/09", "write 2019-09"),
  ])
  func `A bad date comes with the way out`(text: String, hint: String) {
    let problem = #expect(throws: ValueProblem.self) { try PartialDate.parse(text) }
    #expect(problem?.code == "bad-date")
    #expect(problem?.hint == hint)
  }

  @Test(arguments: [
    "", "..", "../..", "/", "19", "201X", "２０１９", "2019-09-02T10:00", "1/2/3", "2019年", "5/6/2019",
    "2019/5.6", "2019/5/", "2019年5日", "6.5.2019",
    "-2019", "2019--1",
  ])
  func `What is not a date is refused`(text: String) {
    #expect(throws: ValueProblem.self) { try PartialDate.parse(text) }
  }

  @Test func `A reversed span is refused`() {
    let problem = #expect(throws: ValueProblem.self) { try PartialDate.parse("2019-05/2018") }
    #expect(problem?.code == "end-before-start")
  }
}
