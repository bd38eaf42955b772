import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite("Profiles of partners")
struct ProfileTests {
  private static let vocabulary = Vocabulary(
    name: "made-up",
    kinds: [
      Vocabulary.Kind(
        name: "partner", plural: "partners", names: ["en": "partner", "zh": "合作伙伴"],
        fields: [
          .init(name: "name", base: .localized), .init(name: "original_name", base: .text),
          .init(name: "city", base: .localized),
          .init(name: "since", base: .date, names: ["en": "partner since", "zh": "合作起始"]),
          .init(name: "until", base: .date, names: ["en": "partner until", "zh": "合作截止"]),
          .init(name: "contact", base: .text, isPrivate: true),
          .init(name: "image", base: .reference),
        ]),
      Vocabulary.Kind(
        name: "media", plural: "media", names: ["en": "picture", "zh": "图片"],
        fields: [
          .init(name: "file", base: .text), .init(name: "alternative", base: .localized),
          .init(name: "caption", base: .localized), .init(name: "credit", base: .text),
          .init(name: "licence", base: .text),
        ]),
      Vocabulary.Kind(
        name: "agreement", plural: "agreements", names: ["en": "agreement", "zh": "协议"],
        fields: [
          .init(name: "partners", base: .reference),
          .init(name: "kind", base: .text),
          .init(name: "signed", base: .date, names: ["en": "signed", "zh": "签署日期"]),
          .init(name: "expiry", base: .date, names: ["en": "expiry", "zh": "到期日期"]),
        ]),
    ])

  private static func date(_ year: Int, _ month: Int? = nil) -> Value {
    let day = PartialDate.Day(year: year, month: month)
    return .date(PartialDate(start: day, end: day, approximate: false, source: "\(year)"))
  }

  private static func partner(_ more: [String: Value] = [:]) -> Record {
    let fields: [String: Value] = [
      "name": .localized(["en": "Example College", "zh": "示例学院"]), "contact": .text("secret"),
    ]
    return Fixture.record("partner", "p", fields.merging(more) { $1 })
  }

