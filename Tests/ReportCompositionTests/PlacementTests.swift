import DocumentModel
import Records
import Testing

@testable import ReportComposition

@Suite("Where the outline wants sections and blocks to stand")
struct PlacementTests {
  private func parse(_ section: String) -> (outline: ReportOutline?, codes: [String]) {
    let head = """
      institution: Example Institute
      title: Annual Report
      period: "2031"
      cut_off: "2031-12-31"
      created: "2032-01-31T00:00:00Z"
      languages: [en]
      sections:
        - anchor: a
          title: A

      """
    let (outline, problems) = ReportOutline.parse(head + section, file: "report.yaml")
    return (outline, problems.map(\.code))
  }

  private func image(_ keys: String) -> (placement: Placement?, codes: [String]) {
    let (outline, codes) = parse(
      "    blocks:\n      - image: {file: a.jpg, alt: A, licence: CC0, \(keys)}\n")
    guard case .image(let image)? = outline?.sections.first?.blocks.first?.content else {
      return (nil, codes)
    }
    return (image.placement, codes)
  }

  @Test("A picture floats, spans the page, or has text beside it")
  func image() {
    #expect(image("float: top, span: page").placement == Placement(float: .top, span: .page))
    #expect(image("float: full_bleed").placement == Placement(float: .fullBleed))
    #expect(image("wrap: trailing").placement == Placement(wrap: .trailing))
    #expect(image("wrap: trailing").codes == [])
    #expect(image("caption: A").placement == Placement())
    #expect(image("shrink: none").placement?.leastHeight == 1)
    #expect(image("float: top, shrink: 60%").placement?.leastHeight == 0.6)
    #expect(image("shrink: 30%").codes == ["bad-number"])
  }

  @Test("So does a table")
  func table() {
    let (outline, codes) = parse(
      "    blocks:\n      - table: {of: claim, columns: [name], float: bottom}\n")
    #expect(codes == [])
    #expect(outline?.sections.first?.blocks.first?.placement == Placement(float: .bottom))
  }

  @Test("What cannot be is said")
  func wrong() {
    #expect(image("float: left").codes == ["unknown-word"])
    #expect(image("float: top, wrap: leading").codes == ["wrap-of-float"])
    #expect(parse("    columns: 4\n").codes == ["bad-number"])
    #expect(parse("    opens: left\n").codes == ["unknown-word"])
    #expect(
      parse("    blocks:\n      - list: {of: claim, float: top}\n").codes == ["unknown-key"])
  }

  @Test("A section says its columns, its side of the spread and its pages")
  func section() {
    let (outline, codes) = parse("    columns: 2\n    opens: recto\n    page: back_cover\n")
    let pages = outline?.sections.first?.pages
    #expect(codes == [])
    #expect(pages == SectionPages(opens: .recto, style: .backCover, columns: 2))
    #expect(parse("    lead: L\n").outline?.sections.first?.pages == SectionPages())
  }
}
