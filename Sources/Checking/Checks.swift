public import Ledger
public import Records
public import ReportComposition

/// What the checks look at: a report that has been read.
public struct CheckInput: Sendable {
  /// The outline.
  public var outline: ReportOutline
  /// The kinds of record and their fields.
  public var vocabulary: Vocabulary
  /// The figures and the records behind them.
  public var book: LedgerBook
  /// Every text of the report by its path relative to the report's folder: `text/glance.en.md`.
  public var texts: [String: String]
  /// The finished composition of each language, by its code.
  public var compositions: [String: Composition]
  /// An input.
  public init(
    outline: ReportOutline, vocabulary: Vocabulary, book: LedgerBook, texts: [String: String],
    compositions: [String: Composition]
  ) {
    self.outline = outline
    self.vocabulary = vocabulary
    self.book = book
    self.texts = texts
    self.compositions = compositions
  }
}
