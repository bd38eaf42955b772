import DisplayList
import DocumentModel
import Fonts
import Foundation
import Geometry
import PDFFinishing
import PDFPainter
import PageLayout
import Press
import Records
import ReportComposition
import Typesetting

/// Takes one edition from its outline to bytes.
struct EditionMaker {
  let edition: Edition
  let report: LoadedReport
  let progress: @Sendable (Step) -> Void
  var result: EditionResult

  init(edition: Edition, report: LoadedReport, progress: @escaping @Sendable (Step) -> Void) {
    self.edition = edition
    self.report = report
    self.progress = progress
    let composition = report.composition(of: edition.outline, in: edition.language)
    result = EditionResult(
      format: edition.outline.format, language: edition.language, composition: composition,
      problems: composition.problems)
  }

  /// Lays out, paints and finishes, as far as the edition is to be taken and as it has no errors.
  mutating func run(fonts: URL) {
    if case .document = edition.output { return }
    do {
      guard let pages = try layOut(fonts), !result.problems.hasErrors else { return }
      switch edition.output {
      case .document, .trial: return
      case .pages(let kind): try finish(pages, as: nil, kind)
      case .booklet:
        try finish(pages, as: "brochure", .plain)
        let sheets = try timed("impose") { try saddleStitched(pages) }
        try finish(sheets, as: "booklet", .plain)
      }
    } catch let failure as PublishingFailure {
      result.fault = failure
    } catch {
      result.fault = .fault("making \(name(nil))", error)
    }
  }

  /// The pages; nil after reporting why there are none.
  private mutating func layOut(_ fonts: URL) throws -> DisplayList? {
    let (document, outline) = (result.document, edition.outline)
    do {
      let typesetter = try Self.typesetter(fonts)
      let laidOut = try timed("lay out") {
        let theme = try Theme.named(
          outline.format.rawValue, overrides: outline.theme)
        return try PageLayout.layOut(document, theme: theme, typesetter: typesetter)
      }
      result.problems += laidOut.warnings.map { diagnostic($0) }
      result.printedWidths = printedWidths(laidOut.list)
      for glyph in typesetter.missingGlyphs {
        let error = LayoutError.typesetting(glyph.error, context: "")
        result.problems.append(try layoutProblem(error, edition: edition, in: report))
      }
      return typesetter.missingGlyphs.isEmpty ? laidOut.list : nil
    } catch let error as LayoutError {
      result.problems.append(try layoutProblem(error, edition: edition, in: report))
      return nil
    }
  }

  /// The widest print of each picture, in millimetres, by its path in the report's folder.
  private func printedWidths(_ list: DisplayList) -> [String: Double] {
    let names = Dictionary(
      report.files.images.map { ($0.value.path, $0.key) }, uniquingKeysWith: { first, _ in first })
    var widths: [String: Double] = [:]
    for item in list.pages.flatMap(\.runs).flatMap(\.items) {
      guard case .image(let image) = item, let name = names[image.path] else { continue }
      widths[name] = max(widths[name] ?? 0, image.frame.width * 25.4 / 72)
    }
    return widths
  }

  private static func typesetter(_ folder: URL) throws -> Typesetter {
    do throws(FontError) {
      return Typesetter(fonts: try FontLibrary(folder: folder), missingGlyphs: .collected)
    } catch {
      throw PublishingFailure.use(
        "bad-fonts", "\(error)", hint: "name the folder of fonts that came with Annals")
    }
  }

  private mutating func finish(
    _ pages: DisplayList, as suffix: String?, _ kind: Edition.Pages
  ) throws {
    let painted = try timed("paint") { try paintPDF(pages) }
    let plan = plan(kind)
    let bytes = try timed("finish") { try finishPDF(painted, list: pages, plan: plan) }
    result.files.append(.init(name: name(suffix), pages: pages.pages.count, bytes: bytes))
  }

  private func plan(_ kind: Edition.Pages) -> FinishingPlan {
    let metadata = result.document.metadata
    var plan = FinishingPlan(
      title: metadata.title, author: metadata.institution, subject: metadata.subject,
      keywords: metadata.keywords, language: result.document.language, created: metadata.created)
    if case .archival(let attachments) = kind {
      plan.conformance = .a3aUA1
      plan.attachments = attachments
    }
    return plan
  }

  /// `NAME.LANG.pdf`, `NAME.LANG.brochure.pdf`.
  private func name(_ suffix: String?) -> String {
    ([report.folder.name, edition.language] + [suffix].compactMap(\.self) + ["pdf"])
      .joined(separator: ".")
  }

  private func diagnostic(_ warning: LayoutWarning) -> Diagnostic {
    let context = warning.place.isEmpty ? "" : ", in \"\(warning.place)\""
    return Diagnostic(
      .warning, code: "layout", "\(edition.language): \(warning.message)\(context)",
      at: edition.outline.place)
  }

  private mutating func timed<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    let subject = "\(edition.outline.format.rawValue) \(edition.language)"
    progress(Step(name: name, subject: subject, seconds: 0))
    let clock = Stopwatch()
    defer { result.steps.append(Step(name: name, subject: subject, seconds: clock.seconds)) }
    return try work()
  }
}
