import Records
import Testing

@testable import Ledger

@Suite struct BreakdownTests {
  private func parts(_ figure: Figure?, _ field: String) -> [String] {
    (figure?.breakdowns.first { $0.field == field }?.parts ?? []).map { part in
      "\(part.key ?? "nil") \(part.isSuppressed ? "hidden" : part.value?.source ?? "-")"
    }
  }

  private func partner(_ id: String, _ place: String?, _ kind: String? = nil) -> Record {
    var fields: [String: Value] = ["name": .localized(["en": "Invented \(id)", "zh": "虚构\(id)"])]
    if let place { fields["place"] = .reference(place) }
    if let kind { fields["kind"] = .choice(kind) }
    return record("partner", id, fields)
  }

  private func mobility(_ id: String, _ fields: [String: Value]) throws -> Record {
    record(
      "mobility", id,
      ["date": .date(try PartialDate.parse("2019")), "direction": .choice("outbound")]
        .merging(fields) { $1 })
  }

  @Test func `Choices come in the vocabulary's order, places by size, what is missing last`() throws
  {
    let book = try figures(
      "p: {kind: stock, from: partner, count: true, breakdowns: [kind, place]}",
      of: [
        partner("a", "BG", "ngo"), partner("b", "DE", "college"), partner("c", "DE", nil),
        partner("d", nil, "university"), partner("e", "AT", "ngo"),
      ])
    let figure = try #require(book.figure("p"))
    #expect(parts(figure, "kind") == ["university 1", "college 1", "ngo 2", "nil 1"])
    #expect(parts(figure, "place") == ["DE 2", "AT 1", "BG 1", "nil 1"])
    #expect(figure.breakdowns[0].parts[0].names["zh"] == "大学")
    #expect(figure.breakdowns[1].parts[0].names["en"] == "Germany")
    #expect(figure.breakdowns.map(\.overlaps) == [false, false])
    #expect(figure.breakdowns[0].names["en"] == "kind")
  }

  @Test func `Sums are split with their precision`() throws {
    let book = try figures(
      "m: {kind: flow, from: mobility, during: date, sum: heads, breakdowns: [direction, persons]}",
      of: [
        mobility("a", ["heads": .quantity(Quantity(5)), "persons": .choice("staff")]),
        mobility("b", ["heads": .quantity(Quantity(50, .atLeast))]),
        mobility("c", ["direction": .choice("inbound"), "persons": .choice("staff")]),
        mobility("d", ["heads": .quantity(Quantity(3)), "date": .date(PartialDate.parse("2018"))]),
      ])
    #expect(book.figure("m")?.value == Quantity(55, .atLeast))
    #expect(parts(book.figure("m"), "direction") == ["inbound -", "outbound 55+"])
    #expect(parts(book.figure("m"), "persons") == ["staff 5+", "nil 50+"])
  }

  @Test func `A step through a reference splits by the other record's field`() throws {
    let book = try figures(
      """
      m:
        kind: flow
        from: mobility
        during: date
        count: true
        breakdowns: [partner.place, {field: partner, top: 2}]
      """,
      of: [
        partner("p", "BG"), partner("q", "BG"), partner("r", "DE"), partner("s", nil),
        mobility("a", ["partner": .reference("p")]), mobility("b", ["partner": .reference("q")]),
        mobility("c", ["partner": .reference("q")]), mobility("d", ["partner": .reference("r")]),
        mobility("e", ["partner": .reference("s")]), mobility("f", [:]),
      ])
    #expect(parts(book.figure("m"), "partner.place") == ["BG 3", "DE 1", "nil 2"])
    #expect(parts(book.figure("m"), "partner") == ["q 2", "p 1", "* 2", "nil 1"])
    #expect(book.figure("m")?.breakdowns.last?.parts.first?.names["zh"] == "虚构q")
  }

  @Test func `Places are split by the region of the world in which they lie`() throws {
    let book = try figures(
      """
      p: {kind: stock, from: partner, count: true, breakdowns: [place.region]}
      m: {kind: flow, from: mobility, during: date, count: true, breakdowns: [places.region, partner.place.kind]}
      c: {kind: stock, from: partner, where: place IN (SELECT code FROM places WHERE kind = 'region'), distinct: place}
      """,
      of: [
        partner("p", "BG"), partner("q", "DE"), partner("r", "KE"), partner("s", "HK"),
        mobility(
          "a", ["places": .list([.reference("BG"), .reference("DE")]), "partner": .reference("s")]),
        mobility("b", ["places": .list([.reference("KE")]), "partner": .reference("p")]),
      ])
    #expect(parts(book.figure("p"), "place.region") == ["150 2", "002 1", "142 1"])
    #expect(book.figure("p")?.breakdowns.first?.parts.first?.names["zh"] == "欧洲")
    #expect(parts(book.figure("m"), "places.region") == ["002 1", "150 1"])
    #expect(parts(book.figure("m"), "partner.place.kind") == ["country 1", "region 1"])
    #expect(book.figure("c")?.value == Quantity(1))
  }

