import Records
import Testing

@testable import Ledger

@Suite struct SeriesTests {
  private func training(_ id: String, _ date: String?, _ heads: String? = nil) throws -> Record {
    var fields: [String: Value] = [:]
    if let date { fields["date"] = .date(try PartialDate.parse(date)) }
    if let heads { fields["participants"] = .quantity(try Quantity.parse(heads)) }
    return record("training", id, fields)
  }

  private func centre(_ id: String, _ opened: String?, _ closed: String? = nil) throws -> Record {
    var fields: [String: Value] = [:]
    if let opened { fields["opened"] = .date(try PartialDate.parse(opened)) }
    if let closed { fields["closed"] = .date(try PartialDate.parse(closed)) }
    return record("overseas_centre", id, fields)
  }

  private func values(_ figure: Figure?) -> [String] {
    (figure?.series ?? []).map { "\($0.period) \($0.value?.source ?? "-")" }
  }

  private let flows = """
    t: {kind: flow, from: training, during: date, sum: participants}
    n: {kind: flow, from: training, during: date, count: true, empty: zero}
    off: {kind: flow, from: training, during: date, count: true, series: false}
    """
  private let centres =
    "c: {kind: stock, from: overseas_centre, valid: {from: opened, until: closed}, count: true}"

  @Test func `A flow has the value of each year since the first that is told`() throws {
    let book = try figures(
      flows,
      of: [
        training("a", "2016", "50+"), training("b", "2018-03", "10"),
        training("c", "2018-12-31/2019-01-02", "5"), training("d", "2019", nil),
        training("e", nil, "9"), training("f", "2020", "1"),
      ])
    #expect(values(book.figure("t")) == ["2016 50+", "2017 -", "2018 15", "2019 -"])
    #expect(values(book.figure("n")) == ["2016 1", "2017 0", "2018 2", "2019 1"])
    #expect(book.figure("n")?.previous == Quantity(2))
    #expect(book.figure("off")?.series == [])
    #expect(book.figure("off")?.value == Quantity(1))
  }

  @Test func `An event without end counts in each of its years`() throws {
    let book = try figures(flows, of: [training("a", "2017/..", "3"), training("b", "2018", "4")])
    #expect(values(book.figure("t")) == ["2017 3", "2018 7", "2019 3"])
  }

  @Test func `A period of two years is compared with the two before`() throws {
    let book = try figures(
      flows,
      of: [training("a", "2015", "1"), training("b", "2017", "2"), training("c", "2018", "4")],
      period: "2018/2019")
    #expect(values(book.figure("t")) == ["2014/2015 1", "2016/2017 2", "2018/2019 4"])
  }

  @Test func `A stock counts what holds at the end of each year`() throws {
    let book = try figures(
      flows + "\n" + centres,
      of: [
        training("a", "2016", "1"), centre("x", "2015"), centre("y", "2017-12-31", "2019-06"),
        centre("z", "2018", "2018"), centre("future", "2020-02"),
        centre("last-day", "2018-12-31", "2018-12-31"), centre("open", "2018", "2018/.."),
      ])
    #expect(values(book.figure("c")) == ["2016 1", "2017 2", "2018 4", "2019 2"])
    #expect(book.recordIDs(behind: try #require(book.figure("c"))) == ["x", "open"])
  }

  @Test func `What has no beginning makes earlier years a lower bound`() throws {
    let book = try figures(
      flows + "\n" + centres,
      of: [
        training("a", "2017", "1"), centre("x", "2018"), centre("y", nil), centre("z", "../2010"),
      ])
    #expect(values(book.figure("c")) == ["2017 1+", "2018 2+", "2019 3"])
  }

  @Test func `A condition or SQL that names the period is asked anew for each`() throws {
    let book = try figures(
      """
      s: {kind: flow, sql: "SELECT id AS record_id FROM training WHERE date_first_year <= :last_year AND date_last_year >= :first_year"}
      w: {kind: stock, from: training, where: date_latest <= :cut_off, count: true}
      u: {kind: stock, from: training, count: true}
      """ + "\n" + flows, of: [training("a", "2018"), training("b", "2019"), training("c", "2017")])
    #expect(values(book.figure("s")) == ["2017 1", "2018 1", "2019 1"])
    #expect(values(book.figure("w")) == ["2017 1", "2018 2", "2019 3"])
    #expect(values(book.figure("u")) == [])
    #expect(book.figure("u")?.value == Quantity(3))
  }

  @Test func `No more than thirty years are looked at`() throws {
    let book = try figures(flows, of: [training("a", "1900"), training("b", "2019")])
    #expect(book.figure("n")?.series.count == 30)
    #expect(book.figure("n")?.series.first?.period == "1990")
  }

  @Test func `A year that was published otherwise says so`() throws {
    var builder = LedgerBuilder(vocabulary: try shippedVocabulary.get())
    builder.published = [
      "2018": ["t": Quantity(10), "n": Quantity(2)], "2017": ["t": Quantity(3)],
    ]
    builder.targets = ["t": Quantity(20)]
    let book = try figures(
      flows,
      of: [training("a", "2018", "15"), training("b", "2018", "1"), training("c", "2019", "1")],
      builder: builder)
    #expect(book.figure("t")?.series.map(\.published) == [Quantity(3), Quantity(10), nil])
    #expect(book.figure("n")?.series.map(\.published) == [nil, nil, nil])
    #expect(book.figure("t")?.target == Quantity(20))
    builder.targets = ["tt": Quantity(1)]
    let problems = #expect(throws: LedgerProblems.self) {
      try figures(flows, of: [], builder: builder)
    }
    #expect(problems?.problems.map(\.code) == ["unknown-indicator"])
  }

  @Test func `Stated totals stand for the years up to theirs, of flows in their own year`() throws {
    func stated(_ id: String, _ indicator: String, _ value: Double, _ asOf: String) throws -> Record
    {
      record(
        "stated_total", id,
        [
          "indicator": .text(indicator), "value": .quantity(Quantity(value)),
          "as_of": .date(try PartialDate.parse(asOf)),
        ])
    }
    let book = try figures(
      flows + "\n" + centres,
      of: [
        training("a", "2016", "1"), training("b", "2019", "1"), centre("x", "2015"),
        stated("1", "c", 4, "2017"), stated("2", "c", 5, "2018"), stated("3", "t", 9, "2018"),
      ])
    #expect(values(book.figure("c")) == ["2016 1", "2017 4", "2018 5", "2019 5"])
    #expect(values(book.figure("t")) == ["2016 1", "2017 -", "2018 9", "2019 1"])
    #expect(book.figure("c")?.itemised == 1)
  }
}
