import Testing

@testable import Records

@Suite struct TableWritingTests {
  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@x", "'@x"), ("\tx", "'\tx"),
    ("\rx", "\"'\rx\""), ("'=1", "''=1"), ("''=1", "'''=1"), ("'tis", "'tis"), ("'", "'"),
    ("=a,\"b\"", "\"'=a,\"\"b\"\"\""), (" x", "\" x\""), ("", ""), ("名称", "名称"),
  ])
  func `A text becomes a cell that no spreadsheet runs`(text: String, cell: String) {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == cell)
  }

  @Test(arguments: ["=1", "'=1", "''=1", "'tis", "'", "''", "x", "", "-", "@", "\t", "'\r"])
  func `A guarded text comes back as it was`(text: String) {
    let guarded = CSVText.isAtRisk(text) ? "'" + text : text
    #expect(CSVText.unguarded(guarded) == text)
  }

  private func event(_ values: [String: Value], _ vocabulary: Vocabulary) -> RecordRow {
    let fields = vocabulary.kinds[0].fields
    return RecordRow(
      kind: 0, id: "a", origin: 0, spot: Spot(line: 2, column: 1),
      values: fields.map { values[$0.name] },
      spots: fields.map { _ in Spot(line: 2, column: 3) })
  }

  private func written(
    _ rows: [RecordRow], _ vocabulary: Vocabulary, fields: Set<String>? = nil
  ) throws -> String {
    var output: [UInt8] = []
    try withUnsafeMutablePointer(to: &output) { pointer in
      var writer = CSVRecordWriter(
        vocabulary: vocabulary, kind: 0, fields: fields, languages: ["en", "zh"]
      ) { pointer.pointee += $0 }
      for row in rows { try writer.add(row, origins: [RecordOrigin(file: "x.csv")]) }
      try writer.finish()
    }
    return String(decoding: output, as: UTF8.self)
  }

  @Test func `A record becomes a row under the names of its fields`() throws {
    let vocabulary = try testVocabulary()
    let row = event(
      [
        "title": .text("=x"), "heads": .quantity(Quantity(50, .atLeast)), "open": .flag(true),
        "date": .date(try PartialDate.parse("2019-05")), "role": .choice("hosted"),
        "places": .list([.reference("BG"), .reference("CN")]),
        "name": .localized(["zh": "名", "en": "a, b"]),
      ], vocabulary)
    let lines = try written([row], vocabulary).split(
      separator: "\r\n", omittingEmptySubsequences: false)
    #expect(
      lines == [
        "id,role,date,until,heads,open,places,partner,title,name.en,name.zh,secret",
        "a,hosted,2019-05,,50+,true,BG;CN,,'=x,\"a, b\",名,", "",
      ])
  }

  @Test func `A table without records is its head`() throws {
    #expect(try written([], testVocabulary(), fields: ["title"]) == "id,title\r\n")
  }

  @Test(arguments: [
    ("name", Value.localized(["fr": "nom"])), ("places", .list([.text("a;b")])),
    ("secret", .text("x")),
  ])
  func `A value that would be lost stops the writing`(field: String, value: Value) throws {
    let vocabulary = try testVocabulary()
    #expect {
      try written([event([field: value], vocabulary)], vocabulary, fields: ["name", "places"])
    } throws: { error in
      (error as? Diagnostic)?.code == "csv-loss"
        && (error as? Diagnostic)?.place == Place(file: "x.csv", line: 2, column: 3)
    }
  }
}
