import DisplayList
import DocumentModel
import Geometry
import Testing
import Themes

@testable import PageLayout

@Suite("Charts on pages")
struct ChartSettingTests {
  private func layOut(_ chart: Chart, language: String = "en") throws -> DisplayList {
    let picture = Illustration(
      anchor: "c", number: "1", content: .chart(chart), alternative: "What it shows",
      caption: [.text("Heads doubled")])
    return try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", [.illustration(picture)])], language: language)
    ).list
  }

  @Test("A chart of each form makes sound pages, with its words in the figure")
  func forms() throws {
    for form in Chart.Form.allCases {
      var chart = Fixture.chart([3, 1, 2], form: form)
      chart.isPatterned = true
      chart.series[0].values[1].isProvisional = true
      let list = try layOut(chart)
      #expect(list.problems() == [], "\(form)")
      let page = list.pages.count - 1
      #expect(list.text(.figure, page: page).contains("3"), "\(form)")
      #expect(list.text(.caption, page: page).contains("Heads doubled"))
      #expect(list.text(.paragraph, page: page).contains("Source: made up."))
    }
  }

  @Test("The title stands above the drawing and the source beneath")
  func order() throws {
    let list = try layOut(Fixture.chart([3, 1, 2]))
    let page = list.pages.count - 1
    let title = try #require(list.baselines(.caption, page: page).first)
    let drawing = list.baselines(.figure, page: page)
    let source = try #require(list.baselines(.paragraph, page: page).last)
    #expect(title < (drawing.first ?? 0) && source > (drawing.last ?? .infinity))
  }

  @Test("Bars have the theme's colours: the accent, greys, and lines across what is provisional")
  func colours() throws {
    var chart = Fixture.chart([3, 1, 2])
    chart.marked = 0
    chart.series[0].values[2].isProvisional = true
    let list = try layOut(chart)
    let theme = Theme()
    var fills: Set<Colour> = []
    var lines: [Int] = []
    for item in list.pages.flatMap({ $0.runs.flatMap(\.items) }) {
      if case .fill(_, let colour) = item { fills.insert(colour) }
      if case .stroke(let path, _) = item { lines.append(path.segments.count) }
    }
    #expect(fills.contains(theme.accent))
    #expect(fills.subtracting([theme.accent]).count >= 2)
    #expect((lines.max() ?? 0) > 20)
  }

  @Test("Words on a colour are dark on light ones and light on dark ones")
  func readable() {
    #expect(Colour(0x202020).contrast(with: .white) > 12)
    #expect(abs(Colour.black.contrast(with: .white) - 21) < 0.01)
    #expect(Colour(0x777777).contrast(with: Colour(0x777777)) == 1)
  }
}
