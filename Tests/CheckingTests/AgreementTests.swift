import Records
import Testing

@testable import Checking

@Suite struct AgreementTests {
  static func agreement(_ values: [String: Value]) -> Record {
    Made.record("agreement", "pact", line: 3, values)
  }

  static func mobility(_ date: String) -> Record {
    Made.record(
      "mobility", "trip", line: 9, ["agreement": .reference("pact"), "date": Made.date(date)])
  }

  static let pact = agreement([
    "effective": Made.date("2030-03"), "expiry": Made.date("2031-06-30"),
  ])

  @Test(arguments: ["2029", "2030-02-28", "2031-07-01"])
  func `An exchange outside its agreement's time is told at its date`(_ date: String) throws {
    let found = try Made.found("outside-agreement", records: [Self.pact, Self.mobility(date)])
    #expect(places(found) == ["records/made-up.yaml:9:20"])
    #expect(found.first?.severity == .warning)
  }

  @Test(arguments: ["2030", "2030-03", "2031", "2031-06-30"])
  func `A partial date that can lie inside is fine`(_ date: String) throws {
    #expect(
      try Made.found("outside-agreement", records: [Self.pact, Self.mobility(date)]).isEmpty)
  }

  @Test func `An agreement that renews itself does not end`() throws {
    let pact = Self.agreement(["expiry": Made.date("2020"), "auto_renew": .flag(true)])
    #expect(try Made.found("outside-agreement", records: [pact, Self.mobility("2031")]).isEmpty)
  }

  @Test func `An agreement cannot expire before it is signed`() throws {
    let wrong = Self.agreement(["expiry": Made.date("2029"), "signed": Made.date("2030-01-01")])
    let found = try Made.found("agreement-dates", records: [wrong])
    #expect(places(found) == ["records/made-up.yaml:3:10"])
    #expect(found.first?.severity == .error)
    let right = Self.agreement(["expiry": Made.date("2030"), "signed": Made.date("2030-01-01")])
    #expect(try Made.found("agreement-dates", records: [right]).isEmpty)
  }

  @Test func `An agreement that works back is worth a look`() throws {
    let early = Self.agreement(["effective": Made.date("2029"), "signed": Made.date("2030")])
    let found = try Made.found("effective-before-signed", records: [early])
    #expect(places(found) == ["records/made-up.yaml:3:10"])
    let usual = Self.agreement(["effective": Made.date("2030"), "signed": Made.date("2030-05")])
    #expect(try Made.found("effective-before-signed", records: [usual]).isEmpty)
  }
}
