import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct PatternTests {
  private static let address = "https://example.org/made-up/2031"

  private func fixture() throws -> Fixture {
    let fixture = try Fixture()
    try fixture.edit(
      "report.yaml", "languages: [en, zh]", "languages: [en, zh]\nweb: \(Self.address)")
    try fixture.edit(
      "report.yaml", "blocks: [definitions, sources]", "blocks: [definitions, colophon]")
    return fixture
  }

  @Test func `another program reads the code off the rendered page`() async throws {
    let fixture = try fixture()
    _ = try await fixture.built([.pdf])
    let pdf = fixture.output.appendingPathComponent("made-up-2031.en.pdf").path
    let picture = fixture.around.appendingPathComponent("page").path
    // The last page alone, as a scanner of 200 dots an inch would see it.
    let script = """
      set -e
      last=$(pdfinfo "$1" | awk '/^Pages:/ { print $2 }')
      pdftoppm -r 200 -f "$last" -l "$last" -singlefile -png "$1" "$2"
      zbarimg --quiet --raw "$2.png" > "$2.txt" 2> /dev/null
      """
    try run("/bin/bash", ["-c", script, "bash", pdf, picture])
    let read = try String(contentsOfFile: picture + ".txt", encoding: .utf8)
    #expect(read.split(separator: "\n") == [Substring(Self.address)])
  }

  @Test func `the hash is that of the exported records, in every language and theme`() async throws
  {
    let fixture = try fixture()
    let report = try #require(try fixture.reading().report)
    let hash = dataHash(of: report)
    let data = LedgerExport.json(report.book, vocabulary: report.vocabulary)
    try Data(data).write(to: fixture.around.appendingPathComponent("records.json"))
    let check = try annals(["hash", fixture.path, "--expect", String(hash.prefix(16))])
    #expect(check.code == 0 && check.output == "\(hash)  records.json\n")
    try "\(hash)  records.json\n".write(
      to: fixture.around.appendingPathComponent("sum"), atomically: true, encoding: .utf8)
    try run(
      "/bin/bash",
      ["-c", "cd \"$1\" && sha256sum --check --quiet sum", "bash", fixture.around.path])
    for language in ["en", "zh"] {
      let text = "\(report.composition(in: language).document.sections)"
      #expect(text.contains(String(hash.prefix(8)) + " " + String(hash.dropFirst(8).prefix(8))))
    }
  }

  @Test func `other data have another hash, and the command says so`() throws {
    let fixture = try fixture()
    let before = dataHash(of: try #require(try fixture.reading().report))
    try fixture.edit("records/events.yaml", "participants: ", "participants: 1")
    let after = try annals(["hash", fixture.path, "--expect", before])
    #expect(after.code == 1)
    #expect(after.errors.contains("other-hash"))
    #expect(try annals(["hash", fixture.path, "--expect", "xyz"]).code == 2)
  }

  @Test func `prose alone does not change the hash`() throws {
    let fixture = try fixture()
    let before = dataHash(of: try #require(try fixture.reading().report))
    try fixture.edit("report.yaml", "Made-up international report", "Another title")
    #expect(dataHash(of: try #require(try fixture.reading().report)) == before)
  }

  @Test func `a cover's picture that is not there is an error at its line`() async throws {
    let fixture = try fixture()
    try fixture.edit(
      "report.yaml", "languages: [en, zh]",
      "languages: [en, zh]\ncover:\n  image: images/gate.jpg\n  alt: {en: A gate, zh: 门}\n  licence: CC0"
    )
    let problem = try #require(
      try await fixture.problems().first { $0.message.contains("images/gate.jpg") })
    #expect(problem.severity == .error && problem.place?.file == "report.yaml")
    #expect(problem.place?.line == 10 && problem.hint != nil)
  }
}
