public import DocumentModel
import Records

/// A case told as a story, as the outline declares it.
public struct OutlineStory: Hashable, Sendable {
  /// The anchor; empty for one of its place.
  public var anchor: String
  /// A word or two over the title, by language; may be empty.
  public var kicker: [String: String]
  /// The title by language.
  public var title: [String: String]
  /// One sentence beneath the title, by language; may be empty.
  public var standfirst: [String: String]
  /// The stem of its prose.
  public var stem: String
  /// Its picture; nil for none.
  public var picture: OutlineImage?
  /// A sentence lifted out of it; nil for none.
  public var quote: OutlineQuote?
  /// Facts at its side.
  public var facts: [OutlineFact]
}

/// A term and its value, as the outline declares them.
public struct OutlineFact: Hashable, Sendable {
  /// What it is, by language, inline Markdown.
  public var label: [String: String]
  /// Its value by language, inline Markdown.
  public var value: [String: String]
}

/// A statement of responsibility, as the outline declares it.
public struct OutlineSignature: Hashable, Sendable {
  /// One who signs.
  public struct Signer: Hashable, Sendable {
    /// The name by language.
    public var name: [String: String]
    /// The office by language.
    public var role: [String: String]
    /// Where it is signed, by language; may be empty.
    public var location: [String: String]
    /// When it is signed, ISO 8601; empty where that is written by hand.
    public var date: String
  }
  /// The statement by language, inline Markdown; empty for the usual one.
  public var statement: [String: String]
  /// Those who sign.
  public var signers: [Signer]
}

/// A history of records over many years, as the outline declares it.
public struct OutlineHistory: Hashable, Sendable {
  /// Which records.
  public var query: RecordQuery
  /// How long a period is.
  public var unit: HistoryBlock.Unit
  /// The field that dates them; nil for the first that a record has.
  public var date: String?
}

extension OutlineStory {
  /// The pictures that it names.
  var images: [OutlineImage] { [picture, quote?.portrait].compactMap { $0 } }
}

extension OutlineParser {
  /// `story: {title: ..., kicker: ..., standfirst: ..., prose: STEM, picture: {...}, quote: {...},
  /// facts: [{label: ..., value: ...}]}`.
  mutating func story(_ keys: inout YAMLFields) -> OutlineStory {
    let title = keys.localized("title", languages: languages, &problems)
    if title == nil { problems.append(keys.missing("title")) }
    return OutlineStory(
      anchor: keys.string("anchor", &problems) ?? "",
      kicker: keys.localized("kicker", languages: languages, &problems) ?? [:],
      title: title ?? [:],
      standfirst: keys.localized("standfirst", languages: languages, &problems) ?? [:],
      stem: keys.required("prose", &problems),
      picture: inner(&keys, "picture", "the picture") {
        $0.image(&$1, isAlone: false)
      }, quote: inner(&keys, "quote", "the quote") { $0.pullQuote(&$1) }, facts: facts(&keys))
  }

  /// `facts: [{label: {en: ..., zh: ...}, value: {en: ..., zh: ...}}]`.
  private mutating func facts(_ keys: inout YAMLFields) -> [OutlineFact] {
    entries(&keys, "facts", "the fact").map { fields in
      var inner = fields
      let label = inner.localized("label", languages: languages, &problems)
      let value = inner.localized("value", languages: languages, &problems)
      if label == nil { problems.append(inner.missing("label")) }
      if value == nil { problems.append(inner.missing("value")) }
      problems += inner.unknownKeys()
      return OutlineFact(label: label ?? [:], value: value ?? [:])
    }
  }

  /// `quotation: {text: ..., person: ..., role: ..., picture: {...}}`.
  mutating func quotation(_ keys: inout YAMLFields) -> OutlineQuote {
    let text = keys.localized("text", languages: languages, &problems)
    let person = keys.localized("person", languages: languages, &problems)
    if text == nil { problems.append(keys.missing("text")) }
    if person == nil { problems.append(keys.missing("person")) }
    var quote = OutlineQuote(text: text ?? [:], source: person ?? [:])
    quote.role = keys.localized("role", languages: languages, &problems) ?? [:]
    quote.portrait = inner(&keys, "picture", "the picture") { $0.image(&$1, isAlone: false) }
    return quote
  }

