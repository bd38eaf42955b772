import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct MapTests {
  private static let vocabulary: Vocabulary = {
    var vocabulary = Fixture.vocabulary
    vocabulary.places = [
      "BG": .init(
        code: "BG", names: ["en": "Bulgaria", "zh": "保加利亚"], latitude: 42.7, longitude: 25.5),
      "CN": .init(code: "CN", names: ["en": "China", "zh": "中国"], latitude: 35, longitude: 105),
      "NZ": .init(
        code: "NZ", names: ["en": "New Zealand", "zh": "新西兰"], latitude: -41, longitude: 174),
    ]
    vocabulary.kinds += [
      .init(
        name: "partner", plural: "partners", names: ["en": "partner", "zh": "合作伙伴"],
        fields: [.init(name: "place", base: .reference)]),
      .init(
        name: "institution", plural: "institution", names: [:],
        fields: [.init(name: "place", base: .reference)]),
    ]
    return vocabulary
  }()

  private static func book(hasHome: Bool = true) -> LedgerBook {
    let places = ["NZ", "BG", "CN", "BG"]
    var records = places.enumerated().map { index, code in
      Fixture.record("partner", "p\(index)", ["place": .reference(code)])
    }
    var home: [String: Value] = ["place": .reference("CN"), "city": .text("Somewhere")]
    if hasHome {
      home["latitude"] = .quantity(Quantity(35))
      home["longitude"] = .quantity(Quantity(105))
    }
    records.append(Fixture.record("institution", "home", home))
    var figure = Fixture.figure("people.total", Quantity(27), unit: "person|persons", zh: "人")
    figure.breakdowns = [
      Breakdown(
        field: "place", names: ["en": "country or region", "zh": "国家或地区"], overlaps: false,
        parts: [
          .init(key: "BG", names: [:], value: Quantity(20)),
          .init(key: "NZ", names: [:], value: nil, isSuppressed: true),
          .init(key: nil, names: [:], value: Quantity(7)),
        ])
    ]
    return LedgerBook(
      figures: [figure], records: records, period: "2031", cutOff: "2031-12-31")
  }

  private static func section(_ map: String) -> String {
    """
      - anchor: one
        title: {en: One, zh: 一}
        blocks:
          - map: \(map)
    """
  }

  private static func compose(
    _ map: String, language: String = "en", book: LedgerBook = book(), areas: String? = nil
  ) -> Composition? {
    let parsed = ReportOutline.parse(Fixture.yaml(section(map)), file: "report.yaml")
    guard let outline = parsed.outline, parsed.problems.isEmpty else { return nil }
    return ReportComposition.compose(
      outline: outline, language: language, book: book, vocabulary: vocabulary,
      files: ReportFiles(areas: areas.map { ["areas.json": $0] } ?? [:]))
  }

  private static func map(_ composition: Composition?) -> (WorldMap, Illustration)? {
    guard case .illustration(let picture)? = composition?.document.sections[0].blocks.first,
      case .map(let map) = picture.content
    else { return nil }
    return (map, picture)
  }

  @Test func `records are counted by the places abroad that they name`() throws {
    let (map, picture) = try #require(Self.map(Self.compose("{of: [partner]}")))
    #expect(map.form == .dots)
    #expect(map.places.map(\.code) == ["BG", "NZ"])
    #expect(map.places.map(\.number) == [2, 1])
    #expect(picture.number == "1")
    #expect(picture.caption.plainText == "2 countries and regions that the records name")
    #expect(picture.alternative.hasSuffix("Bulgaria: 2; New Zealand: 1."))
  }

  @Test func `a figure is shown by place, what has none is in the list only`() throws {
    let (map, picture) = try #require(
      Self.map(Self.compose("{figure: people.total, centre: 150, inset: europe}", language: "zh")))
    #expect(map.form == .bubbles && map.centre == 150)
    #expect(map.places.map(\.name) == ["保加利亚", "新西兰"])
    #expect(map.places.map(\.number) == [20, nil])
    #expect(map.remainder.count == 1)
    #expect(map.insets.map(\.name) == ["欧洲"])
    #expect(map.steps.map(\.text) == ["1", "5", "20人"])
    #expect(picture.alternative.hasPrefix("世界地图（圆）"))
    #expect(picture.alternative.contains("保加利亚：20；新西兰："))
  }

  @Test func `a list that is asked for follows as a table`() throws {
    let composition = try #require(Self.compose("{figure: people.total, table: true}"))
    guard case .table(let table) = composition.document.sections[0].blocks[1] else {
      Issue.record("no table")
      return
    }
    #expect(table.rows.count == 3)
    #expect(table.head.first?.cells.map(\.content.plainText) == ["Country or region", "persons"])
  }

  @Test func `flows need a place to start from`() throws {
    let (map, _) = try #require(Self.map(Self.compose("{figure: people.total, form: flows}")))
    #expect(map.home?.name == "Somewhere")
    let without = Self.compose(
      "{figure: people.total, form: flows}", book: Self.book(hasHome: false))
    #expect(without?.problems.map(\.code) == ["map-without-home"])
  }

  @Test(arguments: [
    ("{form: dots}", "bad-map"), ("{figure: a, of: [partner]}", "bad-map"),
    ("{of: [partner], form: dot}", "unknown-word"),
    ("{of: [partner], form: choropleth}", "map-without-data"),
    ("{of: [partner], inset: Atlantis}", "unknown-word"),
    ("{of: [partner], inset: {west: 10, south: 0, east: 5, north: 3}}", "bad-map"),
    ("{of: [partner], centre: 999}", "bad-number"), ("{of: [partner], labels: many}", "bad-number"),
    ("{of: [partner], kind: dots}", "unknown-key"),
  ])
  func `what is wrong is told with its place`(_ map: String, _ code: String) {
    let problems = ReportOutline.parse(Fixture.yaml(Self.section(map)), file: "report.yaml")
      .problems
    #expect(problems.map(\.code) == [code])
    #expect(problems.first?.place?.line != nil)
  }

  @Test func `a figure that is not split by place is told`() {
    #expect(
      Self.compose("{figure: people.total, by: colour}")?.problems.map(\.code)
        == ["unknown-breakdown"])
  }

  // MARK: Areas

  private static func file(_ head: String, code: String = "BG") -> String {
    """
    {\(head) "features": [{"properties": {"code": "\(code)"}, "geometry":
      {"type": "Polygon", "coordinates": [[[22, 41], [28, 41], [28, 44], [22, 41]]]}}]}
    """
  }

  private static let areas = "{of: [partner], form: choropleth, data: areas.json}"

  @Test func `areas bring licence, policy and review number, printed beneath`() throws {
    let head =
      #""licence": "CC0", "policy": {"code": "CN", "en": "as published", "zh": "按公布"}, "review": "GS(0000)1","#
    let (map, _) = try #require(Self.map(Self.compose(Self.areas, areas: Self.file(head))))
    #expect(map.areas?.areas.map(\.code) == ["BG"])
    #expect(map.areas?.areas.first?.rings.first?.count == 3)
    let source = map.source.plainText
    #expect(
      source.contains("Boundaries: as published. Licence: CC0. Map review number: GS(0000)1."))
    let chinese = Self.map(Self.compose(Self.areas, language: "zh", areas: Self.file(head)))
    #expect(chinese?.0.source.plainText.contains("审图号：GS(0000)1。") == true)
  }

  @Test(arguments: [
    (#""policy": "x","#, "BG", "map-without-licence"),
    (#""licence": "CC0","#, "BG", "map-without-licence"),
    (#""licence": "CC0", "policy": {"code": "CN", "en": "x"},"#, "BG", "map-without-review"),
    (#""licence": "CC0", "policy": "x","#, "ZZ", "bad-map-data"),
    (#""licence" "CC0","#, "BG", "bad-map-data"),
  ])
  func `areas without what they need are refused`(_ head: String, _ place: String, _ code: String) {
    let composition = Self.compose(Self.areas, areas: Self.file(head, code: place))
    #expect(composition?.problems.map(\.code) == [code])
    #expect(composition?.problems.first?.place?.file == "areas.json")
  }

  @Test func `a file that is not there is told`() {
    #expect(Self.compose(Self.areas)?.problems.map(\.code) == ["missing-map-data"])
  }

  @Test func `steps of a scale are round`() {
    #expect(Composer.round(atMost: 48) == 20)
    #expect(Composer.round(atMost: 50) == 50)
    #expect(Composer.round(atMost: 1000) == 1000)
    #expect(Composer.round(atMost: 0.3) == 0.2)
    #expect(Composer.round(atMost: 0) == nil)
    #expect(Composer.round(atMost: .nan) == nil)
  }

  @Test(arguments: [
    ("en", "Not on the map: others 9; not reported 7."), ("zh", "图上未标出：其他9；未报告7。"),
  ])
  func `what a breakdown takes together is said beneath the map`(
    _ language: String, _ words: String
  ) throws {
    var book = Self.book()
    let others = Breakdown.Part(
      key: Breakdown.otherKey, names: ["en": "others", "zh": "其他"], value: Quantity(9))
    book.figures[0].breakdowns[0].parts.insert(others, at: 2)
    book.figures[0].breakdowns[0].parts[3].names = ["en": "not reported", "zh": "未报告"]
    let made = Self.compose("{figure: people.total}", language: language, book: book)
    #expect(try #require(Self.map(made)).0.source.plainText.contains(words))
  }
}
