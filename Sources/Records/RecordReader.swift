public import Foundation

/// What reading a folder of records gave: the records, and every problem of the run.
public struct RecordReading: Sendable {
  /// The records in the order of files and lines.
  public var records: [Record]
  /// The problems, in the order of their places.
  public var problems: [Diagnostic]
  /// A reading.
  public init(records: [Record], problems: [Diagnostic]) {
    self.records = records
    self.problems = problems
  }
}

/// Reads the records of a report from the YAML and CSV files of a folder.
///
/// `KIND.csv` and `KIND.yaml` are named after a kind, singular or plural, alone or before a hyphen
/// (`events-2019.csv`); a YAML file that maps kinds to lists may have any name.
public enum RecordReader {
  /// The most problems of one file that are reported; the rest is counted.
  public static let problemLimit = 100

  /// Reads every file of a folder; nothing outside the root is opened.
  ///
  /// - Parameter cutOff: The cut-off date, ISO 8601; dates of what happened may not follow it.
  public static func read(
    folder: URL, root: URL, vocabulary: Vocabulary, cutOff: String? = nil
  ) -> RecordReading {
    var reading = RecordReading(records: [], problems: [])
    do {
      for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      where !name.hasPrefix(".") {
        let file = readFile(
          folder.appendingPathComponent(name), root: root, vocabulary: vocabulary, cutOff: cutOff)
        reading.records += file.records
        reading.problems += limited(file.problems)
      }
    } catch {
      let name = SourceFile.name(of: folder, under: root)
      reading.problems.append(
        Diagnostic(
          .error, code: "no-records-folder", "cannot read the folder \(quoted(name))",
          at: Place(file: name), hint: "put the records into it as YAML or CSV files"))
      return reading
    }
    if reading.records.isEmpty, reading.problems.isEmpty {
      let name = SourceFile.name(of: folder, under: root)
      reading.problems.append(
        Diagnostic(
          .error, code: "no-records", "the folder \(quoted(name)) holds no records",
          at: Place(file: name), hint: "add a file such as events.yaml or partners.csv"))
    }
    var check = ReferenceCheck(vocabulary: vocabulary)
    check.check(reading.records)
    reading.problems += limited(check.problems)
    reading.problems = reading.problems.enumerated().sorted { a, b in
      let (p, q) = (a.element.place ?? Place(file: ""), b.element.place ?? Place(file: ""))
      return p == q ? a.offset < b.offset : p < q
    }.map(\.element)
    return reading
  }

  private static func readFile(
    _ url: URL, root: URL, vocabulary: Vocabulary, cutOff: String?
  ) -> RecordReading {
    let file = SourceFile.name(of: url, under: root)
    let kind = kind(ofFile: url.deletingPathExtension().lastPathComponent, vocabulary)
    let type = url.pathExtension.lowercased()
    guard ["yaml", "yml", "csv"].contains(type) else {
      return RecordReading(records: [], problems: ignored(url, file: file))
    }
    do {
      let bytes = try SourceFile.read(url, under: root)
      return try records(bytes, file: file, isCSV: type == "csv", kind: kind, vocabulary, cutOff)
    } catch {
      return RecordReading(records: [], problems: [error])
    }
  }

  /// Reads one file's bytes; what `read` does to each file, for tests and for input from elsewhere.
  static func records(
    _ bytes: [UInt8], file: String, isCSV: Bool, kind: Vocabulary.Kind?, _ vocabulary: Vocabulary,
    _ cutOff: String?
  ) throws(Diagnostic) -> RecordReading {
    let raw: (records: [RawRecord], problems: [Diagnostic])
    if isCSV {
      guard let kind else { throw unnamed(file, vocabulary) }
      var reader = CSVRecords(kind: kind, file: file)
      reader.read(bytes)
      raw = (reader.records, reader.problems)
    } else {
      var reader = YAMLRecords(vocabulary: vocabulary, file: file)
      reader.read(bytes, kindOfFile: kind)
      raw = (reader.records, reader.problems)
    }
    if raw.records.isEmpty, raw.problems.isEmpty {
      throw Diagnostic(
        .error, code: "empty-file", "the file holds no records", at: Place(file: file),
        hint: "add a record, or remove the file")
    }
    var typing = RecordTyping(cutOff: cutOff)
    let records = raw.records.compactMap { typing.record($0) }
    // A wrong head is found again in every row, and is one problem.
    var seen: Set<Diagnostic> = []
    let problems = (raw.problems + typing.problems).filter { seen.insert($0).inserted }
    return RecordReading(records: records, problems: problems)
  }

  static func kind(ofFile stem: String, _ vocabulary: Vocabulary) -> Vocabulary.Kind? {
    vocabulary.kind(named: stem)
      ?? stem.split(separator: "-").first.flatMap { vocabulary.kind(named: String($0)) }
  }

  private static func unnamed(_ file: String, _ vocabulary: Vocabulary) -> Diagnostic {
    let stem = file.split(separator: "/").last?.split(separator: ".").first.map(String.init) ?? file
    let near = Spelling.nearest(to: stem, among: vocabulary.kinds.map(\.plural))
    return Diagnostic(
      .error, code: "unknown-kind", "the file's name does not say which kind of record it holds",
      at: Place(file: file),
      hint: near.map { "did you mean \"\($0).csv\"?" }
        ?? "name it after the kind, such as partners.csv")
  }

  private static func ignored(_ url: URL, file: String) -> [Diagnostic] {
    guard url.pathExtension.lowercased() != "md" else { return [] }
    return [
      Diagnostic(
        .warning, code: "ignored-file", "\(quoted(file)) is not read", at: Place(file: file),
        hint: "records are YAML or CSV files")
    ]
  }

  private static func limited(_ problems: [Diagnostic]) -> [Diagnostic] {
    guard problems.count > problemLimit, let last = problems.last else { return problems }
    return problems.prefix(problemLimit) + [
      Diagnostic(
        .error, code: "more-problems",
        "\(problems.count - problemLimit) more problems in this file",
        at: last.place.map { Place(file: $0.file, line: $0.line) })
    ]
  }
}
