public import DocumentModel
import Records

/// A map as the outline declares it.
public struct OutlineMap: Hashable, Sendable {
  /// A part of the world that is shown larger: a known one by its name, or one by its edges.
  public struct Part: Hashable, Sendable {
    /// The name by language.
    public var names: [String: String]
    /// The part, without its name.
    public var inset: WorldMap.Inset
  }
  /// The indicator; nil where records are counted.
  public var figure: String?
  /// The field that splits it by place.
  public var field: String
  /// The records that are counted by the places that they name.
  public var query: RecordQuery
  /// The form.
  public var form: WorldMap.Form
  /// The meridian in the middle, in degrees east.
  public var centre: Double
  /// Parts shown larger.
  public var parts: [Part]
  /// How wide it is.
  public var width: WorldMap.Width
  /// How flows run.
  public var line: WorldMap.Line
  /// The finding by language, inline Markdown; empty for a sentence made from the data.
  public var title: [String: String]
  /// What is measured, by language; empty for the figure's name and unit.
  public var subtitle: [String: String]
  /// Small print by language, inline Markdown; may be empty.
  public var note: [String: String]
  /// How many places at most are named on the map.
  public var labels: Int
  /// A file of areas with its licence and policy, relative to the report's folder; nil for none.
  public var data: String?
  /// Whether the list of places is printed as a table.
  public var isListed: Bool
  /// Whether Antarctica is shown.
  public var hasAntarctica: Bool
  /// Whether the globe has an outline.
  public var hasOutline: Bool
  /// The anchor.
  public var anchor: String
}

extension ReportOutline {
  /// Every file of areas that the outline's maps name, in order, without repeats.
  public var areaPaths: [String] {
    allSections.flatMap(\.blocks).compactMap {
      if case .map(let map) = $0.content { map.data } else { nil }
    }.uniqued()
  }
}

extension OutlineParser {
  mutating func map(_ keys: inout YAMLFields) -> OutlineMap {
    let figure = keys.string("figure", &problems)
    let query = RecordQuery(
      kinds: keys.strings("of", &problems) ?? [], conditions: keys.mapping("where", &problems))
    if (figure == nil) == query.kinds.isEmpty {
      problems.append(
        Diagnostic(
          .error, code: "bad-map", "a map shows either a figure or kinds of record", at: keys.place,
          hint: "write figure: partners.active, or of: [partner]"))
    }
    let name = figure ?? query.kinds.joined(separator: "-")
    let form = choice(&keys, "form", figure == nil ? WorldMap.Form.dots : .bubbles)
    let map = OutlineMap(
      figure: figure, field: keys.string("by", &problems) ?? "place", query: query, form: form,
      centre: degrees(&keys, "centre", 180) ?? 11, parts: parts(&keys),
      width: choice(&keys, "width", .text), line: choice(&keys, "line", .great),
      title: keys.localized("title", languages: languages, &problems) ?? [:],
      subtitle: keys.localized("subtitle", languages: languages, &problems) ?? [:],
      note: keys.localized("note", languages: languages, &problems) ?? [:],
      labels: labels(&keys), data: keys.string("data", &problems), isListed: flag(&keys, "table"),
      hasAntarctica: flag(&keys, "antarctica"), hasOutline: flag(&keys, "outline"),
      anchor: keys.string("anchor", &problems) ?? "map-\(name)")
    if form == .choropleth, map.data == nil {
      problems.append(
        Diagnostic(
          .error, code: "map-without-data", "a choropleth needs areas, and the map names no file",
          at: keys.place,
          hint: "name a GeoJSON file with its licence and policy as data:, or write form: bubbles"))
    }
    return map
  }

  private mutating func labels(_ keys: inout YAMLFields) -> Int {
    guard let text = keys.string("labels", &problems) else { return 16 }
    if let number = Int(text), (0...300).contains(number) { return number }
    problems.append(
      Diagnostic(
        .error, code: "bad-number", "\"labels\" is not a number from 0 to 300", at: keys.place))
    return 16
  }

  private mutating func degrees(
    _ keys: inout YAMLFields, _ key: String, _ most: Double
  ) -> Double? {
    guard let text = keys.string(key, &problems) else { return nil }
    if let number = Double(text), abs(number) <= most { return number }
    problems.append(
      Diagnostic(
        .error, code: "bad-number", "\"\(key)\" is not a number of degrees: \"\(text)\"",
        at: keys.place, hint: "from \(-Int(most)) to \(Int(most)), east and north positive"))
    return nil
  }

  // MARK: Parts

  private mutating func parts(_ keys: inout YAMLFields) -> [OutlineMap.Part] {
    guard let node = keys.node("inset") else { return [] }
    let nodes = node.items ?? [node]
    return nodes.compactMap { part($0) }
  }

  private mutating func part(_ node: YAMLNode) -> OutlineMap.Part? {
    if let name = node.text { return known(name, at: node.place) }
    guard let entries = node.entries else {
      problems.append(
        Diagnostic(
          .error, code: "wrong-type", "an inset is a name or a mapping of keys", at: node.place))
      return nil
    }
    var keys = YAMLFields(entries, place: node.place, what: "the inset")
    defer { problems += keys.unknownKeys() }
    let position = choice(&keys, "position", WorldMap.Inset.Position.below)
    let names = keys.localized("name", languages: languages, &problems)
    if let text = keys.string("part", &problems) {
      guard var part = known(text, at: node.place) else { return nil }
      part.inset.position = position
      part.names = names ?? part.names
      return part
    }
    guard let west = degrees(&keys, "west", 180), let south = degrees(&keys, "south", 90),
      let east = degrees(&keys, "east", 360), let north = degrees(&keys, "north", 90),
      west < east, east - west <= 180, south < north
    else {
      problems.append(
        Diagnostic(
          .error, code: "bad-map", "an inset needs its west, south, east and north edges",
          at: node.place, hint: "write {west: -12, south: 34, east: 40, north: 68}"))
      return nil
    }
    return OutlineMap.Part(
      names: names ?? [:],
      inset: WorldMap.Inset(
        name: "", west: west, south: south, east: east, north: north, position: position))
  }

  private mutating func known(_ name: String, at place: Place) -> OutlineMap.Part? {
    let key = name.lowercased().replacing(" ", with: "-")
    if let part = Self.knownParts[key] { return part }
    refuse(name, "inset", at: place, among: Self.knownParts.keys.sorted())
    return nil
  }

  /// Parts of the world that are often shown larger. Their edges are those of a picture and draw no
  /// line between what belongs to a region and what does not.
  private static let knownParts: [String: OutlineMap.Part] = [
    "europe": part("Europe", "欧洲", -12, 34, 40, 67),
    "east-asia": part("East Asia", "东亚", 96, 18, 148, 48),
    "south-east-asia": part("South-East Asia", "东南亚", 90, -12, 144, 25),
    "west-asia": part("West Asia", "西亚", 30, 12, 64, 43),
    "africa": part("Africa", "非洲", -22, -36, 55, 38),
    "caribbean": part("Caribbean", "加勒比", -90, 7, -58, 28),
    "central-america": part("Central America", "中美洲", -95, 6, -76, 20),
    "pacific": part("Pacific Islands", "太平洋岛屿", 130, -26, 200, 18),
  ]

  private static func part(
    _ en: String, _ zh: String, _ west: Double, _ south: Double, _ east: Double, _ north: Double
  ) -> OutlineMap.Part {
    OutlineMap.Part(
      names: ["en": en, "zh": zh],
      inset: WorldMap.Inset(name: "", west: west, south: south, east: east, north: north))
  }
}
