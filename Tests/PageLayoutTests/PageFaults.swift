import DisplayList
import Geometry

@testable import PageLayout

/// A stretch of text on one baseline with one owner.
private struct TextBox {
  var owner: Owner
  var text: String
  var size: Double
  var frame: Rectangle
  var y: Double
}

extension DisplayList {
  /// What a reader would call a fault of a page: text that leaves the page or its frame, text over
  /// text, text over pictures. Told by the boxes of the marks.
  /// The first of each kind stands for the others.
  func faults(on page: Int, theme: Theme, hasGround: Bool = false) -> [String] {
    let boxes = textBoxes(on: page)
    var faults: [String] = []
    let size = pages[page].size
    let isAcross = size.width > size.height
    let (inner, outer) = isAcross ? (theme.outer, theme.outer) : (theme.inner, theme.outer)
    let margin = hasGround ? 8 : min(inner, outer)
    for box in boxes {
      let right = size.width - margin + 2
      if box.frame.x < margin - 2 || box.frame.maxX > right {
        faults.append(
          "page \(page + 1): \"\(box.text)\" leaves its frame, \(Int(box.frame.x)) to "
            + "\(Int(box.frame.maxX)) of \(Int(margin))...\(Int(right))")
      }
      if box.frame.y < 8 || box.frame.maxY > size.height - 8 {
        faults.append("page \(page + 1): \"\(box.text)\" leaves the page at \(Int(box.y))")
      }
    }
    faults += overlaps(boxes).map { "page \(page + 1): \($0)" }
    for frame in hasGround ? [] : pictures(on: page) {
      for box in boxes where box.frame.inset(1).overlaps(frame.inset(1)) {
        faults.append("page \(page + 1): \"\(box.text)\" stands on a picture")
      }
    }
    return faults.count > 3 ? faults.prefix(3) + ["and \(faults.count - 3) more"] : faults
  }

  private func overlaps(_ boxes: [TextBox]) -> [String] {
    let boxes = boxes.sorted { $0.frame.y < $1.frame.y }
    var found: [String] = []
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] {
        if other.frame.y >= box.frame.maxY { break }
        // Runs of one line meet; notes are called above it.
        guard box.owner != other.owner || abs(box.y - other.y) > 0.1 else { continue }
        let air = min(box.size, other.size) * 0.15
        let across = min(box.frame.maxX, other.frame.maxX) - max(box.frame.x, other.frame.x)
        let down = min(box.frame.maxY, other.frame.maxY) - max(box.frame.y, other.frame.y)
        if across > air, down > air {
          found.append(
            "\"\(box.text)\" and \"\(other.text)\" lie over each other, "
              + "\(box.frame) and \(other.frame)")
        }
      }
    }
    return found
  }

  private func textBoxes(on page: Int) -> [TextBox] {
    var boxes: [TextBox] = []
    for run in pages[page].runs where run.transform == .identity {
      for case .text(let item) in run.items {
        guard let first = item.glyphs.first, let last = item.glyphs.last else { continue }
        let text = String(decoding: pages[page].text[item.text], as: UTF8.self)
        guard text.contains(where: { !$0.isWhitespace }) else { continue }
        let (start, end) = (pages[page].glyphs[first], pages[page].glyphs[last])
        // The last glyph's own width is not known here: a narrow letter, or a Han character.
        let isHan =
          text.unicodeScalars.last.map { $0.value >= 0x4E00 && $0.value < 0xA000 } ?? false
        let isSpace = text.last?.isWhitespace ?? false
        let right = end.x + item.size * (isHan ? 0.92 : isSpace ? 0 : 0.25)
        let frame = Rectangle(
          x: start.x, y: start.y - item.size * 0.68, width: max(0, right - start.x),
          height: item.size * 0.82)
        if let old = boxes.last, old.owner == run.owner, abs(old.y - start.y) < 0.01,
          start.x >= old.frame.x, start.x - old.frame.maxX < item.size * 2
        {
          boxes[boxes.count - 1].frame = old.frame.union(frame)
          boxes[boxes.count - 1].text += text
        } else {
          boxes.append(
            TextBox(owner: run.owner, text: text, size: item.size, frame: frame, y: start.y))
        }
      }
    }
    return boxes
  }
}

extension Rectangle {
  fileprivate func inset(_ by: Double) -> Rectangle {
    Rectangle(x: x + by, y: y + by, width: max(0, width - 2 * by), height: max(0, height - 2 * by))
  }
}
