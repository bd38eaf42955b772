import Records
import Testing

@testable import Ledger

@Suite struct ScaleTests {
  @Test func `A hundred thousand records are counted, summed and split`() throws {
    let vocabulary = try StoreTests.vocabulary.get()
    let dates = try (2015...2019).map { try PartialDate.parse("\($0)-06-15") }
    let loan = try #require(vocabulary.kinds.firstIndex { $0.name == "loan" })
    let fields = vocabulary.kinds[loan].fields.map(\.name)
    let wanted = ["branch", "items", "date", "note"].map { fields.firstIndex(of: $0) ?? 0 }
    var writer = try LedgerStoreWriter(vocabulary: vocabulary)
    let origins = [RecordOrigin(file: "loans.csv")]
    var spots = Array(repeating: Spot(), count: fields.count)
    for number in 0..<7 {
      try writer.add(
        RecordRow(
          kind: 0, id: "b\(number)", origin: 0, spot: Spot(line: 1, column: 1),
          values: [nil, nil, .flag(number > 0)], spots: Array(spots.prefix(3))), origins: origins)
    }
    for number in 0..<100_000 {
      var values: [Value?] = Array(repeating: nil, count: fields.count)
      values[wanted[0]] = .reference("b\(number % 7)")
      if number % 10 > 0 { values[wanted[1]] = .quantity(Quantity(2)) }
      values[wanted[2]] = .date(dates[number % 5])
      values[wanted[3]] = .text("reader \(number / 2)")
      let spot = Spot(line: Int32(number + 2), column: 1)
      for index in spots.indices { spots[index] = spot }
      try writer.add(
        RecordRow(
          kind: loan, id: "l\(number)", origin: 0, spot: spot, values: values, spots: spots),
        origins: origins)
    }
    let store = try writer.finish()
    #expect(store.count == 100_007)
    #expect(store.problems.isEmpty)
    let indicators = try Indicator.parse(
      Array(
        """
        indicators:
          n: {kind: flow, from: loan, during: date, count: true, breakdowns: [branch, branch.open]}
          i: {kind: flow, from: loan, during: date, sum: items}
          r: {kind: flow, from: loan, during: date, distinct: note}
        """.utf8), file: "i.yaml", vocabulary: vocabulary)
    let book = try LedgerBuilder(vocabulary: vocabulary).build(
      store: store, indicators: indicators, period: "2019", cutOff: "2019-12-31")
    #expect(book.figure("n")?.series.map(\.value) == Array(repeating: Quantity(20_000), count: 5))
    // Every tenth loan, of 2015 alone, has no number of items.
    #expect(
      book.figure("i")?.series.map { $0.value?.source } == [
        "20000+", "40000", "40000", "40000", "40000",
      ])
    #expect(book.figure("r")?.value == Quantity(20_000))
    let parts = try #require(book.figure("n")?.breakdowns.first).parts
    #expect(parts.count == 7)
    #expect(parts.compactMap(\.value?.value).reduce(0, +) == 20_000)
    #expect(book.figure("n")?.breakdowns.last?.parts.map(\.key) == ["1", "0"])
    #expect(book.record("l99999")?.place.line == 100_001)
    #expect(book.recordIDs(behind: try #require(book.figure("n")), limit: 2) == ["l4", "l9"])
    var seen = 0
    book.forEachRecord(kind: "loan") { _ in seen += 1 }
    #expect(seen == 100_000)
  }
}
