import Records

/// How a table of the outline is made beyond its rows and columns.
public struct TableForm: Hashable, Sendable {
  /// How the table stands on paper.
  public enum Orientation: String, Hashable, Sendable, CaseIterable {
    /// Across the paper where its words do not fit upright.
    case automatic
    case upright
    /// On a page of its own, across the paper.
    case across
  }
  /// A heading over several columns.
  public struct Head: Hashable, Sendable {
    /// The heading by language.
    public var title: [String: String]
    /// The columns under it, neighbours.
    public var over: [String]
  }
  /// Which columns are added up.
  public enum Sums: Hashable, Sendable {
    case none
    /// Every column of numbers.
    case all
    /// These columns.
    case columns([String])
  }
  /// The way from a row to what it is grouped by, "partner.place.region"; empty for no groups.
  public var groupBy: [String] = []
  /// Which columns have sums under each group and at the end.
  public var sums = Sums.none
  /// Whether a page that ends within the table carries the sums so far to the next.
  public var running = false
  /// Whether a page may end within a row.
  public var breakRows = false
  /// How the table stands on paper.
  public var orientation = Orientation.automatic
  /// Headings over columns; nil for those that follow from the table itself.
  public var heads: [Head]?
}

extension OutlineParser {
  /// The keys that all tables share.
  mutating func tableForm(_ keys: inout YAMLFields, hasGroups: Bool) -> TableForm {
    var form = TableForm()
    if hasGroups, let path = keys.string("group_by", &problems) {
      form.groupBy = path.split(separator: ".").map(String.init)
    }
    form.sums = sums(&keys)
    form.running = flag(&keys, "running")
    form.breakRows = flag(&keys, "break_rows")
    form.orientation = choice(&keys, "orientation", .automatic)
    form.heads = heads(&keys)
    return form
  }

  /// `total: true`, or the columns: `total: [participants]`.
  private mutating func sums(_ keys: inout YAMLFields) -> TableForm.Sums {
    let node = keys.node("total")
    if node?.items != nil { return .columns(keys.strings("total", &problems) ?? []) }
    return node == nil ? .none : flag(&keys, "total") ? .all : .none
  }

  /// `true` or `false`; false where the key is not there.
  mutating func flag(_ keys: inout YAMLFields, _ key: String) -> Bool {
    guard let text = keys.string(key, &problems) else { return false }
    if ["true", "false"].contains(text) { return text == "true" }
    refuse(text, key, at: keys.place(of: key), among: ["true", "false"])
    return false
  }

  /// `heads: [{title: {en: Time, zh: 时间}, over: [since, until]}]`.
  private mutating func heads(_ keys: inout YAMLFields) -> [TableForm.Head]? {
    guard let node = keys.node("heads") else { return nil }
    guard let items = node.items else {
      problems.append(keys.wrongType("heads", node, wants: "a list of headings"))
      return nil
    }
    return items.compactMap { item in
      guard let entries = item.entries else {
        problems.append(keys.wrongType("heads", item, wants: "a list of {title, over}"))
        return nil
      }
      var inner = YAMLFields(entries, place: item.place, what: "a heading over columns")
      defer { problems += inner.unknownKeys() }
      let title = inner.localized("title", languages: languages, &problems)
      if title == nil { problems.append(inner.missing("title")) }
      let over = inner.strings("over", &problems) ?? []
      if over.isEmpty { problems.append(inner.missing("over")) }
      return title.map { TableForm.Head(title: $0, over: over) }
    }
  }
}
