public import Records

extension LedgerExport {
  /// The public records of a kind as CSV (RFC 4180, UTF-8, CRLF), a column for each field that any
  /// of them has; the reader takes it back.
  ///
  /// A text that a spreadsheet would run as a formula gets an apostrophe before it, by the rule of
  /// `CSVText`.
  public static func csv(_ book: LedgerBook, vocabulary: Vocabulary, kind: String) -> [UInt8] {
    var bytes: [UInt8] = []
    csv(book, vocabulary: vocabulary, kind: kind) { bytes += $0 }
    return bytes
  }

  /// The same, in pieces, so that nothing is held of what has been written.
  ///
  /// - Throws: What the function throws.
  public static func csv<Failure: Error>(
    _ book: LedgerBook, vocabulary: Vocabulary, kind: String,
    to write: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    let shown = PublicRecords(book, vocabulary: vocabulary)
    let columns = columns(of: vocabulary.kind(kind)?.fields ?? [], in: shown, kind: kind)
    var text = (["id"] + columns.map(\.head)).map(cell).joined(separator: ",") + "\r\n"
    try shown.forEach(kind: kind) { (record) throws(Failure) in
      text += cell(record.id)
      for column in columns { text += "," + column.cell(of: record) }
      text += "\r\n"
      if text.utf8.count > 1 << 16 {
        try write(Array(text.utf8))
        text = ""
      }
    }
    try write(Array(text.utf8))
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

  /// The columns that any record fills.
  private static func columns(
    of fields: [Vocabulary.FieldType], in shown: PublicRecords, kind: String
  ) -> [Column] {
    var filled: [String: Set<String>] = [:]
    shown.forEach(kind: kind) { record in
      for (name, field) in record.fields {
        if case .localized(let texts) = field.value {
          for language in texts.keys where filled[name]?.contains(language) != true {
            filled[name, default: []].insert(language)
          }
        } else if filled[name] == nil {
          filled[name] = []
        }
      }
    }
    return fields.flatMap { field -> [Column] in
      guard let languages = filled[field.name] else { return [] }
      guard field.base == .localized else { return [Column(field: field.name)] }
      return languages.sorted().map { Column(field: field.name, language: $0) }
    }
  }

  private static func cell(_ text: String) -> String {
    var bytes: [UInt8] = []
    CSVText.append(text, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
