import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite("References, lists, notes and indexes of an outline")
struct ApparatusTests {
  private func inlines(_ text: String, _ language: String = "en") -> [Inline] {
    let blocks = Fixture.compose(text, language: language)?.document.sections.first?.blocks
    guard case .paragraph(let inlines)? = blocks?.first else { return [] }
    return inlines
  }

  @Test("Forms of a reference stand together with a comma")
  func forms() {
    #expect(
      inlines("[number, page](#one)") == [
        .reference(anchor: "one", .number), .text(", "), .reference(anchor: "one", .page),
      ])
    #expect(
      inlines("[编号，页码](#one)", "zh") == [
        .reference(anchor: "one", .number), .text("，"), .reference(anchor: "one", .page),
      ])
    #expect(inlines("[title](#one)") == [.reference(anchor: "one", .title)])
    #expect(inlines("[this page](#one)") == [.link(.anchor("one"), [.text("this page")])])
  }

  @Test("A reference that leads nowhere is an error with its place and what was meant")
  func unknownAnchor() {
    let problem = Fixture.compose("Text.\n\nSee [number, page](#ona).")?.problems.first
    #expect(problem?.code == "unknown-anchor")
    #expect(problem?.place?.file == "text/one.en.md" && problem?.place?.line == 3)
    #expect(problem?.hint == "did you mean \"one\"?")
  }

  @Test("Notes stand where the outline says, and end notes get a section of their own")
  func notes() throws {
    let text = "Text.[^a]\n\n[^a]: Said."
    #expect(note(in: try #require(Fixture.compose(text)))?.placement == .foot)
    #expect(
      note(in: try #require(Fixture.compose(text, extra: "notes: side")))?.placement == .side)
    let end = try #require(Fixture.compose(text, extra: "notes: {placement: end}"))
    #expect(note(in: end)?.placement == .end)
    #expect(end.document.sections.map(\.anchor) == ["one", "end-notes"])
    #expect(end.document.sections.last?.blocks == [.endNotes])
    #expect(Fixture.compose(text, extra: "notes: ende") == nil)
  }

  private func note(in composition: Composition) -> Note? {
    guard case .paragraph(let inlines)? = composition.document.sections.first?.blocks.first else {
      return nil
    }
    for case .note(let note) in inlines { return note }
    return nil
  }

  @Test("A list of tables names the numbered ones, and follows the contents where asked")
  func lists() throws {
    let text = "| A |\n|---|\n| 1 |\n\nTable: Five years {#five}\n\n| B |\n|---|\n| 2 |"
    let document = try #require(
      Fixture.compose(text, extra: "lists: [tables, figures]")?.document)
    #expect(
      document.lists == [
        CaptionList(
          kind: .tables,
          entries: [.init(anchor: "five", number: "1", title: [.text("Five years")])])
      ])
  }

  @Test("An edition names two languages of the report")
  func editions() {
    let good = "editions: [{kind: facing, languages: [zh, en]}, {kind: parallel}]"
    #expect(
      Fixture.outline(Fixture.proseSection, extra: good)?.editions == [
        BilingualEdition(kind: .facing, languages: ["zh", "en"]),
        BilingualEdition(kind: .parallel, languages: ["en", "zh"]),
      ])
    let bad = Fixture.yaml(Fixture.proseSection, extra: "editions: [{languages: [en, fr]}]")
    let problems = ReportOutline.parse(bad, file: "report.yaml").problems
    #expect(problems.map(\.code) == ["bad-edition"])
  }

  private func index(
    _ records: [Record], _ text: String, language: String = "en", of: String = "[partner, person]"
  ) -> IndexBlock? {
    let sections = """
      \(Fixture.proseSection)
        - anchor: names
          title: {en: Index, zh: 索引}
          blocks:
            - index: {of: \(of)}
      """
    guard let outline = Fixture.outline(sections) else { return nil }
    var vocabulary = Fixture.vocabulary
    vocabulary.kinds.append(
      Vocabulary.Kind(
        name: "partner", plural: "partners", names: ["en": "partner"],
        fields: [
          .init(name: "name", base: .localized), .init(name: "sort", base: .localized),
          .init(name: "aliases", base: .text), .init(name: "host", base: .reference),
        ]))
    let composition = compose(
      outline: outline, language: language,
      book: LedgerBook(figures: [], records: records, period: "2031", cutOff: "2031-12-31"),
      vocabulary: vocabulary, files: ReportFiles(texts: ["text/one.\(language).md": text]))
    for case .index(let index) in composition.document.sections.allBlocks { return index }
    return nil
  }

  private func partner(
    _ id: String, _ en: String, _ zh: String, _ fields: [String: Value] = [:]
  ) -> Record {
    Fixture.record(
      "partner", id,
      fields.merging(["name": .localized(["en": en, "zh": zh])]) { own, _ in own })
  }

  @Test("Chinese names are sorted by pinyin, and a sort key wins")
  func pinyin() {
    let records = [
      partner("wall", "Wall", "长城学院"),
      partner("key", "Key", "长河大学", ["sort": .localized(["zh": "常河大学"])]),
      partner("north", "North", "北方大学"), partner("abc", "ABC", "ABC公司"),
      partner("peace", "Peace", "安平大学"),
    ]
    let text = records.map { "{{\($0.id).name}}" }.joined(separator: "、")
    let groups = index(records, text, language: "zh")?.groups ?? []
    #expect(groups.map(\.letter) == ["A", "B", "C", "Z"])
    #expect(groups.first?.entries.map(\.name) == ["安平大学", "ABC公司"])
    #expect(groups.last?.entries.map(\.name) == ["长城学院"])
    #expect(groups.map(\.entries.count) == [2, 1, 1, 1])
  }

  @Test("English names are sorted by Unicode's rules; accents do not part a letter")
  func english() {
    let records = [
      partner("e1", "École Inventée", "一"), partner("e2", "Eastmere", "二"),
      partner("z", "zeta College", "三"), partner("n", "3 Rivers", "四"),
      partner("f", "Faculty", "五", ["aliases": .list([.text("The Wing"), .text("别名")])]),
    ]
    let text = records.map { "{{\($0.id).name}}" }.joined(separator: ", ")
    let groups = index(records, text)?.groups ?? []
    #expect(groups.map(\.letter) == ["0–9", "E", "F", "T", "Z"])
    #expect(groups.map { $0.entries.map(\.name) }[1] == ["Eastmere", "École Inventée"])
    #expect(groups[3].entries.first?.see == "Faculty")
  }

  @Test("Only what is printed is listed, references too, and no person without a ground")
  func mentions() {
    let records = [
      partner("a", "Alpha", "甲"), partner("b", "Beta", "乙", ["host": .reference("c")]),
      partner("c", "Gamma", "丙"), Fixture.person,
      Fixture.record(
        "person", "known",
        [
          "name": .localized(["en": "Ann Example", "zh": "安"]), "ground": .text("published role"),
          "sort": .localized(["en": "Example, Ann"]),
        ]),
    ]
    let found = index(records, "{{b.host}} {{known.name}} {{b.host}}")
    #expect(found?.groups.flatMap { $0.entries.map(\.name) } == ["Example, Ann", "Gamma"])
    #expect(found?.mentions == ["b.host": ["c"], "known.name": ["known"]])
  }

  @Test("Names in columns stand as an index sorts them, or as their source has them where asked")
  func names() throws {
    let records = [
      partner("z", "Zeta", "长城学院"), partner("a", "Tessera", "北方大学"),
      partner("t", "The Alpha", "安平大学", ["sort": .localized(["en": "Alpha"])]),
    ]
    #expect(try names(records, "en") == ["The Alpha", "Tessera", "Zeta"])
    #expect(try names(records, "zh") == ["安平大学", "北方大学", "长城学院"])
    #expect(try names(records, "en", ", order: source") == ["Zeta", "Tessera", "The Alpha"])
  }

  private func names(
    _ records: [Record], _ language: String, _ order: String = ""
  ) throws -> [String] {
    let section = """
        - anchor: one
          title: {en: One, zh: 一}
          blocks: [{names: {of: partner\(order)}}]
      """
    var vocabulary = Fixture.vocabulary
    vocabulary.kinds.append(
      .init(
        name: "partner", plural: "partners", names: [:],
        fields: [.init(name: "name", base: .localized), .init(name: "sort", base: .localized)]))
    let made = compose(
      outline: try #require(Fixture.outline(section)), language: language,
      book: LedgerBook(figures: [], records: records, period: "2031", cutOff: "2031-12-31"),
      vocabulary: vocabulary, files: ReportFiles())
    guard case .nameList(let entries)? = made.document.sections[0].blocks.first else { return [] }
    return entries.map(\.name.plainText)
  }

  @Test("A block of end notes prints those called so far, and only later ones get a section")
  func printedNotes() throws {
    let section = """
        - anchor: one
          notes: end
          title: {en: One, zh: 一}
          blocks: [{prose: one}, end_notes]
      """
    func anchors(_ blocks: String) throws -> [[String]] {
      let outline = try #require(
        Fixture.outline(section.replacing("[{prose: one}, end_notes]", with: blocks)))
      let text = "Text.[^a]\n\n[^a]: Said."
      return compose(
        outline: outline, language: "en", book: Fixture.book(), vocabulary: Fixture.vocabulary,
        files: ReportFiles(texts: ["text/one.en.md": text, "text/two.en.md": text])
      ).document.sections.map { $0.subsections.map(\.anchor) }
    }
    #expect(try anchors("[{prose: one}, end_notes]") == [[]])
    #expect(try anchors("[{prose: one}, end_notes, {prose: two}]") == [["end-notes-one"]])
  }
}
