import Archive
import Checking
import DocumentModel
import Foundation
import HTMLWriter
import PDFFinishing
import PageLayout
import Records
import ReportComposition
import Typesetting

/// One outline in one language, and how far it is taken.
struct Edition: Sendable {
  /// How far an edition is taken.
  enum Output: Sendable {
    /// Composed only.
    case document
    /// Laid out, to find problems, and dropped.
    case trial
    /// Pages as a PDF.
    case pages(Pages)
    /// Pages as a PDF, and imposed on sheets as another.
    case booklet
    /// Pages as a file for a press.
    case press
  }
  /// What a PDF of pages claims and carries.
  enum Pages: Sendable {
    /// PDF/A-2a with PDF/UA-1.
    case plain
    /// PDF/A-3a with PDF/UA-1 and these files.
    case archival([Attachment])
  }
  var outline: ReportOutline
  var language: String
  var output: Output
  /// What is drawn over its pages in a proof; empty for none.
  var proof: [ProofLayer] = []

  /// Whether pages are written over which a proof can be drawn.
  var hasPages: Bool {
    switch output {
    case .document, .trial, .press: false
    case .pages, .booklet: true
    }
  }
  /// Whether its pages are made for a press.
  var isForPress: Bool {
    if case .press = output { true } else { false }
  }
  /// The language beside it and how they stand together; nil for an edition in one language.
  var second: (language: String, form: BilingualForm)?
}

/// What became of an edition: only bytes and words leave its task.
struct EditionResult: Sendable {
  /// A PDF.
  struct File: Sendable {
    var name: String
    var pages: Int
    var bytes: [UInt8]
  }
  var format: ReportOutline.Format
  var language: String
  var composition: Composition
  var document: ReportDocument { composition.document }
  var problems: [Diagnostic] = []
  /// The pictures on its pages, each where it is coarsest.
  var printedPictures: [PrintedPicture] = []
  var files: [File] = []
  var fault: PublishingFailure?
  var steps: [Step] = []
}

/// Measures a step.
struct Stopwatch {
  private let start = ContinuousClock.now

  var seconds: Double {
    let parts = (ContinuousClock.now - start).components
    return Double(parts.seconds) + Double(parts.attoseconds) / 1e18
  }
}

/// Makes editions side by side, each with fonts of its own; the results are in the given order.
/// Paragraphs that a store has, or that two editions share, are broken once.
func make(
  _ editions: [Edition], fonts: URL, from report: LoadedReport,
  paragraphs: ParagraphStore? = nil,
  progress: @escaping @Sendable (Step) -> Void
) async -> [EditionResult] {
  paragraphs?.beginBuild()
  return await withTaskGroup(of: (Int, EditionResult).self) { group in
    for (index, edition) in editions.enumerated() {
      group.addTask {
        var maker = EditionMaker(edition: edition, report: report, progress: progress)
        maker.run(fonts: fonts, reusing: paragraphs)
        return (index, maker.result)
      }
    }
    var results: [(Int, EditionResult)] = []
    for await result in group { results.append(result) }
    return results.sorted { $0.0 < $1.0 }.map(\.1)
  }
}

/// The web edition of the composed reports; `pdfFolder` is where the PDFs lie, from the web
/// edition's parent, and nil where there are none to link to. A trial only finds what is wrong.
func webFiles(
  of report: LoadedReport, _ results: [EditionResult], pdfFolder: String?,
  isTrial: Bool = false
) throws(PublishingFailure) -> [FileEntry] {
  let editions = results.filter { $0.format == report.outline.format }
  var settings = WebSettings(design: report.design(of: report.outline))
  if let pdfFolder {
    for edition in editions {
      let name = report.folder.name + "." + edition.language + ".pdf"
      settings.pdfLinks[edition.document.language] = "../../" + pdfFolder + percentEncoded(name)
    }
  }
  let files: [WebFile]
  do throws(HTMLWritingError) {
    files = try webEdition(of: editions.map(\.document), settings: settings)
  } catch {
    throw webFailure(error, in: report)
  }
  guard !isTrial else { return [] }
  var entries: [FileEntry] = []
  for file in files {
    switch file.content {
    case .bytes(let bytes): entries.append(FileEntry(path: file.path, bytes: bytes))
    case .copy(let path):
      entries.append(FileEntry(path: file.path, content: .file(URL(fileURLWithPath: path))))
    case .picture(let picture):
      entries.append(FileEntry(path: file.path, bytes: try bytes(of: picture, in: report)))
    }
  }
  return entries
}

/// A file's name as a part of an address (RFC 3986, 2.3).
private func percentEncoded(_ name: String) -> String {
  let plain = CharacterSet(
    charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
  return name.addingPercentEncoding(withAllowedCharacters: plain) ?? name
}

/// The size of a file in bytes; 0 where there is none.
func fileSize(_ path: String) -> Int {
  var status = stat()
  return stat(path, &status) == 0 ? Int(status.st_size) : 0
}
