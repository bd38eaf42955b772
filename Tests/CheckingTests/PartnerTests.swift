import Records
import Testing

@testable import Checking

@Suite struct PartnerTests {
  static func duplicates(_ a: Record, _ b: Record) throws -> [Diagnostic] {
    try Made.found("duplicate-partner", records: [a, b])
  }

  static func similar(_ a: Record, _ b: Record) throws -> [Diagnostic] {
    try Made.found("similar-partners", records: [a, b])
  }

  @Test(arguments: [
    ("Universität Wolkenstadt", "UNIVERSITY  WOLKENSTADT"),
    ("Nebelheim University", "Ｎｅｂｅｌｈｅｉｍ University, Nowhereland"),
    ("Ostrøg Works Co., Ltd.", "Ostrog Works"), ("The College of Höhenau", "College of Hohenau"),
    ("Tеchnical College Nord", "Technical College Nord"),
    ("Xi’an-like Academy", "Xi'an Like Academy"),
    ("虚构大学", "乌有国虚构大学"), ("云端（示例）有限公司", "云端(示例)股份有限公司"),
  ])
  func `One institution under two spellings is one`(_ first: String, _ second: String) throws {
    let found = try Self.duplicates(
      Made.partner("first", line: 2, first), Made.partner("second", line: 5, second))
    #expect(places(found) == ["records/made-up.yaml:5:10"])
    #expect(found.first?.severity == .error)
  }

  @Test(arguments: [
    ("Nebelheim University", "Nebelheim College"),
    ("Nebelheim No. 1 School", "Nebelheim No. 2 School"),
    ("虚构第一中学", "虚构第二中学"), ("虚构大学东校区", "虚构大学西校区"),
    ("University of Nebelheim", "Nebelheim University of Technology"),
  ])
  func `Institutions that differ in a word are two`(_ first: String, _ second: String) throws {
    let pair = (Made.partner("first", first), Made.partner("second", second))
    #expect(try Self.duplicates(pair.0, pair.1).isEmpty)
    #expect(try Self.similar(pair.0, pair.1).isEmpty)
  }

  @Test func `An alias counts as a name`() throws {
    let found = try Self.duplicates(
      Made.partner("first", line: 2, "Nebelheim University", aliases: ["NU Nebelheim"]),
      Made.partner("second", line: 4, "NU Nebelheim"))
    #expect(found.count == 1)
  }

  @Test func `An identifier is enough, however it is written`() throws {
    let found = try Self.duplicates(
      Made.partner("first", "One Name", ror: "https://ror.org/00made00"),
      Made.partner("second", line: 4, "Another Name", in: "XB", ror: "00MADE00"))
    #expect(found.count == 1)
  }

  @Test func `One name in two countries is two institutions`() throws {
    let found = try Self.duplicates(
      Made.partner("first", "Nebelheim University", in: "XA"),
      Made.partner("second", "Nebelheim University", in: "XB"))
    #expect(found.isEmpty)
  }

  @Test(arguments: [
    ("Nebelheim University", "Nebelhiem University"),
    ("Nebelheim University", "University of Nebelheim"),
    ("Wolkenstadt Polytechnic", "Wolkenstad Polytechnic"),
  ])
  func `Names a letter apart in one place are told`(_ first: String, _ second: String) throws {
    let (a, b) = (Made.partner("a", first), Made.partner("b", line: 6, second))
    let found = try Self.similar(a, b)
    #expect(places(found) == ["records/made-up.yaml:6:10"])
    #expect(try Self.duplicates(a, b).isEmpty)
  }

  @Test func `Chinese names a character apart in one place are told`() throws {
    let found = try Self.similar(
      Made.partner("a", "", "云山职业技术学院"), Made.partner("b", line: 6, "", "云山职业技朮学院"))
    #expect(found.count == 1)
    let renamed = try Self.similar(
      Made.partner("a", "", "云山职业技术学院"), Made.partner("b", line: 6, "", "云山职业技术大学"))
    #expect(renamed.count == 1)
  }

  @Test func `Names that are alike in one language only are two institutions`() throws {
    let found = try Self.similar(
      Made.partner("a", "Yunshan University", "云山大学"),
      Made.partner("b", line: 6, "Yunshen University", "允深大学"))
    #expect(found.isEmpty)
  }

  @Test func `Alike names in two places are two institutions`() throws {
    let found = try Self.similar(
      Made.partner("a", "Nebelheim University", in: "XA"),
      Made.partner("b", line: 6, "Nebelhiem University", in: "XB"))
    #expect(found.isEmpty)
  }

  @Test func `Two thousand partners of one place take well under a second`() throws {
    let syllables = ["ba", "ke", "lo", "mi", "nu", "pra", "sto", "tri", "vel", "zan"]
    let records = (0..<2_000).map { index -> Record in
      let name = [index % 10, index / 10 % 10, index / 100 % 10, index / 1000, 3].map {
        syllables[$0]
      }
      return Made.partner("p\(index)", line: index + 1, "\(name.joined()) University")
    }
    let context = CheckContext(try Made.input(records: records))
    let clock = ContinuousClock()
    var found = 0
    let spent = clock.measure {
      found = context.duplicatePartnerProblems().count
      _ = context.similarPartnerProblems()
    }
    #expect(found == 0)
    #expect(spent < .seconds(4), "a debug build on a busy machine")
  }

  @Test func `Ids that look alike are told`() throws {
    let records = [
      Made.record("event", "camp-10", line: 2, [:]), Made.record("event", "Camp_lO", line: 4, [:]),
      Made.record("event", "camp-11", line: 6, [:]),
    ]
    let found = try Made.found("look-alike-id", records: records)
    #expect(places(found) == ["records/made-up.yaml:4:1"])
  }
}
