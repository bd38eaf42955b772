import Records

/// How much of what a report says is backed: by evidence, and by records behind stated totals.
public struct Coverage: Hashable, Sendable {
  /// A part of a number of things.
  public struct Share: Hashable, Sendable {
    /// How many of them.
    public var part: Int
    /// How many there are.
    public var total: Int
    /// A share.
    public init(part: Int, total: Int) {
      self.part = part
      self.total = total
    }
    /// The share as a fraction; nil of nothing.
    public var fraction: Double? { total > 0 ? Double(part) / Double(total) : nil }
  }
  /// The coverage of one figure.
  public struct OfFigure: Hashable, Sendable {
    /// The figure's indicator.
    public var id: String
    /// How many of the records behind it name evidence.
    public var evidence: Share
    /// How much of a stated total the records itemise; nil where nothing is stated.
    public var itemised: Share?
    /// A figure's coverage.
    public init(id: String, evidence: Share, itemised: Share? = nil) {
      self.id = id
      self.evidence = evidence
      self.itemised = itemised
    }
  }
  /// How many of the claims name evidence.
  public var claims: Share
  /// How many of all records that may name evidence do.
  public var records: Share
  /// How many of the stated totals are itemised in full.
  public var statedTotals: Share
  /// Each figure's coverage, in the order of the figures; without those that are kept back.
  public var figures: [OfFigure]
  /// A coverage.
  public init(claims: Share, records: Share, statedTotals: Share, figures: [OfFigure]) {
    self.claims = claims
    self.records = records
    self.statedTotals = statedTotals
    self.figures = figures
  }
}

extension LedgerBook {
  /// How much of the report is backed. It is computed anew each time, by a query for each figure.
  public var coverage: Coverage {
    let kinds = evidenceByKind
    let own = figures.filter { !$0.hidesAnything }
    let parts = own.map { figure in
      Coverage.OfFigure(
        id: figure.id, evidence: evidence(behind: figure), itemised: figure.itemisedShare)
    }
    let stated = parts.compactMap(\.itemised)
    return Coverage(
      claims: kinds["claim"] ?? Coverage.Share(part: 0, total: 0),
      records: kinds.values.reduce(into: Coverage.Share(part: 0, total: 0)) {
        $0.part += $1.part
        $0.total += $1.total
      },
      statedTotals: Coverage.Share(
        part: stated.count { $0.part >= $0.total }, total: stated.count),
      figures: parts)
  }

  /// How many of the records behind a figure name evidence.
  public func evidence(behind figure: Figure) -> Coverage.Share {
    switch source {
    case .store(let store, let queries):
      return queries[figure.id]?.evidence(in: store) ?? Coverage.Share(part: 0, total: 0)
    case .memory(let memory):
      let records = recordIDs(behind: figure).compactMap(memory.record)
      return Coverage.Share(
        part: records.count { $0.fields[evidenceField] != nil }, total: records.count)
    }
  }

  /// Of each kind whose records may name evidence, how many do.
  private var evidenceByKind: [String: Coverage.Share] {
    switch source {
    case .store(let store, _): return store.evidence
    case .memory(let memory):
      var result: [String: Coverage.Share] = [:]
      for record in memory.records where record.kind != evidenceField {
        result[record.kind, default: Coverage.Share(part: 0, total: 0)].total += 1
        if record.fields[evidenceField] != nil {
          result[record.kind, default: Coverage.Share(part: 0, total: 0)].part += 1
        }
      }
      return result
    }
  }
}

/// The field in which a record of any kind names its evidence, and the kind of what it names.
let evidenceField = "evidence"

extension Figure {
  fileprivate var itemisedShare: Coverage.Share? {
    guard let itemised, let value, let total = Int(exactly: value.value.rounded()) else {
      return nil
    }
    return Coverage.Share(part: min(itemised, total), total: total)
  }
}

extension KindLayout {
  /// The condition under which a record names evidence; nil where the kind has no field for it.
  fileprivate var hasEvidence: String? {
    guard kind.name != evidenceField,
      let field = fields.first(where: { $0.type.name == evidenceField })
    else { return nil }
    return field.type.isList ? "evidence_count > 0" : "evidence IS NOT NULL"
  }
}

extension LedgerStore {
  fileprivate var evidence: [String: Coverage.Share] {
    var result: [String: Coverage.Share] = [:]
    for layout in schema.layouts {
      guard let condition = layout.hasEvidence else { continue }
      let name = layout.kind.name
      result[name] = share(
        "SELECT count(*), count(CASE WHEN \(condition) THEN 1 END) FROM \(identifier(name))")
    }
    return result
  }

  fileprivate func share(_ sql: String, cutOff: Timeline.Window? = nil) -> Coverage.Share {
    read { connection in
      let sandbox = QuerySandbox(connection, schema: schema, timeLimit: 10)
      defer { sandbox.close() }
      do throws(SQLiteProblem) {
        let row = try connection.prepare(sql)
        if let cutOff { cutOff.bind(to: row) }
        guard try row.step() else { return Coverage.Share(part: 0, total: 0) }
        return Coverage.Share(part: row.integer(1), total: row.integer(0))
      } catch {
        // The figure was computed by the same query, or there would be no book.
        return Coverage.Share(part: 0, total: 0)
      }
    }
  }
}

extension RecordsQuery {
  fileprivate func evidence(in store: LedgerStore) -> Coverage.Share {
    var result = Coverage.Share(part: 0, total: 0)
    func add(_ share: Coverage.Share) {
      result.part += share.part
      result.total += share.total
    }
    for indicator in indicators {
      add(store.share(sql(indicator, store.schema), cutOff: timeline.own))
    }
    for record in Set(stated).sorted().compactMap(store.record) {
      add(Coverage.Share(part: record.fields[evidenceField] == nil ? 0 : 1, total: 1))
    }
    return result
  }

  private func sql(_ indicator: Indicator, _ schema: StoreSchema) -> String {
    if let form = indicator.shortForm, let layout = schema.layout(of: form.kind),
      indicator.aggregate != .count || form.path == nil
    {
      let condition = layout.hasEvidence ?? "FALSE"
      let sql = ShortFormSQL(
        form: form, kind: layout.kind, aggregate: .count, vocabulary: schema.vocabulary)
      return "SELECT count(*), count(CASE WHEN \(condition) THEN 1 END) "
        + "FROM \(identifier(form.kind))\(sql.filter(isSpread: false))"
    }
    let selects = schema.layouts.compactMap { layout in
      layout.hasEvidence.map { "SELECT id FROM \(identifier(layout.kind.name)) WHERE \($0)" }
    }
    let known =
      selects.isEmpty ? "SELECT NULL WHERE FALSE" : selects.joined(separator: " UNION ALL ")
    var inner = Substring(indicator.sql)
    while let last = inner.last, last.isWhitespace || last == ";" { inner = inner.dropLast() }
    return """
      SELECT count(*), count(CASE WHEN record_id IN (\(known)) THEN 1 END)
      FROM (SELECT DISTINCT record_id FROM (\n\(inner)\n))
      """
  }
}
