import DisplayList
import DocumentModel
import Fonts
import Foundation
import Geometry
import PageLayout
import Press
import Testing
import Themes
import Typesetting

@testable import Publishing
@testable import ReportComposition

/// Every cover, opener and page of the gallery, in each theme's inks and with a bleed: no mark may end
/// where the knife goes.
@Suite("The bleed of page patterns", .serialized)
struct BleedOfPatternsTests {
  private static let bleed = Length.mm(3)

  @Test("Each mark that touches the edge of a page reaches the edge of its bleed")
  func reach() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-bleed-\(UUID().uuidString)")
    defer { do { try FileManager.default.removeItem(at: folder) } catch { print(error) } }
    try Gallery.report(in: folder)
    let outlines = try Gallery.outlines("patterns") + (try Gallery.outlines("themes"))
    try #require(outlines.first).write(
      to: folder.appendingPathComponent("report.yaml"), atomically: true, encoding: .utf8)
    let base = try ReportFolder(at: folder.path)
    let report = try #require(loadReport(in: base).report)
    let typesetter = Typesetter(fonts: try FontLibrary(folder: try fonts()))
    var (touching, faults) = (0, [String]())
    for text in outlines {
      let outline = try #require(ReportOutline.parse(text, file: "report.yaml").outline)
      var reader = ReportReader(folder: base, cache: nil)
      let made = compose(
        outline: outline, language: "en", book: report.book, vocabulary: report.vocabulary,
        files: reader.files(of: [outline], report.book).0)
      let design = Design.read(outline.themeNode, form: outline.format.rawValue).design
      let list = try layOut(made.document, theme: Theme(design), typesetter: typesetter).list
      for (page, sheet) in zip(list.pages, withBleed(list, Self.bleed).pages) {
        let found = Self.faults(of: page, on: sheet)
        touching += found.touching
        faults += found.faults.map { "\(text.suffix(80)): \($0)" }
      }
    }
    #expect(touching > 60)
    #expect(faults.isEmpty, "\(faults.count): \(faults.prefix(3).joined(separator: "\n"))")
  }

  private static func faults(of page: Page, on sheet: Page) -> (touching: Int, faults: [String]) {
    var (touching, faults) = (0, [String]())
    let bleed = Self.bleed.points
    for (run, placed) in zip(page.runs, sheet.runs) where run.transform == .identity {
      for (item, other) in zip(run.items, placed.items) {
        guard let box = item.box, let bled = other.box else { continue }
        // A mark beyond the page is not on it, and one of no extent is not seen.
        let isOnPage =
          box.x < page.size.width && box.maxX > 0 && box.y < page.size.height && box.maxY > 0
        guard isOnPage else { continue }
        let sides = [
          (box.x <= 0.05, bled.x <= -bleed + 0.05), (box.y <= 0.05, bled.y <= -bleed + 0.05),
          (
            box.maxX >= page.size.width - 0.05,
            bled.maxX >= page.size.width + bleed - 0.05
          ),
          (
            box.maxY >= page.size.height - 0.05,
            bled.maxY >= page.size.height + bleed - 0.05
          ),
        ]
        for (touches, reaches) in sides where touches {
          touching += 1
          if !reaches { faults.append("\(box) became \(bled)") }
        }
      }
    }
    return (touching, faults)
  }
}

extension Item {
  /// The box of a shape, a line or a picture; words end where they end.
  fileprivate var box: Rectangle? {
    switch self {
    case .text: nil
    case .fill(let path, _), .stroke(let path, _): path.bounds
    case .image(let image): image.frame
    }
  }
}
