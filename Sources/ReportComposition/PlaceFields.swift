import DocumentModel
import Ledger
import Records

extension Composer {
  /// The places outside the institution's own that the public records name, and which name them.
  private func namedPlaces() -> [(code: String, records: [Record])] {
    let home = book.records(kind: "institution").first
    let own = home.map { Set(codes($0)) } ?? []
    var order: [String] = []
    var naming: [String: [Record]] = [:]
    for record in book.records where resolver.isPublic(record) && record.kind != "institution" {
      for code in codes(record).uniqued() where !own.contains(code) {
        if naming[code] == nil { order.append(code) }
        naming[code, default: []].append(record)
      }
    }
    return order.map { ($0, naming[$0] ?? []) }
  }

  /// The codes of places in a record's public fields.
  func codes(_ record: Record) -> [String] {
    let hidden = terms.kinds[record.kind]?.privateFields ?? []
    return record.fields.sorted { $0.key < $1.key }.filter { !hidden.contains($0.key) }
      .flatMap { codes($0.value.value) }
  }

  private func codes(_ value: Value) -> [String] {
    switch value {
    case .reference(let code): terms.places[code] == nil ? [] : [code]
    case .list(let values): values.flatMap { codes($0) }
    default: []
    }
  }

  /// The most records that are named beside a place; more are counted.
  private static let namesOfPlace = 12

  private func placeName(_ code: String) -> String { terms.places[code]?.names[language] ?? code }

  /// The places with the records that name them.
  mutating func placeList() -> [Block] {
    let entries = namedPlaces().map { place in
      // A stated total names a place only where nothing itemised does.
      let itemised = place.records.filter { $0.kind != "stated_total" }
      let naming = itemised.isEmpty ? Array(place.records.prefix(1)) : itemised
      let haveNames = naming.allSatisfy { $0.fields["name"] != nil || $0.fields["text"] != nil }
      guard naming.count <= Self.namesOfPlace, haveNames else {
        let count = ValueReference(
          name: "places", text: resolver.numbers.digits(Double(naming.count)))
        return NameEntry(
          name: [.text(placeName(place.code))], detail: filled("recordCount", [count]))
      }
      let names = naming.map { name($0) }
      return NameEntry(
        name: [.text(placeName(place.code))], detail: joined(names, wording.clause))
    }
    return entries.isEmpty ? [] : [.nameList(entries)]
  }

  /// Where the institution is; nil where its position is not recorded.
  func homePlace() -> PlaceField.Place? {
    guard let home = book.records(kind: "institution").first,
      case .quantity(let latitude)? = home.fields["latitude"]?.value,
      case .quantity(let longitude)? = home.fields["longitude"]?.value,
      abs(latitude.value) <= 90, abs(longitude.value) <= 180
    else { return nil }
    let city =
      home.fields["city"].map {
        resolver.text($0.value, kind: home.kind, field: "city")
      } ?? outline.institution[language] ?? ""
    return PlaceField.Place(
      name: city, latitude: latitude.value, longitude: longitude.value, weight: 1)
  }

  /// The picture of the cover; nil where the institution's position is not recorded.
  func placeField() -> PlaceField? {
    guard let home = homePlace() else { return nil }
    let places = namedPlaces().compactMap { place -> PlaceField.Place? in
      guard let known = terms.places[place.code] else { return nil }
      return PlaceField.Place(
        name: placeName(place.code), latitude: known.latitude,
        longitude: known.longitude,
        weight: place.records.count)
    }
    return PlaceField(
      centre: home, places: places,
      alternative: wording.sentence("field", home.name, wording.joined(places.map(\.name))))
  }
}
