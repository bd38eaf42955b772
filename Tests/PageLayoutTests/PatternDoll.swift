import DisplayList
import DocumentModel
import Geometry

@testable import PageLayout

/// What paper-doll tests look for on pages: text over text, and text beyond the page.
extension DisplayList {
  /// The frames of the text runs of a page, near enough to be seen, with their text.
  func inks(on page: Int) -> [(text: String, frame: Rectangle)] {
    let page = pages[page]
    return page.runs.flatMap(\.items).compactMap { item -> (text: String, frame: Rectangle)? in
      guard case .text(let run) = item, let first = run.glyphs.first, let last = run.glyphs.last
      else { return nil }
      let (left, right) = (page.glyphs[first].x, page.glyphs[last].x + run.size * 0.3)
      let text = String(decoding: page.text[run.text], as: UTF8.self)
      guard text.contains(where: { !$0.isWhitespace && $0 != "." }) else { return nil }
      return (
        text,
        Rectangle(
          x: left, y: page.glyphs[first].y - run.size * 0.6, width: max(0, right - left),
          height: run.size * 0.62)
      )
    }
  }

  /// Pairs of runs that lie on one another, and runs that leave their page.
  var collisions: [String] {
    pages.indices.flatMap { page -> [String] in
      let size = pages[page].size
      let inks = inks(on: page).sorted { $0.frame.y < $1.frame.y }
      var found: [String] = []
      for (index, ink) in inks.enumerated() {
        let frame = ink.frame
        if frame.x < 0 || frame.y < 0 || frame.maxX > size.width || frame.maxY > size.height {
          found.append("page \(page): \"\(ink.text)\" leaves it")
        }
        for other in inks[(index + 1)...] {
          if other.frame.y > frame.maxY - 1 { break }
          let (a, b) = (frame, other.frame)
          if min(a.maxX, b.maxX) - max(a.x, b.x) > 1.5 {
            found.append("page \(page): \"\(ink.text)\" and \"\(other.text)\"")
          }
        }
      }
      return found
    }
  }

  /// The frames of the pictures of a page.
  func pictureFrames(on page: Int) -> [Rectangle] {
    pages[page].runs.flatMap(\.items).compactMap {
      if case .image(let image) = $0 { image.frame } else { nil }
    }
  }
}

/// The shipped themes by name, and a document in each of two languages.
enum PatternDoll {
  static let themes = ["institutional", "editorial", "accounts"]
  static let languages = ["en", "zh"]

  static let picture = ImageSource(
    path: "/made-up/a.jpg", format: .jpeg, width: 1400, height: 1980,
    framing: PictureFraming(shape: .frame))

  /// Words that are long in their language, so many.
  static func words(_ count: Int, _ language: String) -> String {
    let stock =
      language == "en"
      ? ["Intergovernmental", "polytechnic", "of", "responsibilities", "and", "cooperation"]
      : ["职业技术", "国际合作", "与", "交流中心", "责任", "年度"]
    let words = (0..<count).map { stock[$0 % stock.count] }
    return words.joined(separator: language == "en" ? " " : "")
  }

  static func text(_ count: Int, _ language: String) -> [Inline] {
    count == 0 ? [] : [.text(words(count, language))]
  }

  static func layOut(
    _ blocks: [Block], _ theme: String, _ language: String,
    change: (inout ReportDocument) -> Void = { _ in }
  ) throws -> DisplayList {
    let tag = language == "zh" ? "zh-Hans" : language
    var document = Fixture.document([Fixture.chapter("a", blocks)], language: language)
    document.language = tag
    change(&document)
    let laidOut = try Fixture.layOut(document, theme: Theme.named(theme))
    return laidOut.list
  }
}
