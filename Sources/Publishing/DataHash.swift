import Archive
import Foundation
import Ledger
import Records
import ReportComposition
import Themes

/// The program, as archives, proofs and colophons name it.
public enum Program {
  /// Its version.
  public static let version = "0.1.0"
}

/// The SHA-256 of the data that a report is made of, in lower-case hexadecimal: that of the bytes of
/// `records.json`, which holds every figure and the public records behind it.
///
/// It is the same in every language, edition, theme and medium, and equals what `sha256sum` prints of
/// the `records.json` of an export, of an archive or attached to an archival PDF.
public func dataHash(of report: LoadedReport) -> String {
  dataHash(of: report.book, report.vocabulary)
}

func dataHash(of book: LedgerBook, _ vocabulary: Vocabulary) -> String {
  let digest = DataDigest()
  LedgerExport.json(book, vocabulary: vocabulary) { digest.add($0) }
  return digest.finished()
}

/// Compares a report's hash with one that was printed: whole or its first digits, with or without
/// spaces between them, in either case.
///
/// - Throws: Wrong use where what is expected is no such hash; a failure of the content where it is
///   another.
public func checkHash(
  of report: LoadedReport, against expected: String
) throws(PublishingFailure) -> String {
  let digits = expected.lowercased().filter { !$0.isWhitespace }
  let isHash =
    (8...64).contains(digits.utf8.count)
    && digits.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) }
  guard isHash else {
    throw .use(
      "bad-hash", "\"\(expected)\" is no hash",
      hint: "write its 64 digits from 0 to f, or at least the first 8 of them")
  }
  let hash = dataHash(of: report)
  guard hash.hasPrefix(digits) else {
    throw PublishingFailure(
      .content,
      [
        Diagnostic(
          .error, code: "other-hash", "the hash of the data is \"\(hash)\"",
          at: Place(file: report.folder.outlineFile),
          hint: "these are not the data of which \"\(digits)\" was printed: look at what changed")
      ])
  }
  return hash
}

extension LoadedReport {
  /// What the colophon and the signature page of an outline say of how it was made.
  func imprint(of outline: ReportOutline) -> Imprint {
    guard outline.printsDigest else { return Imprint() }
    let design = design(of: outline)
    let latin = [design[FaceToken.serif], design[.sans]]
    let chinese = ["Annals Serif SC", "Annals Sans SC"]
    let shipped: Set = ["Source Serif Pro", "Source Sans Pro"]
    return Imprint(
      version: Program.version, digest: dataDigest,
      fonts: ["en": latin, "zh": chinese + latin, "zh-Hans": chinese + latin],
      fontLicence: shipped.isSuperset(of: latin) ? "SIL Open Font License 1.1" : "")
  }
}
