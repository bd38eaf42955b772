import Testing

@testable import Records

@Suite struct SpellingTests {
  @Test(arguments: [
    ("tilte", "title"), ("hostd", "hosted"), ("centers.total", "centres.total"),
    ("Opened", "opened"),
  ])
  func `A slip of the pen is understood`(word: String, meant: String) {
    let words = ["title", "hosted", "centres.total", "opened", "closed"]
    #expect(Spelling.nearest(to: word, among: words) == meant)
  }

  @Test func `A word that is far from all is not guessed`() {
    #expect(Spelling.nearest(to: "zebra", among: ["title", "hosted"]) == nil)
    #expect(
      Spelling.hint(for: "zebra", among: ["title", "hosted"]) == "possible here: title, hosted")
    #expect(Spelling.nearest(to: "", among: ["title"]) == nil)
  }

  @Test(arguments: [
    ("", "", 0), ("a", "", 1), ("title", "title", 0), ("titel", "title", 1), ("tile", "title", 1),
    ("title", "titles", 1), ("kitten", "sitting", 3), ("Köln", "Koln", 1),
  ])
  func `a change, a letter more or less and a swap of neighbours count one each`(
    a: String, b: String, edits: Int
  ) {
    let (first, second) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    #expect(Spelling.distance(first, second) == edits)
    #expect(Spelling.distance(second, first) == edits)
  }
}
