import DocumentModel
public import Ledger
public import Records

/// Composes a report in one language; nothing is read but the arguments, and problems are
/// collected, not thrown.
public func compose(
  outline: ReportOutline, language: String, book: LedgerBook, vocabulary: Vocabulary,
  files: ReportFiles, imprint: Imprint = Imprint()
) -> Composition {
  var composer = Composer(
    outline: outline, language: language, book: book, terms: Terminology(vocabulary),
    files: files)
  composer.imprint = imprint
  let document = composer.document()
  return Composition(
    document: document, problems: composer.problems, values: composer.values,
    sums: composer.sums)
}

/// The state of one composition: counters, problems, and every value printed so far.
struct Composer {
  let outline: ReportOutline
  let language: String
  let book: LedgerBook
  let terms: Terminology
  let files: ReportFiles
  let wording: Wording
  let resolver: ValueResolver
  /// What is said of how the edition was made.
  var imprint = Imprint()
  var problems: [Diagnostic] = []
  var values: [ValueReference] = []
  var sums: [PrintedSum] = []
  var tables = 0
  var figures = 0
  var notes = 0
  var anchors: Set<String> = []
  var references: [(anchor: String, place: Place)] = []
  var openNotes: Set<Int> = []
  /// Where the notes of the section being made stand, and how many stand behind the text.
  var notePlacement = NotePlacement.foot
  var endNotes = 0
  /// How many of them stand before the last place for end notes, which prints them.
  var printedEndNotes = 0
  /// Which of the printed values stand in each section of the outline.
  var sectionValues: [String: Range<Int>] = [:]
  /// The indexes asked for, in order.
  var indexes: [OutlineIndex] = []
  /// Whether cells of a table of records are being made, which begin with a capital.
  var isInTable = false
  /// The colours of figures in charts, by their ids.
  let colours: [String: Int]
  /// The colours of the parts of figures in charts, by the last name of the field and their keys.
  var partColours: [String: [String: Int]] = [:]
  /// The section whose content is being made, and the number of its anchors so far.
  var sectionAnchor = ""
  var sectionParts = 0

  init(
    outline: ReportOutline, language: String, book: LedgerBook, terms: Terminology,
    files: ReportFiles
  ) {
    self.outline = outline
    self.language = language
    self.book = book
    self.terms = terms
    self.files = files
    colours = outline.seriesColours
    wording = Wording.of(language) ?? .english
    resolver = ValueResolver(
      language: language, wording: wording, outline: outline, book: book, terms: terms)
  }

  mutating func document() -> ReportDocument {
    notePlacement = outline.notePlacement
    let made = outline.sections.map { section($0) }
    let sections = finished(numbered(withEndNotes(made)))
    checkReferences()
    var document = ReportDocument(
      language: wording.tag, metadata: metadata, cover: cover(), lists: frontLists(of: sections),
      sections: sections, words: wording.words)
    document.cover.picture = coverPicture()
    document.contents = outline.contents
    document.web = webEditionLink
    return document
  }

  private var metadata: Metadata {
    Metadata(
      title: outline.title[language] ?? "", institution: outline.institution[language] ?? "",
      period: book.period, cutOff: book.cutOff, subject: outline.subject[language] ?? "",
      keywords: outline.keywords[language] ?? [], created: outline.created)
  }

  private func cover() -> Cover {
    Cover(
      title: outline.title[language] ?? "", subtitle: outline.subtitle[language] ?? "",
      institution: outline.institution[language] ?? "", period: book.period, field: placeField())
  }

  private mutating func checkReferences() {
    let known = anchors.sorted()
    for (anchor, place) in references where !anchors.contains(anchor) {
      report(
        "unknown-anchor", "nothing in the report has the anchor \"\(anchor)\"", place,
        hint: Spelling.hint(for: anchor, among: known))
    }
  }

  mutating func report(
    _ code: String, _ message: String, _ place: Place?, hint: String? = nil,
    _ severity: Diagnostic.Severity = .error
  ) {
    problems.append(Diagnostic(severity, code: code, message, at: place, hint: hint))
  }

  /// Keeps an anchor, which must be the only one of its name.
  mutating func claim(_ anchor: String, _ place: Place) {
    if !anchors.insert(anchor).inserted {
      report("duplicate-anchor", "the anchor \"\(anchor)\" is used twice", place)
    }
  }

  /// An anchor for what names none itself; the same in every language.
  mutating func nextAnchor(_ what: String) -> String {
    sectionParts += 1
    return "\(what)-\(sectionAnchor)-\(sectionParts)"
  }

  /// A value by its name, or nil after reporting why not.
  mutating func value(_ expression: String, _ place: Place) -> ValueReference? {
    do {
      let answer = try resolver.resolve(expression)
      if let warning = answer.warning { say(warning, place) }
      values.append(answer.value)
      return answer.value
    } catch {
      say(error, place)
      return nil
    }
  }

  private mutating func say(_ problem: ValueResolver.Problem, _ place: Place) {
    report(problem.code, problem.message, place, hint: problem.hint, problem.severity)
  }

  /// Keeps a value that was made without the resolver.
  mutating func printed(_ value: ValueReference) -> Inline {
    values.append(value)
    return .value(value)
  }
}
