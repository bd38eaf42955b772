import Records

/// Finds the records behind a figure when someone asks for them.
struct RecordsQuery: Sendable {
  var indicators: [Indicator]
  /// The ids of the statements that give the value.
  var stated: [String]
  var timeline: Timeline
  var timeLimit: Double

  /// The ids in order, each once.
  func ids(in store: LedgerStore, limit: Int?) -> [String] {
    var ids = stated
    var seen = Set(stated)
    for indicator in indicators {
      let found = store.read { connection -> [String] in
        let query = FigureQuery(
          connection: connection, schema: store.schema, timeline: timeline, timeLimit: timeLimit)
        do throws(Diagnostic) {
          return try query.recordIDs(indicator, limit: limit)
        } catch {
          // The figure was computed by the same query, or there would be no book.
          return []
        }
      }
      if indicators.count == 1, stated.isEmpty { return found }
      ids += found.filter { seen.insert($0).inserted }
    }
    return limit.map { Array(ids.prefix($0)) } ?? ids
  }
}
