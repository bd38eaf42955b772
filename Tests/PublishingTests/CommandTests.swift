import Foundation
import Testing

@Suite struct CommandTests {
  @Test func theVersionIsPrinted() throws {
    let run = try annals(["--version"])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("annals "))
  }

  @Test(arguments: [
    ["nonsense"], ["build"], ["build", "/nowhere"], ["check", "/nowhere", "--json"],
    ["build", "/nowhere", "--to", "papyrus"], ["figures", "/nowhere", "--shout"],
    ["archive", "verify", "/nowhere"],
  ])
  func wrongUseIsTwo(arguments: [String]) throws {
    let run = try annals(arguments)
    #expect(run.code == 2, "\(run.errors)")
    #expect(!run.errors.isEmpty)
    #expect(run.output.isEmpty)
  }

  @Test func aGoodReportIsZeroAndABadOneOne() throws {
    let fixture = try Fixture()
    #expect(try annals(["check", fixture.path]).code == 0)
    try fixture.edit("records/events.yaml", "117", "1l7")
    let bad = try annals(["check", fixture.path])
    #expect(bad.code == 1)
    #expect(bad.errors.contains("\(fixture.path)/records/events.yaml:7:"))
    #expect(bad.errors.contains("participants: 1l7\n"))
    #expect(bad.errors.contains("^\n  hint: "))
    #expect(bad.errors.hasSuffix("1 error\n"))
    #expect(!bad.errors.contains("\u{1B}"))
  }

  @Test func problemsAsJSONAreOnStandardOutput() throws {
    let fixture = try Fixture()
    try fixture.edit("records/events.yaml", "117", "1l7")
    let run = try annals(["check", fixture.path, "--json"])
    #expect(run.code == 1)
    let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
    let problems = try #require(object?["problems"] as? [[String: Any]])
    #expect(problems.first?["file"] as? String == "records/events.yaml")
    #expect(problems.first?["line"] as? Int == 7)
    #expect(object?["errors"] as? Int == 1)
  }

  @Test func aBuildInAPipeIsQuietAndListsWhatWasMade() throws {
    let fixture = try Fixture()
    let run = try annals(
      ["build", fixture.path, "--output", fixture.output.path, "--lang", "en"])
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.isEmpty)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines.first?.hasPrefix("\(fixture.output.path)/made-up-2031.en.pdf (") == true)
    #expect(lines.first?.contains("pages, ") == true)
  }

  @Test func timingsAreOnStandardError() throws {
    let fixture = try Fixture()
    let run = try annals(
      ["build", fixture.path, "--output", fixture.output.path, "--to", "html", "--timings"])
    #expect(run.code == 0)
    #expect(run.errors.contains(" ms\n"))
  }

  @Test func theNearestFigureIsSuggested() throws {
    let fixture = try Fixture()
    let run = try annals(["explain", fixture.path, "centers.total"])
    #expect(run.code == 2)
    #expect(run.errors.contains("centres.total"))
  }
}
