import Ledger
import Records
import Testing

@testable import Checking

@Suite struct LanguageTests {
  static func pair(_ code: String, _ en: String, _ zh: String) throws -> [Diagnostic] {
    try Made.found(
      code, figures: [Made.centres], texts: ["text/one.en.md": en, "text/one.zh.md": zh])
  }

  static func name(_ texts: [String: String], kind: String = "event") -> Record {
    Made.record(kind, "camp", line: 5, ["name": .localized(texts)])
  }

  @Test func `A field that one language lacks is told at the field`() throws {
    let found = try Made.found("missing-translation", records: [Self.name(["en": "Camp"])])
    #expect(places(found) == ["records/made-up.yaml:5:10"])
    #expect(
      try Made.found("missing-translation", records: [Self.name(["en": "Camp", "zh": "营"])]).isEmpty
    )
  }

  @Test func `A column that one language lacks is told once`() throws {
    let records = (1...40).map { line in
      Made.record("event", "e\(line)", line: line, ["name": .localized(["en": "Camp"])])
    }
    let found = try Made.found("missing-translation", records: records)
    #expect(found.count == 1)
    #expect(found.first?.message.hasPrefix("40 records") == true)
  }

  @Test(arguments: [
    ("There were 32,000 visits.", "共有3.1万人次。"), ("It cost 5 units.", "花费六个单位，共7天。"),
    ("It rose by 12%.", "增长了百分之十三。"), ("On 19 May 2031.", "2031年6月19日。"),
  ])
  func `Numbers that differ are told in the translation`(_ en: String, _ zh: String) throws {
    let found = try Self.pair("digits-differ", en, zh)
    #expect(places(found) == ["text/one.zh.md:1:1"])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    ("There were 32,000 visits.", "共有3.2万人次。"), ("It took 12 days.", "历时十二天。"),
    ("It rose by 12%.", "增长了百分之十二。"), ("On 19 May 2031.", "2031年5月19日。"),
    ("Five centres", "5个中心"), ("the 1980s", "20世纪80年代"),
    ("{{centres.total|words}} centres", "5个中心"),
    ("two ways", "有来有往"), ("In {{report.period}}", "2031年"), ("half of it", "50%"),
    ("the third time", "第3次"), ("2018–19", "2018—2019年"), ("5G and B2B", "第五代移动通信"),
    ("the twelfth camp", "第12届"), ("Forum III", "论坛（第3届）"), ("3 kilometres", "3千米"),
  ])
  func `Numbers that are the same in another form are fine`(_ en: String, _ zh: String) throws {
    #expect(try Self.pair("digits-differ", en, zh).isEmpty)
  }

  @Test func `Records' texts are compared as well`() throws {
    let wrong = Self.name(["en": "Camp 2031", "zh": "2030年营"])
    #expect(
      places(try Made.found("digits-differ", records: [wrong])) == ["records/made-up.yaml:5:10"])
    let right = Self.name(["en": "Camp 2031", "zh": "2031年营"])
    #expect(try Made.found("digits-differ", records: [right]).isEmpty)
  }

  @Test func `The same paragraphs stand in both`() throws {
    let found = try Self.pair("structure-differs", "One.\n\nTwo.", "一。")
    #expect(places(found) == ["text/one.zh.md"])
    #expect(found.first?.severity == .warning)
    #expect(try Self.pair("structure-differs", "One.\n\n- Two.", "一。\n\n- 二。").isEmpty)
  }

  @Test func `A figure that one language does not print is told where the other prints it`() throws
  {
    let found = try Self.pair("structure-differs", "We have {{centres.total}}.", "我们有中心。")
    #expect(places(found) == ["text/one.en.md:1:9"])
    #expect(
      try Self.pair("structure-differs", "{{centres.total}}", "{{centres.total|words}}").isEmpty)
  }

  @Test func `A translation that is the source again is told`() throws {
    let text = "This is the same text again."
    #expect(places(try Self.pair("not-translated", text, text)) == ["text/one.zh.md:1:1"])
    #expect(try Self.pair("not-translated", "UNESCO", "UNESCO").isEmpty)
    #expect(try Self.pair("not-translated", text, "这是同一段文字。").isEmpty)
    let same = "Training for the clouds above"
    #expect(
      try Made.found("not-translated", records: [Self.name(["en": same, "zh": same])]).count == 1)
    let person = Self.name(
      ["en": "Anna Maria van Nebel", "zh": "Anna Maria van Nebel"], kind: "person")
    #expect(try Made.found("not-translated", records: [person]).isEmpty)
  }
}
