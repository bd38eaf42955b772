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
}
