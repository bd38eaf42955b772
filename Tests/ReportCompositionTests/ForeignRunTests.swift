import Testing

@testable import ReportComposition

@Suite struct ForeignRunTests {
  private func runs(_ text: String, isChinese: Bool = false) -> [String] {
    ForeignRun.runs(of: Substring(text), isChinese: isChinese).map {
      "\($0.language ?? "-") \($0.text)"
    }
  }

  @Test("Words of another script are in its language, with the spaces between them")
  func scripts() {
    #expect(
      runs("Say مرحبا بالعالم, she wrote.") == ["- Say ", "ar مرحبا بالعالم", "- , she wrote."])
    #expect(runs("שלום") == ["he שלום"])
    #expect(runs("ไทย and “more”") == ["th ไทย", "-  and “more”"])
  }

  @Test("Chinese is foreign in English and not in Chinese")
  func chinese() {
    #expect(runs("Shenzhen 深圳 city") == ["- Shenzhen ", "zh-Hans 深圳", "-  city"])
    #expect(runs("深圳 a مرحبا", isChinese: true) == ["- 深圳 a ", "ar مرحبا"])
  }

  @Test("Chinese marks between Han are Chinese, others are not")
  func chineseMarks() {
    #expect(
      runs("He said 他说：“好，（真的）——好。” twice") == [
        "- He said ", "zh-Hans 他说：“好，（真的）——好。”", "-  twice",
      ])
    #expect(runs("“你好” is hello") == ["- “", "zh-Hans 你好", "- ” is hello"])
    #expect(runs("深圳, 广州") == ["zh-Hans 深圳", "- , ", "zh-Hans 广州"])
  }

  @Test("Plain text is one run")
  func plain() {
    #expect(runs("Nothing “foreign” here – no.") == ["- Nothing “foreign” here – no."])
    #expect(runs("").isEmpty)
  }
}
