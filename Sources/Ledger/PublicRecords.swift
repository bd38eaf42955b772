import Records

/// The part of a book that an output may show: records that may be named, without their private
/// fields, and without references to records that may not be named.
struct PublicRecords {
  let vocabulary: Vocabulary
  private let book: LedgerBook
  /// Records that no output may name.
  private let hidden: Set<String>

  init(_ book: LedgerBook, vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    self.book = book
    var hidden: Set<String> = []
    for kind in book.kinds where vocabulary.kind(kind)?.publicIf != nil {
      book.forEachRecord(kind: kind) { record in
        if !vocabulary.isPublic(record) { hidden.insert(record.id) }
      }
    }
    self.hidden = hidden
  }

  /// The kinds of which a record may be shown.
  var kinds: [String] {
    book.kinds.filter { vocabulary.kind($0) != nil && !book.withheldKinds.contains($0) }
  }

  /// Calls a function with each record of a kind, or of all, as it may be shown.
  func forEach<Failure: Error>(
    kind: String? = nil, _ body: (Record) throws(Failure) -> Void
  ) throws(Failure) {
    if let kind, book.withheldKinds.contains(kind) { return }
    try book.forEachRecord(kind: kind) { (record) throws(Failure) in
      guard let type = vocabulary.kind(record.kind), !book.withheldKinds.contains(record.kind),
        !hidden.contains(record.id)
      else { return }
      try body(shown(record, type))
    }
  }

  private func shown(_ record: Record, _ kind: Vocabulary.Kind) -> Record {
    var shown = record
    for (name, field) in record.fields {
      guard let type = kind.field(name), !type.isPrivate else {
        shown.fields[name] = nil
        continue
      }
      if type.base == .reference { shown.fields[name] = field.keeping { !isHidden($0, type) } }
    }
    return shown
  }

  private func isHidden(_ id: String, _ type: Vocabulary.FieldType) -> Bool {
    if hidden.contains(id) { return true }
    let mayBeWithheld =
      type.targets.contains("any") || !book.withheldKinds.isDisjoint(with: type.targets)
    return mayBeWithheld && !book.withheldKinds.isEmpty && isWithheld(id)
  }

  private func isWithheld(_ id: String) -> Bool {
    book.record(id).map { book.withheldKinds.contains($0.kind) } ?? false
  }

  /// The ids behind a figure that may be named.
  func ids(behind figure: Figure) -> [String] {
    // Of a figure of which something is kept back, the records would give it.
    guard !figure.hidesAnything else { return [] }
    let ids = book.recordIDs(behind: figure)
    return ids.filter { id in
      !hidden.contains(id) && (book.withheldKinds.isEmpty || !isWithheld(id))
    }
  }
}

extension Field {
  /// The field with those references that may stay; nil where none does.
  fileprivate func keeping(_ mayStay: (String) -> Bool) -> Field? {
    switch value {
    case .reference(let id): return mayStay(id) ? self : nil
    case .list(let values):
      let kept = values.filter { value in
        if case .reference(let id) = value { mayStay(id) } else { true }
      }
      return kept.isEmpty && !values.isEmpty ? nil : Field(.list(kept), at: place)
    default: return self
    }
  }
}
