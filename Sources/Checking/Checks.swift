public import Ledger
public import Records
public import ReportComposition

/// What the checks look at: a report that has been read.
public struct CheckInput: Sendable {
  /// The outline.
  public var outline: ReportOutline
  /// The outline of the brochure; nil where the report has none.
  public var brochure: ReportOutline?
  /// The kinds of record and their fields.
  public var vocabulary: Vocabulary
  /// The figures and the records behind them.
  public var book: LedgerBook
  /// Every text of the report by its path relative to the report's folder: `text/glance.en.md`.
  public var texts: [String: String]
  /// The finished composition of each language, by its code.
  public var compositions: [String: Composition]
  /// The finished composition of the brochure in each language, by its code.
  public var brochureCompositions: [String: Composition] = [:]
  /// The editor's note on a figure, by indicator and language: why it changed so much, or why its
  /// parts do not add up to it.
  public var notes: [String: [String: String]] = [:]
  /// Which counts are too small to be shown; nil where the report keeps none back.
  public var smallCounts: SmallCounts?
  /// The confirmed translations; nil where the report keeps no such file.
  public var translations: TranslationLedger?
  /// The SHA-256 of every file of the report that was read, in hexadecimal, by path: the texts, and
  /// what evidence names; nil where files were not read.
  public var digests: [String: String]?
  /// The pictures as the pages show them.
  public var printedPictures: [PrintedPicture] = []

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

/// Which counts are too small to be shown.
public struct SmallCounts: Hashable, Sendable {
  /// Counts from 1 to one less than this are kept back.
  public var below: Double
  /// The kinds of record whose counts are kept back.
  public var kinds: [String]
  /// A rule for small counts.
  public init(below: Double, kinds: [String]) {
    self.below = below
    self.kinds = kinds
  }
}

/// Every problem that the checks find in a report, in the order of places.
///
/// What readers, composition and layout find is not repeated; `CheckCatalogue` knows the codes of
/// all. Checks that the report switches off are still in it: see `CheckCatalogue.applying`.
public func checks(_ input: CheckInput) -> [Diagnostic] {
  let context = CheckContext(input)
  var problems: [Diagnostic] = []
  problems += context.agreementProblems()
  problems += context.duplicatePartnerProblems()
  problems += context.similarPartnerProblems()
  problems += context.lookAlikeProblems()
  problems += context.partsProblems()
  problems += context.statedTwiceProblems()
  problems += context.noteProblems()
  problems += context.tableTotalProblems()
  problems += context.mixedUnitProblems()
  problems += context.changeProblems()
  problems += context.suppressionProblems()
  problems += context.proseNumberProblems()
  problems += context.flowAsOfProblems()
  problems += context.claimRecordProblems()
  problems += context.claimWordProblems()
  problems += context.privacyProblems()
  problems += context.localizedProblems()
  problems += context.textPairProblems()
  problems += context.translationProblems()
  problems += context.termProblems()
  problems += context.hiddenTextProblems()
  problems += context.mediaProblems()
  problems += context.evidenceProblems()
  return problems.inOrderOfPlaces()
}

extension [Diagnostic] {
  /// Sorted by place, then by code and message, each problem once.
  func inOrderOfPlaces() -> [Diagnostic] {
    var seen = Set<Diagnostic>()
    return filter { seen.insert($0).inserted }.sorted { a, b in
      let (left, right) = (a.place ?? Place(file: ""), b.place ?? Place(file: ""))
      if left != right { return left < right }
      return (a.code, a.message) < (b.code, b.message)
    }
  }
}
