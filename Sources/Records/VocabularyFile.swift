import Foundation

extension Vocabulary {
  /// A vocabulary that the package ships, with the shipped places.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-vocabulary`, or those of `parse`.
  public static func shipped(named name: String) throws(Diagnostic) -> Vocabulary {
    var vocabulary = try parse(try shippedBytes("\(name).yaml"), file: "\(name).yaml")
    let places = try YAMLReader.parse(try shippedBytes("places.yaml"), file: "places.yaml")
    vocabulary.places = try Self.places(places, file: "places.yaml")
    return vocabulary
  }

  /// The bytes of a file that ships beside the vocabularies: `cooperation-indicators.yaml`.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-vocabulary`.
  public static func shippedBytes(_ file: String) throws(Diagnostic) -> [UInt8] {
    let folder = Bundle.module.resourceURL?.appendingPathComponent("Vocabularies")
    let plain = file.allSatisfy { $0.isLetter || $0.isNumber || "-.".contains($0) }
    guard plain, let url = folder?.appendingPathComponent(file),
      let data = FileManager.default.contents(atPath: url.path)
    else {
      throw Diagnostic(
        .error, code: "unknown-vocabulary", "no vocabulary file \(quoted(file)) is shipped")
    }
    return [UInt8](data)
  }

  /// Reads a vocabulary from YAML.
  ///
  /// - Throws: `Diagnostic` with the code `bad-vocabulary`, or those of `YAMLReader.parse`.
  public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> Vocabulary {
    let root = try YAMLReader.parse(bytes, file: file)
    guard let root, let kinds = root["kinds"]?.entries else {
      throw bad("a vocabulary needs kinds", at: root?.place ?? Place(file: file))
    }
    let common = try fields(root["common"])
    var result: [Kind] = []
    for entry in kinds {
      let own = try fields(entry.value["fields"])
      let inherited = common.filter { field in !own.contains { $0.name == field.name } }
      result.append(
        Kind(
          name: entry.key, plural: entry.value["plural"]?.text ?? entry.key,
          names: entry.value["names"]?.localized ?? [:],
          publicIf: entry.value["public_if"]?.text, fields: own + inherited))
    }
    return Vocabulary(name: root["vocabulary"]?.text ?? file, kinds: result)
  }

  private static func fields(_ node: YAMLNode?) throws(Diagnostic) -> [FieldType] {
    var result: [FieldType] = []
    for entry in node?.entries ?? [] { result.append(try field(entry)) }
    return result
  }

  private static let attributes = [
    "type", "names", "list", "required", "private", "signed", "past", "not_before", "choices", "to",
  ]

  private static func field(_ entry: YAMLNode.Entry) throws(Diagnostic) -> FieldType {
    let node = entry.value
    for key in node.entries ?? [] where !attributes.contains(key.key) {
      throw bad("unknown attribute \(quoted(key.key))", at: key.place)
    }
    guard isName(entry.key) else {
      throw bad("\(quoted(entry.key)) is not a name", at: entry.place)
    }
    guard let base = FieldType.Base(rawValue: node["type"]?.text ?? "") else {
      throw bad("field \(quoted(entry.key)) needs a type", at: entry.place)
    }
    let choices = node["choices"].map { list in
      (list.entries ?? []).map { Choice(word: $0.key, names: $0.value.localized) }
        + (list.items ?? []).compactMap { $0.text.map { Choice(word: $0, names: [:]) } }
    }
    func flag(_ name: String) -> Bool { node[name]?.text == "true" }
    return FieldType(
      name: entry.key, base: base, names: node["names"]?.localized ?? [:], isList: flag("list"),
      isRequired: flag("required"), isPrivate: flag("private"), isSigned: flag("signed"),
      isPast: flag("past"), notBefore: node["not_before"]?.text, choices: choices ?? [],
      targets: node["to"]?.items?.compactMap(\.text) ?? [])
  }

  private static func places(
    _ root: YAMLNode?, file: String
  ) throws(Diagnostic) -> [String: PlaceEntry] {
    var result: [String: PlaceEntry] = [:]
    for entry in root?["places"]?.entries ?? [] {
      let node = entry.value
      guard let latitude = node["latitude"]?.text.flatMap(Double.init),
        let longitude = node["longitude"]?.text.flatMap(Double.init),
        (-90.0...90.0).contains(latitude), (-180.0...180.0).contains(longitude)
      else { throw bad("\(quoted(entry.key)) needs latitude and longitude", at: entry.place) }
      let names = node.localized.filter { $0.key != "latitude" && $0.key != "longitude" }
      result[entry.key] = PlaceEntry(
        code: entry.key, names: names, latitude: latitude, longitude: longitude)
    }
    return result
  }

  /// Names become names of views and columns, so they are plain words.
  private static func isName(_ text: String) -> Bool {
    text.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x5F } && !text.isEmpty
  }

  private static func bad(_ message: String, at place: Place) -> Diagnostic {
    Diagnostic(.error, code: "bad-vocabulary", message, at: place)
  }
}
