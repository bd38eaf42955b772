import Testing

@testable import ReportComposition

@Suite struct NumberTextTests {
  let english = NumberText(isChinese: false)
  let chinese = NumberText(isChinese: true)

  @Test(arguments: [
    (0, "zero"), (16, "sixteen"), (53, "fifty-three"), (105, "one hundred and five"),
    (1000, "one thousand"), (1205, "one thousand two hundred and five"), (20000, "20,000"),
  ])
  func englishSpellsOut(_ value: Int, _ words: String) {
    #expect(english.words(Double(value)) == words)
  }

  @Test(arguments: [
    (0, "零"), (10, "十"), (16, "十六"), (20, "二十"), (53, "五十三"), (105, "一百零五"),
    (110, "一百一十"), (1005, "一千零五"), (1050, "一千零五十"), (2000, "二千"),
  ])
  func chineseSpellsOut(_ value: Int, _ words: String) {
    #expect(chinese.words(Double(value)) == words)
  }

  @Test func chineseGroupsFromTenThousandOn() {
    #expect(english.digits(1234) == "1,234")
    #expect(chinese.digits(1234) == "1234")
    #expect(chinese.digits(12345) == "12,345")
  }

  @Test func fractionsKeepTwoDigitsAtMost() {
    #expect(english.digits(12.5) == "12.5")
    #expect(english.digits(-0.126) == "-0.13")
  }
}
