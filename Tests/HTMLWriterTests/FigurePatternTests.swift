import DocumentModel
import HTMLWriter
import Testing

@Suite("Large figures, comparisons, a glance and profiles on the web")
struct FigurePatternTests {
  private func figure(_ form: KeyFigure.Form?, picture: FigurePicture? = nil) -> KeyFigure {
    KeyFigure(
      value: ValueReference(name: "f", text: "9", machine: "9"), qualifier: "at least", unit: "",
      label: [.text("Camps")], detail: [.text("+2 on 2030")], form: form, picture: picture)
  }

  private var picture: FigurePicture {
    let values = [3.0, 9].map {
      Chart.Value(ValueReference(name: "f", text: "\(Int($0))"), number: $0)
    }
    return FigurePicture(
      chart: Chart(
        form: .sparkline, subtitle: "", categories: ["2030", "2031"], isOverTime: true,
        series: [Chart.Series(name: "", values: values)]),
      alternative: "Camps: 2030: 3; 2031: 9", note: [.text("2031 provisional")])
  }

  @Test("A form of its own is a class, and the theme's form has none")
  func forms() throws {
    #expect(try page(of: [.keyFigures([figure(nil)])]).contains("class=\"figures wide\""))
    #expect(
      try page(of: [.keyFigures([figure(.tiles)])]).contains("class=\"figures wide as-tiles\""))
  }

  @Test("On a small screen a comparison scrolls before a number in it is broken")
  func narrow() throws {
    let sheet = page("assets/annals.css", of: try sampleEdition())
    let rules = try matches(#"(\.comparison [^{]*\{[^}]*\})"#, in: sheet)
    #expect(rules.contains { $0.contains("word-break: keep-all") })
    #expect(!rules.contains { $0.contains("overflow-wrap: anywhere") })
    #expect(sheet.contains("(width < 30rem) { .figure-value .value { font-size: 2.3rem; } }"))
  }

  @Test("What is drawn beside a figure is a figure whose picture has a name")
  func drawing() throws {
    let html = try page(of: [.keyFigures([figure(.sparkline, picture: picture)])])
    #expect(html.contains("<figure class=\"figure-drawing\">"))
    #expect(html.contains("role=\"img\" aria-label=\"Camps: 2030: 3; 2031: 9\""))
    #expect(html.contains("<figcaption>2031 provisional</figcaption>"))
    var nameless = picture
    nameless.alternative = " "
    #expect(fault(of: [.keyFigures([figure(.sparkline, picture: nameless)])]) != nil)
  }

  @Test("A glance is its sentence, its figures and its picture")
  func glance() throws {
    let glance = GlanceBlock(figures: [figure(.tiles)], sentence: [.text("It rose.")])
    let html = try page(of: [.glance(glance)])
    #expect(html.contains("<p class=\"glance-sentence\">It rose.</p>"))
    #expect(html.contains("as-tiles"))
  }

  @Test("A profile is a named group; facts are terms with a description for each record")
  func profile() throws {
    let profile = ProfileBlock(
      anchor: "profile-p", name: [.text("Example College")],
      otherNames: [[.language("zh-Hans", [.text("示例学院")])]], line: [.text("College")],
      facts: [
        ProfileBlock.Fact(term: [.text("Agreements")], lines: [[.text("One")], [.text("Two")]])
      ])
    let html = try page(of: [.profile(profile)])
    #expect(html.contains("role=\"group\" aria-label=\"Example College\""))
    #expect(html.contains("lang=\"zh-Hans\""))
    let facts = try matches("(?s)<dl class=\"facts\">(.*?)</dl>", in: html).first ?? ""
    #expect(facts.contains("<dt>Agreements</dt>"))
    #expect(try matches("<dd>(.*?)</dd>", in: facts) == ["One", "Two"])
  }

  @Test("A comparison is a table with heads of columns and rows")
  func comparison() throws {
    let cell = { (text: String) in TableBlock.Cell([.text(text)]) }
    let table = TableBlock(
      anchor: "c", number: "1", caption: [.text("Then and now")],
      columns: [.init(alignment: .leading), .init(alignment: .trailing)],
      head: [.init(cells: [cell("Indicator"), cell("2031")])],
      rows: [.init(cells: [cell("Camps"), cell("9")])], look: .comparison)
    let html = try page(of: [.table(table)])
    #expect(html.contains("class=\"table wide comparison\""))
    #expect(html.contains("scope=\"row\"") && html.contains("scope=\"col\""))
  }
}
