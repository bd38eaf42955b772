import DocumentModel
import Foundation
import Testing

@testable import HTMLWriter

@Suite("Where things stand on the web")
struct PlacementTests {
  private func picture(
    _ placement: Placement = Placement(), width: Int = 960, height: Int = 480
  ) -> Block {
    .illustration(
      Illustration(
        anchor: "p", number: "1",
        content: .image(
          ImageSource(path: SamplePicture.path, format: .png, width: width, height: height)),
        alternative: "Hills", caption: [.text("Hills.")], placement: placement))
  }

  @Test("A picture with text beside it says at which side, and has the files of half a page")
  func wrap() throws {
    let html = try page(of: [picture(Placement(wrap: .trailing)), .paragraph([.text("Text")])])
    #expect(html.contains("<figure id=\"p\" class=\"picture wrap wrap-trailing\">"))
    let wide = try page(of: [picture()])
    #expect(wide.contains("class=\"picture wide\""))
    #expect(try page(of: [picture(height: 1400)]).contains("class=\"picture wide tall tall-6\""))
  }

  @Test("Lists of figures and tables are folded, with the contents and not before the report")
  func lists() throws {
    var document = Sample.english
    document.sections = [
      Section(
        anchor: "one", number: "1", title: [.text("One")], role: .chapter, blocks: [picture()])
    ]
    document.lists = [
      CaptionList(
        kind: .figures, entries: [.init(anchor: "p", number: "1", title: [.text("Hills.")])]),
      CaptionList(kind: .tables, entries: []),
    ]
    let html = page("en/index.html", of: try webEdition(of: [document], settings: .init()))
    let main = try #require(html.range(of: "<main")?.lowerBound)
    #expect(try matches("<details class=\"(front-list)\">", in: html).count == 2)
    #expect(html[main...].contains("front-list") == false)
  }

  @Test("What stands on covers comes after the report, small, and is not where it begins")
  func covers() throws {
    var document = Sample.english
    document.sections = [
      Section(
        anchor: "imprint", number: nil, title: [.text("Imprint")], role: .chapter,
        pageStyle: .insideCover),
      Section(anchor: "one", number: "1", title: [.text("One")], role: .chapter),
      Section(
        anchor: "back", number: nil, title: [.text("Back")], role: .chapter,
        pageStyle: .backCover),
    ]
    let html = page("en/index.html", of: try webEdition(of: [document], settings: .init()))
    let order = try matches("<section id=\"(\\w+)\"", in: html)
    #expect(order == ["one", "imprint", "back"])
    #expect(try matches("class=\"(chapter cover-page)\"", in: html).count == 2)
    #expect(html.contains("<p class=\"way-in\"><a href=\"#one\">"))
  }
}
