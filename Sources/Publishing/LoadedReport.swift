public import Ledger
public import Records
public import ReportComposition
import Themes

/// A report that has been read: all that its editions are made from.
public struct LoadedReport: Sendable {
  /// The folder it lies in.
  public let folder: ReportFolder
  /// The outline.
  public let outline: ReportOutline
  /// The outline of the brochure; nil where the report has none.
  public let brochure: ReportOutline?
  /// The themes of the outlines, by their files.
  let designs: [String: Design]
  /// The figures, and the records behind them.
  public let book: LedgerBook
  /// The kinds of record and their fields.
  public let vocabulary: Vocabulary
  /// The files that declare the vocabulary's indicators, as they were read.
  let indicatorSources: [IndicatorSource]
  /// What the editions print beside the records.
  let files: ReportFiles
  /// What is wrong with the pictures that are not in `files`, by path.
  let pictureFaults: [String: UnusedPicture]
  /// The hash of the data, where an outline prints it.
  var dataDigest = ""

  /// The report in one language.
  public func composition(in language: String) -> Composition {
    composition(of: outline, in: language)
  }

  /// The brochure in one language; nil where the report has none.
  public func brochureComposition(in language: String) -> Composition? {
    brochure.map { composition(of: $0, in: language) }
  }

  /// The theme of an outline.
  func design(of outline: ReportOutline) -> Design {
    designs[outline.place.file] ?? Design.read(nil).design
  }

  func composition(of outline: ReportOutline, in language: String) -> Composition {
    var result = compose(
      outline: outline, language: language, book: book, vocabulary: vocabulary, files: files,
      imprint: imprint(of: outline))
    result.problems = result.problems.map { explained($0) }
    return result
  }

  /// A problem with a picture, told by its cause.
  private func explained(_ problem: Diagnostic) -> Diagnostic {
    guard problem.code == "missing-image" else { return problem }
    let path = pictureFaults.keys.sorted().first { problem.message.contains("\"\($0)\"") }
    guard let path, let fault = pictureFaults[path] else { return problem }
    return Diagnostic(
      problem.severity, code: fault.code, "the picture \"\(path)\" \(fault.fact)",
      at: problem.place, hint: fault.hint)
  }
}

/// Why a picture is not used.
struct UnusedPicture: Sendable {
  var code: String
  var fact: String
  var hint: String
}

/// What reading a report gave: the report, where its outline and ledger could be made, and every
/// problem found on the way.
public struct ReportReading: Sendable {
  /// The report; nil where its outline cannot be read or its ledger cannot be made.
  public var report: LoadedReport?
  /// The problems, in the order of their places.
  public var diagnostics: [Diagnostic]
}
