import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

/// Tables of courses that an invented institute gave, in groups with sums.
@Suite struct TableFormTests {
  private static func course(
    _ id: String, _ audience: String?, _ year: Int, _ participants: Quantity?, days: Double
  ) -> Record {
    let day = PartialDate.Day(year: year, month: 5)
    var values: [String: Value] = [
      "name": .localized(["en": "Course \(id)", "zh": "课程\(id)"]),
      "date": .date(PartialDate(start: day, end: day, approximate: false, source: "\(year)-05")),
      "days": .quantity(Quantity(days)),
    ]
    values["audience"] = audience.map { .choice($0) }
    values["participants"] = participants.map { .quantity($0) }
    return Fixture.record("course", id, values)
  }

  private static let vocabulary = Vocabulary(
    name: "made-up",
    kinds: [
      Vocabulary.Kind(
        name: "course", plural: "courses", names: ["en": "course", "zh": "课程"],
        fields: [
          .init(name: "name", base: .localized, names: ["en": "name", "zh": "名称"]),
          .init(name: "date", base: .date, names: ["en": "date", "zh": "时间"]),
          .init(
            name: "audience", base: .choice, names: ["en": "audience", "zh": "对象"],
            choices: [
              .init(word: "teachers", names: ["en": "teachers", "zh": "教师"]),
              .init(word: "students", names: ["en": "students", "zh": "学生"]),
            ]),
          .init(name: "days", base: .quantity, names: ["en": "days", "zh": "天数"]),
          .init(name: "participants", base: .quantity, names: ["en": "participants", "zh": "人数"]),
        ])
    ])

  private static let book = LedgerBook(
    figures: [],
    records: [
      course("a", "students", 2031, Quantity(10), days: 0.1),
      course("b", "teachers", 2031, Quantity(20, .atLeast), days: 0.2),
      course("c", "students", 2031, Quantity(5), days: 3),
      course("d", nil, 2031, nil, days: 1),
      course("e", "teachers", 2030, Quantity(7), days: 1),
    ], period: "2031", cutOff: "2031-12-31")

  private static func composition(_ keys: String, language: String = "en") -> Composition? {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - table: {of: course, anchor: courses, \(keys)}
      """
    let outline = ReportOutline.parse(Fixture.yaml(sections), file: "report.yaml").outline
    return outline.map {
      compose(
        outline: $0, language: language, book: book, vocabulary: vocabulary, files: ReportFiles())
    }
  }

  private static func table(_ keys: String, language: String = "en") -> TableBlock? {
    guard
      case .table(let table)? = composition(keys, language: language)?.document.sections.first?
        .blocks.first
    else { return nil }
    return table
  }

  private static func lines(_ table: TableBlock?) -> [String]? {
    table?.rows.map { row in
      row.kind.rawValue + ": " + row.cells.map(\.content.plainText).joined(separator: " | ")
    }
  }

  @Test func `groups stand in the vocabulary's order, with sums that keep their precision`() {
    let table = Self.table(
      "columns: [name, days, participants], group_by: audience, total: true, period: true")
    #expect(
      Self.lines(table) == [
        "group: Teachers", "body: Course b | 0.2 | at least 20", "group: Students",
        "body: Course a | 0.1 | 10", "body: Course c | 3 | 5", "subtotal: Subtotal | 3.1 | 15",
        "group: not reported", "body: Course d | 1 | not reported",
        "total: Total | 4.3 | at least 35",
      ])
    #expect(table?.columns.map(\.alignment) == [.leading, .decimal, .decimal])
    #expect(table?.rows.first?.cells.map(\.span) == [3])
  }

  @Test func `the words of sums are Chinese in Chinese`() {
    let table = Self.table(
      "columns: [name, participants], group_by: audience, total: true", language: "zh")
    #expect(Self.lines(table)?.last == "total: 合计 | 至少42")
    #expect(Self.lines(table)?.contains("subtotal: 小计 | 15") == true)
  }

  @Test func `a sum names what was added up`() throws {
    let composition = Self.composition(
      "columns: [name, participants], group_by: audience, total: true, period: true")
    let sum = try #require(
      composition?.sums.first { $0.name == "sum.courses.participants.students" })
    #expect(sum.addends == ["a.participants", "c.participants"])
    #expect(sum.value == Quantity(15))
    #expect(composition?.values.contains { $0.name == sum.name && $0.machine == "15" } == true)
  }

  @Test func `sums are carried from row to row, and only those asked for`() {
    let table = Self.table(
      "columns: [name, days, participants], total: [participants], running: true, break_rows: true")
    let running = table?.rows.map { $0.running.map(\.plainText) }
    #expect(
      running?.prefix(3) == [["", "", "10"], ["", "", "at least 30"], ["", "", "at least 35"]])
    #expect(table?.rows.first?.breaking == .anywhere)
    #expect(Self.lines(table)?.last == "total: Total | at least 42")
  }

  @Test func `a date groups by its year, and a table can lie across the paper`() {
    let table = Self.table("columns: [name], group_by: date, orientation: across")
    #expect(Self.lines(table)?.first == "group: 2030")
    #expect(table?.orientation == .landscape)
  }

  @Test func `headings stand over neighbouring columns`() {
    let table = Self.table(
      "columns: [name, days, participants], "
        + "heads: [{title: {en: Size, zh: 规模}, over: [days, participants]}]")
    #expect(
      table?.head.map { $0.cells.map(\.content.plainText) } == [
        ["Name", "Size"], ["Days", "Participants"],
      ])
    #expect(table?.head.first?.cells.map(\.rows) == [2, 1])
    #expect(table?.head.first?.cells.map(\.span) == [1, 2])
  }

  @Test(arguments: [
    ("columns: [name], total: true", "no-sum"),
    ("columns: [name, days], total: [name]", "no-sum"),
    ("columns: [name, days], group_by: nothing", "unknown-field"),
    ("columns: [name, days], group_by: name.place", "bad-group"),
    ("columns: [name, days], heads: [{title: {en: A, zh: 甲}, over: [name, date]}]", "bad-heads"),
  ])
  func `what a table cannot do is told`(_ keys: String, _ code: String) {
    #expect(Self.composition(keys)?.problems.map(\.code).contains(code) == true)
  }

  @Test(arguments: [
    ("total: perhaps", "unknown-word"), ("orientation: sideways", "unknown-word"),
    ("heads: Size", "wrong-type"), ("heads: [{over: [days]}]", "missing-key"),
  ])
  func `words that a key cannot have are told with their place`(_ keys: String, _ code: String) {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - table: {of: course, \(keys)}
      """
    let problems = ReportOutline.parse(Fixture.yaml(sections), file: "report.yaml").problems
    #expect(problems.map(\.code) == [code])
    #expect(problems.allSatisfy { ($0.place?.line ?? 0) > 1 })
  }

  @Test(arguments: [("24", OutlinePages.exactly(24)), ("multiple of 4", .multiple(of: 4))])
  func `an outline may say how many pages there are to be`(_ text: String, _ pages: OutlinePages) {
    let outline = Fixture.outline(Fixture.proseSection, extra: "pages: \(text)")
    #expect(outline?.pages == pages)
  }

  @Test(arguments: ["some", "0", "multiple of four", "multiple 4", "[24]", "99999999999999999999"])
  func `a number of pages that is none is told`(_ text: String) {
    let yaml = Fixture.yaml(Fixture.proseSection, extra: "pages: \(text)")
    let problems = ReportOutline.parse(yaml, file: "report.yaml").problems
    #expect(problems.map(\.code) == ["bad-pages"])
    #expect(problems.first?.hint?.contains("multiple of 4") == true)
  }
}