  @Test func `A list puts a record into several parts and is flagged`() throws {
    let book = try figures(
      """
      m: {kind: flow, from: mobility, during: date, sum: heads, breakdowns: [places, forms]}
      d: {kind: flow, from: mobility, during: date, distinct: places}
      a: {kind: stock, from: agreement, count: true, breakdowns: [partners.place]}
      """,
      of: [
        partner("p", "BG"), partner("q", "BG"), partner("r", "DE"),
        record("agreement", "x", ["partners": .list([.reference("p"), .reference("q")])]),
        record("agreement", "y", ["partners": .list([.reference("q"), .reference("r")])]),
        mobility(
          "a",
          [
            "heads": .quantity(Quantity(4)), "places": .list([.reference("BG"), .reference("DE")]),
            "forms": .list([.choice("training")]),
          ]),
        mobility("b", ["heads": .quantity(Quantity(4)), "places": .list([.reference("DE")])]),
        mobility("c", ["heads": .quantity(Quantity(1))]),
      ])
    #expect(book.figure("m")?.value == Quantity(9))
    #expect(parts(book.figure("m"), "places") == ["DE 8", "BG 4", "nil 1"])
    #expect(parts(book.figure("m"), "forms") == ["training 4", "nil 5"])
    #expect(book.figure("m")?.breakdowns.map(\.overlaps) == [true, true])
    #expect(book.figure("d")?.value == Quantity(2))
    #expect(book.figure("d")?.recordCount == 3)
    #expect(parts(book.figure("a"), "partners.place") == ["BG 2", "DE 1"])
  }

  @Test func `Different keys are counted once in each part, and the rest once in all`() throws {
    let book = try figures(
      """
      k: {kind: flow, from: mobility, during: date, distinct: partner, breakdowns: [direction, {field: topic, top: 1}]}
      c: {kind: flow, from: mobility, during: date, distinct: partner.place}
      """,
      of: [
        partner("p", "BG"), partner("q", "DE"), partner("r", "DE"),
        mobility("a", ["partner": .reference("p"), "topic": .localized(["en": "x"])]),
        mobility("b", ["partner": .reference("q"), "topic": .localized(["en": "x"])]),
        mobility("c", ["partner": .reference("p"), "topic": .localized(["en": "y"])]),
        mobility("d", ["partner": .reference("p"), "topic": .localized(["zh": "丙"])]),
        mobility("e", ["partner": .reference("r"), "direction": .choice("inbound")]),
        mobility("f", ["partner": .reference("r")]),
      ])
    #expect(book.figure("k")?.value == Quantity(3))
    #expect(book.figure("c")?.value == Quantity(2))
    #expect(parts(book.figure("k"), "direction") == ["inbound 1", "outbound 3"])
    #expect(book.figure("k")?.breakdowns.first?.overlaps == true)
    #expect(parts(book.figure("k"), "topic") == ["x 2", "* 1", "nil 1"])
  }

  @Test func `The author's SQL is split by its columns, or by fields of the kind it names`() throws
  {
    let records = [partner("a", "BG", "ngo"), partner("b", "DE", "ngo"), partner("c", "DE", nil)]
    let book = try figures(
      """
      s: {kind: stock, sql: "SELECT record_id, place, place AS key FROM record_places", breakdowns: [place]}
      k: {kind: stock, from: partner, sql: "SELECT id AS record_id FROM partner -- all;", breakdowns: [kind, aliases]}
      """, of: records)
    #expect(book.figure("s")?.value == Quantity(2))
    #expect(parts(book.figure("s"), "place") == ["BG 1", "DE 1"])
    #expect(parts(book.figure("k"), "kind") == ["ngo 2", "nil 1"])
    #expect(parts(book.figure("k"), "aliases") == ["nil 3"])
  }

  @Test func `What is stated and not itemised is a part, so that parts add up`() throws {
    let book = try figures(
      "p: {kind: stock, from: partner, count: true, breakdowns: [place]}",
      of: [
        partner("a", "BG"), partner("b", nil),
        record(
          "stated_total", "s",
          [
            "indicator": .text("p"), "value": .quantity(Quantity(5, .atLeast)),
            "as_of": .date(try PartialDate.parse("2019")),
          ]),
      ])
    #expect(book.figure("p")?.value == Quantity(5, .atLeast))
    #expect(parts(book.figure("p"), "place") == ["BG 1", "nil 4+"])
  }

  @Test(arguments: [
    ("contact", "partner.contact is private"), ("nothing", "partner has no field \"nothing\""),
    ("place.size", "place names no record with a field \"size\""),
    ("latitude", "\"latitude\" is a number"), ("kind.x", "\"kind.x\" leads through no reference"),
  ])
  func `A split that cannot be is told where it stands`(field: String, message: String) throws {
    let problems = #expect(throws: LedgerProblems.self) {
      try figures(
        "p: {kind: stock, from: partner, count: true, breakdowns: [\(field)]}", of: [])
    }
    #expect(problems?.problems.first?.message.contains(message) == true)
    #expect(problems?.problems.first?.place?.line == 2)
  }

  @Test func `A figure is not split by persons`() throws {
    let problems = #expect(throws: LedgerProblems.self) {
      try figures("p: {kind: stock, from: post, count: true, breakdowns: [person]}", of: [])
    }
    #expect(problems?.problems.first?.message.contains("may name a person") == true)
  }

  @Test(arguments: [
    ("SELECT id AS record_id, contact AS place FROM partner", "reads the private field"),
    ("SELECT id AS record_id, id AS place FROM person", "may name a person"),
    ("SELECT id AS record_id FROM partner", "returns no column \"place\" to split by"),
  ])
  func `The author's SQL cannot split by what is private`(sql: String, message: String) throws {
    let problems = #expect(throws: LedgerProblems.self) {
      try figures(
        "p: {kind: stock, sql: \"\(sql)\", breakdowns: [place]}",
        of: [record("person", "somebody", [:]), partner("a", "BG")])
    }
    #expect(problems?.problems.first?.message.contains(message) == true)
    let book = try figures("p: {kind: stock, sql: \"\(sql)\"}", of: [partner("a", "BG")])
    #expect(book.figures.count == 1)
  }
}
