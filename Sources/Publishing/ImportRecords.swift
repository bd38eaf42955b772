import Archive
public import Foundation
public import Records
import ReportComposition

/// What an import made, and what it has to say.
public struct ImportResult: Sendable {
  /// The files, one for each kind of record.
  public var made: [Made]
  /// The warnings.
  public var diagnostics: [Diagnostic]
}

/// Reads the records of a report, whatever they come from, and writes them as clean CSV files, one
/// for each kind, with the columns that its records use.
///
/// Private fields are written: the files are the office's own copy, not a publication. Nothing is
/// written where a record has an error. Throws the problems, or wrong use.
public func importRecords(
  of folder: ReportFolder, to output: URL
) throws(PublishingFailure) -> ImportResult {
  var reader = ReportReader(folder: folder, cache: nil)
  guard let outline = reader.outline(folder.outlineFile), let words = reader.vocabulary(outline)
  else { throw PublishingFailure(.content, reader.problems.inOrder()) }
  let (sources, found) =
    outline.sourcesNode.map { SourceDeclaration.parse($0, vocabulary: words.vocabulary) }
    ?? ([], [])
  var rows = RowCollector()
  let reading = RecordReader.read(
    folder: folder.root.appendingPathComponent(outline.recordsFolder), root: folder.root,
    vocabulary: words.vocabulary, cutOff: outline.cutOff, sources: sources, into: &rows)
  let problems = (reader.problems + found + reading.problems).inOrder()
  guard !problems.hasErrors else { throw PublishingFailure(.content, problems) }
  var files: [Output.File] = []
  do throws(Diagnostic) {
    for kind in words.vocabulary.kinds.indices {
      guard let bytes = try rows.csv(of: kind, words.vocabulary) else { continue }
      files.append(Output.File(name: words.vocabulary.kinds[kind].plural + ".csv", bytes: bytes))
    }
  } catch {
    throw PublishingFailure(.content, problems + [error])
  }
  do throws(ArchiveError) {
    try Output(files: files).write(to: output)
  } catch {
    throw writingFailure(error)
  }
  let made = files.map {
    Made(
      path: output.appendingPathComponent($0.name).relativePath, pages: nil, bytes: $0.bytes.count)
  }
  return ImportResult(made: made, diagnostics: problems)
}

/// Keeps the rows, since the columns of a table are known only after its last record.
private struct RowCollector: RecordSink {
  var rows: [RecordRow] = []
  var origins: [RecordOrigin] = []

  mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
    rows.append(row)
    if self.origins.count != origins.count { self.origins = origins }
  }

  /// The table of a kind; nil where there is no record of it.
  func csv(of kind: Int, _ vocabulary: Vocabulary) throws(Diagnostic) -> [UInt8]? {
    var fields: Set<String> = []
    var languages: Set<String> = []
    var isEmpty = true
    for row in rows where row.kind == kind {
      isEmpty = false
      for (index, value) in row.values.enumerated() {
        guard let value else { continue }
        fields.insert(vocabulary.kinds[kind].fields[index].name)
        if case .localized(let texts) = value { languages.formUnion(texts.keys) }
      }
    }
    guard !isEmpty else { return nil }
    let bytes = Buffer()
    var writer = CSVRecordWriter(
      vocabulary: vocabulary, kind: kind, fields: fields, languages: languages.sorted()
    ) { piece in
      bytes.content += piece
    }
    for row in rows where row.kind == kind { try writer.add(row, origins: origins) }
    try writer.finish()
    return bytes.content
  }

  private final class Buffer {
    var content: [UInt8] = []
  }
}
