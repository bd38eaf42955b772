import Charts
import DocumentModel
import Foundation
import Geometry
import Testing

/// Fills as pixels of four points, a letter for each ink: what a reader would see from afar.
@Suite("Charts as pixels")
struct PixelTests {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().appendingPathComponent("References")

  @Test(
    "The shapes fill what they should, and nothing else",
    arguments: [Chart.Form.bar, .column, .stacked, .area, .waffle, .treemap, .sankey])
  func pixels(form: Chart.Form) throws {
    let drawing = Drawing(Samples.chart(form), width: 160, measure: Samples.measure())
    let picture = Self.picture(of: drawing)
    let file = Self.folder.appendingPathComponent("\(form.rawValue).pixels.txt")
    guard FileManager.default.fileExists(atPath: file.path) else {
      try picture.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("\(file.lastPathComponent) was missing and has been written")
      return
    }
    #expect(try picture == String(contentsOf: file, encoding: .utf8))
  }

  private static func picture(of drawing: Drawing) -> String {
    let (across, down) = (Int(drawing.size.width / 4), Int(drawing.size.height / 4))
    var pixels = [[Character]](
      repeating: [Character](repeating: ".", count: across), count: down)
    for mark in drawing.marks {
      guard case .fill(let path, let ink, _) = mark else { continue }
      let edges = edges(of: path)
      for y in 0..<down {
        for x in 0..<across where contains(edges, Double(x) * 4 + 2, Double(y) * 4 + 2) {
          pixels[y][x] = letter(ink)
        }
      }
    }
    return pixels.map { String($0) }.joined(separator: "\n") + "\n"
  }

  private static func letter(_ ink: Drawing.Ink) -> Character {
    switch ink {
    case .accent: "A"
    case .second: "B"
    case .text: "T"
    case .paper: " "
    case .grey: "g"
    case .series(let index): Character("\(index % 10)")
    case .scale: "s"
    case .quiet: "q"
    }
  }

  private static func edges(of path: Path) -> [(Point, Point)] {
    var edges: [(Point, Point)] = []
    var (start, last) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
    for segment in path.segments {
      switch segment {
      case .move(let point): (start, last) = (point, point)
      case .line(let point):
        edges.append((last, point))
        last = point
      case .curve(let a, let b, let end):
        let from = last
        for step in 1...8 {
          let t = Double(step) / 8
          let u = 1 - t
          let (w, x, y, z) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
          let point = Point(
            x: w * from.x + x * a.x + y * b.x + z * end.x,
            y: w * from.y + x * a.y + y * b.y + z * end.y)
          edges.append((last, point))
          last = point
        }
      case .close:
        edges.append((last, start))
        last = start
      }
    }
    return edges
  }

  private static func contains(_ edges: [(Point, Point)], _ x: Double, _ y: Double) -> Bool {
    edges.reduce(false) { isInside, edge in
      let (a, b) = edge
      guard (a.y > y) != (b.y > y) else { return isInside }
      return x < (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x ? !isInside : isInside
    }
  }
}
