import DisplayList
import DocumentModel
import Fonts
import Geometry
import Testing
import Themes
import Typesetting

@testable import PageLayout

@Suite("Every chart and map with too little and too much")
struct DrawingDollTests {
  /// Categories and series with names that are too long, or one of each.
  private func chart(_ form: Chart.Form, _ doll: PaperDoll) -> Chart {
    let isOverTime = [.column, .line, .area, .slope, .sparkline, .timeline].contains(form)
    let categories = (0..<(doll.isMuch ? 12 : 1)).map { index in
      isOverTime && form != .timeline ? "\(2020 + index)" : doll.name
    }
    let isSingle = [.bar, .column, .lollipop, .waffle, .treemap, .icons, .timeline].contains(form)
    let count = isSingle || !doll.isMuch ? 1 : form == .diverging ? 2 : 4
    let series = (0..<count).map { series in
      Chart.Series(
        name: doll.name,
        values: categories.indices.map { index in
          let number = form == .timeline ? 1990 + index * 3 : 5 + (index * 37 + series * 11) % 90
          return Chart.Value(doll.value("\(number)"), number: Double(number))
        })
    }
    return Chart(
      form: form, subtitle: doll.name, source: [.text(doll.sentence)], categories: categories,
      isOverTime: isOverTime, series: series,
      breaks: form == .column && doll.isMuch ? [.init(before: 4, text: doll.name)] : [],
      annotations: form == .line && doll.isMuch ? [.init(category: 11, text: doll.name)] : [],
      marked: 0, hub: form == .sankey ? doll.name : "", language: doll.language)
  }

  private func map(_ form: WorldMap.Form, _ doll: PaperDoll) -> WorldMap {
    let codes = ["DE", "FR", "GB", "NL", "CZ", "TH", "KH", "AU", "US", "BR", "ZA", "SG"]
    let places = codes.prefix(doll.isMuch ? 12 : 1).enumerated().map { index, code in
      WorldMap.Place(
        code: code, name: doll.name, latitude: Double(index * 37 % 110) - 45,
        longitude: Double(index * 71 % 340) - 170, value: doll.value("1,234"),
        number: Double(index + 1))
    }
    var map = WorldMap(
      form: form, subtitle: doll.name, source: [.text(doll.sentence)], places: places,
      home: WorldMap.Place(code: "CN", name: doll.name, latitude: 22, longitude: 114),
      steps: [.init(number: 2, text: "2"), .init(number: 8, text: doll.name)])
    let ring = [(5.0, 45.0), (15.0, 45.0), (15.0, 55.0), (5.0, 55.0)].map {
      MapAreas.Degrees(east: $0.0, north: $0.1)
    }
    map.areas = MapAreas(areas: [.init(code: "DE", rings: [ring])], isWholeWorld: false)
    map.isListed = true
    return map
  }

  private func blocks(_ doll: PaperDoll) -> [Block] {
    func block(_ anchor: String, _ content: Illustration.Content) -> Block {
      .illustration(
        Illustration(
          anchor: anchor, number: "1", content: content, alternative: "Made up",
          caption: [.text(doll.name)]))
    }
    return Chart.Form.allCases.map { block("chart-\($0)", .chart(chart($0, doll))) }
      + WorldMap.Form.allCases.map { block("map-\($0)", .map(map($0, doll))) }
  }

  @Test(
    "No label leaves the drawing's page and none lies over another",
    arguments: Design.names, ["a4", "a5"])
  func drawings(name: String, page: String) throws {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    let theme = try Theme.named(name, overrides: ["page": page])
    for language in ["en", "zh-Hans"] {
      let frames = theme.squared(for: language)
      for amount in [PaperDoll.Amount.little, .much] {
        let doll = PaperDoll(language: language, amount: amount)
        let document = Fixture.document([Fixture.chapter("a", blocks(doll))], language: language)
        let laidOut = try PageLayout.layOut(document, theme: theme, typesetter: typesetter)
        let list = laidOut.list
        // What is higher than a page says so, and runs over what stands there.
        let high = laidOut.warnings.filter { $0.message.contains("higher than its page") }
        let pages = Set(
          laidOut.pages.filter { anchor, _ in high.contains { $0.message.contains("\"\(anchor)\"") }
          }
          .values)
        let faults =
          list.problems()
          + list.pages.indices.dropFirst().filter { !pages.contains($0) }.flatMap {
            list.faults(on: $0, theme: frames)
          }
        #expect(faults == [], "\(language), \(amount)")
      }
    }
  }
}
