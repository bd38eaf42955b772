import Foundation
import Ledger
import PDFFinishing
import Records
import ReportComposition

/// The ledger of a report as files for others: figures and public records as JSON, CSV and SQLite.
struct LedgerFiles: Sendable {
  struct File: Sendable {
    var name: String
    var mimeType: String
    var description: String
    var bytes: [UInt8]
  }
  var files: [File]

  /// Exports the ledger; throws where the store cannot be written.
  init(_ report: LoadedReport) throws(PublishingFailure) {
    let (book, vocabulary) = (report.book, report.vocabulary)
    files = [
      File(
        name: "records.json", mimeType: "application/json",
        description: "Every figure of the report and the public records behind it.",
        bytes: LedgerExport.json(book, vocabulary: vocabulary)),
      File(
        name: "ledger.sqlite", mimeType: "application/vnd.sqlite3",
        description: "The same figures and records as an SQLite database.",
        bytes: try Self.store(report)),
    ]
    let kinds = vocabulary.kinds.map(\.name).filter { kind in
      book.records(kind: kind).contains { vocabulary.isPublic($0) }
    }
    files += kinds.sorted().map { kind in
      File(
        name: kind + ".csv", mimeType: "text/csv", description: "The public records: \(kind).",
        bytes: LedgerExport.csv(book, vocabulary: vocabulary, kind: kind))
    }
    files += Self.indicators(report)
  }

  /// The files as attachments of a PDF/A-3 document.
  func attachments(_ report: LoadedReport) -> [Attachment] {
    files.map {
      Attachment(
        name: $0.name, mimeType: $0.mimeType,
        relationship: $0.name.hasSuffix(".yaml") ? .source : .data, description: $0.description,
        modified: report.outline.created, bytes: $0.bytes)
    }
  }

  /// The declarations of the indicators, as they were read.
  private static func indicators(_ report: LoadedReport) -> [File] {
    var found = report.indicatorSources.map {
      indicators($0.name.replacing("/", with: "-"), $0.bytes)
    }
    for path in report.outline.indicatorFiles {
      guard let text = report.folder.text(of: path) else { continue }
      found.append(indicators(path.replacing("/", with: "-"), Array(text.utf8)))
    }
    return found
  }

  private static func indicators(_ name: String, _ bytes: [UInt8]) -> File {
    File(
      name: name, mimeType: "application/yaml",
      description: "How each figure is computed from the records.", bytes: bytes)
  }

  /// SQLite writes to a file only, so it goes through a temporary one.
  private static func store(_ report: LoadedReport) throws(PublishingFailure) -> [UInt8] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-" + UUID().uuidString, isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      let file = folder.appendingPathComponent("ledger.sqlite")
      try LedgerExport.sqlite(report.book, vocabulary: report.vocabulary, to: file)
      let bytes = [UInt8](try Data(contentsOf: file))
      try FileManager.default.removeItem(at: folder)
      return bytes
    } catch let problems as LedgerProblems {
      throw PublishingFailure(.use, problems.problems)
    } catch {
      throw .use(
        "cannot-write", "the ledger cannot be written to \(folder.path)",
        hint: "make room in the folder for temporary files, or set TMPDIR")
    }
  }
}
