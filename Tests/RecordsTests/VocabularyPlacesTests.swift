import Testing

@testable import Records

@Suite struct VocabularyPlacesTests {
  let vocabulary: Vocabulary

  init() throws {
    let tables = try PlaceTables.shipped()
    vocabulary = Vocabulary(
      name: "places", kinds: [], places: tables.places, regions: tables.regions,
      placeLists: tables.lists)
  }

  @Test func `All 249 entries of ISO 3166-1 and Kosovo are there, 195 of them countries`() {
    #expect(vocabulary.places.count == 250)
    #expect(vocabulary.places.values.filter { $0.standing == .country }.count == 195)
    #expect(vocabulary.places["BG"]?.names == ["en": "Bulgaria", "zh": "保加利亚"])
    #expect(vocabulary.places["NO"]?.names["en"] == "Norway")
    #expect(vocabulary.places["HK"]?.standing == .region)
  }

  @Test func `Every place has names, a position, and sort keys of plain letters`() {
    for place in vocabulary.places.values {
      #expect(place.names.keys.sorted() == ["en", "zh"] && place.sortKeys.count == 2)
      let english = place.sortKey("en").utf8
      #expect(english.allSatisfy { $0 == 0x20 || (0x61...0x7A).contains($0) }, "\(place.code)")
      let chinese = place.sortKey("zh").split(separator: " ")
      #expect(chinese.allSatisfy { "1234".contains($0.last ?? " ") }, "\(place.code)")
      let characters = place.names["zh"]?.unicodeScalars.filter { $0.properties.isIdeographic }
      #expect(characters?.count == chinese.count, "\(place.code)")
    }
  }

  @Test func `Sort keys give the alphabet's order in English and pinyin's in Chinese`() {
    func sorted(_ codes: [String], _ language: String) -> [String] {
      codes.sorted { a, b in
        vocabulary.places[a]?.sortKey(language) ?? "" < vocabulary.places[b]?.sortKey(language)
          ?? ""
      }
    }
    #expect(sorted(["ZW", "AX", "AL", "TR", "TM"], "en") == ["AX", "AL", "TR", "TM", "ZW"])
    // 阿尔巴尼亚 a1, 埃及 ai1, 秘鲁 bi4, 朝鲜 chao2, 丹麦 dan1, 中国 zhong1
    let codes = ["CN", "DK", "KP", "PE", "EG", "AL"]
    #expect(sorted(codes, "zh") == ["AL", "EG", "PE", "KP", "DK", "CN"])
  }

  @Test func `Every place but Antarctica stands in a region and a sub-region below it`() {
    for place in vocabulary.places.values where place.code != "AQ" {
      let sub = place.subregion.flatMap { vocabulary.regions[$0] }
      #expect(sub != nil && sub?.above == place.region, "\(place.code)")
    }
    #expect(vocabulary.places["AQ"]?.region == nil)
    #expect(vocabulary.places["DK"]?.subregion == "154")
    #expect(vocabulary.regions["154"]?.names["zh"] == "北欧")
  }

  @Test func `Lists know who was on them on a day`() {
    #expect(vocabulary.places(onList: "asean", at: "2019-12-31").count == 10)
    #expect(vocabulary.places(onList: "eu", at: "2019-12-31").count == 28)
    #expect(vocabulary.places(onList: "eu", at: "2020-02-01").count == 27)
    #expect(vocabulary.places(onList: "eu", at: "1957-12-31") == [])
    #expect(vocabulary.places(onList: "oecd", at: "2019-12-31").count == 36)
    #expect(vocabulary.placeLists.allSatisfy { vocabulary.places[$0.code] != nil })
  }

  @Test func `A place is found by code, name and other names in use`() {
    let names = ["dk", "Danmark", "丹麦", "USA", "South Korea", "Czech Republic", "香港", "nowhere"]
    #expect(
      names.map(vocabulary.placeCode(named:)) == [
        "DK", nil, "DK", "US", "KR", "CZ", "HK", nil,
      ])
  }

  @Test func `No two places share a name or an alias`() {
    var owners: [String: String] = [:]
    for place in vocabulary.places.values.sorted(by: { $0.code < $1.code }) {
      for name in Set(Array(place.names.values) + place.aliases) {
        #expect(owners.updateValue(place.code, forKey: name.lowercased()) == nil, "\(name)")
      }
    }
  }

  @Test func `A report may rename places and add its own`() throws {
    let file = """
      places:
        HK: {names: {zh: 中国香港特别行政区}, sort: {zh: zhong1 guo2 xiang1 gang3 te4}}
        ZZ: {names: {en: Elsewhere, zh: 别处}, latitude: 1, longitude: 2, kind: region}
        QQ: {names: {en: Nowhere}}
        DK: {capital: Copenhagen}
      """
    let (vocabulary, _, problems) = Vocabulary.load(
      try yaml("{base: cooperation, extend: places.yaml}")
    ) { (_) throws(Diagnostic) in Array(file.utf8) }
    #expect(vocabulary?.places["HK"]?.names == ["en": "Hong Kong, China", "zh": "中国香港特别行政区"])
    #expect(vocabulary?.places["ZZ"]?.latitude == 1)
    #expect(vocabulary?.places["ZZ"]?.standing == .region)
    #expect(problems.map { $0.place?.line } == [4, 5])
    #expect(problems.first?.message.contains("latitude and longitude") == true)
  }

  @Test func `A broken table of places says where`() {
    for (line, text) in [(2, "AD\tcountry\n"), (2, "AD\tplanet\t\t\t\t\t1\t2\t\t\t\n")] {
      var tables = PlaceTables()
      let problem = #expect(throws: Diagnostic.self) {
        try tables.readPlaces(Array(("code\n" + text).utf8), file: "places.tsv")
      }
      #expect(problem?.place == Place(file: "places.tsv", line: line))
    }
  }
}
