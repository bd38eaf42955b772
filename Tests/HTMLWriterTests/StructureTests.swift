import DocumentModel
import Foundation
import HTMLWriter
import Testing

@Suite("Structure of a page")
struct StructureTests {
  @Test("Heading levels begin at one and never skip", arguments: ["index", "en/index", "zh/index"])
  func headings(name: String) throws {
    let html = page(name + ".html", of: try sampleEdition())
    let levels = try matches("<h([1-6])[ >]", in: html).compactMap(Int.init)
    #expect(levels.first == 1)
    #expect(levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 - $0 <= 1 })
  }

  @Test("Sections deeper than HTML's headings stay at the sixth level")
  func depth() throws {
    var section = Section(anchor: "s9", number: nil, title: [.text("9")])
    for level in (1...8).reversed() {
      section = Section(
        anchor: "s\(level)", number: nil, title: [.text("\(level)")], subsections: [section])
    }
    var document = Sample.english
    document.sections = [section]
    let html = page("en/index.html", of: try webEdition(of: [document], settings: .init()))
    #expect(
      try matches("<h([1-6])[ >]", in: html) == ["1", "2", "3", "4", "5", "6", "6", "6", "6", "6"])
  }

  @Test("A paragraph from right to left says so, and Latin words in Chinese keep their italic")
  func directionAndEmphasis() throws {
    let blocks: [Block] = [
      .quotation([.paragraph([.language("he", [.text("שלום.")])])]),
      .paragraph([.emphasis([.text("office")]), .emphasis([.text("合作")])]),
      .paragraph([.text("A share of 3/4 in 2030/31, and 1/2.")]),
      .paragraph([.emphasis([.text("新的Open Day 2031，旧的é")])]),
    ]
    var (english, chinese) = (Sample.english, Sample.chinese)
    english.sections = [Section(anchor: "s", number: nil, title: [.text("S")], blocks: blocks)]
    chinese.sections = english.sections
    let edition = try webEdition(of: [english, chinese], settings: .init())
    let html = page("en/index.html", of: edition)
    #expect(html.contains("<p dir=\"rtl\"><span lang=\"he\" dir=\"rtl\">שלום.</span></p>"))
    #expect(html.contains("<p><em>office</em><em>合作</em></p>"))
    #expect(
      page("zh/index.html", of: edition)
        .contains("<em class=\"latin\">office</em><em>合作</em>"))
    #expect(
      html.contains(
        "<p>A share of <span class=\"fraction\">3/4</span> in 2030/31, and <span class=\"fraction\">1/2</span>.</p>"
      ))
    #expect(
      page("zh/index.html", of: edition).contains(
        "<p><em>新的<span class=\"latin\">Open Day</span> 2031，旧的<span class=\"latin\">é</span></em></p>"
      ))
  }

  @Test("Every image has its alternative and its size")
  func images() throws {
    let html = page("en/index.html", of: try sampleEdition())
    let images = try matches("(<img [^>]*>)", in: html)
    #expect(
      images == [
        "<img src=\"../assets/img/annals-sample-hills-1.png\" width=\"960\" height=\"480\" "
          + "alt=\"Hills in bands of grey, a drawing.\" loading=\"lazy\" decoding=\"async\">"
      ])
  }

  @Test("An illustration without alternative text is an error")
  func alternative() {
    let image = ImageSource(path: "a.png", format: .png, width: 1, height: 1)
    let picture = Illustration(
      anchor: "i", number: nil, content: .image(image), alternative: " \n", caption: [])
    #expect(
      fault(of: [.illustration(picture)]) == .missingAlternative(illustration: "i", language: "en"))
  }

  @Test("A chart that cannot be drawn is an error", arguments: [-1, .nan, .infinity])
  func bar(value: Double) {
    let number = Chart.Value(ValueReference(name: "", text: "t"), number: value)
    let chart = Chart(
      form: .bar, subtitle: "s", categories: ["b"],
      series: [Chart.Series(name: "", values: [number])])
    let picture = Illustration(
      anchor: "i", number: nil, content: .chart(chart), alternative: "a", caption: [])
    #expect(
      fault(of: [.illustration(picture)])
        == .refusedChart(
          value < 0
            ? "the value of \"b\" is negative, and a bar chart starts at zero"
            : "the value of \"b\" is not a number", illustration: "i", language: "en"))
  }

  @Test("A row that does not fill its columns is an error", arguments: [0, 1, 3, Int.max, -2])
  func row(span: Int) {
    let table = TableBlock(
      anchor: "t", number: nil, caption: [],
      columns: [.init(alignment: .leading), .init(alignment: .leading)], head: [],
      rows: [.init(cells: [.init([], span: span)])])
    #expect(fault(of: [.table(table)]) == .unevenRow(1, table: "t", language: "en"))
  }

  @Test("Head cells have their scope, groups a body of their own")
  func table() throws {
    let html = page("en/index.html", of: try sampleEdition())
    #expect(html.contains("<th scope=\"col\">Partner</th>"))
    #expect(html.contains("<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">Asia"))
    #expect(html.contains("<th scope=\"row\">Seaward Institute</th>"))
    #expect(html.contains("<th scope=\"row\" colspan=\"2\">Total</th>"))
  }

  @Test("Events without a known month come last, in a list of their own")
  func timeline() throws {
    let events = [1, 13, Int.min].map { (month: Int) in
      TimelineBlock.Event(
        month: month, date: ValueReference(name: "d", text: "\(month)"), title: [], detail: [])
    }
    let html = try page(of: [
      .timeline(
        TimelineBlock(
          anchor: "t", year: "2031", months: (1...12).map { "m\($0)" }, undated: "Undated",
          events: events))
    ])
    #expect(html.components(separatedBy: "class=\"dot\"").count == 2)
    let parts = html.components(separatedBy: "<p class=\"undated\">Undated</p>")
    #expect(parts.count == 2 && parts[1].components(separatedBy: "event-date").count == 3)
  }

  @Test("A note leads to its text and back, and a note inside a link follows it")
  func notes() throws {
    let note = Note(anchor: "n", number: 7, content: [.text("said")])
    let html = try page(of: [.paragraph([.link(.anchor("one"), [.text("here"), .note(note)])])])
    #expect(
      html.contains(
        "<p><a href=\"#one\">here</a><sup class=\"note-ref\"><a id=\"ref-n\" href=\"#n\" "
          + "role=\"doc-noteref\">7</a></sup></p>"))
    #expect(html.contains("<li id=\"n\" value=\"7\">said <a class=\"back\" href=\"#ref-n\""))
  }
}
