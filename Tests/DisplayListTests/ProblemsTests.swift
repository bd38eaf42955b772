import DisplayList
import Fonts
import Geometry
import Testing

/// One way to break the sample, and a part of what must be said about it.
struct Breakage: Sendable, CustomTestStringConvertible {
  var expected: String
  var apply: @Sendable (inout DisplayList) -> Void
  var testDescription: String { expected }

  init(_ expected: String, _ apply: @escaping @Sendable (inout DisplayList) -> Void) {
    self.expected = expected
    self.apply = apply
  }
}

@Suite struct ProblemsTests {
  @Test func `a sound list has no problems`() {
    #expect(sample().problems() == [])
    #expect(DisplayList().problems() == [])
  }

  static let breakages = [
    Breakage("page 1: the size is not that of a page") { $0.pages[0].size.width = 0 },
    Breakage("run 1: the transform is singular") { $0.pages[0].runs[0].transform.xx = 0 },
    Breakage("run 1: there is no font 0") { $0.fonts = [] },
    Breakage("run 4: a range of a text run is out of bounds") { $0.pages[0].text.removeLast() },
    Breakage("run 1: a glyph is at no finite place") { $0.pages[0].glyphs[2].x = .infinity },
    Breakage("run 1: a character has no glyph") { $0.pages[0].glyphs[0].id = 0 },
    Breakage("run 1: the clusters cover 5 of 4 glyphs") { $0.pages[0].clusters[0].glyphs = 2 },
    Breakage("run 1: the clusters cover 6 of 5 bytes") { $0.pages[0].clusters[0].bytes = 2 },
    Breakage("run 1: a cluster begins within a character") {
      $0.pages[0].clusters[2].bytes = 2
      $0.pages[0].clusters[3].bytes = 1
    },
    Breakage("run 1: the text of a run is not UTF-8") { $0.pages[0].text[0] = 0xFF },
    Breakage("run 3: a picture has no area") {
      $0.pages[0].runs[2].items[2] = .image(
        Image(
          path: "", format: .png, pixels: .a4,
          frame: Rectangle(x: 0, y: 0, width: 1, height: .nan)))
    },
    Breakage("run 3: a path does not begin with a place") {
      $0.pages[0].runs[2].items[0] = .fill(Path([.line(Point(x: 0, y: 0))]), .black)
    },
    Breakage("run 3: a stroke has no width") {
      $0.pages[0].runs[2].items[1] = .stroke(
        .line(Point(x: 0, y: 0), Point(x: 1, y: 1)), Stroke(width: 0, colour: .black))
    },
    Breakage("link 1: it has no area") { $0.pages[0].links[0].areas = [] },
    Breakage("link 1: it leads nowhere") {
      $0.pages[0].links[0].target = .place(page: 1, y: 0)
    },
    Breakage("link 1: its address is not 7-bit") {
      $0.pages[0].links[0].target = .address("https://example.org/é")
    },
    Breakage("node 2: it has 2 parents") { $0.structure[1].kids.append(.node(2)) },
    Breakage("node 2: it has 0 parents") { $0.structure[0].kids.remove(at: 1) },
    Breakage("node 0: there is no kid 99") { $0.structure[0].kids.append(.node(99)) },
    Breakage("node 5: it is not in the tree") {
      $0.structure.append(StructureNode(.span, kids: [.node(5)]))
    },
    Breakage("run 1: there is no node 77") { $0.pages[0].runs[0].owner = .node(77) },
    Breakage("run 1: node 1 does not name it once") { $0.structure[1].kids = [] },
    Breakage("run 1: node 1 does not name it once") {
      $0.structure[1].kids.append(.content(page: 0, run: 0))
    },
    Breakage("run 4: an artifact is named by node 2") {
      $0.structure[2].kids.append(.content(page: 0, run: 3))
    },
    Breakage("node 2: it names content that is not there") {
      $0.structure[2].kids.append(.content(page: 0, run: 9))
    },
    Breakage("link 1: no Link element has it once") { $0.structure[4].role = .span },
    Breakage("node 3: a figure has no alternative text") { $0.structure[3].alternative = nil },
    Breakage("node 2: a note has no identifier") { $0.structure[2].role = .note },
    Breakage("the identifier \"a\" is taken") {
      $0.structure[1].identifier = "a"
      $0.structure[2].identifier = "a"
    },
    Breakage("level 2 follows level 0") { $0.outline[0].level = 2 },
    Breakage("outline \"Café\": it leads nowhere") { $0.outline[0].page = -1 },
  ]

  @Test(arguments: breakages)
  func `a broken rule is named`(breakage: Breakage) {
    var list = sample()
    breakage.apply(&list)
    let problems = list.problems()
    #expect(problems.contains { $0.contains(breakage.expected) }, "\(problems)")
  }
}
