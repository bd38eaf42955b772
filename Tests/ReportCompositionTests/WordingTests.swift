import Testing

@testable import ReportComposition

@Suite struct WordingTests {
  @Test func bothLanguagesHaveTheSameFixedSentences() {
    #expect(Set(Wording.english.labels.keys) == Set(Wording.chinese.labels.keys))
    #expect(Wording.chinese.months.count == 12)
  }

  @Test func recordTextsAreSetTypographically() {
    #expect(Wording.english.typographic("Teachers' week") == "Teachers’ week")
    #expect(Wording.chinese.typographic("iGEM 金奖 2 项") == "iGEM金奖2项")
  }

  @Test func namesAreListedAsTheLanguageDoes() {
    #expect(Wording.english.joined(["A", "B", "C"]) == "A, B and C")
    #expect(Wording.chinese.joined(["甲", "乙", "丙"]) == "甲、乙和丙")
  }
}
