/// What records are read from: a file, a sheet of a workbook, or a query.
public struct RecordOrigin: Hashable, Sendable {
  /// The file relative to the report's folder, or the name of the database.
  public var file: String
  /// The sheet of a workbook; nil for anything else.
  public var sheet: String?
  /// An origin.
  public init(file: String, sheet: String? = nil) {
    self.file = file
    self.sheet = sheet
  }
  /// The place of a spot in it.
  public func place(_ spot: Spot) -> Place {
    Place(file: file, line: Int(spot.line), column: Int(spot.column), sheet: sheet)
  }
}

/// A record as it streams from a source into the store: its fields by their index in its kind, so
/// that 100,000 of them cost little.
public struct RecordRow: Sendable {
  /// The kind's index in `Vocabulary.kinds`.
  public var kind: Int
  /// The identifier.
  public var id: String
  /// What it was read from: an index into the origins of the reading.
  public var origin: Int
  /// Where it starts.
  public var spot: Spot
  /// The values by the index of their field in `Kind.fields`; nil is "not reported".
  public var values: [Value?]
  /// Where each value stands, by the same index.
  public var spots: [Spot]
  /// A record.
  public init(
    kind: Int, id: String, origin: Int, spot: Spot, values: [Value?], spots: [Spot]
  ) {
    self.kind = kind
    self.id = id
    self.origin = origin
    self.spot = spot
    self.values = values
    self.spots = spots
  }
}

/// Takes records as they are read: the store's writer, or an array in a test.
public protocol RecordSink {
  /// Takes the next record. `origins[row.origin]` is what it was read from.
  mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic)
}

extension Record {
  /// The record of a row.
  public init(_ row: RecordRow, vocabulary: Vocabulary, origins: [RecordOrigin]) {
    let (kind, origin) = (vocabulary.kinds[row.kind], origins[row.origin])
    var fields: [String: Field] = [:]
    for (index, type) in kind.fields.enumerated() {
      guard let value = row.values[index] else { continue }
      fields[type.name] = Field(value, at: origin.place(row.spots[index]))
    }
    self.init(kind: kind.name, id: row.id, fields: fields, place: origin.place(row.spot))
  }
}
