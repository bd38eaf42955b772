/// The one rule by which text becomes a cell of CSV (RFC 4180) that no spreadsheet runs.
///
/// A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return. Such a
/// text gets an apostrophe before it, and so does one that begins with an apostrophe before one of
/// these, so that `unguarded` gives back every text as it was. Numbers and dates need no guard.
public enum CSVText {
  /// Appends a text as a cell, guarded and quoted where it must be.
  public static func append(_ text: String, to bytes: inout [UInt8]) {
    append(isAtRisk(text) ? "'" + text : text, unguardedTo: &bytes)
  }

  /// Appends what cannot be a formula, such as the number -5, quoted where it must be.
  public static func append(_ text: String, unguardedTo bytes: inout [UInt8]) {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != 0x2C && byte != 0x22 && byte != 0x0D && byte != 0x0A
    }
    // A blank at an end would be lost by readers that trim.
    guard !isPlain || text.utf8.first == 0x20 || text.utf8.last == 0x20 else {
      return bytes.append(contentsOf: text.utf8)
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// The text of a cell without the apostrophe that guards it; any other text as it is.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == 0x27, isAtRisk(text.dropFirst()) else { return text }
    return String(text.dropFirst())
  }

  /// Whether a text begins as a formula does, behind any number of apostrophes.
  static func isAtRisk(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first(where: { $0 != 0x27 }) else { return false }
    return [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first)
  }
}

/// Writes the records of one kind as a clean table: CSV in UTF-8, lines that end in CRLF, a column
/// for each field (`name.en` for a language), lists parted by `;`.
///
/// Private fields are written too: the table is the office's own copy, not a publication.
public struct CSVRecordWriter: RecordSink {
  private let kind: Int
  private let columns: [Column]
  private let written: Set<Int>
  private let vocabulary: Vocabulary
  private let write: ([UInt8]) throws(Diagnostic) -> Void
  private var buffer: [UInt8] = []
  private var hasHead = false

  private struct Column {
    var field: Int
    var head: String
    var language: String?
  }

  /// The number of records written.
  public private(set) var count = 0

  /// A writer.
  ///
  /// - Parameters:
  ///   - kind: The index of the kind in `Vocabulary.kinds`; records of other kinds are passed over.
  ///   - fields: The names of the fields to write, in any order; nil for all.
  ///   - languages: The languages that localized fields may have.
  ///   - write: Takes the bytes in pieces.
  public init(
    vocabulary: Vocabulary, kind: Int, fields: Set<String>? = nil, languages: [String],
    write: @escaping ([UInt8]) throws(Diagnostic) -> Void
  ) {
    self.vocabulary = vocabulary
    self.kind = kind
    self.write = write
    var columns: [Column] = []
    for (index, type) in vocabulary.kinds[kind].fields.enumerated()
    where fields?.contains(type.name) ?? true {
      guard type.base == .localized else {
        columns.append(Column(field: index, head: type.name))
        continue
      }
      for language in languages {
        columns.append(
          Column(field: index, head: "\(type.name).\(language)", language: language))
      }
    }
    self.columns = columns
    written = Set(columns.map(\.field))
  }

  /// Writes a record, the head before the first.
  ///
  /// - Throws: `Diagnostic` with the code `csv-loss` where a value would not be read back as it is:
  ///   a language or a field that has no column, or a value of a list that contains `;`.
  public mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
    guard row.kind == kind else { return }
    begin()
    try check(row, origins)
    CSVText.append(row.id, to: &buffer)
    for column in columns {
      buffer.append(0x2C)
      if let value = row.values[column.field] { append(value, language: column.language) }
    }
    buffer += [0x0D, 0x0A]
    count += 1
    if buffer.count > 1 << 16 { try flush() }
  }

  /// Writes what is left; a table without records is its head alone.
  public mutating func finish() throws(Diagnostic) {
    begin()
    try flush()
  }

  private mutating func begin() {
    guard !hasHead else { return }
    hasHead = true
    buffer += Array("id".utf8)
    for column in columns {
      buffer.append(0x2C)
      CSVText.append(column.head, to: &buffer)
    }
    buffer += [0x0D, 0x0A]
  }

  private mutating func flush() throws(Diagnostic) {
    try write(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ value: Value, language: String?) {
    switch value {
    case .text(let text), .choice(let text), .reference(let text):
      CSVText.append(text, to: &buffer)
    case .localized(let texts):
      if let text = language.flatMap({ texts[$0] }) { CSVText.append(text, to: &buffer) }
    case .quantity(let quantity): CSVText.append(quantity.source, unguardedTo: &buffer)
    case .date(let date): CSVText.append(date.source, unguardedTo: &buffer)
    case .flag(let flag): buffer += Array((flag ? "true" : "false").utf8)
    case .list(let values):
      CSVText.append(values.map(Self.text).joined(separator: ";"), to: &buffer)
    }
  }

  private static func text(_ value: Value) -> String {
    switch value {
    case .text(let text), .choice(let text), .reference(let text): text
    case .quantity(let quantity): quantity.source
    case .date(let date): date.source
    case .flag(let flag): flag ? "true" : "false"
    case .localized, .list: ""
    }
  }

  private func check(_ row: RecordRow, _ origins: [RecordOrigin]) throws(Diagnostic) {
    for (index, value) in row.values.enumerated() {
      guard let value, let problem = problem(value, of: index) else { continue }
      throw Diagnostic(
        .error, code: "csv-loss", problem.message,
        at: origins.indices.contains(row.origin)
          ? origins[row.origin].place(row.spots[index]) : nil, hint: problem.hint)
    }
  }

  private func problem(_ value: Value, of field: Int) -> (message: String, hint: String)? {
    let name = vocabulary.kinds[kind].fields[field].name
    guard written.contains(field) else {
      return ("\(name) has no column", "write all fields")
    }
    switch value {
    case .localized(let texts):
      let languages = columns.filter { $0.field == field }.compactMap(\.language)
      guard let lost = texts.keys.sorted().first(where: { !languages.contains($0) }) else {
        return nil
      }
      return ("\(name).\(lost) has no column", "name the language \(lost) too")
    case .list(let values):
      guard let lost = values.map(Self.text).first(where: { $0.contains(";") }) else { return nil }
      return (
        "\(quoted(lost)) contains a semicolon, which parts the values of a list",
        "keep these records in YAML"
      )
    default: return nil
    }
  }
}
