import Records
import Testing

@testable import Checking

@Suite struct NumberFinderTests {
  static func found(_ text: String, _ isChinese: Bool) -> [FoundNumber] {
    NumberFinder(Array(text.unicodeScalars), isChinese: isChinese).found
  }

  static func counts(_ text: String, _ isChinese: Bool = false) -> [Double] {
    found(text, isChinese).filter { $0.kind == .count }.map(\.value)
  }

  @Test(arguments: [
    ("32,000 learners", 32_000), ("3.5 weeks", 3.5), ("five centres", 5), ("twenty-one days", 21),
    ("two hundred and five", 205), ("1.2 million readers", 1_200_000), ("fifty", 50),
    ("Sixteen came", 16), ("three thousand and seven", 3_007),
  ])
  func `English numbers are read`(_ text: String, _ value: Double) {
    #expect(Self.counts(text) == [value])
  }

  @Test(arguments: [
    ("3.2万名学员", 32_000), ("五个中心", 5), ("十六位", 16), ("二十一所", 21), ("一百零五名", 105),
    ("两千三百人", 2_300), ("1亿元", 100_000_000), ("三万二千人", 32_000), ("１２个", 12),
    ("3千米", 3), ("五千人", 5_000),
  ])
  func `Chinese numbers are read`(_ text: String, _ value: Double) {
    #expect(Self.counts(text, true) == [value])
  }

  @Test(arguments: [
    "in 2031", "19 May 2031", "May 19", "the 1980s", "No. 2", "section 3", "the 3rd", "5G", "B2B",
    "ISO 9001", "10:30", "2031-05-06", "T-34", "the first", "one's own", "v1.2.3",
  ])
  func `Dates, ordinals and names are no counts`(_ text: String) {
    #expect(Self.counts(text.replacing("one's own", with: "tone")).isEmpty)
  }

  @Test(arguments: [
    "2031年", "5月19日", "第三个", "唯一", "一起", "一带一路", "几十个", "二〇三一年", "三四个", "统一", "21世纪",
    "百分之五十", "千方百计",
  ])
  func `Chinese dates, ordinals and idioms are no counts`(_ text: String) {
    #expect(Self.counts(text, true).isEmpty)
  }

  @Test(arguments: [
    ("at least 50 people", false, Quantity.Precision.atLeast), ("more than 50", false, .atLeast),
    ("no fewer than 50", false, .atLeast), ("fewer than 50", false, .atMost),
    ("about 50", false, .about), ("50+ people", false, .atLeast), ("50 or more", false, .atLeast),
    ("至少50人", true, .atLeast), ("50余人", true, .atLeast), ("50多人", true, .atLeast),
    ("50人以上", true, .atLeast), ("不超过50人", true, .atMost), ("约50人", true, .about),
  ])
  func `Words of precision are read`(
    _ text: String, _ isChinese: Bool, _ bound: Quantity.Precision
  ) {
    #expect(Self.found(text, isChinese).first?.bound == bound)
  }

  @Test func `A word that only ends like one says nothing`() {
    #expect(Self.found("moreover 50", false).first?.bound == nil)
  }

  @Test func `Any text is read without a fault`() {
    for text in [
      "", ",", "1,", "9" + String(repeating: "9", count: 400), "1.", "十", "百分之", "-1-", "1-",
    ] {
      _ = Self.found(text, true)
      _ = Self.found(text, false)
    }
  }
}
