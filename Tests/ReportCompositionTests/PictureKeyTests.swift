import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite("Keys of pictures in Markdown")
struct PictureKeyTests {
  private static let image = ImageSource(
    path: "/made-up/images/a.jpg", format: .jpeg, width: 30, height: 20)

  private func composed(_ title: String) throws -> (picture: Illustration?, codes: [String]) {
    let outline = try #require(
      Fixture.outline("  - anchor: a\n    title: {en: A, zh: 甲}\n    blocks:\n      - prose: one"))
    let text = "![Alt](images/a.jpg \"\(title)\")\n"
    let made = compose(
      outline: outline, language: "en",
      book: LedgerBook(figures: [], records: [], period: "2031", cutOff: "2031-12-31"),
      vocabulary: Fixture.vocabulary,
      files: ReportFiles(texts: ["text/one.en.md": text], images: ["images/a.jpg": Self.image]))
    guard case .illustration(let picture)? = made.document.sections[0].blocks.first else {
      return (nil, made.problems.map(\.code))
    }
    return (picture, made.problems.map(\.code))
  }

  @Test("The outline's keys stand behind the caption")
  func keys() throws {
    let (picture, codes) = try composed(
      "A gate {wrap: leading, crop: 16:9, focus: 60% 30%, anchor: gate}")
    #expect(codes.isEmpty)
    #expect(picture?.caption.plainText == "A gate")
    #expect(picture?.anchor == "gate")
    #expect(picture?.placement == Placement(wrap: .leading))
    guard case .image(let image)? = picture?.content else {
      Issue.record("there is no picture")
      return
    }
    #expect(
      image.framing == PictureFraming(focus: .init(x: 0.6, y: 0.3), shape: .ratio(16.0 / 9)))
  }

  @Test("Keys alone make no caption, and an anchor alone is as it was")
  func alone() throws {
    let (bare, _) = try composed("{float: top, span: page}")
    #expect(bare?.caption.isEmpty == true && bare?.number == nil)
    #expect(bare?.placement == Placement(float: .top, span: .page))
    let (anchored, codes) = try composed("A gate {#gate}")
    #expect(codes.isEmpty && anchored?.anchor == "gate")
    #expect(anchored?.caption.plainText == "A gate")
  }

  @Test(
    "What is wrong is told with the outline's codes",
    arguments: [
      ("A {wrap: left}", "unknown-word"), ("A {crop: wide}", "bad-framing"),
      ("A {wraps: leading}", "unknown-key"), ("A {wrap: leading, float: top}", "wrap-of-float"),
    ])
  func wrong(title: String, code: String) throws {
    #expect(try composed(title).codes == [code])
  }
}
