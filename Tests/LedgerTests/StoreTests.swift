import Records
import Testing

@testable import Ledger

@Suite struct StoreTests {
  static let vocabulary = Result {
    try Vocabulary.parse(
      Array(
        """
        vocabulary: library
        kinds:
          branch:
            plural: branches
            fields:
              name: {type: localized}
              place: {type: reference, to: [place]}
              open: {type: flag}
          loan:
            plural: loans
            fields:
              name: {type: localized}
              branch: {type: reference, to: [branch]}
              subjects: {type: text, list: true}
              copies: {type: quantity, list: true}
              days: {type: date, list: true}
              branches: {type: reference, to: [branch], list: true}
              items: {type: quantity}
              date: {type: date}
              note: {type: text}
        """.utf8), file: "v.yaml")
  }

  private func place(_ line: Int, _ column: Int = 1, file: String = "loans.csv") -> Place {
    Place(file: file, line: line, column: column)
  }

  private func store(
    _ records: [Record], problems: [Diagnostic] = []
  ) throws -> LedgerStore {
    let vocabulary = try Self.vocabulary.get()
    var writer = try LedgerStoreWriter(vocabulary: vocabulary)
    for record in records {
      let (row, origin) = try #require(RecordRow.row(of: record, vocabulary))
      try writer.add(row, origins: [origin])
    }
    return try writer.finish(problems: problems)
  }

  private func branch(_ id: String, line: Int = 1) -> Record {
    Record(kind: "branch", id: id, fields: [:], place: place(line, file: "branches.yaml"))
  }

  @Test func `A record comes out as it went in, with the place of every field`() throws {
    let date = try PartialDate.parse("2019-05-06/2019-05-08")
    let loan = Record(
      kind: "loan", id: "loan-1",
      fields: [
        "name": Field(.localized(["en": "A", "zh": "甲", "fr": "Ä", "de": "Ü"]), at: place(7, 4)),
        "branch": Field(.reference("main"), at: place(6, 300)),
        "subjects": Field(.list([.text("b"), .text("a"), .text("b")]), at: place(9, 2)),
        "copies": Field(
          .list([.quantity(Quantity(50, .atLeast)), .quantity(Quantity(1, .range, upper: 2))]),
          at: place(5, 1)),
        "days": Field(.list([.date(date)]), at: place(5, 70_000)),
        "branches": Field(.list([]), at: place(0, 0)),
        "items": Field(.quantity(Quantity(-2.5, .range, upper: 4)), at: place(5, 2)),
        "date": Field(.date(date), at: place(2_000_000, 3)),
        "note": Field(.text(""), at: place(5, 9)),
      ], place: place(5))
    let store = try store([branch("main"), loan])
    #expect(store.record("loan-1") == loan)
    #expect(store.records == [branch("main"), loan])
    #expect(store.records(kind: "loan") == [loan])
    #expect(store.kinds == ["branch", "loan"])
    #expect(store.problems.isEmpty)
    #expect(store.record("nobody") == nil)
  }

