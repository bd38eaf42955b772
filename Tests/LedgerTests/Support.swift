import Foundation
import Records

@testable import Ledger

let shippedVocabulary = Result { try Vocabulary.shipped(named: "cooperation") }

/// The folder of the report on which the package is proved.
let reportFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()
  .appendingPathComponent("reports/szpt-2019")

func reportRecords() throws -> RecordCollection {
  RecordReader.records(
    folder: reportFolder.appendingPathComponent("records"), root: reportFolder,
    vocabulary: try shippedVocabulary.get(), cutOff: "2019-12-31")
}

func book(of records: [Record], period: String = "2019") throws -> LedgerBook {
  let vocabulary = try shippedVocabulary.get()
  return try LedgerBuilder(vocabulary: vocabulary).build(
    records: records,
    indicators: try Indicator.shipped(named: "cooperation", vocabulary: vocabulary),
    period: period, cutOff: "2019-12-31")
}

/// A record made here, of fields as a records file writes them.
func record(_ kind: String, _ id: String, _ fields: [String: Value]) -> Record {
  let place = Place(file: "made.yaml", line: 1, column: 1)
  return Record(kind: kind, id: id, fields: fields.mapValues { Field($0, at: place) }, place: place)
}

func made(_ sql: String, kind: Figure.Kind = .stock) -> Indicator {
  Indicator(
    id: "made", names: [:], definitions: [:], units: [:], kind: kind,
    aggregate: sql.contains("AS number") ? .sum : .count, sql: sql,
    place: Place(file: "indicators.yaml", line: 3))
}

/// The book of records by indicators that a test declares, each on a line or more.
func figures(
  _ declarations: String, of records: [Record], period: String = "2019",
  builder: LedgerBuilder? = nil
) throws -> LedgerBook {
  let vocabulary = try shippedVocabulary.get()
  let lines = declarations.split(separator: "\n").map { "  \($0)\n" }.joined()
  let indicators = try Indicator.parse(
    Array("indicators:\n\(lines)".utf8), file: "i.yaml", vocabulary: vocabulary)
  return try (builder ?? LedgerBuilder(vocabulary: vocabulary)).build(
    records: records, indicators: indicators, period: period, cutOff: "2019-12-31")
}

extension LedgerStoreWriter {
  /// The store of records at hand.
  func filled(_ records: [Record], _ vocabulary: Vocabulary) throws -> LedgerStore {
    var writer = self
    for record in records {
      guard let (row, origin) = RecordRow.row(of: record, vocabulary) else { continue }
      try writer.add(row, origins: [origin])
    }
    return try writer.finish()
  }
}
