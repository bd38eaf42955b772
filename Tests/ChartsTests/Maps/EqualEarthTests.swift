import Foundation
import Geometry
import Testing

@testable import Charts

@Suite("The Equal Earth projection")
struct EqualEarthTests {
  @Test("Numbers are those of the projection's makers")
  func numbers() {
    let point = EqualEarth.project(east: 30, north: 45)
    #expect(abs(point.x - 0.386_618_2) < 1e-7)
    #expect(abs(point.y + 0.860_231_1) < 1e-7)
  }

  @Test("The map ends where its constants say")
  func edges() {
    #expect(abs(EqualEarth.project(east: 180, north: 0).x - EqualEarth.halfWidth) < 1e-12)
    #expect(abs(EqualEarth.project(east: 0, north: -90).y - EqualEarth.halfHeight) < 1e-12)
  }

  @Test(
    "Areas are true everywhere", arguments: [(0.0, 0.0), (80, 30), (-170, 60), (120, -45), (5, 85)])
  func areas(east: Double, north: Double) {
    let step = 1e-4
    let here = EqualEarth.project(east: east, north: north)
    let right = EqualEarth.project(east: east + step, north: north)
    let above = EqualEarth.project(east: east, north: north + step)
    let across = Point(x: right.x - here.x, y: right.y - here.y)
    let up = Point(x: above.x - here.x, y: above.y - here.y)
    let area = abs(across.x * up.y - across.y * up.x)
    let turn = step * .pi / 180
    let sphere = turn * turn * cos(north * .pi / 180)
    #expect(abs(area / sphere - 1) < 1e-3)
  }
}
