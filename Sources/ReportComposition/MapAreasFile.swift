import DocumentModel
import Records

/// A file of areas that a report brings: GeoJSON (RFC 7946) whose head says under what licence it is,
/// whose view of boundaries it draws and, where the law asks for one, its review number.
struct MapAreasFile {
  let areas: MapAreas
  let licence: String
  /// Whose view of boundaries it is, by language.
  let policy: [String: String]
  let review: String?

  /// What is printed beneath the map.
  func notice(_ wording: Wording, _ language: String) -> String {
    let policy = policy[language] ?? policy["en"] ?? policy.values.min() ?? ""
    let base = wording.sentence("mapBoundaries", policy, licence)
    guard let review else { return base }
    return base + (wording.isChinese ? "" : " ") + wording.sentence("mapReview", review)
  }

  /// Reads a file.
  ///
  /// - Throws: `Diagnostic` with the code `map-without-licence`, `map-without-review` or
  ///   `bad-map-data`.
  init(_ text: String, path: String, codes: Set<String>) throws(Diagnostic) {
    let root: YAMLNode?
    do throws(Diagnostic) {
      root = try JSONReader.parse(Array(text.utf8), file: path)
    } catch {
      throw Diagnostic(
        .error, code: "bad-map-data", error.message, at: error.place, hint: error.hint)
    }
    guard let root, let features = root["features"]?.items else {
      throw Self.bad("it is not a collection of features", root?.place ?? Place(file: path))
    }
    licence = try Self.licence(root)
    policy = try Self.policy(root)
    review = try Self.review(root)
    var areas: [MapAreas.Area] = []
    for feature in features {
      if let area = try Self.area(feature, codes) { areas.append(area) }
    }
    guard !areas.isEmpty else { throw Self.bad("it has no area", root.place) }
    self.areas = MapAreas(areas: areas, isWholeWorld: root["extent"]?.text == "world")
  }

  private static func bad(_ message: String, _ place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "bad-map-data", message, at: place,
      hint: "GeoJSON: {licence, policy, review, features: [{properties: {code}, geometry}]}")
  }

  // MARK: The head

  private static func licence(_ root: YAMLNode) throws(Diagnostic) -> String {
    if let licence = root["licence"]?.text, !licence.isEmpty { return licence }
    throw Diagnostic(
      .error, code: "map-without-licence", "the file of areas does not say its licence",
      at: root.place, hint: "add \"licence\" to its head; it is printed beneath the map")
  }

  private static func policy(_ root: YAMLNode) throws(Diagnostic) -> [String: String] {
    let node = root["policy"]
    let texts = node?.text.map { ["en": $0, "zh": $0] } ?? node?.localized ?? [:]
    let names = texts.filter { $0.key != "code" && !$0.value.isEmpty }
    if !names.isEmpty { return names }
    throw Diagnostic(
      .error, code: "map-without-licence",
      "the file of areas does not say whose view of boundaries it draws", at: root.place,
      hint: "add \"policy\" to its head: {\"code\": \"CN\", \"en\": \"...\", \"zh\": \"...\"}")
  }

  /// Maps that follow China's rules carry the number of their review (Map Management Regulations of
  /// the People's Republic of China, 2015, article 22).
  private static func review(_ root: YAMLNode) throws(Diagnostic) -> String? {
    let review = root["review"]?.text ?? ""
    if !review.isEmpty { return review }
    let code = root["policy"]?["code"]?.text ?? ""
    guard code.uppercased() == "CN" || root["review_required"]?.text == "true" else { return nil }
    throw Diagnostic(
      .error, code: "map-without-review", "the file of areas needs a review number and has none",
      at: root.place, hint: "add \"review\" to its head as the authority gave it")
  }

  // MARK: The areas

  private static func area(
    _ feature: YAMLNode, _ codes: Set<String>
  ) throws(Diagnostic) -> MapAreas.Area? {
    guard let geometry = feature["geometry"], let kind = geometry["type"]?.text,
      let coordinates = geometry["coordinates"]?.items
    else { throw bad("a feature has no geometry", feature.place) }
    let code = feature["properties"]?["code"]?.text ?? ""
    guard code.isEmpty || codes.contains(code) else {
      throw bad("\"\(code)\" is not the code of a country or region", feature.place)
    }
    let polygons: [[YAMLNode]]
    switch kind {
    case "Polygon": polygons = [coordinates]
    case "MultiPolygon": polygons = coordinates.compactMap(\.items)
    default: throw bad("a geometry is neither Polygon nor MultiPolygon", geometry.place)
    }
    var rings: [[MapAreas.Degrees]] = []
    for polygon in polygons {
      for ring in polygon {
        if let ring = try self.ring(ring) { rings.append(ring) }
      }
    }
    return rings.isEmpty ? nil : MapAreas.Area(code: code, rings: rings)
  }

  private static func ring(_ node: YAMLNode) throws(Diagnostic) -> [MapAreas.Degrees]? {
    var ring: [MapAreas.Degrees] = []
    for point in node.items ?? [] {
      guard let pair = point.items, pair.count >= 2, let east = pair[0].text.flatMap(Double.init),
        let north = pair[1].text.flatMap(Double.init), abs(east) <= 360, abs(north) <= 90
      else { throw bad("a point is not a pair of degrees", point.place) }
      ring.append(MapAreas.Degrees(east: east, north: north))
    }
    if ring.count > 1, ring.first == ring.last { ring.removeLast() }
    return ring.count > 2 ? ring : nil
  }
}

extension Composer {
  /// The areas of a file, or nil after reporting why not.
  mutating func areas(_ path: String, _ place: Place) -> MapAreasFile? {
    guard let text = files.areas[path] else {
      report(
        "missing-map-data", "the file of areas \"\(path)\" is missing or cannot be read", place,
        hint: "put it into the report's folder as GeoJSON")
      return nil
    }
    do throws(Diagnostic) {
      return try MapAreasFile(text, path: path, codes: Set(terms.places.keys))
    } catch {
      problems.append(error)
      return nil
    }
  }
}
