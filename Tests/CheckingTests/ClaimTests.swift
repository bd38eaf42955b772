import Ledger
import Records
import Testing

@testable import Checking

@Suite struct ClaimTests {
  static let own = Made.record("evidence", "page", ["class": .choice("C")])
  static let official = Made.record("evidence", "letter", ["class": .choice("A")])

  static func claim(
    _ type: String = "first", evidence: [String] = ["letter"],
    en: String = "the first cloud school",
    zh: String = "首个云端学校"
  ) -> Record {
    Made.record(
      "claim", "cloud", line: 4,
      [
        "text": .localized(["en": en, "zh": zh]), "type": .choice(type),
        "scope": .localized(["en": "cloud schools", "zh": "云端学校"]), "as_of": Made.date("2031"),
        "evidence": .list(evidence.map { .reference($0) }), "subject": .reference("school"),
      ])
  }

  @Test func `A claim without evidence is told`() throws {
    let bare = Self.claim(evidence: [])
    #expect(
      places(try Made.found("claim-without-evidence", records: [bare])) == [
        "records/made-up.yaml:4:1"
      ])
    let backed = [Self.claim(), Self.official]
    #expect(try Made.found("claim-without-evidence", records: backed).isEmpty)
  }

  @Test func `A claim that only the institution backs is told`() throws {
    let weak = [Self.claim(evidence: ["page"]), Self.own]
    #expect(
      places(try Made.found("claim-weak-evidence", records: weak)) == ["records/made-up.yaml:4:20"])
    let strong = [Self.claim(evidence: ["page", "letter"]), Self.own, Self.official]
    #expect(try Made.found("claim-weak-evidence", records: strong).isEmpty)
  }

  @Test func `A claim without scope or date is told where the vocabulary lets it pass`() throws {
    var claim = Self.claim()
    claim.fields["scope"] = nil
    var input = try Made.input(records: [claim, Self.official])
    #expect(!checks(input).map(\.code).contains("claim-without-scope"))
    input.vocabulary.kinds = input.vocabulary.kinds.map { kind in
      var kind = kind
      for index in kind.fields.indices { kind.fields[index].isRequired = false }
      return kind
    }
    let found = checks(input).filter { $0.code == "claim-without-scope" }
    #expect(places(found) == ["records/made-up.yaml:4:1"])
    input.book = try Made.input(records: [Self.claim(), Self.official]).book
    #expect(!checks(input).map(\.code).contains("claim-without-scope"))
  }

  @Test func `The number of a claim is in its text`() throws {
    var claim = Self.claim("one_of", en: "one of the ten schools", zh: "十所学校之一")
    claim.fields["of"] = Field(.quantity(Quantity(10)), at: Made.place)
    #expect(try Made.found("claim-number-differs", records: [claim]).isEmpty)
    claim.fields["of"] = Field(.quantity(Quantity(8)), at: Made.place)
    let found = try Made.found("claim-number-differs", records: [claim])
    #expect(places(found) == ["records/made-up.yaml:1:1", "records/made-up.yaml:1:1"])
  }

  static func words(_ text: String, _ language: String = "en", _ records: [Record] = []) throws
    -> [Diagnostic]
  {
    try Made.found(
      "claim-not-recorded", records: records, texts: ["text/one.\(language).md": text],
      languages: [language])
  }

  @Test(arguments: [
    ("It is the first cloud school.", 7), ("It is the only cloud school.", 7),
    ("We are one of the ten cloud schools.", 8), ("We are one of the {{hub.cohort}} schools.", 8),
  ])
  func `A claim in a text needs a record`(_ text: String, _ column: Int) throws {
    #expect(places(try Self.words(text)) == ["text/one.en.md:1:\(column)"])
  }

  @Test(arguments: [
    "For the first time.", "The first half of the year.", "the first of May", "the only way",
    "One of the schools came.", "Only five came.", "First, we met.", "the first year",
    "It says “the first” twice.",
  ])
  func `Time and order are no claims`(_ text: String) throws {
    #expect(try Self.words(text).isEmpty)
  }

  @Test func `A record of the type and the words backs a text`() throws {
    let text = "It is the first school in a cloud."
    #expect(try Self.words(text, "en", [Self.claim()]).isEmpty)
    #expect(try Self.words(text, "en", [Self.claim("only")]).count == 1)
    #expect(try Self.words("It is the first boat on the lake.", "en", [Self.claim()]).count == 1)
  }

  @Test func `A bound name of the claim's subject backs a text`() throws {
    #expect(try Self.words("{{school.name}} is the first.", "en", [Self.claim()]).isEmpty)
  }

  @Test func `A Chinese text needs a record in Chinese`() throws {
    let text = "它是首个云端学校。"
    #expect(try Self.words(text, "zh", [Self.claim()]).isEmpty)
    var english = Self.claim()
    english.fields["text"]?.value = .localized(["en": "the first cloud school"])
    #expect(places(try Self.words(text, "zh", [english])) == ["text/one.zh.md:1:3"])
    #expect(try Self.words("这是世界十大湖泊之一。", "zh").count == 1)
    #expect(try Self.words("这是原因之一。", "zh").isEmpty)
  }
}
