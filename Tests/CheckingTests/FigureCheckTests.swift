import Ledger
import Records
import Testing

@testable import Checking

@Suite struct FigureCheckTests {
  static func breakdown(
    _ values: [Double?], overlaps: Bool = false, hidden: Set<Int> = []
  ) -> Breakdown {
    Breakdown(
      field: "place", names: [:], overlaps: overlaps,
      parts: values.enumerated().map { index, value in
        .init(
          key: "K\(index)", names: [:], value: value.map { Quantity($0) },
          isSuppressed: hidden.contains(index))
      })
  }

  static func figure(
    _ value: Quantity?, _ breakdown: Breakdown? = nil, series: [SeriesPoint] = []
  ) -> Figure {
    Made.figure(
      "centres.total", value, series: series, breakdowns: breakdown.map { [$0] } ?? [])
  }

  @Test func `Parts that do not add up are told at the indicator`() throws {
    let found = try Made.found(
      "parts-differ", figures: [Self.figure(Quantity(5), Self.breakdown([2, 4]))])
    #expect(places(found) == ["indicators.yaml:7:3"])
    #expect(found.first?.message.contains("add up to 6, not 5") == true)
  }

  @Test func `Parts that add up, overlap, or exceed a lower bound are fine`() throws {
    let figures = [
      Self.figure(Quantity(6), Self.breakdown([2, 4])),
      Self.figure(Quantity(5), Self.breakdown([2, 4], overlaps: true)),
      Self.figure(Quantity(5, .atLeast), Self.breakdown([2, 4])),
      Self.figure(Quantity(7), Self.breakdown([2, nil])),
    ]
    #expect(try Made.found("parts-differ", figures: figures).isEmpty)
  }

  @Test func `A note in every language settles the difference`() throws {
    var input = try Made.input(figures: [Self.figure(Quantity(5), Self.breakdown([2, 4]))])
    input.notes = ["centres.total": ["en": "One centre stands on a border."]]
    #expect(checks(input).map(\.code).contains("parts-differ"))
    input.notes["centres.total"]?["zh"] = "有一个中心跨境。"
    #expect(!checks(input).map(\.code).contains("parts-differ"))
  }

  @Test func `A note on what is no figure is told`() throws {
    var input = try Made.input(figures: [Made.centres])
    input.notes = ["centres.totals": ["en": "Why.", "zh": "原因。"]]
    let found = checks(input).filter { $0.code == "unknown-figure" }
    #expect(places(found) == ["report.yaml"])
    #expect(found.first?.hint == "did you mean \"centres.total\"?")
    input.notes = ["centres.total": ["en": "Why.", "zh": "原因。"]]
    #expect(!checks(input).map(\.code).contains("unknown-figure"))
  }

  @Test func `A total is stated once for a date`() throws {
    func stated(_ id: String, _ value: Double, _ date: String) -> Record {
      Made.record(
        "stated_total", id, line: value > 5 ? 6 : 5,
        [
          "indicator": .text("centres.total"), "as_of": Made.date(date),
          "value": .quantity(Quantity(value)),
        ])
    }
    let found = try Made.found(
      "stated-twice", records: [stated("one", 5, "2031"), stated("two", 6, "2031")])
    #expect(places(found) == ["records/made-up.yaml:6:30"])
    #expect(
      try Made.found(
        "stated-twice", records: [stated("one", 5, "2030"), stated("two", 6, "2031")]
      ).isEmpty)
  }

  @Test func `The total of a typed table is added up`() throws {
    let table = "| place | n |\n|---|--:|\n| A | 2 |\n| B | 1,000 |\n| Total | 1,003 |\n"
    let found = try Made.english("parts-differ", table)
    #expect(places(found) == ["text/one.en.md:5:11"])
    #expect(try Made.english("parts-differ", table.replacing("1,003", with: "1,002")).isEmpty)
  }

  @Test func `A chart has one unit`() throws {
    let figures = [Made.centres, Made.learners, Made.figure("centres.new", Quantity(1))]
    let chart = "Text.\n\n```chart\nlabels: [a, b]\nvalues: [centres.total, learners.total]\n```\n"
    #expect(
      places(try Made.english("mixed-units", chart, figures: figures)) == ["text/one.en.md:3"])
    let same = chart.replacing("learners.total", with: "centres.new")
    #expect(try Made.english("mixed-units", same, figures: figures).isEmpty)
  }

  static func series(_ before: Double, _ now: Double) -> Figure {
    figure(
      Quantity(now),
      series: [
        SeriesPoint(period: "2030", value: Quantity(before)),
        SeriesPoint(period: "2031", value: Quantity(now)),
      ])
  }

  @Test(arguments: [(10.0, 16.0), (10.0, 4.0)])
  func `A change by more than half needs a note`(_ before: Double, _ now: Double) throws {
    let found = try Made.found("large-change", figures: [Self.series(before, now)])
    #expect(places(found) == ["indicators.yaml:7:3"])
    #expect(found.first?.severity == .warning)
  }

  @Test(arguments: [(10.0, 15.0), (10.0, 5.0), (0.0, 9.0)])
  func `Half, or a start from zero, needs none`(_ before: Double, _ now: Double) throws {
    #expect(try Made.found("large-change", figures: [Self.series(before, now)]).isEmpty)
  }

  @Test func `An earlier year that is restated needs a reason`() throws {
    let point = SeriesPoint(period: "2030", value: Quantity(4), published: Quantity(5))
    let figure = Self.figure(
      Quantity(5), series: [point, SeriesPoint(period: "2031", value: Quantity(5))])
    #expect(try Made.found("restated-without-reason", figures: [figure]).count == 1)
    let correction = Made.record("correction", "fix", ["indicator": .text("centres.total")])
    #expect(
      try Made.found("restated-without-reason", records: [correction], figures: [figure]).isEmpty)
  }

  @Test func `A part that is kept back alone leaks`() throws {
    let alone = Self.figure(Quantity(9), Self.breakdown([nil, 4, 2], hidden: [0]))
    #expect(
      places(try Made.found("suppression-leaks", figures: [alone])) == ["indicators.yaml:7:3"])
    let two = Self.figure(Quantity(9), Self.breakdown([nil, nil, 2], hidden: [0, 1]))
    #expect(try Made.found("suppression-leaks", figures: [two]).isEmpty)
  }

  @Test func `A record's small count is not printed`() throws {
    let trip = Made.record(
      "mobility", "trip", line: 8,
      ["heads": .quantity(Quantity(3)), "weeks": .quantity(Quantity(9))])
    let texts = ["text/one.en.md": "We sent {{trip.heads}} for {{trip.weeks}} weeks."]
    var input = try Made.input(records: [trip], texts: texts, languages: ["en"], composed: true)
    #expect(!checks(input).map(\.code).contains("small-count-shown"))
    input.smallCounts = SmallCounts(below: 5, kinds: ["mobility"])
    let found = checks(input).filter { $0.code == "small-count-shown" }
    #expect(places(found) == ["records/made-up.yaml:8:10"])
  }

  @Test func `A flow is not given as of a day`() throws {
    let text = "As of {{report.cut_off}}, {{learners.total}} learners had come."
    #expect(places(try Made.english("flow-as-of", text)) == ["text/one.en.md:1:27"])
    let fine =
      "As of {{report.cut_off}}, {{centres.total}} centres stood. As of now, {{learners.total}}."
    #expect(try Made.english("flow-as-of", fine).isEmpty)
    #expect(
      try Made.chinese("flow-as-of", "截至{{report.cut_off}}，学员有{{learners.total}}。").count == 1)
  }
}
