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
  /// The other language of an edition in two.
  let second: Composition?
  var result: EditionResult

  init(edition: Edition, report: LoadedReport, progress: @escaping @Sendable (Step) -> Void) {
    self.edition = edition
    self.report = report
    self.progress = progress
    let composition = report.composition(of: edition.outline, in: edition.language)
    second = edition.second.map { report.composition(of: edition.outline, in: $0.language) }
    result = EditionResult(
      format: edition.outline.format, language: edition.language, composition: composition,
      problems: composition.problems)
    result.problems += second?.problems ?? []
  }

  /// Lays out, paints and finishes, as far as the edition is to be taken and as it has no errors.
  mutating func run(fonts: URL, reusing paragraphs: ParagraphStore?) {
    if case .document = edition.output { return }
    do {
      guard var (pages, proof) = try pages(fonts, paragraphs), !result.problems.hasErrors else {
        return
      }
      switch edition.output {
      case .document, .trial: return
      case .press: try press(pages)
      case .pages(let kind):
        try finish(&pages, as: nil, kind)
        try prove(&proof, as: "proof")
      case .booklet:
        var sheets = try timed("impose") { try saddleStitched(pages) }
        try finish(&pages, as: "brochure", .plain)
        try prove(&proof, as: "brochure.proof")
        try finish(&sheets, as: "booklet", .plain)
      }
    } catch let failure as PublishingFailure {
      result.fault = failure
    } catch {
      result.fault = .fault("making \(name(nil))", error)
    }
  }

  /// The pages, and those of a proof where one is asked for; nil after reporting why there are none.
  /// What the layout needed beside them ends here, before anything is painted.
  private mutating func pages(
    _ fonts: URL, _ paragraphs: ParagraphStore?
  ) throws -> (DisplayList, proof: DisplayList?)? {
    let typesetter = try Self.typesetter(fonts, paragraphs)
    guard let laidOut = try layOut(typesetter) else { return nil }
    guard !edition.proof.isEmpty else { return (laidOut.list, nil) }
    let marks = Set(edition.proof.map { ProofMark($0) })
    let proof = try timed("proof") { try laidOut.proofed(marks, typesetter: typesetter) }
    return (laidOut.list, proof)
  }

  /// The layout; nil after reporting why there is none.
  private mutating func layOut(_ typesetter: Typesetter) throws -> LaidOut? {
    let (document, outline) = (result.document, edition.outline)
    let theme = Theme(report.design(of: outline))
    let options = LayoutOptions(
      pages: outline.pages.map { PageTarget($0) }, keepsProof: !edition.proof.isEmpty)
    let (second, form) = (second?.document, edition.second?.form)
    do {
      guard hasFaces(of: theme, in: typesetter) else { return nil }
      let laidOut = try timed("lay out") {
        if let second, let form {
          return try PageLayout.layOut(
            document, second, as: form, theme: theme, typesetter: typesetter, options: options)
        }
        return try PageLayout.layOut(
          document, theme: theme, typesetter: typesetter, options: options)
      }
      result.problems += laidOut.warnings.map { layoutWarning($0, edition: edition, in: report) }
      result.printedPictures = printedPictures(laidOut.list)
      for glyph in typesetter.missingGlyphs {
        let error = LayoutError.typesetting(glyph.error, context: "")
        result.problems.append(try layoutProblem(error, edition: edition, in: report))
      }
      result.problems += typesetter.substitutions.map {
        Diagnostic(
          .warning, code: "layout", "\(edition.language): \($0)", at: edition.outline.place)
      }
      return typesetter.missingGlyphs.isEmpty ? laidOut : nil
    } catch let error as LayoutError {
      result.problems.append(try layoutProblem(error, edition: edition, in: report))
      return nil
    }
  }

  /// Whether the fonts have the theme's families; says which they have not.
  private mutating func hasFaces(of theme: Theme, in typesetter: Typesetter) -> Bool {
    let file = edition.outline.place.file
    for family in [theme.serif, theme.sans, theme.mono] where !typesetter.fonts.has(family: family)
    {
      result.problems.append(
        Diagnostic(
          .error, code: "bad-token", "no font is of the family \"\(family)\"",
          at: report.folder.place(of: family, in: [file]) ?? edition.outline.place,
          hint: "write the name of a family that fonts/fonts.tsv lists"))
      return false
    }
    return true
  }

  private static func typesetter(
    _ folder: URL, _ paragraphs: ParagraphStore?
  ) throws -> Typesetter {
    do throws(FontError) {
      return Typesetter(
        fonts: try FontLibrary(folder: folder), missingGlyphs: .collected, reusing: paragraphs)
    } catch {
      throw PublishingFailure.use(
        "bad-fonts", "\(error)", hint: "name the folder of fonts that came with Annals")
    }
  }

  /// Paints and finishes pages, whose marks are gone then.
  private mutating func finish(
    _ pages: inout DisplayList, as suffix: String?, _ kind: Edition.Pages
  ) throws {
    let pictures = edition.output.pictures
    let painted = try timed("paint") { try paintPDF(releasing: &pages, pictures: pictures) }
    let plan = plan(kind)
    let bytes = try timed("finish") { try finishPDF(painted, list: pages, plan: plan) }
    result.files.append(.init(name: name(suffix), pages: pages.pages.count, bytes: bytes))
  }

  /// Writes the pages once more with a proof's marks over them; nothing where none are asked for.
  private mutating func prove(_ pages: inout DisplayList?, as suffix: String) throws {
    if var list = pages.take() { try finish(&list, as: suffix, .plain) }
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

  /// `NAME.LANG.pdf`, `NAME.LANG.brochure.pdf`, `NAME.EN-ZH.facing.pdf`,
  /// `NAME.EN-ZH.facing.proof.pdf`.
  func name(_ suffix: String?) -> String {
    let languages =
      edition.second.map { ["\(edition.language)-\($0.language)", $0.form.rawValue] }
      ?? [edition.language]
    return ([report.folder.name] + languages + [suffix].compactMap(\.self) + ["pdf"])
      .joined(separator: ".")
  }

  mutating func timed<Value>(_ name: String, _ work: () throws -> Value) rethrows -> Value {
    let subject = "\(edition.outline.format.rawValue) \(edition.language)"
    progress(Step(name: name, subject: subject, seconds: 0))
    let clock = Stopwatch()
    defer { result.steps.append(Step(name: name, subject: subject, seconds: clock.seconds)) }
    return try work()
  }
}
