import Records
import Testing

@testable import Ledger

@Suite struct RatioTests {
  private func training(_ id: String, _ date: String, _ heads: String?, days: String? = nil) throws
    -> Record
  {
    var fields: [String: Value] = ["date": .date(try PartialDate.parse(date))]
    if let heads { fields["participants"] = .quantity(try Quantity.parse(heads)) }
    if let days { fields["days"] = .quantity(try Quantity.parse(days)) }
    return record("training", id, fields)
  }

  private let declarations = """
    long: {kind: flow, units: {en: course}, from: training, during: date, where: days >= 5, count: true}
    all: {kind: flow, units: {en: course}, from: training, during: date, count: true}
    heads: {kind: flow, units: {en: person}, from: training, during: date, sum: participants}
    share: {kind: flow, ratio: {of: long, to: all, percent: true}, decimals: 2}
    size: {kind: flow, ratio: {of: heads, to: all}}
    mean: {kind: flow, from: training, during: date, mean: days}
    """

  @Test func `A ratio divides in every year, and nothing by zero`() throws {
    let book = try figures(
      declarations,
      of: [
        training("a", "2017", "50+", days: "5"), training("b", "2017", "10", days: "1"),
        training("c", "2017", "1", days: "2"), training("d", "2019", "7"),
        training("e", "2019", nil, days: "2.5"),
      ])
    #expect(book.figure("share")?.series.map { $0.value?.source } == ["33.33", nil, nil])
    #expect(book.figure("size")?.series.map { $0.value?.source } == ["20.3+", nil, "3.5+"])
    #expect(book.figure("mean")?.series.map { $0.value?.source } == ["2.7", nil, "~2.5"])
    #expect(book.figure("share")?.decimals == 2)
    #expect(book.recordIDs(behind: try #require(book.figure("size"))) == ["d", "e"])
    #expect(book.problems.isEmpty)
  }

  @Test(arguments: [
    (Quantity(10), Quantity(4), "2.5"), (Quantity(10, .atLeast), Quantity(4), "2.5+"),
    (Quantity(10), Quantity(4, .atLeast), "<=2.5"), (Quantity(10), Quantity(4, .atMost), "2.5+"),
    (Quantity(10, .about), Quantity(4), "~2.5"), (Quantity(10), Quantity(4, .about), "~2.5"),
    (Quantity(10, .range, upper: 12), Quantity(4), "2.5..3"),
    (Quantity(10, .atLeast), Quantity(4, .atLeast), "~2.5"),
  ])
  func `A ratio keeps the precision of both`(a: Quantity, b: Quantity, result: String) {
    #expect(a.divided(by: b)?.source == result)
    #expect(a.divided(by: Quantity(0)) == nil)
  }

  @Test func `A share of what is counted otherwise is a warning`() throws {
    let book = try figures(
      declarations + "\nodd: {kind: flow, ratio: {of: heads, to: all, percent: true}}",
      of: [training("a", "2019", "5")])
    #expect(book.problems.map(\.code) == ["units-mixed"])
    #expect(book.figure("odd")?.value == Quantity(500))
  }

  @Test(arguments: [
    (
      "r: {kind: flow, ratio: {of: s, to: nothing}}\ns: {kind: flow, from: event, count: true}",
      "there is no indicator \"nothing\""
    ),
    (
      "r: {kind: flow, ratio: {of: s, to: r}}\ns: {kind: flow, ratio: {of: r, to: r}}",
      "divided by itself"
    ),
    ("r: {kind: flow, ratio: {of: s}}", "a ratio needs two indicators"),
    ("r: {kind: flow, from: event, ratio: {of: s, to: s}}", "from has no meaning beside ratio"),
  ])
  func `A ratio of what is not there, or of itself, is a problem`(text: String, message: String)
    throws
  {
    let problems = #expect(throws: LedgerProblems.self) { try figures(text, of: []) }
    #expect(problems?.problems.first?.message.contains(message) == true)
  }

  @Test(
    arguments: [
      (["1", "2"], "3"), (["50+", "105"], "155+"), (["<=5", "3"], "<=8"), (["~5", "3+"], "~8"),
      (["1..2", "3"], "4..5"), (["1..2", "<=3"], "<=5"), (["3+", "<=2"], "~5"),
      (["1..2", nil], "1+"),
      (["<=2", nil], "~2"), ([nil, nil], nil), ([], nil), (["0"], "0"), (["2", "-2"], "0"),
    ] as [([String?], String?)])
  func `A sum in the store has the precision that its parts leave`(
    heads: [String?], sum: String?
  ) throws {
    let records = try heads.enumerated().map { try training("t\($0.offset)", "2019", $0.element) }
    let book = try figures(
      "s: {kind: flow, from: training, during: date, sum: participants}", of: records)
    #expect(book.figure("s")?.value?.source == sum)
  }
}
