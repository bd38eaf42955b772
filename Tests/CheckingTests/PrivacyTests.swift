import Records
import Testing

@testable import Checking

@Suite struct PrivacyTests {
  static let person = Made.record(
    "person", "someone", line: 6,
    ["name": .localized(["en": "Mira Nebel", "zh": "内贝尔"]), "contact": .text("mira@example.org")])

  static func found(_ code: String, _ text: String, _ records: [Record] = [person]) throws
    -> [Diagnostic]
  {
    try Made.found(
      code, records: records, texts: ["text/one.en.md": text], languages: ["en"], composed: true)
  }

  @Test(arguments: [("Then Mira Nebel spoke.", 6), ("Then NEBEL Mira spoke.", 6), ("By 内贝尔.", 4)])
  func `A person without a ground is not named, however it is typed`(
    _ text: String, _ column: Int
  ) throws {
    let found = try Self.found("person-without-consent", text)
    #expect(places(found) == ["text/one.en.md:1:\(column)"])
    #expect(found.first?.severity == .error)
  }

  @Test func `A part of a word is not a name`() throws {
    #expect(try Self.found("person-without-consent", "Admira Nebelung spoke.").isEmpty)
  }

  @Test func `A person with a ground may be named`() throws {
    var person = Self.person
    person.fields["ground"] = Field(.text("consent of 2031"), at: Made.place)
    #expect(try Self.found("person-without-consent", "Mira Nebel spoke.", [person]).isEmpty)
    person.fields["ground"] = Field(.text(""), at: Made.place)
    #expect(try Self.found("person-without-consent", "Mira Nebel spoke.", [person]).count == 1)
  }

  @Test func `A consent that has run out is none`() throws {
    var person = Self.person
    person.fields["ground"] = Field(.text("consent"), at: Made.place)
    person.fields["consent_until"] = Field(Made.date("2031"), at: Made.place)
    #expect(try Self.found("person-without-consent", "Mira Nebel spoke.", [person]).count == 1)
    person.fields["consent_until"] = Field(Made.date("2032-01-31"), at: Made.place)
    #expect(try Self.found("person-without-consent", "Mira Nebel spoke.", [person]).isEmpty)
  }

  @Test func `A private value is not printed, and not repeated in the message`() throws {
    let found = try Self.found("private-printed", "Write to Mira@example.org please.")
    #expect(places(found) == ["text/one.en.md:1:10"])
    #expect(found.first?.message.contains("example.org") == false)
    #expect(try Self.found("private-printed", "Write to office@example.org.").isEmpty)
  }

  @Test func `A value that another record has in public is no secret`() throws {
    let office = Made.partner("office", "Global Office")
    var partner = Made.partner("partner", line: 3, "Cloud School")
    partner.fields["contact"] = Field(.text("Global Office"), at: Made.place)
    #expect(
      try Self.found("private-printed", "The Global Office helped.", [office, partner]).isEmpty)
    #expect(try Self.found("private-printed", "The Global Office helped.", [partner]).count == 1)
  }

  @Test func `What a table prints is searched too`() throws {
    var trip = Made.record("event", "camp", ["name": .localized(["en": "Camp of Mira Nebel"])])
    trip.fields["role"] = Field(.choice("hosted"), at: Made.place)
    var input = try Made.input(
      records: [Self.person, trip], texts: ["text/one.en.md": "{{camp.name}}"], languages: ["en"],
      composed: true)
    #expect(checks(input).map(\.code).contains("person-without-consent"))
    input.compositions = [:]
    #expect(!checks(input).map(\.code).contains("person-without-consent"))
  }
}
