public import Records

extension LedgerExport {
  /// The public records of a kind as CSV (RFC 4180, UTF-8, CRLF), a column for each field that any
  /// of them has; the reader takes it back.
  ///
  /// A text that a spreadsheet would run as a formula gets an apostrophe before it.
  public static func csv(_ book: LedgerBook, vocabulary: Vocabulary, kind: String) -> [UInt8] {
    let records = PublicRecords(book, vocabulary: vocabulary).records.filter { $0.kind == kind }
    let columns = columns(of: vocabulary.kind(kind)?.fields ?? [], in: records)
    var lines = [(["id"] + columns.map(\.head)).map(cell)]
    for record in records {
      lines.append([cell(record.id)] + columns.map { $0.cell(of: record) })
    }
    return Array(lines.map { $0.joined(separator: ",") + "\r\n" }.joined().utf8)
  }

  private struct Column {
    var field: String
    var language: String?
    var head: String { language.map { "\(field).\($0)" } ?? field }

    func cell(of record: Record) -> String {
      guard let value = record.fields[field]?.value else { return "" }
      if let language {
        guard case .localized(let texts) = value else { return "" }
        return LedgerExport.cell(texts[language] ?? "")
      }
      // Quantities and dates are no formulas, and stay what the reader reads.
      switch value {
      case .quantity(let quantity): return quantity.source
      case .date(let date): return date.source
      case .list(let values): return LedgerExport.cell(values.map(\.source).joined(separator: ";"))
      default: return LedgerExport.cell(value.source)
      }
    }
  }

  private static func columns(
    of fields: [Vocabulary.FieldType], in records: [Record]
  ) -> [Column] {
    fields.flatMap { field -> [Column] in
      let values = records.compactMap { $0.fields[field.name]?.value }
      guard !values.isEmpty else { return [] }
      guard field.base == .localized else { return [Column(field: field.name)] }
      let languages = values.reduce(into: Set<String>()) { languages, value in
        if case .localized(let texts) = value { languages.formUnion(texts.keys) }
      }
      return languages.sorted().map { Column(field: field.name, language: $0) }
    }
  }

  private static func cell(_ text: String) -> String {
    let first = text.unicodeScalars.first
    let isFormula = first.map { "=+-@\t\r".unicodeScalars.contains($0) } ?? false
    let safe = isFormula ? "'" + text : text
    let needsQuotes = safe.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
    guard needsQuotes else { return safe }
    return "\""
      + safe.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
