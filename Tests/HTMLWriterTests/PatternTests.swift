import DocumentModel
import HTMLWriter
import Testing

@Suite("Patterns on the web")
struct PatternTests {
  private let image = ImageSource(
    path: "/made-up/a.jpg", format: .jpeg, width: 1400, height: 1980)

  @Test("A story holds its head, picture, text and facts")
  func story() throws {
    let html = try page(of: [
      .story(
        StoryBlock(
          anchor: "hall", kicker: [.text("Case")], title: [.text("A <hall>")],
          picture: Illustration(
            anchor: "p", number: nil, content: .image(image), alternative: "A hall", caption: []),
          blocks: [.paragraph([.text("Text.")])],
          quote: PullQuote(content: [.text("Light.")]),
          facts: [FactLine(label: [.text("Where")], value: [.text("There")])]))
    ])
    #expect(html.contains("id=\"hall\""))
    #expect(html.contains("A &lt;hall&gt;"))
    #expect(html.contains("class=\"facts\""))
    #expect(html.contains("alt=\"A hall\""))
  }

  @Test("A portrait without an alternative is refused")
  func portrait() {
    let quote = PullQuote(
      content: [.text("Q")], source: [.text("Ada")], portrait: .init(image: image, alternative: ""))
    guard case .missingAlternative? = fault(of: [.pullQuote(quote)]) else {
      Issue.record("it was not refused")
      return
    }
  }

  @Test("A signature names who signs, a history its periods")
  func lists() throws {
    let html = try page(of: [
      .signature(
        SignatureBlock(
          statement: [.text("We answer.")], facts: [],
          signers: [.init(name: [.text("Ada")], role: [.text("Head")])],
          signatureWord: "Signature", dateWord: "Date")),
      .history(
        HistoryBlock(
          anchor: "history", name: "1994–2030", unit: .decade,
          periods: [
            .init(
              label: "1990s",
              events: [
                .init(
                  position: nil, date: .init(name: "d", text: "1994"), title: [.text("Begun")],
                  detail: [])
              ]), .init(label: "2000s", events: []),
          ])),
    ])
    #expect(html.contains("class=\"signers\"") && html.contains("Ada"))
    #expect(html.contains("1990s") && html.contains("class=\"empty\"") && html.contains("Begun"))
  }

  @Test("The cover's picture takes the place of its drawing")
  func cover() throws {
    var document = Sample.english
    document.cover.picture = CoverPicture(image: image, alternative: "A bridge")
    let files = try webEdition(of: [document], settings: WebSettings())
    let html = page("en/index.html", of: files)
    #expect(html.contains("class=\"cover has-picture\"") && html.contains("alt=\"A bridge\""))
    #expect(!html.contains("cover-field"))
    let landing = page("index.html", of: files)
    #expect(landing.contains("src=\"assets/img/a.jpg\"") && !landing.contains("cover-field"))
    document.cover.picture?.alternative = " "
    #expect(throws: HTMLWritingError.self) {
      try webEdition(of: [document], settings: WebSettings())
    }
  }
}
