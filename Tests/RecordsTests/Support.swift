import Foundation
import Testing

@testable import Records

/// A vocabulary small enough to read here, with every type of field.
func testVocabulary() throws -> Vocabulary {
  var vocabulary = try Vocabulary.parse(
    Array(
      """
      vocabulary: test
      common:
        name: {type: localized}
        secret: {type: text, private: true}
      kinds:
        event:
          plural: events
          fields:
            role: {type: choice, choices: [hosted, attended]}
            date: {type: date, past: true}
            until: {type: date, not_before: date}
            heads: {type: quantity}
            open: {type: flag}
            places: {type: reference, to: [place], list: true}
            partner: {type: reference, to: [partner]}
            title: {type: text, required: true}
        partner:
          plural: partners
          public_if: ground
          fields:
            place: {type: reference, to: [place]}
            ground: {type: text}
      """.utf8), file: "test.yaml")
  vocabulary.places["BG"] = Vocabulary.PlaceEntry(
    code: "BG", names: ["en": "Bulgaria"], latitude: 42.7, longitude: 25.5)
  return vocabulary
}

/// Reads one file's text as `RecordReader` would.
func read(_ text: String, file: String = "events.yaml") throws -> RecordCollection {
  try read(Array(text.utf8), file: file)
}

func read(_ bytes: [UInt8], file: String) throws -> RecordCollection {
  try withReport([("records/\(file)", bytes)]) { root in
    RecordReader.records(
      folder: root.appendingPathComponent("records"), root: root,
      vocabulary: try testVocabulary(), cutOff: "2019-12-31")
  }
}

/// Reads a file that `sources:` declares, and nothing else.
func readDeclared(_ bytes: [UInt8], file: String, _ sources: String) throws -> RecordCollection {
  let node = try #require(try YAMLReader.parse(Array(sources.utf8), file: "report.yaml"))
  let vocabulary = try testVocabulary()
  let (declared, problems) = SourceDeclaration.parse(node, vocabulary: vocabulary)
  #expect(problems == [])
  return try withReport([(file, bytes)]) { root in
    RecordReader.records(
      folder: root.appendingPathComponent("records"), root: root, vocabulary: vocabulary,
      cutOff: "2019-12-31", sources: declared)
  }
}

/// A folder with files, for as long as the body runs.
func withReport<Result>(
  _ files: [(path: String, bytes: [UInt8])], _ body: (URL) throws -> Result
) throws -> Result {
  let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("annals-records-\(UUID().uuidString)")
  defer { _ = Swift.Result { try FileManager.default.removeItem(at: root) } }
  for file in files {
    let url = root.appendingPathComponent(file.path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(file.bytes).write(to: url)
  }
  return try body(root)
}

/// Takes rows as records.
struct ArraySink: RecordSink {
  let vocabulary: Vocabulary
  var records: [Record] = []
  mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
    records.append(Record(row, vocabulary: vocabulary, origins: origins))
  }
}

/// All cells of a table, or the problem that ends it.
func cells(_ table: CSVSource) throws -> [[String]] {
  var (table, row, rows) = (table, TableRow(), [[String]]())
  while try table.next(into: &row) { rows.append((0..<row.count).map(row.text)) }
  return rows
}
