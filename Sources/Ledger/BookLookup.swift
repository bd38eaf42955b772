public import Records

extension LedgerBook {
  /// The figure of an indicator.
  public func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }

  /// The record of an id.
  public func record(_ id: String) -> Record? { index[id].map { records[$0] } }

  /// The records of a kind, in order.
  public func records(kind: String) -> [Record] { records.filter { $0.kind == kind } }

  /// The value of a record's field.
  public func value(_ id: String, _ field: String) -> Value? { record(id)?.fields[field]?.value }
}
