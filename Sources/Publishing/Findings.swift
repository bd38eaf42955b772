import Archive
import Checking
import Foundation
import Ledger
import Records
import ReportComposition

/// What the checks find in a report and in what was composed of it.
func findings(
  of report: LoadedReport, _ results: [EditionResult]
) -> [Diagnostic] {
  var input = CheckInput(
    outline: report.outline, vocabulary: report.vocabulary, book: report.book,
    texts: report.files.texts, compositions: compositions(results, of: report.outline))
  input.brochure = report.brochure
  if let brochure = report.brochure, brochure.format != report.outline.format {
    input.brochureCompositions = compositions(results, of: brochure)
  }
  input.notes = report.outline.notes
  input.smallCounts = report.outline.suppression.map {
    SmallCounts(below: Double($0.below), kinds: $0.kinds)
  }
  let (translations, problems) = translationLedger(of: report)
  input.translations = translations
  input.digests = digests(of: report, isComplete: true)
  input.printedPictures = results.flatMap(\.printedPictures)
  return problems + checks(input)
}

/// The problems that are told, without those that the report switches off with a reason.
func told(_ problems: [Diagnostic], _ report: LoadedReport, isComplete: Bool) -> [Diagnostic] {
  CheckCatalogue.applying(
    off: report.outline.checksOff, to: problems, at: report.outline.place,
    isComplete: isComplete
  ).inOrder()
}

private func compositions(
  _ results: [EditionResult], of outline: ReportOutline
) -> [String: Composition] {
  Dictionary(
    results.filter { $0.format == outline.format }.map { ($0.language, $0.composition) },
    uniquingKeysWith: { first, _ in first })
}

/// The confirmed translations; nil where the report keeps no such file.
private func translationLedger(of report: LoadedReport) -> (TranslationLedger?, [Diagnostic]) {
  guard report.folder.holds(TranslationLedger.fileName),
    let text = report.folder.text(of: TranslationLedger.fileName)
  else { return (nil, []) }
  let (ledger, problems) = TranslationLedger.parse(text)
  return (ledger, problems)
}

/// The digests of the texts and, for a whole check, of the files that evidence names.
private func digests(of report: LoadedReport, isComplete: Bool) -> [String: String] {
  var digests = report.files.texts.mapValues { ContentDigest.sha256(Array($0.utf8)) }
  guard isComplete, report.vocabulary.kind("evidence")?.field("file") != nil else {
    return digests
  }
  for record in report.book.records(kind: "evidence") {
    guard case .text(let path)? = record.fields["file"]?.value else { continue }
    do throws(ReportFolder.Failure) {
      digests[path] = ContentDigest.sha256(try report.folder.bytes(of: path))
    } catch {
      // A file that cannot be read has no digest, and the check tells so.
      continue
    }
  }
  return digests
}

/// Notes in `translations.tsv` that translations are up to date; gives their number.
///
/// The file is written whole or not at all. Throws wrong use where a text is none of the report's.
public func confirmTranslations(
  of report: LoadedReport, only: [String]?
) throws(PublishingFailure) -> Int {
  let paths = report.files.texts.keys.sorted()
  for path in only ?? [] where !paths.contains(path) {
    throw .use(
      "unknown-text", "\"\(path)\" is no text of the report",
      hint: Spelling.hint(for: path, among: paths))
  }
  let (kept, problems) = translationLedger(of: report)
  guard !problems.hasErrors else { throw PublishingFailure(.content, problems) }
  let before = kept ?? TranslationLedger([])
  let after = before.confirming(
    paths, languages: report.outline.languages, digests: digests(of: report, isComplete: false),
    only: only)
  let file = report.folder.root.appendingPathComponent(TranslationLedger.fileName)
  do throws(ArchiveError) {
    try AtomicWrite.file(Array(after.text.utf8), to: file)
  } catch {
    throw writingFailure(error)
  }
  return only?.count ?? after.entries.count
}
