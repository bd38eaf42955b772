import Publishing
import Testing

@Suite struct SuggestionTests {
  private let names = ["centres.total", "centres.countries", "awards.total"]

  @Test func aNameWithALetterWrongFindsTheRightOne() {
    #expect(suggestion(for: "centers.total", among: names) == "centres.total")
  }

  @Test func theStartOfANameFindsIt() {
    #expect(suggestion(for: "awards", among: names) == "awards.total")
  }

  @Test func aStrangeNameFindsNothing() {
    #expect(suggestion(for: "zzzzzz", among: names) == nil)
    #expect(suggestion(for: "", among: []) == nil)
  }
}
