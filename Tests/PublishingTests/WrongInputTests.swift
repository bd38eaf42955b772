import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

/// One thing wrong with a report, and where the message must point.
struct WrongInput: Sendable, CustomTestStringConvertible {
  var name: String
  var file: String
  var old: String
  var new: String
  /// What the message must quote.
  var quoted: String
  /// The file of the place, where it is not the edited one.
  var at: String?
  /// The line of the place.
  var line: Int
  var testDescription: String { name }
}

@Suite struct WrongInputTests {
  static let cases = [
    WrongInput(
      name: "a wrong cell in YAML", file: "records/events.yaml", old: "117", new: "1l7",
      quoted: "1l7", line: 7),
    WrongInput(
      name: "a wrong cell in CSV", file: "records/partners.csv", old: "college,BG",
      new: "colege,BG",
      quoted: "colege", line: 2),
    WrongInput(
      name: "an unknown field", file: "records/events.yaml", old: "participants: 117",
      new: "particpants: 117", quoted: "particpants", line: 7),
    WrongInput(
      name: "an unknown kind", file: "records/events.yaml", old: "training:", new: "trainin:",
      quoted: "trainin", line: 13),
    WrongInput(
      name: "a dangling reference", file: "records/centres.yaml", old: "host: partner-one",
      new: "host: partner-on", quoted: "partner-on", line: 4),
    WrongInput(
      name: "an unknown place", file: "records/partners.csv", old: ",BG,", new: ",QQ,",
      quoted: "QQ", line: 2),
    WrongInput(
      name: "a bad date", file: "records/events.yaml", old: "2031-05-06", new: "2031-02-30",
      quoted: "2031-02-30", line: 12),
    WrongInput(
      name: "an unknown figure in prose", file: "text/centres.en.md",
      old: "{{centres.total|words}}",
      new: "{{centres.totl}}", quoted: "centres.totl", line: 1),
    WrongInput(
      name: "an unknown key of the outline", file: "report.yaml", old: "cut_off:", new: "cutoff:",
      quoted: "cutoff", line: 6),
    WrongInput(
      name: "a missing text", file: "report.yaml", old: "prose: centres", new: "prose: centers",
      quoted: "centers", line: 16),
    WrongInput(
      name: "a private field in prose", file: "text/centres.en.md",
      old: "{{camp-one.participants}}", new: "{{partner-one.contact}}",
      quoted: "partner-one.contact", line: 1),
    WrongInput(
      name: "a character that no font has", file: "text/centres.en.md", old: "Its camp",
      new: "Its \u{13000} camp", quoted: "U+13000", line: 1),
  ]

  @Test(arguments: cases)
  func isAnErrorWithItsPlaceAndAHint(_ wrong: WrongInput) async throws {
    let fixture = try Fixture()
    try fixture.edit(wrong.file, wrong.old, wrong.new)
    let problems = try await fixture.problems()
    let errors = problems.filter { $0.severity == .error && $0.message.contains(wrong.quoted) }
    let error = try #require(errors.first, "no error quotes it: \(problems)")
    #expect(error.place?.file == wrong.at ?? wrong.file)
    #expect(error.place?.line == wrong.line)
    #expect(error.hint != nil)
  }

  @Test func theMadeUpReportItselfHasNoErrors() async throws {
    let problems = try await Fixture().problems().filter { $0.severity == .error }
    #expect(problems.isEmpty, "\(problems)")
  }

  @Test func everyProblemOfARunIsReportedAtOnce() async throws {
    let fixture = try Fixture()
    for wrong in Self.cases.prefix(2) { try fixture.edit(wrong.file, wrong.old, wrong.new) }
    try fixture.edit("text/centres.zh.md", "{{centres.total}}", "{{centres.totl}}")
    let messages = try await fixture.problems().map(\.message).joined(separator: "\n")
    #expect(messages.contains("1l7"))
    #expect(messages.contains("colege"))
    #expect(messages.contains("centres.totl"))
  }

  @Test func anEmptyRecordsFileIsAProblem() async throws {
    let fixture = try Fixture()
    try fixture.write("records/events.yaml", "")
    let problems = try await fixture.problems()
    let problem = try #require(problems.first { $0.place?.file == "records/events.yaml" })
    #expect(problem.hint != nil)
  }

  @Test func aTextThatIsNotUTF8IsAProblem() async throws {
    let fixture = try Fixture()
    try fixture.write("text/centres.en.md", bytes: [0x61, 0x0A, 0x62, 0xFF, 0x63])
    let problems = try await fixture.problems()
    let problem = try #require(problems.first { $0.place?.file == "text/centres.en.md" })
    #expect(problem.severity == .error)
    #expect(problem.place?.line == 2)
  }
}
