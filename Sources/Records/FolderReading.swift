import Foundation

/// One run of the reader over a folder and the declared sources.
struct FolderReading {
  let root: URL
  let vocabulary: Vocabulary
  let cutOff: String?
  var problems: [Diagnostic] = []
  private var intake = RecordIntake()
  private var files: [String] = []
  private let opening: TableOpening

  init(root: URL, vocabulary: Vocabulary, cutOff: String?) {
    (self.root, self.vocabulary, self.cutOff) = (root, vocabulary, cutOff)
    opening = TableOpening(root: root)
  }

  /// What the run gave, the problems in the order of their places.
  var reading: RecordReading {
    let sorted = problems.enumerated().sorted { a, b in
      let (p, q) = (a.element.place ?? Place(file: ""), b.element.place ?? Place(file: ""))
      return p == q ? a.offset < b.offset : p < q
    }
    return RecordReading(
      origins: intake.origins, count: intake.count, problems: sorted.map(\.element), files: files)
  }

  /// Reads all; throws only what the sink does.
  mutating func read(
    folder: URL, sources: [SourceDeclaration], into sink: inout some RecordSink
  ) throws(Diagnostic) {
    do throws(Diagnostic) {
      for url in try listed(folder, without: sources) { try read(url, into: &sink) }
    } catch {
      guard error.code == Self.missingFolder else { throw error }
      // A report whose records all come from elsewhere needs no folder.
      if sources.isEmpty { problems.append(error) }
    }
    for source in sources { try read(source, into: &sink) }
    if intake.count == 0, !problems.contains(where: { $0.severity == .error }) {
      let name = SourceFile.name(of: folder, under: root)
      problems.append(
        Diagnostic(
          .error, code: "no-records", "the folder \(quoted(name)) holds no records",
          at: Place(file: name), hint: "add a file such as events.yaml or partners.csv"))
    }
  }

  private static let missingFolder = "no-records-folder"

  /// The files of a folder in the order of their names, without hidden ones, those that an office
  /// program keeps beside an open file, and those that are declared.
  func listed(_ folder: URL, without sources: [SourceDeclaration]) throws(Diagnostic) -> [URL] {
    let declared = Set(
      sources.compactMap(\.file).map { root.appendingPathComponent($0).standardizedFileURL.path })
    do {
      return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        .filter { !$0.hasPrefix(".") && !$0.hasPrefix("~$") }
        .map { folder.appendingPathComponent($0) }
        .filter { !declared.contains($0.standardizedFileURL.path) }
    } catch {
      let name = SourceFile.name(of: folder, under: root)
      throw Diagnostic(
        .error, code: Self.missingFolder, "cannot read the folder \(quoted(name))",
        at: Place(file: name), hint: "put the records into it as YAML, CSV or XLSX files")
    }
  }

  // MARK: Files of the folder

  private mutating func read(_ url: URL, into sink: inout some RecordSink) throws(Diagnostic) {
    let type = url.pathExtension.lowercased()
    let name = SourceFile.name(of: url, under: root)
    let stem = url.deletingPathExtension().lastPathComponent
    let kind = RecordReader.kind(ofFile: stem, vocabulary)
    guard (TableOpening.tableTypes + TableOpening.treeTypes).contains(type) else {
      return ignore(name, type)
    }
    files.append(name)
    if type == "xlsx" { return try readWorkbook(url, kind: kind, into: &sink) }
    if TableOpening.treeTypes.contains(type) {
      return try readTrees(url, name, kind: kind, source: nil, into: &sink)
    }
    guard let kind, let index = self.index(of: kind) else {
      return problems.append(unnamed(stem, name, type))
    }
    try readTable(kind: index, source: nil, into: &sink) {
      [opening] () throws(Diagnostic) in try opening.text(url)
    }
  }

  private mutating func readWorkbook(
    _ url: URL, kind: Vocabulary.Kind?, into sink: inout some RecordSink
  ) throws(Diagnostic) {
    let name = SourceFile.name(of: url, under: root)
    let sheets: [String]
    do throws(Diagnostic) {
      sheets = try opening.sheetNames(url)
    } catch {
      return problems.append(error)
    }
    let stem = url.deletingPathExtension().lastPathComponent
    var isRead = false
    let (before, found) = (intake.count, problems.count)
    for (index, sheet) in sheets.enumerated() {
      let own = vocabulary.kind(named: trimmed(sheet).lowercased())
      guard let kind = own ?? (index == 0 ? kind : nil), let number = self.index(of: kind) else {
        ignoreSheet(sheet, of: name)
        continue
      }
      isRead = true
      try readTable(kind: number, source: nil, mayBeEmpty: true, into: &sink) {
        [opening] () throws(Diagnostic) in try opening.sheet(url, named: sheet)
      }
    }
    // A workbook with a sheet for every kind has empty ones, but not only such.
    if !isRead {
      problems.append(unnamed(stem, name, "xlsx"))
    } else if intake.count == before, problems.count == found {
      problems.append(empty(RecordOrigin(file: name)))
    }
  }

  // MARK: Declared sources and bytes

