import Foundation
import Records
import Testing

@testable import Ledger

@Suite struct LedgerExportTests {
  private func secretBook() throws -> LedgerBook {
    try book(of: [
      record("person", "hidden-person", ["name": .localized(["en": "Nobody Known"])]),
      record(
        "person", "shown-person",
        [
          "name": .localized(["en": "Some Body"]), "ground": .text("published role"),
          "contact": .text("secret@example.org"),
        ]),
      record(
        "visit", "a-visit",
        [
          "name": .localized(["en": "=1+1", "zh": "\"访问\", 二"]),
          "lead": .list([.reference("hidden-person"), .reference("shown-person")]),
          "internal_note": .text("secret note"), "heads": .quantity(Quantity(5, .atLeast)),
        ]),
    ])
  }

  private func temporary(_ name: String) -> URL {
    FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString)-\(name)")
  }

  @Test func `No export holds a private field or a person without a ground`() throws {
    let vocabulary = try shippedVocabulary.get()
    let book = try secretBook()
    let url = temporary("ledger.sqlite")
    try LedgerExport.sqlite(book, vocabulary: vocabulary, to: url)
    defer { _ = Result { try FileManager.default.removeItem(at: url) } }
    let outputs = [
      LedgerExport.json(book, vocabulary: vocabulary), [UInt8](try Data(contentsOf: url)),
      LedgerExport.csv(book, vocabulary: vocabulary, kind: "visit"),
      LedgerExport.csv(book, vocabulary: vocabulary, kind: "person"),
    ]
    for output in outputs {
      let text = String(decoding: output, as: UTF8.self)
      for secret in ["Nobody Known", "hidden-person", "secret"] { #expect(!text.contains(secret)) }
    }
    #expect(book.explain("shown-person.contact", vocabulary: vocabulary) == nil)
    #expect(book.explain("hidden-person.name", vocabulary: vocabulary) == nil)
  }

  @Test func `The same book gives the same bytes`() throws {
    let vocabulary = try shippedVocabulary.get()
    let (one, two) = (temporary("1.sqlite"), temporary("2.sqlite"))
    defer { for url in [one, two] { _ = Result { try FileManager.default.removeItem(at: url) } } }
    try LedgerExport.sqlite(try book(of: reportRecords().records), vocabulary: vocabulary, to: one)
    try LedgerExport.sqlite(try book(of: reportRecords().records), vocabulary: vocabulary, to: two)
    try LedgerExport.sqlite(try book(of: reportRecords().records), vocabulary: vocabulary, to: two)
    #expect(try Data(contentsOf: one) == Data(contentsOf: two))
    let json = LedgerExport.json(try book(of: reportRecords().records), vocabulary: vocabulary)
    #expect(
      json == LedgerExport.json(try book(of: reportRecords().records), vocabulary: vocabulary))
    #expect(try JSONSerialization.jsonObject(with: Data(json)) is [String: Any])
  }

  @Test func `A cell that a spreadsheet would run stays text`() throws {
    let csv = LedgerExport.csv(
      try secretBook(), vocabulary: try shippedVocabulary.get(), kind: "visit")
    #expect(
      String(decoding: csv, as: UTF8.self)
        == "id,name.en,name.zh,lead,heads\r\na-visit,'=1+1,\"\"\"访问\"\", 二\",shown-person,5+\r\n")
  }

  @Test func `An unwritable place is a problem and leaves nothing`() throws {
    let url = temporary("missing").appendingPathComponent("ledger.sqlite")
    let problems = #expect(throws: LedgerProblems.self) {
      try LedgerExport.sqlite(try book(of: []), vocabulary: try shippedVocabulary.get(), to: url)
    }
    #expect(problems?.problems.map(\.code) == ["cannot-write"])
  }

  @Test func `JSON escapes what would end a script or a line`() throws {
    let text = String(decoding: JSONText.string("</script>\u{2028}\"\u{1}").bytes(), as: UTF8.self)
    #expect(text == "\"\\u003c/script>\\u2028\\\"\\u0001\"\n")
  }

  @Test func `The reader takes an exported table back`() throws {
    let vocabulary = try shippedVocabulary.get()
    let book = try book(of: reportRecords().records)
    let root = temporary("again")
    let folder = root.appendingPathComponent("records")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: root) } }
    for kind in vocabulary.kinds where !book.records(kind: kind.name).isEmpty {
      let bytes = LedgerExport.csv(book, vocabulary: vocabulary, kind: kind.name)
      try Data(bytes).write(to: folder.appendingPathComponent("\(kind.name).csv"))
    }
    let again = RecordReader.records(folder: folder, root: root, vocabulary: vocabulary)
    #expect(again.problems.isEmpty)
    for record in book.records {
      let copy = again.records.first { $0.id == record.id }
      #expect(copy?.fields.mapValues(\.value) == record.fields.mapValues(\.value))
    }
  }
}
