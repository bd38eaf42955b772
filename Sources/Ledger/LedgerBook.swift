public import Records

/// All that a report may print of its data: the figures, and the records behind them.
///
/// The records stay in the store and are read when they are asked for.
public struct LedgerBook: Sendable {
  /// Every declared indicator's figure, in the order of the declarations.
  public var figures: [Figure]
  /// The year or period, "2019".
  public var period: String
  /// The cut-off date, ISO 8601.
  public var cutOff: String
  /// What is odd about the figures, though they could be computed.
  public var problems: [Diagnostic]
  /// The kinds whose records are not shown one by one, so that counts that are kept back cannot
  /// be had by counting them.
  public var withheldKinds: Set<String>
  let source: Source

  enum Source: Sendable {
    case store(LedgerStore, [String: RecordsQuery])
    case memory(MemoryRecords)
  }

  init(
    figures: [Figure], store: LedgerStore, queries: [String: RecordsQuery],
    problems: [Diagnostic], withheld: Set<String>, period: String, cutOff: String
  ) {
    self.figures = figures
    source = .store(store, queries)
    self.problems = problems
    withheldKinds = withheld
    self.period = period
    self.cutOff = cutOff
  }

  /// A book of figures and records at hand.
  public init(
    figures: [Figure], records: [Record], idsBehind: [String: [String]] = [:], period: String,
    cutOff: String
  ) {
    self.figures = figures
    source = .memory(MemoryRecords(records, idsBehind: idsBehind))
    problems = []
    withheldKinds = []
    self.period = period
    self.cutOff = cutOff
  }

  /// The store of the records; nil for a book of records at hand.
  public var store: LedgerStore? {
    if case .store(let store, _) = source { store } else { nil }
  }
}

/// Records that are all in memory.
final class MemoryRecords: Sendable {
  let records: [Record]
  let idsBehind: [String: [String]]
  private let index: [String: Int]

  init(_ records: [Record], idsBehind: [String: [String]]) {
    self.records = records
    self.idsBehind = idsBehind
    index = Dictionary(
      records.enumerated().map { ($0.element.id, $0.offset) },
      uniquingKeysWith: { first, _ in first })
  }

  func record(_ id: String) -> Record? { index[id].map { records[$0] } }
}

extension LedgerBook {
  /// The figure of an indicator.
  public func figure(_ id: String) -> Figure? { figures.first { $0.id == id } }

  /// The record of an id.
  public func record(_ id: String) -> Record? {
    switch source {
    case .store(let store, _): store.record(id)
    case .memory(let memory): memory.record(id)
    }
  }

  /// Every record, in the order of files and lines.
  ///
  /// Of many records, this costs much memory; `forEachRecord` does not.
  public var records: [Record] {
    switch source {
    case .store(let store, _): store.records
    case .memory(let memory): memory.records
    }
  }

  /// The number of records.
  public var recordCount: Int {
    switch source {
    case .store(let store, _): store.count
    case .memory(let memory): memory.records.count
    }
  }

  /// The records of a kind, in order.
  public func records(kind: String) -> [Record] {
    switch source {
    case .store(let store, _): store.records(kind: kind)
    case .memory(let memory): memory.records.filter { $0.kind == kind }
    }
  }

  /// The kinds of which there is a record, in the order of the vocabulary, else of the records.
  public var kinds: [String] {
    switch source {
    case .store(let store, _): return store.kinds
    case .memory(let memory):
      var seen: Set<String> = []
      return memory.records.map(\.kind).filter { seen.insert($0).inserted }
    }
  }

  /// Calls a function with each record in order, those of one kind or all; none is kept.
  ///
  /// - Throws: What the function throws.
  public func forEachRecord<Failure: Error>(
    kind: String? = nil, _ body: (Record) throws(Failure) -> Void
  ) throws(Failure) {
    switch source {
    case .store(let store, _):
      if let kind {
        try store.forEachRecord(kind: kind, body)
      } else {
        try store.forEachRecord(body)
      }
    case .memory(let memory):
      for record in memory.records where kind == nil || record.kind == kind { try body(record) }
    }
  }

  /// The value of a record's field.
  public func value(_ id: String, _ field: String) -> Value? { record(id)?.fields[field]?.value }

  /// The ids of the records behind a figure, in order; the figure's query runs again for them.
  public func recordIDs(behind figure: Figure) -> [String] { ids(behind: figure, limit: nil) }

  /// The first ids of the records behind a figure, in order.
  public func recordIDs(behind figure: Figure, limit: Int) -> [String] {
    ids(behind: figure, limit: limit)
  }

  private func ids(behind figure: Figure, limit: Int?) -> [String] {
    switch source {
    case .store(let store, let queries):
      return queries[figure.id]?.ids(in: store, limit: limit) ?? []
    case .memory(let memory):
      let ids = memory.idsBehind[figure.id] ?? []
      return limit.map { Array(ids.prefix($0)) } ?? ids
    }
  }
}
