import DisplayList
import DocumentModel
import Foundation
import Geometry

@testable import PageLayout

extension DisplayList {
  /// A page as lines of text, each with its baseline in grid steps from the text's top and its left
  /// edge in points from the left margin; pictures with their edges; decoration in brackets.
  func dump(page: Int, theme: Theme = Theme(), language: String = "en") -> [String] {
    let scale = TypeScale(theme: theme, language: language)
    let margin = page.isMultiple(of: 2) ? theme.inner : theme.outer
    func step(_ y: Double) -> Int { Int(((y - theme.top) / scale.grid + 0.001).rounded(.down)) }
    var lines: [(y: Double, x: Double, text: String)] = []
    for word in words(on: page) {
      let text = word.isOwned ? word.text : "[\(word.text)]"
      lines.append((word.y, word.x, "\(step(word.y)) \(Int((word.x - margin).rounded())) \(text)"))
    }
    for frame in pictures(on: page) {
      let x = Int((frame.x - margin).rounded())
      let right = Int((frame.maxX - margin).rounded())
      lines.append((frame.y, frame.x, "\(step(frame.y))-\(step(frame.maxY)) \(x)-\(right) picture"))
    }
    return lines.sorted { ($0.y, $0.x) < ($1.y, $1.x) }.map(\.text)
  }

  /// The frames of the pictures on a page.
  func pictures(on page: Int) -> [Rectangle] {
    pages[page].runs.flatMap(\.items).compactMap {
      if case .image(let image) = $0 { image.frame } else { nil }
    }
  }

  /// Where lines of prose begin on a page, with their baselines, in points.
  func prose(on page: Int) -> [PlacedText] {
    words(on: page).filter(\.isOwned)
  }
}

extension Fixture {
  /// A picture that nobody took: no file is opened while pages are made.
  static func picture(
    _ anchor: String, width: Int = 800, height: Int = 400, _ placement: Placement,
    caption: String = "What is seen"
  ) -> Block {
    .illustration(
      Illustration(
        anchor: anchor, number: nil,
        content: .image(
          ImageSource(path: "\(anchor).jpg", format: .jpeg, width: width, height: height)),
        alternative: "A made-up picture", caption: caption.isEmpty ? [] : [.text(caption)],
        placement: placement))
  }
}
