public import Foundation

/// What reading the records of a report gave; the records themselves went to a sink.
public struct RecordReading: Sendable {
  /// What was read from; the `origin` of a row is an index into it.
  public var origins: [RecordOrigin]
  /// The number of records.
  public var count: Int
  /// The problems, in the order of their places.
  public var problems: [Diagnostic]
  /// The files that were read, relative to the report's folder, in order.
  public var files: [String]
  /// A reading.
  public init(
    origins: [RecordOrigin] = [], count: Int = 0, problems: [Diagnostic] = [], files: [String] = []
  ) {
    (self.origins, self.count) = (origins, count)
    (self.problems, self.files) = (problems, files)
  }
}

/// The records of a report in memory, with all that was wrong; for small reports.
public struct RecordCollection: Sendable {
  /// The records in the order of files and lines.
  public var records: [Record]
  /// What reading them gave.
  public var reading: RecordReading
  /// The problems, in the order of their places.
  public var problems: [Diagnostic] { reading.problems }
  /// A collection.
  public init(records: [Record], reading: RecordReading) {
    (self.records, self.reading) = (records, reading)
  }
}

/// Reads the records of a report from the files of a folder and from declared sources.
///
/// `KIND.csv`, `.tsv`, `.xlsx`, `.json` and `.yaml` are named after a kind, singular or plural,
/// alone or before a hyphen (`events-2019.csv`). A YAML or JSON file that maps kinds to lists, and
/// a workbook with a sheet for each kind, may have any name.
///
/// Ids that appear twice and references that lead nowhere are found where all records are: in the
/// ledger.
public enum RecordReader {
  /// The most problems of one file that are reported; the rest is counted.
  public static let problemLimit = 100

  /// Reads every file of a folder, then the sources; nothing outside the root is opened.
  ///
  /// - Parameters:
  ///   - cutOff: The cut-off date, ISO 8601; dates of what happened may not follow it.
  ///   - sources: The tables that the outline declares; a file of the folder among them is read
  ///     only as declared.
  ///   - sink: Takes the records. What it throws ends the reading, and is one of the problems.
  public static func read(
    folder: URL, root: URL, vocabulary: Vocabulary, cutOff: String? = nil,
    sources: [SourceDeclaration] = [], into sink: inout some RecordSink
  ) -> RecordReading {
    var run = FolderReading(root: root, vocabulary: vocabulary, cutOff: cutOff)
    do throws(Diagnostic) {
      try run.read(folder: folder, sources: sources, into: &sink)
    } catch {
      run.problems.append(error)
    }
    return run.reading
  }

  /// Reads as `read` does, and collects the records.
  public static func records(
    folder: URL, root: URL, vocabulary: Vocabulary, cutOff: String? = nil,
    sources: [SourceDeclaration] = []
  ) -> RecordCollection {
    var sink = Collector(vocabulary: vocabulary)
    let reading = read(
      folder: folder, root: root, vocabulary: vocabulary, cutOff: cutOff, sources: sources,
      into: &sink)
    return RecordCollection(records: sink.records, reading: reading)
  }

  /// The files that `read` would open, relative to the root, in order: whether one of them has
  /// changed says whether the records may have, unless a source is a query to a server.
  public static func files(
    folder: URL, root: URL, sources: [SourceDeclaration] = []
  ) -> [String] {
    let run = FolderReading(
      root: root, vocabulary: Vocabulary(name: "", kinds: []), cutOff: nil)
    let names: [URL]
    do throws(Diagnostic) {
      names = try run.listed(folder, without: sources)
    } catch {
      // That there is no folder is told by `read`.
      names = []
    }
    let types = TableOpening.tableTypes + TableOpening.treeTypes
    let found = names.filter { types.contains($0.pathExtension.lowercased()) }
    var seen: Set<String> = []
    return (found.map { SourceFile.name(of: $0, under: root) } + sources.compactMap(\.file))
      .filter { seen.insert($0).inserted }
  }

  private struct Collector: RecordSink {
    let vocabulary: Vocabulary
    var records: [Record] = []
    mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
      records.append(Record(row, vocabulary: vocabulary, origins: origins))
    }
  }

  /// The kind that the name of a file or sheet gives.
  static func kind(ofFile stem: String, _ vocabulary: Vocabulary) -> Vocabulary.Kind? {
    vocabulary.kind(named: stem)
      ?? stem.split(separator: "-").first.flatMap { vocabulary.kind(named: String($0)) }
  }
}