  @Test(arguments: ["2019", "2019-02", "2020-02", "../2019", "2006/..", "2019~", "2019-12-31"])
  func `The days and years in the store are those of the date`(source: String) throws {
    let date = try PartialDate.parse(source)
    let loan = Record(
      kind: "loan", id: "l", fields: ["date": Field(.date(date), at: place(1))], place: place(1))
    let row = try store([loan]).read { connection in
      let row = try connection.prepare(
        """
        SELECT date, date_earliest, date_latest, date_first_year, date_last_year, date_approximate
        FROM loan
        """)
      _ = try row.step()
      return (0..<6).map { row.text($0) }
    }
    #expect(
      row == [
        source, date.earliest, date.latest, String(date.countingYears.lowerBound),
        String(date.countingYears.upperBound), date.approximate ? "1" : "0",
      ])
  }

  @Test func `Two records of one id are told with both places, and the first stays`() throws {
    var again = Record(kind: "loan", id: "main", fields: [:], place: place(3))
    again.fields["subjects"] = Field(.list([.text("x")]), at: place(3, 2))
    let store = try store([branch("main", line: 2), again, branch("main", line: 4)])
    #expect(store.problems.map(\.code) == ["duplicate-id", "duplicate-id"])
    #expect(store.problems.map { $0.place?.description } == ["branches.yaml:4:1", "loans.csv:3:1"])
    #expect(store.problems.allSatisfy { $0.hint == "the other record is at branches.yaml:2:1" })
    #expect(store.count == 1)
    #expect(store.record("main")?.kind == "branch")
    #expect(store.records(kind: "loan").isEmpty)
  }

  @Test func `References that lead nowhere or to another kind are told where they stand`() throws {
    func loan(_ id: String, _ line: Int, _ fields: [String: Value]) -> Record {
      Record(
        kind: "loan", id: id, fields: fields.mapValues { Field($0, at: place(line, 2)) },
        place: place(line))
    }
    let store = try store([
      branch("main"), branch("harbour"), loan("a", 2, ["branch": .reference("harbor")]),
      loan("b", 3, ["branches": .list([.reference("main"), .reference("a")])]),
      loan("c", 4, ["branch": .reference("main")]),
    ])
    #expect(
      store.problems.map { "\($0.place?.description ?? "") \($0.code): \($0.message)" } == [
        "loans.csv:2:2 dangling-reference: branch: there is no branch \"harbor\"",
        "loans.csv:3:2 wrong-kind: branches: \"a\" is a record of kind loan",
      ])
    #expect(store.problems.first?.hint == "did you mean \"harbour\"?")
  }

  @Test func `A place that is not known is told with its code`() throws {
    var vocabulary = try Self.vocabulary.get()
    vocabulary.places = ["BG": try #require(try shippedVocabulary.get().places["BG"])]
    var writer = try LedgerStoreWriter(vocabulary: vocabulary)
    for (index, code) in ["BG", "bg", "Bulgaria", "Nowhere"].enumerated() {
      let record = Record(
        kind: "branch", id: "b\(index)",
        fields: ["place": Field(.reference(code), at: place(index + 1))], place: place(index + 1))
      let (row, origin) = try #require(RecordRow.row(of: record, vocabulary))
      try writer.add(row, origins: [origin])
    }
    let problems = try writer.finish().problems
    #expect(problems.map(\.message).allSatisfy { $0.hasPrefix("place: there is no country") })
    #expect(
      problems.map(\.hint) == [
        "write its ISO 3166 code, BG", "write its ISO 3166 code, BG",
        "write an ISO 3166 code such as BG",
      ])
  }

  @Test func `Very many wrong references end in one line with their number`() throws {
    let loans = (1...250).map { number in
      Record(
        kind: "loan", id: "l\(number)",
        fields: ["branch": Field(.reference("gone"), at: place(number))], place: place(number))
    }
    let problems = try store(loans).problems
    #expect(problems.count == 101)
    #expect(problems.contains { $0.code == "more-problems" && $0.message.hasPrefix("150 more") })
  }

  @Test func `A vocabulary whose names collide is refused with a problem`() throws {
    let fields = [
      Vocabulary.FieldType(name: "x", base: .quantity),
      Vocabulary.FieldType(name: "x_upper", base: .text),
    ]
    let vocabulary = Vocabulary(
      name: "v", kinds: [Vocabulary.Kind(name: "a", plural: "as", names: [:], fields: fields)])
    let problems = #expect(throws: LedgerProblems.self) {
      try LedgerStoreWriter(vocabulary: vocabulary)
    }
    #expect(problems?.problems.map(\.code) == ["ledger-store"])
  }

  @Test func `Reading stops with what the reader throws`() throws {
    let store = try store([branch("a"), branch("b"), branch("c")])
    struct Enough: Error {}
    var seen: [String] = []
    #expect(throws: Enough.self) {
      try store.forEachRecord(kind: "branch") { record throws(Enough) in
        seen.append(record.id)
        if seen.count == 2 { throw Enough() }
      }
    }
    #expect(seen == ["a", "b"])
  }
}
