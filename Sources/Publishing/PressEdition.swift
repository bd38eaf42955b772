import DisplayList
import DocumentModel
import Foundation
import Geometry
import PDFFinishing
import PDFPainter
import Press
import Records
import ReportComposition
import Themes

/// The editions for a printer: each language's pages once more, in inks and with their bleed.
func pressEditions(
  of report: LoadedReport, _ products: [Product], _ languages: [String]
) -> [Edition] {
  guard products.contains(.press) else { return [] }
  return languages.map { Edition(outline: report.outline, language: $0, output: .press) }
}

extension EditionMaker {
  /// Writes pages as a file for a press; nothing after reporting what has no inks.
  mutating func press(_ pages: DisplayList) throws {
    guard let inks = inks(of: pages), let condition = condition() else { return }
    let metadata = result.document.metadata
    let bleed = Length.mm(edition.outline.press?.bleed ?? OutlinePress.usualBleed)
    let plan = PressPlan(
      document: FinishingPlan(
        title: metadata.title, author: metadata.institution, subject: metadata.subject,
        keywords: metadata.keywords, language: result.document.language,
        created: metadata.created),
      inks: inks, bleed: bleed, condition: condition)
    let sheets = withBleed(pages, bleed)
    let pictures = edition.output.pictures
    let painted = try timed("paint") { try paintPDF(sheets, pictures: pictures) }
    let bytes = try timed("finish") { try finishPress(painted, list: sheets, plan: plan) }
    result.files.append(.init(name: name("press"), pages: pages.pages.count, bytes: bytes))
  }

  /// The inks of all colours of the pages; nil after reporting the colours that have none.
  private mutating func inks(of pages: DisplayList) -> [Colour: PressInk]? {
    let design = report.design(of: edition.outline)
    var inks: [Colour: PressInk] = [:]
    var unknown: [(page: Int, name: String)] = []
    for (colour, page) in pages.colours {
      if let found = design.inks(of: colour) {
        inks[colour] = PressInk(found)
      } else {
        unknown.append((page, colour.hex))
      }
    }
    for (page, name) in unknown.sorted(by: { ($0.page, $0.name) < ($1.page, $1.name) }) {
      result.problems.append(
        Diagnostic(
          .error, code: "colour-without-inks",
          "\(edition.language): the colour \"\(name)\" on page \(page + 1) has no inks",
          at: edition.outline.place,
          hint: "use the colour of a role of the theme, or a tint of one towards the paper"))
    }
    return unknown.isEmpty ? inks : nil
  }

  /// The press that the outline names; nil after reporting why it cannot be used.
  private mutating func condition() -> PressCondition? {
    guard let press = edition.outline.press, let file = press.profile else { return .coated }
    let name = press.condition ?? file
    do {
      return try PressCondition(
        name: name, profile: try report.folder.bytes(of: file, limit: 16 << 20))
    } catch let failure as ReportFolder.Failure {
      refuse(file, failure.fact, at: press.place, hint: failure.hint)
    } catch {
      refuse(
        file, "is no ICC profile of a press with four inks", at: press.place,
        hint: "name the file that the printer gives, or take `profile` out for coated paper")
    }
    return nil
  }

  private mutating func refuse(_ file: String, _ fact: String, at place: Place, hint: String) {
    result.problems.append(
      Diagnostic(.error, code: "bad-profile", "\"\(file)\" \(fact)", at: place, hint: hint))
  }
}

extension PressInk {
  /// A share of a theme's build: of each process ink, or of the spot ink.
  fileprivate init(_ tint: InkTint) {
    let spot = tint.build.spot
    let parts = tint.build.parts.map { $0 / 100 * (spot == nil ? tint.share : 1) }
    func part(_ index: Int) -> Double { parts.indices.contains(index) ? parts[index] : 0 }
    self.init(
      cyan: part(0), magenta: part(1), yellow: part(2), black: part(3), spot: spot,
      tint: tint.share)
  }
}