  /// `photo_page: {file: ..., alt: ..., licence: ..., caption_at: foot | facing}`.
  mutating func photoPage(_ keys: inout YAMLFields) -> OutlineImage {
    var picture = image(&keys, isAlone: false)
    picture.placement = Placement(float: .fullBleed)
    picture.placement.caption = choice(&keys, "caption_at", .foot)
    if picture.framing == nil { picture.framing = PictureFraming(shape: .frame) }
    return picture
  }

  /// `signature: {statement: ..., signers: [{name: ..., role: ..., place: ..., date: ...}]}`.
  mutating func signature(_ keys: inout YAMLFields) -> OutlineSignature {
    let place = keys.place
    let result = OutlineSignature(
      statement: keys.localized("statement", languages: languages, &problems) ?? [:],
      signers: entries(&keys, "signers", "the signer").map { signer($0) })
    if !(1...Self.mostSigners).contains(result.signers.count) {
      problems.append(
        Diagnostic(
          .error, code: "bad-signature",
          result.signers.isEmpty
            ? "a signature names nobody who signs"
            : "a signature has \(result.signers.count) signers", at: place,
          hint: "name one to twelve under `signers:`, each with name and role"))
    }
    return result
  }

  private static let mostSigners = 12

  private mutating func signer(_ fields: YAMLFields) -> OutlineSignature.Signer {
    var keys = fields
    let name = keys.localized("name", languages: languages, &problems)
    let role = keys.localized("role", languages: languages, &problems)
    if name == nil { problems.append(keys.missing("name")) }
    if role == nil { problems.append(keys.missing("role")) }
    let date = keys.string("date", &problems) ?? ""
    if !date.isEmpty, CalendarDay(iso: date) == nil {
      problems.append(
        Diagnostic(
          .error, code: "bad-date", "\"date\" is not a date: \"\(date)\"",
          at: keys.entries.first { $0.key == "date" }?.value.place ?? keys.place,
          hint: "write it as 2019-12-31"))
    }
    defer { problems += keys.unknownKeys() }
    return OutlineSignature.Signer(
      name: name ?? [:], role: role ?? [:],
      location: keys.localized("place", languages: languages, &problems) ?? [:], date: date)
  }

  /// `timeline: {of: [...], by: month | year | decade, date: FIELD}`.
  mutating func timeline(_ keys: inout YAMLFields, _ query: RecordQuery) -> OutlineBlock.Content {
    let word = keys.string("by", &problems) ?? "month"
    let date = keys.string("date", &problems)
    if word == "month" {
      if date != nil { problems.append(dateOfMonths(keys)) }
      return .timeline(query)
    }
    if let unit = HistoryBlock.Unit(rawValue: word) {
      return .history(OutlineHistory(query: query, unit: unit, date: date))
    }
    refuse(word, "by", at: keys.place(of: "by"), among: ["month", "year", "decade"])
    return .timeline(query)
  }

  private func dateOfMonths(_ keys: YAMLFields) -> Diagnostic {
    Diagnostic(
      .error, code: "unknown-key", "the timeline of months has no key \"date\"", at: keys.place,
      hint: "add by: year, or by: decade")
  }

  /// A mapping under a key, read by somebody else; nil where the key is not there.
  private mutating func inner<Value>(
    _ keys: inout YAMLFields, _ key: String, _ what: String,
    _ read: (inout OutlineParser, inout YAMLFields) -> Value
  ) -> Value? {
    guard let node = keys.node(key) else { return nil }
    guard let entries = node.entries else {
      problems.append(keys.wrongType(key, node, wants: "a mapping of keys"))
      return nil
    }
    var fields = YAMLFields(entries, place: node.place, what: what)
    let value = read(&self, &fields)
    problems += fields.unknownKeys()
    return value
  }

  /// The mappings of a list under a key.
  private mutating func entries(
    _ keys: inout YAMLFields, _ key: String, _ what: String
  ) -> [YAMLFields] {
    guard let node = keys.node(key) else { return [] }
    guard let items = node.items, items.allSatisfy({ $0.entries != nil }) else {
      problems.append(keys.wrongType(key, node, wants: "a list of mappings"))
      return []
    }
    return items.map { YAMLFields($0.entries ?? [], place: $0.place, what: what) }
  }
}