  private static func profile(
    _ records: [Record], language: String = "en", withheld: Set<String> = [],
    figures: [Figure] = [], yaml: String = "{of: p}", images: [String] = []
  ) -> (profile: ProfileBlock?, problems: [Diagnostic], values: [String]) {
    let sections = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks:
            - partner_profile: \(yaml)
      """
    let parsed = ReportOutline.parse(Fixture.yaml(sections), file: "report.yaml")
    guard let outline = parsed.outline else { return (nil, parsed.problems, []) }
    var book = LedgerBook(
      figures: figures, records: records, period: "2031", cutOff: "2031-12-31")
    book.withheldKinds = withheld
    let made = ReportComposition.compose(
      outline: outline, language: language, book: book, vocabulary: vocabulary,
      files: ReportFiles(
        images: Dictionary(
          uniqueKeysWithValues: images.map { path in
            (path, ImageSource(path: path, format: .jpeg, width: 400, height: 300))
          })))
    var profile: ProfileBlock?
    if case .profile(let block)? = made.document.sections.first?.blocks.first { profile = block }
    return (profile, parsed.problems + made.problems, made.values.map(\.name))
  }

  @Test("The name stands in both languages, each marked with its own")
  func names() {
    let english = Self.profile([Self.partner()])
    #expect(english.problems.isEmpty)
    #expect(english.profile?.name.plainText == "Example College")
    #expect(english.profile?.otherNames.map(\.plainText) == ["示例学院"])
    let chinese = Self.profile([Self.partner()], language: "zh").profile
    #expect(chinese?.name.plainText == "示例学院")
    guard case .language(let tag, _)? = chinese?.otherNames.first?.first else {
      Issue.record("the other name has no language")
      return
    }
    #expect(tag == "en")
  }

  @Test("What is not recorded is left out, and what is private is never said")
  func little() {
    let made = Self.profile([Self.partner()])
    #expect(made.profile?.facts == [])
    #expect(made.profile?.line == [])
    #expect(made.profile?.figures == [])
    #expect(!made.values.contains("p.contact"))
  }

  @Test("Agreements come with their dates, the oldest first, each bound to its record")
  func agreements() {
    func agreement(_ id: String, _ signed: Value?, to partner: String = "p") -> Record {
      var fields: [String: Value] = [
        "partners": .list([.reference(partner)]), "kind": .text("Exchange"),
      ]
      fields["signed"] = signed
      return Fixture.record("agreement", id, fields)
    }
    let records = [
      Self.partner(["since": Self.date(2005)]), agreement("x", Self.date(2020, 3)),
      agreement("y", Self.date(2010)), agreement("z", nil), agreement("other", nil, to: "q"),
    ]
    let made = Self.profile(records)
    #expect(made.profile?.facts.map(\.term.plainText) == ["Partner since", "Agreements"])
    #expect(
      made.profile?.facts.last?.lines.map(\.plainText)
        == ["Exchange, signed\u{A0}2010", "Exchange, signed\u{A0}March 2020", "Exchange"])
    #expect(made.values.contains("y.signed"))
    let withheld = Self.profile(records, withheld: ["agreement"])
    #expect(withheld.profile?.facts.map(\.term.plainText) == ["Partner since"])
  }

  @Test("Figures are the partner's parts of indicators; where no record falls, there is none")
  func figures() {
    var figure = ChartBlockTests.figure("a")
    figure.breakdowns = [
      Breakdown(
        field: "partner", names: [:], overlaps: false,
        parts: [.init(key: "p", names: [:], value: Quantity(50, .atLeast))])
    ]
    var other = figure
    other.id = "b"
    other.breakdowns[0].parts[0].key = "q"
    let made = Self.profile(
      [Self.partner()], figures: [figure, other], yaml: "{of: p, figures: [a, b]}")
    #expect(made.profile?.figures.map(\.value.name) == ["a.by.partner.p"])
    #expect(made.profile?.figures.map(\.qualifier) == ["at least"])
  }

  private static func media(alternative: [String: String]) -> Record {
    Fixture.record(
      "media", "gate",
      [
        "file": .text("gate.jpg"), "alternative": .localized(alternative),
        "caption": .localized(["en": "The gate", "zh": "校门"]), "credit": .text("A. Nobody"),
        "licence": .text("CC BY 4.0"),
      ])
  }

  @Test("Where the outline names no picture, the record's own stands there with its credit")
  func recordedPicture() {
    let records = [
      Self.partner(["image": .reference("gate")]),
      Self.media(alternative: ["en": "A gate of stone.", "zh": "石门。"]),
    ]
    let made = Self.profile(records, images: ["gate.jpg"])
    #expect(made.problems.isEmpty)
    let picture = made.profile?.picture
    #expect(picture?.alternative == "A gate of stone.")
    #expect(picture?.caption.plainText == "The gate")
    #expect(picture?.credit.plainText.contains("A. Nobody") == true)
    #expect(picture?.credit.plainText.contains("CC BY 4.0") == true)
    let chinese = Self.profile(records, language: "zh", images: ["gate.jpg"])
    #expect(chinese.profile?.picture?.alternative == "石门。")
    #expect(
      Self.profile(records, withheld: ["media"], images: ["gate.jpg"]).profile?.picture == nil)
    let own = Self.profile(
      records, yaml: "{of: p, image: {file: own.jpg, alt: {en: Own, zh: 自己}, licence: CC0}}",
      images: ["gate.jpg", "own.jpg"])
    #expect(own.profile?.picture?.alternative == "Own")
  }

  @Test(
    "A recorded picture without alternative text, or without its file, is an error at its record")
  func badPicture() {
    let partner = Self.partner(["image": .reference("gate")])
    let silent = Self.profile([partner, Self.media(alternative: [:])], images: ["gate.jpg"])
    #expect(silent.problems.map(\.code) == ["missing-alternative"])
    let lost = Self.profile([partner, Self.media(alternative: ["en": "A gate."])])
    #expect(lost.problems.map(\.code) == ["missing-image"])
  }

  @Test("The files of recorded pictures are known before anything is composed")
  func recordedPaths() {
    func paths(_ yaml: String) -> [String] {
      let sections = """
          - anchor: one
            title: {en: One, zh: 一}
            blocks:
              - partner_profile: \(yaml)
        """
      let records = [
        Self.partner(["image": .reference("gate")]), Self.media(alternative: ["en": "A gate."]),
      ]
      let book = LedgerBook(
        figures: [], records: records, period: "2031", cutOff: "2031-12-31")
      let outline = ReportOutline.parse(Fixture.yaml(sections), file: "report.yaml").outline
      return outline.map { book.imagePaths(of: $0) } ?? ["none"]
    }
    #expect(paths("{of: p}") == ["gate.jpg"])
    #expect(paths("{of: q}") == [])
  }

  @Test("A profile of no partner is an error with what was meant")
  func unknown() {
    let made = Self.profile([Self.partner()], yaml: "{of: pp}")
    #expect(made.problems.map(\.code) == ["unknown-partner"])
    #expect(made.problems.first?.hint == "did you mean \"p\"?")
  }
}
