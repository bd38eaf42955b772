import Foundation

/// Opens what records are read from: the one place that knows every reader.
struct TableOpening {
  /// The report's folder.
  let root: URL

  /// The types of file that hold a table, and those that hold trees.
  static let tableTypes = ["csv", "tsv", "xlsx"]
  static let treeTypes = ["yaml", "yml", "json", "jsonl", "ndjson"]

  /// The table of a file of text.
  func text(
    _ url: URL, headRows: [Int] = [], encoding: TextEncoding? = nil, delimiter: UInt8? = nil
  ) throws(Diagnostic) -> any TableSource {
    let isTabbed = url.pathExtension.lowercased() == "tsv"
    let table = CSVSource(
      file: try SourceFile.open(url, under: root), encoding: encoding,
      delimiter: delimiter ?? (isTabbed ? 0x09 : nil))
    return headRows.isEmpty ? table : HeadRowsSource(table, rows: headRows)
  }

  /// A sheet of a workbook.
  func sheet(
    _ url: URL, named sheet: String?, headRows: [Int] = []
  ) throws(Diagnostic) -> any TableSource {
    let path = try SourceFile.path(of: url, under: root)
    return try XLSXSource(
      path: path, name: SourceFile.name(of: url, under: root), sheet: sheet, headRows: headRows)
  }

  /// The names of the sheets of a workbook that may hold records.
  func sheetNames(_ url: URL) throws(Diagnostic) -> [String] {
    let path = try SourceFile.path(of: url, under: root)
    let names = try XLSXSource.sheetNames(path: path, name: SourceFile.name(of: url, under: root))
    let own = [WorkbookTemplate.readMe, WorkbookTemplate.places, WorkbookTemplate.words]
    return names.filter { !own.contains($0) }
  }

  /// The table that an outline declares; nil for a file of trees.
  func table(_ source: SourceDeclaration) throws(Diagnostic) -> (any TableSource)? {
    switch source.location {
    case .file(let file):
      let url = root.appendingPathComponent(file)
      switch url.pathExtension.lowercased() {
      case "csv", "tsv":
        return try text(
          url, headRows: source.headRows, encoding: source.encoding, delimiter: source.delimiter)
      case "xlsx": return try sheet(url, named: source.sheet, headRows: source.headRows)
      default: return nil
      }
    case .sqlite(let file, let query):
      let path = try SourceFile.path(of: root.appendingPathComponent(file), under: root)
      return try SQLiteSource(path: path, name: file, query: query)
    case .postgres(let connection, let query):
      return try PostgresSource(
        connection: resolve(connection, at: source.place), name: name(of: connection),
        query: query)
    }
  }

  /// The records of a file of trees, as it writes them.
  func trees(
    _ url: URL, kind: Vocabulary.Kind?, vocabulary: Vocabulary
  ) throws(Diagnostic) -> (records: [RawRecord], problems: [Diagnostic]) {
    try Self.trees(
      SourceFile.read(url, under: root), file: SourceFile.name(of: url, under: root), kind: kind,
      vocabulary)
  }

  /// The records of bytes in the notation that the file's name gives.
  static func trees(
    _ bytes: [UInt8], file: String, kind: Vocabulary.Kind?, _ vocabulary: Vocabulary
  ) -> (records: [RawRecord], problems: [Diagnostic]) {
    var reader = YAMLRecords(vocabulary: vocabulary, file: file)
    reader.read(bytes, kindOfFile: kind)
    return (reader.records, reader.problems)
  }

  /// What a server is called in messages; a connection string may hold a password and is not told.
  private func name(of connection: SourceDeclaration.Connection) -> String {
    switch connection {
    case .environment(let name): "postgres:\(name)"
    case .stated(let text):
      RecordRules.problem(ofId: text, at: Place(file: "")) == nil ? "postgres:\(text)" : "postgres"
    }
  }

  private func resolve(
    _ connection: SourceDeclaration.Connection, at place: Place
  ) throws(Diagnostic) -> String {
    switch connection {
    case .stated(let text): return text
    case .environment(let name):
      guard let text = ProcessInfo.processInfo.environment[name], !text.isEmpty else {
        throw Diagnostic(
          .error, code: "missing-environment", "the environment has no \(quoted(name))", at: place,
          hint: "set it to the connection string of the database")
      }
      return text
    }
  }
}
