import Foundation
import Records
import Testing

@testable import Ledger

@Suite struct SuppressionTests {
  private func mobility(_ id: String, _ heads: Double, _ place: String, year: String = "2019")
    throws -> Record
  {
    record(
      "mobility", id,
      [
        "name": .localized(["en": "Exchange \(id)"]), "direction": .choice("outbound"),
        "heads": .quantity(Quantity(heads)), "date": .date(try PartialDate.parse(year)),
        "places": .list([.reference(place)]), "partner": .reference("p-\(place)"),
      ])
  }

  private func book(_ records: [Record], _ declarations: String) throws -> LedgerBook {
    var builder = LedgerBuilder(vocabulary: try shippedVocabulary.get())
    builder.suppression = SuppressionPolicy(below: 5, kinds: ["mobility"])
    let partners = ["BG", "DE", "AT", "FR"].map { code in
      record("partner", "p-\(code)", ["place": .reference(code)])
    }
    return try figures(declarations, of: partners + records, builder: builder)
  }

  private let heads =
    "h: {kind: flow, from: mobility, during: date, sum: heads, breakdowns: [partner.place]}"

  private func parts(_ book: LedgerBook) -> [String] {
    (book.figure("h")?.breakdowns.first?.parts ?? []).map { part in
      "\(part.key ?? "nil") \(part.isSuppressed ? "hidden" : part.value?.source ?? "-")"
    }
  }

  @Test func `A small part takes the next smallest with it`() throws {
    let book = try book(
      [mobility("a", 3, "BG"), mobility("b", 40, "DE"), mobility("c", 7, "AT")], heads)
    #expect(book.figure("h")?.value == Quantity(50))
    #expect(parts(book) == ["DE 40", "AT hidden", "BG hidden"])
  }

  @Test func `Two small parts protect each other, unless both can only be one`() throws {
    let both = try book(
      [mobility("a", 3, "BG"), mobility("b", 40, "DE"), mobility("c", 2, "AT")], heads)
    #expect(parts(both) == ["DE 40", "BG hidden", "AT hidden"])
    let ones = try book(
      [
        mobility("a", 1, "BG"), mobility("b", 40, "DE"), mobility("c", 1, "AT"),
        mobility("d", 9, "FR"),
      ], heads)
    #expect(parts(ones) == ["DE 40", "FR hidden", "AT hidden", "BG hidden"])
  }

  @Test func `Zero and large values are shown, in years too`() throws {
    let book = try book(
      [
        mobility("a", 0, "BG"), mobility("b", 6, "DE"), mobility("c", 2, "BG", year: "2018"),
        mobility("d", 5, "BG", year: "2017"),
      ], heads)
    #expect(book.figure("h")?.series.map(\.value) == [Quantity(5), nil, Quantity(6)])
    #expect(book.figure("h")?.series.map(\.isSuppressed) == [false, true, false])
    #expect(parts(book) == ["DE 6", "BG 0"])
  }

  @Test func `A ratio goes with its parts, and a mean of few records is kept back`() throws {
    let declarations = """
      few: {kind: flow, from: mobility, during: date, where: heads < 3, count: true}
      all: {kind: flow, from: mobility, during: date, count: true}
      share: {kind: flow, ratio: {of: few, to: all, percent: true}}
      twice: {kind: flow, ratio: {of: share, to: all}}
      mean: {kind: flow, from: mobility, during: date, where: heads < 3, mean: heads}
      partners: {kind: stock, from: partner, count: true}
      """
    let records = try (0..<8).map { try mobility("m\($0)", Double($0 + 1), "DE") }
    let book = try book(records, declarations)
    #expect(book.figures.filter(\.isSuppressed).map(\.id) == ["few", "share", "twice", "mean"])
    #expect(book.figure("all")?.value == Quantity(8))
    #expect(book.figure("partners")?.value == Quantity(4))
    #expect(book.figure("few")?.recordCount == 0)
  }

  @Test func `No export holds what is kept back, or the records from which it could be had`() throws
  {
    let vocabulary = try shippedVocabulary.get()
    let claim = record(
      "claim", "claim-1",
      [
        "text": .localized(["en": "First"]), "type": .choice("first"),
        "subject": .reference("secret-exchange"),
      ])
    let book = try book(
      [mobility("secret-exchange", 3, "BG"), mobility("b", 40, "DE"), claim], heads)
    let url = FileManager.default.temporaryDirectory.appendingPathComponent(
      "\(UUID().uuidString).sqlite")
    defer { _ = Result { try FileManager.default.removeItem(at: url) } }
    try LedgerExport.sqlite(book, vocabulary: vocabulary, to: url)
    let explanation = try #require(book.explain("h", vocabulary: vocabulary))
    let outputs = [
      LedgerExport.json(book, vocabulary: vocabulary), [UInt8](try Data(contentsOf: url)),
      LedgerExport.csv(book, vocabulary: vocabulary, kind: "mobility"),
      LedgerExport.csv(book, vocabulary: vocabulary, kind: "claim"),
      LedgerExport.json(explanation),
    ]
    for output in outputs {
      let text = String(decoding: output, as: UTF8.self)
      #expect(!text.contains("secret-exchange"))
      #expect(!text.contains("\"number\": 3\n"))
    }
    #expect(explanation.records.isEmpty)
    #expect(book.explain("secret-exchange.heads", vocabulary: vocabulary) == nil)
    #expect(!book.explainableNames(vocabulary: vocabulary).contains { $0.hasPrefix("secret") })
    #expect(String(decoding: outputs[0], as: UTF8.self).contains("claim-1"))
  }

  @Test func `A rule of what is not there is a problem`() throws {
    var builder = LedgerBuilder(vocabulary: try shippedVocabulary.get())
    builder.suppression = SuppressionPolicy(below: 5, kinds: ["mobilty"], indicators: ["nothing"])
    let problems = #expect(throws: LedgerProblems.self) {
      try figures(heads, of: [], builder: builder)
    }
    #expect(problems?.problems.map(\.code) == ["unknown-indicator", "unknown-kind"])
    #expect(problems?.problems.last?.hint == "did you mean \"mobility\"?")
  }
}
