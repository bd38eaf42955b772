/// Hands rows on to where they are stored, and counts them.
struct RecordIntake {
  /// What has been read from so far.
  private(set) var origins: [RecordOrigin] = []
  /// The rows handed on.
  private(set) var count = 0

  /// Begins a file, sheet or query; its index.
  mutating func begin(_ origin: RecordOrigin) -> Int {
    origins.append(origin)
    return origins.count - 1
  }

  mutating func add(_ row: RecordRow, to sink: inout some RecordSink) throws(Diagnostic) {
    try sink.add(row, origins: origins)
    count += 1
  }
}
