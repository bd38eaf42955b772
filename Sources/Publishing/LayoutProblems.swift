import HTMLWriter
import PageLayout
import Records
import ReportComposition
import Typesetting

/// What the layout cannot do with a report, as a problem with a place; throws where it is not the
/// report's fault.
func layoutProblem(
  _ error: LayoutError, edition: Edition, in report: LoadedReport
) throws -> Diagnostic {
  let file = edition.outline.place.file
  switch error {
  case .duplicateAnchor(let anchor):
    return Diagnostic(
      .error, code: "duplicate-anchor", "the anchor \"\(anchor)\" is used twice",
      at: report.folder.place(of: anchor, in: [file]), hint: "give one of them another anchor")
  case .typesetting(.missingGlyph(let character, let codePoint, _), let context):
    return missingGlyph(character, codePoint, context, edition, report)
  case .unreadableGeography:
    throw PublishingFailure.fault("maps", error)
  case .typesetting(let error, _):
    throw PublishingFailure.fault("typesetting", error)
  }
}

/// What is merely ugly, or was given up for the pages asked for, as a warning with a place.
func layoutWarning(
  _ warning: LayoutWarning, edition: Edition, in report: LoadedReport
) -> Diagnostic {
  let file = edition.outline.place.file
  let pages = report.folder.place(of: "pages:", in: [file]) ?? edition.outline.place
  let message = "\(edition.language): \(warning.message)"
  switch warning.kind {
  case .pagesTraded:
    return Diagnostic(
      .warning, code: "pages-traded", message, at: pages,
      hint: "take \"pages:\" out to have as many as the text needs")
  case .pagesNotMet:
    return Diagnostic(
      .warning, code: "pages-not-met", message, at: pages,
      hint: "ask for a number nearer to it, or change the text")
  case .ugly, .unsettledReference:
    let context = warning.place.isEmpty ? "" : ", in \"\(warning.place)\""
    let code = warning.kind == .ugly ? "layout" : "unsettled-reference"
    return Diagnostic(.warning, code: code, message + context, at: edition.outline.place)
  }
}

extension PageTarget {
  /// What an outline asks for.
  init(_ pages: OutlinePages) {
    switch pages {
    case .exactly(let count): self = .exactly(count)
    case .multiple(let number): self = .multiple(of: number)
    }
  }
}

extension ProofMark {
  /// The mark of a layer.
  init(_ layer: ProofLayer) {
    switch layer {
    case .grid: self = .grid
    case .boxes: self = .boxes
    case .lines: self = .lines
    }
  }
}

private func missingGlyph(
  _ character: String, _ codePoint: UInt32, _ context: String, _ edition: Edition,
  _ report: LoadedReport
) -> Diagnostic {
  let hex = String(codePoint, radix: 16, uppercase: true)
  let name = "U+" + String(repeating: "0", count: max(0, 4 - hex.count)) + hex
  let scalar = Unicode.Scalar(codePoint).map { String($0) } ?? character
  let place = report.folder.place(of: scalar, in: report.sources(of: edition))
  let section = context.isEmpty ? "" : ", in \"\(context)\""
  return Diagnostic(
    .error, code: "no-glyph", "no font has the character \"\(character)\" (\(name))\(section)",
    at: place ?? edition.outline.place,
    hint: "write it otherwise, or add a font that has it to the folder of fonts")
}

extension LoadedReport {
  /// The files whose text an edition prints, those of its language first.
  func sources(of edition: Edition) -> [String] {
    let texts = edition.outline.textPaths
    let own = texts.filter { $0.hasSuffix(".\(edition.language).md") }
    return own + [edition.outline.place.file] + folder.files(under: outline.recordsFolder)
      + outline.indicatorFiles
  }
}

extension ReportFolder {
  /// Where a text first stands in some files; nil where in none.
  func place(of text: String, in files: [String]) -> Place? {
    for file in files {
      guard let source = self.text(of: file) else { continue }
      let lines = source.split(separator: "\n", omittingEmptySubsequences: false)
      for (number, line) in lines.enumerated() {
        guard let found = line.unicodeScalars.firstRange(of: text.unicodeScalars) else { continue }
        let column = line.distance(from: line.startIndex, to: found.lowerBound) + 1
        return Place(file: file, line: number + 1, column: column)
      }
    }
    return nil
  }

  /// The text of a file of the report; nil where it cannot be read as text.
  public func text(of file: String) -> String? {
    do throws(Failure) {
      return String(validating: try bytes(of: file, limit: 16 << 20), as: UTF8.self)
    } catch {
      return nil
    }
  }
}

/// What the web edition cannot do with a report: an address or an anchor at fault is the report's,
/// the rest is ours.
func webFailure(_ error: HTMLWritingError, in report: LoadedReport) -> PublishingFailure {
  let offender: String
  switch error {
  case .refusedAddress(let address, _): offender = address
  case .malformedAnchor(let anchor, _), .duplicateAnchor(let anchor, _),
    .unknownAnchor(let anchor, _):
    offender = anchor
  default: return .fault("the web edition", error)
  }
  let outline = report.outline.place.file
  let place = report.folder.place(of: offender, in: [outline] + report.outline.textPaths)
  return PublishingFailure(
    .content,
    [
      Diagnostic(
        .error, code: "web", error.description, at: place ?? report.outline.place,
        hint: "correct it where it is written")
    ])
}
