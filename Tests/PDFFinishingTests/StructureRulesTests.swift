import DisplayList
import Geometry
import Testing

@testable import PDFFinishing

@Suite struct StructureRulesTests {
  private func list(_ nodes: StructureNode...) -> DisplayList {
    DisplayList(
      pages: [Page(size: .a4)],
      structure: [StructureNode(.document, kids: nodes.indices.map { .node($0 + 1) })] + nodes)
  }

  @Test func `The sample breaks no rule`() throws {
    #expect(structureProblems(of: try reportSample()) == [])
  }

  @Test func `A structure has a Document at its root`() {
    #expect(structureProblems(of: DisplayList()) == [.noDocument])
  }

  @Test func `Figures need words, notes an identifier, header cells a scope`() {
    let problems = structureProblems(
      of: list(StructureNode(.figure), StructureNode(.note), StructureNode(.headerCell)))
    #expect(
      problems == [
        .figureWithoutAlternative(node: 1), .noteWithoutIdentifier(node: 2),
        .headerWithoutScope(node: 3),
      ])
  }

  @Test func `Heading levels are not skipped`() {
    let problems = structureProblems(
      of: list(StructureNode(.heading1), StructureNode(.heading3), StructureNode(.heading1)))
    #expect(problems == [.skippedLevel(node: 2)])
  }

  @Test func `Identifiers are unique`() {
    let note = StructureNode(.note, identifier: "n")
    #expect(structureProblems(of: list(note, note)) == [.duplicateIdentifier("n")])
  }

  @Test func `Cycles and kids out of range are found without a trap`() {
    var cyclic = list(StructureNode(.section), StructureNode(.section))
    cyclic.structure[0].kids = []
    cyclic.structure[1].kids = [.node(2)]
    cyclic.structure[2].kids = [.node(1)]
    #expect(structureProblems(of: cyclic) == [.notATree(node: 1), .notATree(node: 2)])
    let wild = list(StructureNode(.section, kids: [.content(page: 9, run: -1)]))
    #expect(structureProblems(of: wild) == [.missingKid(node: 1)])
  }

  @Test func `A run is listed once, by its owner`() {
    var stray = list(StructureNode(.paragraph), StructureNode(.paragraph))
    stray.pages[0].runs = [MarkedRun(owner: .node(1))]
    #expect(structureProblems(of: stray) == [.strayRun(page: 0, run: 0)])
    stray.structure[2].kids = [.content(page: 0, run: 0)]
    #expect(structureProblems(of: stray) == [.strayRun(page: 0, run: 0)])
    stray.structure[2].kids = []
    stray.structure[1].kids = [.content(page: 0, run: 0)]
    #expect(structureProblems(of: stray) == [])
  }

  @Test func `A link is listed once, by a Link, with words and a target`() {
    var links = list(StructureNode(.link, kids: [.link(page: 0, link: 0)]))
    let area = Rectangle(x: 0, y: 0, width: 1, height: 1)
    links.pages[0].links = [
      Link(areas: [area], target: .address("https://example.org/\u{E9}"), description: "")
    ]
    #expect(
      structureProblems(of: links) == [
        .addressNotASCII(page: 0, link: 0), .linkWithoutDescription(page: 0, link: 0),
      ])
    links.pages[0].links = [
      Link(areas: [area], target: .place(page: 4, y: 0), description: "Page 5")
    ]
    #expect(structureProblems(of: links) == [.strayLink(page: 0, link: 0)])
  }
}
