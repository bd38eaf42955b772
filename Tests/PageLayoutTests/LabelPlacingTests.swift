import Geometry
import Testing

@testable import PageLayout

@Suite("Labels beside dots")
struct LabelPlacingTests {
  @Test("Names of near places do not cover each other or a dot")
  func near() {
    let dots = (0..<4).map { Point(x: 100 + Double($0) * 3, y: 100 + Double($0) * 4) }
    var labels = LabelPlacing(dots: dots)
    let boxes = dots.map { labels.place(Size(width: 40, height: 9), at: $0, outwards: true) }
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] { #expect(!box.overlaps(other)) }
      for dot in dots {
        let inside = dot.x > box.x && dot.x < box.maxX && dot.y > box.y && dot.y < box.maxY
        #expect(!inside)
      }
    }
  }

  @Test("A lone name stands outwards, level with its dot")
  func lone() {
    var labels = LabelPlacing(dots: [Point(x: 50, y: 50)])
    let box = labels.place(Size(width: 20, height: 8), at: Point(x: 50, y: 50), outwards: false)
    #expect(box.maxX < 50)
    #expect(box.y + box.height / 2 == 50)
  }
}
