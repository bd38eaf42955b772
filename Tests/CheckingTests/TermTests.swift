import Records
import ReportComposition
import Testing

@testable import Checking

@Suite struct TermTests {
  static let records = [
    Made.partner(
      "nebelheim", "Nebelheim University", "云山职业技术学院", aliases: ["Nebelhaim University"]),
    Made.record("event", "forum", ["name": .localized(["en": "Cloud Dialogue Forum 2031"])]),
  ]

  static func found(_ text: String, _ language: String = "en") throws -> [Diagnostic] {
    try Made.found(
      "unlike-name", records: records, texts: ["text/one.\(language).md": text],
      languages: [language])
  }

  @Test func `A name a letter off is told where it stands`() throws {
    let found = try Self.found("We met\nat Nebelhiem University’s gate.")
    #expect(places(found) == ["text/one.en.md:2:4"])
    #expect(found.first?.hint?.contains("{{nebelheim.name}}") == true)
  }

  @Test(arguments: [
    "At Nebelheim University.", "At NEBELHEIM UNIVERSITY.", "At Nebelhaim University.",
    "Two Nebelheim Universities", "The Cloud Dialogue Forum 2030", "a nebelhiem university",
    "Nebula University",
  ])
  func `The name, its aliases and other names are fine`(_ text: String) throws {
    #expect(try Self.found(text).isEmpty)
  }

  @Test func `What a stated total is called is no name that prose writes`() throws {
    let total = Made.record(
      "stated_total", "stated", ["name": .localized(["en": "Overseas Training Centres Stated"])])
    let found = try Made.found(
      "unlike-name", records: [total],
      texts: ["text/one.en.md": "The Overseas Training Centers Stated here."], languages: ["en"])
    #expect(found.isEmpty)
  }

  @Test func `A Chinese name a character off is told`() throws {
    #expect(places(try Self.found("在云山职业技朮学院。", "zh")) == ["text/one.zh.md:1:2"])
    #expect(try Self.found("在云山职业技术学院和深山职业技术学院。", "zh").isEmpty)
  }

  @Test func `A character that does not show is told in texts and outline`() throws {
    var input = try Made.input(texts: ["text/one.en.md": "One.\nTwo\u{200B}three."])
    var found = checks(input).filter { $0.code == "hidden-character" }
    #expect(places(found) == ["text/one.en.md:2:4"])
    input.texts = ["text/one.en.md": "One."]
    input.outline.title = ["en": "Re\u{202E}port", "zh": "报告"]
    found = checks(input).filter { $0.code == "hidden-character" }
    #expect(places(found) == ["report.yaml"])
    input.outline.title = ["en": "Report", "zh": "报告"]
    #expect(!checks(input).map(\.code).contains("hidden-character"))
  }
}