  mutating func read(
    _ bytes: [UInt8], file: String, kind: Int, into sink: inout some RecordSink
  ) throws(Diagnostic) {
    let type = (file as NSString).pathExtension.lowercased()
    guard type == "csv" || type == "tsv" else {
      let trees = TableOpening.trees(
        bytes, file: file, kind: vocabulary.kinds[kind], vocabulary)
      return try take(trees, of: file, source: nil, into: &sink)
    }
    try readTable(kind: kind, source: nil, into: &sink) { () throws(Diagnostic) in
      CSVSource(bytes: bytes, file: file, delimiter: type == "tsv" ? 0x09 : nil)
    }
  }

  mutating func read(
    _ source: SourceDeclaration, into sink: inout some RecordSink
  ) throws(Diagnostic) {
    if let file = source.file, !files.contains(file) { files.append(file) }
    if case .file(let file) = source.location,
      TableOpening.treeTypes.contains((file as NSString).pathExtension.lowercased())
    {
      return try readTrees(
        root.appendingPathComponent(file), file, kind: vocabulary.kinds[source.kind],
        source: source, into: &sink)
    }
    try readTable(kind: source.kind, source: source, into: &sink) {
      [opening] () throws(Diagnostic) in
      guard let table = try opening.table(source) else {
        throw Diagnostic(.error, code: "bad-source", "the source is no table", at: source.place)
      }
      return table
    }
  }

  // MARK: Tables and trees

  private mutating func readTable(
    kind: Int, source: SourceDeclaration?, mayBeEmpty: Bool = false,
    into sink: inout some RecordSink,
    open: () throws(Diagnostic) -> any TableSource
  ) throws(Diagnostic) {
    var table: any TableSource
    do throws(Diagnostic) {
      table = try open()
    } catch {
      return problems.append(error)
    }
    var reader = TableRecords(kind: kind, of: vocabulary, source: source, cutOff: cutOff)
    defer { problems += reader.problems.limited }
    try reader.read(&table, intake: &intake, into: &sink)
    if reader.count == 0, !mayBeEmpty, !reader.problems.hasErrors {
      reader.problems.add(empty(table.origin))
    }
  }

  private mutating func readTrees(
    _ url: URL, _ name: String, kind: Vocabulary.Kind?, source: SourceDeclaration?,
    into sink: inout some RecordSink
  ) throws(Diagnostic) {
    let raw: (records: [RawRecord], problems: [Diagnostic])
    do throws(Diagnostic) {
      raw = try opening.trees(url, kind: kind, vocabulary: vocabulary)
    } catch {
      return problems.append(error)
    }
    try take(raw, of: name, source: source, into: &sink)
  }

  private mutating func take(
    _ raw: (records: [RawRecord], problems: [Diagnostic]), of name: String,
    source: SourceDeclaration?, into sink: inout some RecordSink
  ) throws(Diagnostic) {
    let origin = RecordOrigin(file: name)
    var found = CappedProblems()
    found.add(raw.problems)
    if raw.records.isEmpty, raw.problems.isEmpty { found.add(empty(origin)) }
    defer { problems += found.limited }
    var typing = RecordTyping(
      vocabulary: vocabulary, cutOff: cutOff, origin: origin, originIndex: intake.begin(origin))
    for (field, value) in source?.constants ?? [:] {
      typing.constants[vocabulary.kinds[source?.kind ?? 0].fields[field].name] = value
    }
    for record in raw.records {
      let row = typing.row(source.map { $0.mapped(record, vocabulary) } ?? record)
      found.add(typing.problems)
      typing.problems = []
      if let row { try intake.add(row, to: &sink) }
    }
  }

  private func index(of kind: Vocabulary.Kind) -> Int? {
    vocabulary.kinds.firstIndex { $0.name == kind.name }
  }

  // MARK: Problems

  private func empty(_ origin: RecordOrigin) -> Diagnostic {
    Diagnostic(
      .error, code: "empty-file",
      origin.sheet == nil ? "the file holds no records" : "the sheet holds no records",
      at: origin.place(Spot()), hint: "add a record, or remove it")
  }

  private func unnamed(_ stem: String, _ file: String, _ type: String) -> Diagnostic {
    let near = Spelling.nearest(to: stem, among: vocabulary.kinds.map(\.plural))
    return Diagnostic(
      .error, code: "unknown-kind", "the file's name does not say which kind of record it holds",
      at: Place(file: file),
      hint: near.map { "did you mean \"\($0).\(type)\"?" }
        ?? "name it after the kind, such as partners.\(type), or declare it under sources:")
  }

  private mutating func ignore(_ file: String, _ type: String) {
    guard type != "md" else { return }
    problems.append(
      Diagnostic(
        .warning, code: "ignored-file", "\(quoted(file)) is not read", at: Place(file: file),
        hint: "records are YAML, JSON, CSV, TSV or XLSX files"))
  }

  private mutating func ignoreSheet(_ sheet: String, of file: String) {
    problems.append(
      Diagnostic(
        .warning, code: "ignored-sheet", "the sheet \(quoted(sheet)) is not read",
        at: Place(file: file, sheet: sheet), hint: "name it after a kind of record to have it read")
    )
  }
}
