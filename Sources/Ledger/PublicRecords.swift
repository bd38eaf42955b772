import Records

/// The part of a book that an output may show: records that may be named, without their private
/// fields, and without references to records that may not be named.
struct PublicRecords {
  let vocabulary: Vocabulary
  private let book: LedgerBook
  let records: [Record]
  private let hidden: Set<String>

  init(_ book: LedgerBook, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.book = book
    let hidden = Set(book.records.filter { !vocabulary.isPublic($0) }.map(\.id))
    self.hidden = hidden
    records = book.records.filter { !hidden.contains($0.id) }.map { record in
      var shown = record
      shown.fields = record.fields.compactMapValues { $0.without(hidden) }
        .filter { !vocabulary.isPrivate(kind: record.kind, field: $0.key) }
      return shown
    }
  }

  /// The ids behind a figure that may be named.
  func ids(behind figure: Figure) -> [String] {
    book.recordIDs(behind: figure).filter { !hidden.contains($0) }
  }
}

extension Field {
  fileprivate func without(_ hidden: Set<String>) -> Field? {
    switch value {
    case .reference(let id): return hidden.contains(id) ? nil : self
    case .list(let values):
      let kept = values.filter { value in
        if case .reference(let id) = value { !hidden.contains(id) } else { true }
      }
      return kept.isEmpty && !values.isEmpty ? nil : Field(.list(kept), at: place)
    default: return self
    }
  }
}
