import DisplayList
import Geometry
import Testing

@Suite struct DumpTests {
  @Test func `a dump shows marks, links, structure and outline`() {
    let expected = """
      page 1 "i" 419.53x595.28
        run 1 H1
          text Serif 14 #000000 at 30,40..45 "Café"
        run 2 P
          text Serif 10 #000000 at 30,60..55 "first "
          text Serif 10 #000000 at 30,74.13..55 "second"
        run 3 Figure
          fill #aa2200 M 30,90 L 40,90 L 40,95 L 30,95 Z
          stroke 0.5 #000000 M 0,0 L 1,2
          image "gate.jpg" jpeg 640x480 [30,100 64x48]
        run 4 artifact pagination
          text Serif 8 #000000 at 200,580 "1"
        link 1 [30,50 20x10] to page 1 at 40 "To the heading"
      structure
        Document lang=en
          H1
            run 1.1 "Café"
          P
            run 1.2 "first \\u{a}second"
          Figure box=[30,90 64x58] alt="The gate"
            run 1.3
          Link
            link 1.1
      outline
        "Café" to page 1 at 40

      """
    #expect(sample().dump() == expected)
  }

  @Test func `the text of a page leaves out artifacts unless they are asked for`() {
    #expect(sample().plainText(page: 0) == "Café\nfirst \nsecond")
    #expect(sample().plainText(page: 0, includingArtifacts: true).hasSuffix("second\n1"))
    #expect(sample().plainText(page: 7) == "")
  }

  @Test func `a broken list is dumped and not trapped on`() {
    var list = sample()
    list.fonts = []
    list.pages[0].glyphs = []
    list.pages[0].text = []
    list.pages[0].size.width = .nan
    list.structure[1].kids = [.node(0), .node(99), .content(page: 5, run: -1)]
    list.outline[0].level = Int.max
    let dump = list.dump()
    #expect(dump.contains("(no font 0) 14 #000000 at nowhere \"\""))
    #expect(dump.contains("(node 0 again)"))
    #expect(dump.contains("(no node 99)"))
    #expect(dump.contains("run 6.0 (is not there)"))
    #expect(dump.contains("nanx595.28"))
  }

  @Test(arguments: [(0.0, "0"), (-0.001, "0"), (0.005, "0.01"), (-1.5, "-1.5"), (12.049, "12.05")])
  func `numbers are rounded to hundredths`(value: Double, text: String) {
    var list = DisplayList(pages: [Page(size: Size(width: value, height: 1))])
    list.pages[0].label = ""
    #expect(list.dump() == "page 1 \"\" \(text)x1\n")
  }

  @Test func `numbers too large for hundredths are still written`() {
    let list = DisplayList(pages: [Page(size: Size(width: 1e300, height: 1))])
    #expect(list.dump() == "page 1 \"\" 1e+300x1\n")
  }
}
