import Records
import Testing

@testable import Checking

@Suite struct TranslationLedgerTests {
  static func digest(_ letter: Character) -> String { String(repeating: letter, count: 64) }
  static let texts = ["text/one.en.md": "One.", "text/one.zh.md": "一。"]

  static func found(_ source: Character, _ translation: Character) throws -> [Diagnostic] {
    var input = try Made.input(texts: texts)
    input.digests = ["text/one.en.md": digest(source), "text/one.zh.md": digest(translation)]
    input.translations = TranslationLedger([
      .init(path: "text/one.zh.md", source: digest("a"), translation: digest("b"))
    ])
    return checks(input)
  }

  @Test func `A translation is stale when only its source has changed`() throws {
    let found = try Self.found("c", "b")
    #expect(found.map(\.code) == ["stale-translation"])
    #expect(places(found) == ["text/one.zh.md"])
  }

  @Test func `A translation whose source is as it was is fine`() throws {
    #expect(try Self.found("a", "b").isEmpty)
    #expect(try Self.found("a", "d").isEmpty)
  }

  @Test func `A translation that has changed with its source is to be confirmed`() throws {
    #expect(try Self.found("c", "d").map(\.code) == ["unconfirmed-translation"])
  }

  @Test func `A report without the file is left alone, one with an empty file is not`() throws {
    var input = try Made.input(texts: Self.texts)
    input.digests = ["text/one.en.md": Self.digest("a"), "text/one.zh.md": Self.digest("b")]
    #expect(checks(input).isEmpty)
    input.translations = TranslationLedger()
    #expect(checks(input).map(\.code) == ["unconfirmed-translation"])
  }

  @Test func `The file is read as it was written, and lines that are broken are told`() {
    let ledger = TranslationLedger().confirming(
      Array(Self.texts.keys) + ["text/two.en.md"], languages: ["en", "zh"],
      digests: ["text/one.en.md": Self.digest("a"), "text/one.zh.md": Self.digest("b")])
    #expect(ledger.entries.map(\.path) == ["text/one.zh.md"])
    let again = TranslationLedger.parse(ledger.text)
    #expect(again.ledger == ledger)
    #expect(again.problems.isEmpty)
    let broken = TranslationLedger.parse(ledger.text + "# a remark\ntext/two.zh.md\tabc\n")
    #expect(places(broken.problems) == ["translations.tsv:4"])
    #expect(broken.problems.map(\.code) == ["bad-translations"])
    #expect(broken.ledger == ledger)
  }

  @Test func `One translation can be confirmed alone`() {
    let digests = ["text/one.en.md", "text/one.zh.md", "text/two.en.md", "text/two.zh.md"]
    let all = Dictionary(uniqueKeysWithValues: digests.map { ($0, Self.digest("e")) })
    let ledger = TranslationLedger().confirming(
      digests, languages: ["en", "zh"], digests: all, only: ["text/two.zh.md"])
    #expect(ledger.entries.map(\.path) == ["text/two.zh.md"])
  }
}
