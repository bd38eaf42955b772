import Records
import Testing

@testable import Ledger

@Suite struct LedgerBuilderTests {
  private func training(_ id: String, _ date: String, _ heads: String?) throws -> Record {
    var fields: [String: Value] = ["date": .date(try PartialDate.parse(date))]
    if let heads { fields["participants"] = .quantity(try Quantity.parse(heads)) }
    return record("training", id, fields)
  }

  @Test func `A sum of exact and lower bounds is a lower bound`() throws {
    let book = try book(of: [
      training("a", "2019", "50+"), training("b", "2019-03", "105"), training("c", "2018-12", "9"),
    ])
    #expect(book.figure("trainings.participants")?.value == Quantity(155, .atLeast))
    #expect(book.figure("trainings.participants").map(book.recordIDs(behind:)) == ["a", "b"])
  }

  @Test func `A part that is not reported makes the sum a lower bound`() throws {
    let book = try book(of: [training("a", "2019", nil), training("b", "2019", "105")])
    #expect(book.figure("trainings.participants")?.value == Quantity(105, .atLeast))
  }

  @Test func `Nothing reported is not zero`() throws {
    let unknown = try book(of: [training("a", "2019", nil)])
    #expect(unknown.figure("trainings.participants")?.value == nil)
    #expect(try book(of: []).figure("trainings.total")?.value == nil)
    #expect(try book(of: []).figure("records.total")?.value == Quantity(0))
    let zero = try book(of: [training("a", "2019", "0")])
    #expect(zero.figure("trainings.participants")?.value == Quantity(0))
  }

  @Test func `A period of several years takes each of them`() throws {
    let records = try [
      training("a", "2018", "1"), training("b", "2019-03", "2"), training("c", "2017", "4"),
    ]
    let book = try book(of: records, period: "2018/2019")
    #expect(book.figure("trainings.participants")?.value == Quantity(3))
  }

  @Test func `The latest stated total up to the cut-off stands`() throws {
    func stated(_ id: String, _ value: Double, _ asOf: String) throws -> Record {
      record(
        "stated_total", id,
        [
          "indicator": .text("centres.total"), "value": .quantity(Quantity(value)),
          "as_of": .date(try PartialDate.parse(asOf)),
        ])
    }
    let book = try book(of: [
      stated("a", 5, "2019"), stated("b", 4, "2018"), stated("c", 9, "2020"),
    ])
    #expect(book.figure("centres.total")?.value == Quantity(5))
    #expect(book.figure("centres.total").map(book.recordIDs(behind:)) == ["a"])
    #expect(book.figure("centres.total")?.itemised == 0)
  }

  @Test func `A statement below the records, or of no indicator, is a problem`() throws {
    let date = Value.date(try PartialDate.parse("2019"))
    func stated(_ indicator: String) -> Record {
      record(
        "stated_total", "s",
        ["indicator": .text(indicator), "value": .quantity(Quantity(1)), "as_of": date])
    }
    let centres = [record("overseas_centre", "a", [:]), record("overseas_centre", "b", [:])]
    let below = #expect(throws: LedgerProblems.self) {
      try book(of: centres + [stated("centres.total")])
    }
    #expect(below?.problems.map(\.code) == ["stated-below-itemised"])
    let unknown = #expect(throws: LedgerProblems.self) { try book(of: [stated("centers.total")]) }
    #expect(unknown?.problems.first?.hint == "did you mean \"centres.total\"?")
  }

  @Test(arguments: [
    ("2019", "2019-12", "bad-cut-off"), ("2019", "", "bad-cut-off"),
    ("2019/..", "2019-12-31", "bad-period"), ("year", "2019-12-31", "bad-period"),
  ])
  func `A period or cut-off date that is none is a problem`(
    period: String, cutOff: String, code: String
  ) throws {
    let builder = LedgerBuilder(vocabulary: try shippedVocabulary.get())
    let problems = #expect(throws: LedgerProblems.self) {
      try builder.build(records: [], indicators: [], period: period, cutOff: cutOff)
    }
    #expect(problems?.problems.map(\.code) == [code])
  }
}
