import Records

/// What is known of a place beside its code and its names.
enum PlaceColumns {
  static let declarations = [
    "kind TEXT NOT NULL", "region TEXT", "subregion TEXT", "latitude REAL NOT NULL",
    "longitude REAL NOT NULL",
  ]

  static func bind(_ place: Vocabulary.PlaceEntry, to statement: SQLiteStatement, from first: Int32)
  {
    statement.bind(place.standing.rawValue, at: first)
    statement.bind(place.region, at: first + 1)
    statement.bind(place.subregion, at: first + 2)
    statement.bind(place.latitude, at: first + 3)
    statement.bind(place.longitude, at: first + 4)
  }

  /// The properties by which figures may be split: `place.region`.
  static let properties = ["region", "subregion", "kind"]

  /// A property of a place.
  static func value(_ property: String, of place: Vocabulary.PlaceEntry) -> String? {
    switch property {
    case "region": place.region
    case "subregion": place.subregion
    default: place.standing.rawValue
    }
  }

  /// What a reader calls a property, by language.
  static func names(of property: String) -> [String: String] {
    switch property {
    case "region": ["en": "region of the world", "zh": "世界区域"]
    case "subregion": ["en": "part of the world", "zh": "世界分区"]
    default: ["en": "country or region", "zh": "国家或地区"]
    }
  }

  /// What a reader calls a property's value, by language.
  static func names(
    of property: String, value: String, _ vocabulary: Vocabulary
  ) -> [String: String] {
    if let region = vocabulary.regions[value] { return region.names }
    switch value {
    case "country": return ["en": "country", "zh": "国家"]
    case "region": return ["en": "region", "zh": "地区"]
    default: return [:]
    }
  }
}

/// Writes the vocabulary's places, their regions and the lists on which they stand.
struct PlaceFilling {
  let connection: SQLiteConnection
  let schema: StoreSchema

  func run() throws(SQLiteProblem) {
    try addPlaces()
    try addRegions()
    let insert = try connection.prepare("INSERT INTO place_lists VALUES (?,?,?,?)")
    for entry in schema.vocabulary.placeLists {
      insert.bind(entry.list, at: 1)
      insert.bind(entry.code, at: 2)
      insert.bind(entry.from, at: 3)
      insert.bind(entry.until, at: 4)
      try insert.run()
    }
  }

  private func addPlaces() throws(SQLiteProblem) {
    let insert = try statement("places", columns: 1 + PlaceColumns.declarations.count)
    for place in schema.vocabulary.places.values.sorted(by: { $0.code < $1.code }) {
      insert.bind(place.code, at: 1)
      bind(place.names, to: insert, from: 2)
      PlaceColumns.bind(place, to: insert, from: Int32(2 + schema.languages.count))
      try insert.run()
    }
  }

  private func addRegions() throws(SQLiteProblem) {
    let insert = try statement("regions", columns: 2)
    for region in schema.vocabulary.regions.values.sorted(by: { $0.code < $1.code }) {
      insert.bind(region.code, at: 1)
      insert.bind(region.above, at: 2)
      bind(region.names, to: insert, from: 3)
      try insert.run()
    }
  }

  private func statement(_ table: String, columns: Int) throws(SQLiteProblem) -> SQLiteStatement {
    let marks = Array(repeating: "?", count: columns + schema.languages.count)
    return try connection.prepare("INSERT INTO \(table) VALUES (\(marks.joined(separator: ",")))")
  }

  private func bind(
    _ names: [String: String], to statement: SQLiteStatement, from first: Int32
  ) {
    for (offset, language) in schema.languages.enumerated() {
      statement.bind(names[language], at: first + Int32(offset))
    }
  }
}
