import DocumentModel
import HTMLWriter
import Testing

@Suite("Anchors")
struct AnchorTests {
  @Test("Both languages have the same anchors, each once")
  func same() throws {
    let files = try sampleEdition()
    let english = try matches(#" id="([^"]*)""#, in: page("en/index.html", of: files))
    let chinese = try matches(#" id="([^"]*)""#, in: page("zh/index.html", of: files))
    #expect(english == chinese)
    #expect(english.count > 15)
    #expect(Set(english).count == english.count)
  }

  @Test("Every link inside a page has its anchor")
  func links() throws {
    let html = page("en/index.html", of: try sampleEdition())
    let ids = Set(try matches(#" id="([^"]*)""#, in: html))
    let links = try matches(##" href="#([^"]*)""##, in: html)
    #expect(links.count > 20)
    #expect(links.allSatisfy(ids.contains))
  }

  @Test("An anchor at two places is an error")
  func duplicate() {
    let definitions = Block.definitions([Definition(anchor: "one", term: [], body: [])])
    #expect(fault(of: [definitions]) == .duplicateAnchor("one", language: "en"))
    let main = Block.definitions([Definition(anchor: "page-main", term: [], body: [])])
    #expect(fault(of: [main]) == .duplicateAnchor("page-main", language: "en"))
  }

  @Test("A link to nowhere and an anchor with a space are errors")
  func missing() {
    #expect(
      fault(of: [.paragraph([.link(.anchor("two"), [])])]) == .unknownAnchor("two", language: "en"))
    #expect(
      fault(of: [.remark([.reference(anchor: "two", .page)])])
        == .unknownAnchor("two", language: "en"))
    #expect(
      fault(of: [.definitions([Definition(anchor: "a b", term: [], body: [])])])
        == .malformedAnchor("a b", language: "en"))
  }

  @Test("A value leads to its definition where there is one")
  func values() throws {
    let value = Block.paragraph([
      .value(ValueReference(name: "a.b", text: "nine", machine: "9")), .text(" "),
      .value(ValueReference(name: "c", text: "many")),
    ])
    let html = try page(of: [
      value, .definitions([Definition(anchor: "figure-a.b", term: [], body: [])]),
    ])
    #expect(
      html.contains(
        "<p><data class=\"value\" value=\"9\"><a class=\"explained\" href=\"#figure-a.b\">nine</a>"
          + "</data> <span class=\"value\">many</span></p>"))
  }

  @Test("A chapter leads to itself in the other language")
  func elsewhere() throws {
    let html = page("en/index.html", of: try sampleEdition())
    #expect(
      html.contains(
        "<a href=\"../zh/index.html#year\" lang=\"zh-Hans\" hreflang=\"zh-Hans\">中文</a>"))
  }
}
