/// A value of a YAML document with its place; scalars keep the text that the author wrote.
public struct YAMLNode: Hashable, Sendable {
  /// One entry of a mapping.
  public struct Entry: Hashable, Sendable {
    /// The key's text.
    public var key: String
    /// Where the key stands.
    public var place: Place
    /// The value.
    public var value: YAMLNode
  }
  /// What a node holds.
  public enum Content: Hashable, Sendable {
    /// Text, number or word, as written; `no` and `010` stay what they are.
    case scalar(String)
    /// Nothing: an empty value, `~` or `null`.
    case null
    /// A list.
    case sequence([YAMLNode])
    /// A mapping, in the order of the file.
    case mapping([Entry])
  }
  /// What it holds.
  public var content: Content
  /// Where it starts.
  public var place: Place

  /// A node.
  public init(content: Content, place: Place) {
    self.content = content
    self.place = place
  }

  /// The text of a scalar, else nil.
  public var text: String? {
    if case .scalar(let text) = content { text } else { nil }
  }
  /// The entries of a mapping, else nil.
  public var entries: [Entry]? {
    if case .mapping(let entries) = content { entries } else { nil }
  }
  /// The items of a sequence, else nil.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = content { items } else { nil }
  }
  /// The value of a key of a mapping, else nil.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
  /// Text by language: the scalars of a mapping.
  public var localized: [String: String] {
    Dictionary(
      (entries ?? []).compactMap { entry in entry.value.text.map { (entry.key, $0) } },
      uniquingKeysWith: { first, _ in first })
  }
  /// What it is, for messages: "a list".
  public var kindName: String {
    switch content {
    case .scalar: "a single value"
    case .null: "empty"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
