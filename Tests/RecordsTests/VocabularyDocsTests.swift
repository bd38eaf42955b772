import Foundation
import Testing

@testable import Records

@Suite struct VocabularyDocsTests {
  @Test func `docs/vocabulary.md is what the vocabulary says`() throws {
    let node = try yaml("{base: cooperation, extend: [statutory-cn-2019]}")
    let (vocabulary, files, _) = Vocabulary.load(node, read: noFile)
    let made = try VocabularyDocs.markdown(
      vocabulary: try #require(vocabulary), indicators: files)
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../docs/vocabulary.md").standardizedFileURL
    let isCurrent = FileManager.default.contents(atPath: file.path) == Data(made.utf8)
    // The new page is written, so that running the tests again passes; the diff is for review.
    if !isCurrent { try Data(made.utf8).write(to: file) }
    #expect(isCurrent, "docs/vocabulary.md was out of date and is made anew")
  }

  @Test func `The page names every kind, field, word and indicator`() throws {
    var vocabulary = try Vocabulary.parse(
      Array(
        """
        vocabulary: own
        languages: [en, zh]
        kinds:
          loan:
            plural: loans
            names: {en: loan, zh: 借阅}
            public_if: heads
            fields:
              heads: {type: quantity, required: true, names: {en: a|b, zh: 人次}, help: {en: Count all.}}
              who: {type: reference, to: [loan], list: true, private: true, names: {en: who}}
              kind: {type: choice, names: {en: kind}, choices: {book: {en: a book, zh: 图书}}}
        """.utf8), file: "own.yaml")
    vocabulary.places = [:]
    let page = try VocabularyDocs.markdown(
      vocabulary: vocabulary,
      indicators: [
        (
          "i.yaml",
          Array(
            """
            indicators:
              loans.total:
                names: {en: Loans, zh: 借阅量}
                definitions: {en: All loans., zh: 全部借阅。}
                units: {en: loan|loans, zh: 次}
                kind: flow
            """.utf8)
        )
      ])
    for text in [
      "| [`loan`](#loan) | `loans` | loan | 借阅 |",
      "| `heads` * | quantity | a\\|b<br>Count all. | 人次 |",
      "| `who` | loan, list, private | who |", "`kind`: `book` a book / 图书.",
      "A record without `heads` is private as a whole.", "### `loans.total`",
      "**Loans · 借阅量** (flow; loan|loans · 次)", "全部借阅。",
    ] {
      #expect(page.contains(text), "\(text)")
    }
    #expect(!page.contains("## Places"))
  }
}
