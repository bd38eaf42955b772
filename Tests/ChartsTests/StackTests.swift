import Charts
import DocumentModel
import Testing

@Suite("Stacks")
struct StackTests {
  private func chart(isOverTime: Bool, names: [String]) -> Chart {
    Chart(
      form: .stacked, subtitle: "", categories: names, isOverTime: isOverTime,
      series: [
        Samples.series("Students", [141, 99, 96]), Samples.series("Teachers", [1, 4, 2]),
      ])
  }

  private func texts(_ chart: Chart, width: Double) -> [String] {
    Drawing(chart, width: width, measure: Samples.measure()).labels.map(\.text)
  }

  @Test("Values of thin segments stand beside their columns")
  func columns() {
    let texts = texts(chart(isOverTime: true, names: ["2029", "2030", "2031"]), width: 330)
    for value in ["141", "99", "96", "1", "4", "2"] { #expect(texts.contains(value)) }
  }

  @Test(
    "Columns that give way to values beside them keep the room for those within",
    arguments: [
      200.0, 230, 260, 290, 320, 360, 420,
    ])
  func within(width: Double) {
    let chart = Chart(
      form: .stacked, subtitle: "", categories: ["2029", "2030", "2031"], isOverTime: true,
      series: [
        Samples.series("Students", [730_000, 1_176_000, 1_316_000]),
        Samples.series("Teachers and staff", [95, 116, 163]),
      ])
    let texts = texts(chart, width: width).joined(separator: " ")
    for value in ["730000", "1176000", "1316000", "95", "116", "163"] {
      #expect(texts.contains(value), "\(value) in \(texts)")
    }
  }

  @Test("Values of thin segments stand beneath their bars")
  func rows() {
    let texts = texts(
      chart(isOverTime: false, names: ["Northland", "Southland", "Westland"]), width: 330)
    for value in ["141", "99", "96", "1", "4", "2"] { #expect(texts.contains(value)) }
  }

  @Test("Where columns stand too near each other, a line beneath the chart has the values")
  func list() {
    let years = (2020...2031).map { "\($0)" }
    let chart = Chart(
      form: .stacked, subtitle: "", categories: years, isOverTime: true,
      series: [
        Samples.series("Students", years.indices.map { _ in 141_000 }),
        Samples.series("Teachers", years.indices.map { $0 < 3 ? 1000 + Double($0) : 0 }),
      ])
    // The values of the students have no room at all, and are read in the table.
    let narrow = Drawing(chart, width: 190, measure: Samples.measure())
    #expect(!narrow.spots.isEmpty)
    var few = chart
    few.series[0].values = few.series[0].values.map { value in
      var value = value
      value.number = 0
      return value
    }
    let texts = texts(few, width: 190).joined(separator: " ")
    #expect(texts.contains("Teachers, 2020: 1000, 2021: 1001, 2022: 1002"))
  }
}
