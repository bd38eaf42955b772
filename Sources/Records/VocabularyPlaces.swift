extension Vocabulary {
  /// A country or region.
  public struct PlaceEntry: Hashable, Sendable {
    /// What a place counts as where a report says "countries and regions".
    public enum Standing: String, Hashable, Sendable {
      /// A member or an observer state of the United Nations.
      case country
      /// Every other entry of ISO 3166-1.
      case region
    }
    /// The ISO 3166-1 alpha-2 code.
    public var code: String
    /// Its name by language.
    public var names: [String: String]
    /// Degrees north, near its middle.
    public var latitude: Double
    /// Degrees east, near its middle.
    public var longitude: Double
    /// Country or region.
    public var standing: Standing
    /// What it is sorted by in each language, compared byte by byte: without diacritics in English,
    /// in pinyin with tones in Chinese.
    public var sortKeys: [String: String]
    /// The region of UN M49, such as `150` for Europe; nil for none.
    public var region: String?
    /// The sub-region of UN M49, such as `154` for Northern Europe; nil for none.
    public var subregion: String?
    /// Other names, for hints only.
    public var aliases: [String]
    /// A country or region.
    public init(
      code: String, names: [String: String], latitude: Double, longitude: Double,
      standing: Standing = .country, sortKeys: [String: String] = [:], region: String? = nil,
      subregion: String? = nil, aliases: [String] = []
    ) {
      self.code = code
      self.names = names
      self.latitude = latitude
      self.longitude = longitude
      self.standing = standing
      self.sortKeys = sortKeys
      self.region = region
      self.subregion = subregion
      self.aliases = aliases
    }
    /// What it is sorted by in a language: its key, else its name, else its code.
    public func sortKey(_ language: String) -> String {
      sortKeys[language] ?? names[language] ?? code
    }
  }

  /// A region or sub-region of UN M49.
  public struct Region: Hashable, Sendable {
    /// The code: `154`.
    public var code: String
    /// The region above it; nil for a whole region.
    public var above: String?
    /// Its name by language.
    public var names: [String: String]
    /// A region.
    public init(code: String, above: String?, names: [String: String]) {
      self.code = code
      self.above = above
      self.names = names
    }
  }

  /// A place's standing on a list such as the European Union's members.
  public struct PlaceMembership: Hashable, Sendable {
    /// The list: `eu`.
    public var list: String
    /// The list's name by language.
    public var names: [String: String]
    /// The place's code.
    public var code: String
    /// Since when, ISO 8601, a year or a day.
    public var from: String
    /// The last day; nil for a place that is still on it.
    public var until: String?
    /// A membership.
    public init(
      list: String, names: [String: String], code: String, from: String, until: String?
    ) {
      self.list = list
      self.names = names
      self.code = code
      self.from = from
      self.until = until
    }
  }

  /// The code of a place that a text names by code, name or another name in use, whatever its case;
  /// for hints, since records name places by code.
  public func placeCode(named text: String) -> String? {
    let wanted = text.lowercased()
    return places.values.filter { place in
      place.code.lowercased() == wanted || place.names.values.contains { $0.lowercased() == wanted }
        || place.aliases.contains { $0.lowercased() == wanted }
    }.map(\.code).min()
  }

  /// The codes of the places that are on a list on a day, in order.
  public func places(onList list: String, at day: String) -> [String] {
    placeLists.filter { entry in
      entry.list == list && entry.from <= day && (entry.until.map { $0 >= day } ?? true)
    }.map(\.code).sorted()
  }
}

/// The tables of places that the package ships.
struct PlaceTables {
  var places: [String: Vocabulary.PlaceEntry] = [:]
  var regions: [String: Vocabulary.Region] = [:]
  var lists: [Vocabulary.PlaceMembership] = []

  init() {}

  /// Reads the shipped tables.
  static func shipped() throws(Diagnostic) -> PlaceTables {
    var tables = PlaceTables()
    try tables.readPlaces(try Vocabulary.shippedBytes("places.tsv"), file: "places.tsv")
    try tables.readRegions(try Vocabulary.shippedBytes("regions.tsv"), file: "regions.tsv")
    try tables.readLists(try Vocabulary.shippedBytes("place-lists.tsv"), file: "place-lists.tsv")
    return tables
  }

  mutating func readPlaces(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    for (line, row) in try Self.rows(bytes, columns: 11, file: file) {
      guard let standing = Vocabulary.PlaceEntry.Standing(rawValue: row[1]),
        let latitude = Double(row[6]), (-90.0...90.0).contains(latitude),
        let longitude = Double(row[7]), (-180.0...180.0).contains(longitude),
        places[row[0]] == nil
      else { throw Self.bad("\(quoted(row[0])) is not a place", file, line) }
      places[row[0]] = Vocabulary.PlaceEntry(
        code: row[0], names: ["en": row[2], "zh": row[4]], latitude: latitude,
        longitude: longitude, standing: standing, sortKeys: ["en": row[3], "zh": row[5]],
        region: row[8].isEmpty ? nil : row[8], subregion: row[9].isEmpty ? nil : row[9],
        aliases: row[10].split(separator: "|").map(String.init))
    }
  }

  mutating func readRegions(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    for (_, row) in try Self.rows(bytes, columns: 4, file: file) {
      regions[row[0]] = Vocabulary.Region(
        code: row[0], above: row[1].isEmpty ? nil : row[1], names: ["en": row[2], "zh": row[3]])
    }
  }

  mutating func readLists(_ bytes: [UInt8], file: String) throws(Diagnostic) {
    for (_, row) in try Self.rows(bytes, columns: 6, file: file) {
      lists.append(
        Vocabulary.PlaceMembership(
          list: row[0], names: ["en": row[1], "zh": row[2]], code: row[3], from: row[4],
          until: row[5].isEmpty ? nil : row[5]))
    }
  }

  /// The rows below the head; a line that begins with # is a comment.
  private static func rows(
    _ bytes: [UInt8], columns: Int, file: String
  ) throws(Diagnostic) -> [(line: Int, cells: [String])] {
    var result: [(Int, [String])] = []
    var isHead = true
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty && line.first != 0x23 {
      guard !isHead else {
        isHead = false
        continue
      }
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      guard cells.count == columns else {
        throw bad("the line has \(cells.count) cells, not \(columns)", file, index + 1)
      }
      result.append((index + 1, cells.map { String(decoding: $0, as: UTF8.self) }))
    }
    return result
  }

  private static func bad(_ message: String, _ file: String, _ line: Int) -> Diagnostic {
    Diagnostic(.error, code: "bad-vocabulary", message, at: Place(file: file, line: line))
  }
}
