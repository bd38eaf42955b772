import Foundation
import Geometry
import Testing

@testable import Charts

@Suite("The land")
struct LandMaskTests {
  private func land() throws -> LandMask { try LandMask.shipped.get() }

  @Test("It has 20,000 to 30,000 points in rings of three and more")
  func size() throws {
    let land = try land()
    #expect((20_000...30_000).contains(land.east.count))
    #expect(zip(land.starts, land.starts.dropFirst()).allSatisfy { $1 - $0 >= 3 })
    #expect(land.east.allSatisfy { abs(Int($0)) <= 18_000 })
    #expect(land.north.allSatisfy { abs(Int($0)) <= 9_000 })
  }

  @Test("A smaller map needs fewer points")
  func detail() throws {
    let counts = try [8.0, 2, 0.5].map { degree in
      try land().rings(degree: degree, detail: 0.3).reduce(0) { $0 + $1.count }
    }
    #expect(counts == counts.sorted(by: >))
    #expect(counts[2] < counts[0] / 3)
  }

  @Test("A file that is not whole is refused")
  func broken() throws {
    let bytes = try Geography.bytes("land.bin")
    #expect(LandMask(Array(bytes.dropLast())) == nil)
    #expect(LandMask(bytes + [0]) == nil)
    #expect(LandMask([]) == nil)
  }

  @Test("No line runs across the map, whatever its middle", arguments: [0.0, 11, 150, -90])
  func lines(centre: Double) throws {
    let window = MapWindow(width: 400, y: 0, centre: centre, from: -90, to: 90)
    let path = window.path(
      of: try land().rings(degree: window.degree, detail: 0.3), without: true)
    var last: Point?
    var start: Point?
    for segment in path.segments {
      switch segment {
      case .move(let point): (last, start) = (point, point)
      case .line(let point):
        if let last { #expect(hypot(point.x - last.x, point.y - last.y) < 30) }
        last = point
      case .close:
        if let last, let start { #expect(hypot(last.x - start.x, last.y - start.y) < 30) }
      case .curve: Issue.record("land has no curves")
      }
    }
    #expect(path.bounds.x >= -0.01 && path.bounds.maxX <= 400.01)
  }

  @Test("The map in 60 by 20 pixels is the world")
  func pixels() throws {
    let window = MapWindow(width: 60, y: 0, centre: 11, from: -57, to: 84)
    let rings = try land().rings(degree: 1, detail: 0.3)
    let path = window.path(of: rings, without: true)
    let rows = (0..<20).map { row in
      String(
        (0..<60).map { column -> Character in
          let point = Point(
            x: Double(column) + 0.5, y: (Double(row) + 0.5) * window.frame.height / 20)
          return path.winding(around: point) == 0 ? "." : "#"
        })
    }
    #expect(rows == Self.world)
  }

  private static let world = [
    "...............#.......####...........###...................",
    ".........#########....##......####################..........",
    "...........##########......#...###############...#..........",
    "...........#######..........#####################...........",
    "..........#######..........#...################.............",
    "..........######...........###....#############.............",
    "..........###..#..........##########.##########.............",
    "...........##.............########.###..##.###..............",
    ".............#...........############...#...##..............",
    "..............#.##........###########....#..#...............",
    "...............#####..........######........#..#............",
    "...............######.........#####..........#.#..#.........",
    "...............#######........#####................##.......",
    "................######........#####..............###........",
    ".................#####........####.#............####........",
    ".................####..........##.............#######.......",
    ".................###...........##.............##.###........",
    ".................###..................................#.....",
    "..................#.................................#.......",
    "............................................................",
  ]
}

extension Path {
  /// How often closed shapes of straight lines go round a point.
  func winding(around point: Point) -> Int {
    var winding = 0
    var start = Point(x: 0, y: 0)
    var last = start
    func add(_ next: Point) {
      let way = Point(x: next.x - last.x, y: next.y - last.y)
      let side = way.x * (point.y - last.y) - (point.x - last.x) * way.y
      if last.y <= point.y, next.y > point.y, side > 0 { winding += 1 }
      if last.y > point.y, next.y <= point.y, side < 0 { winding -= 1 }
      last = next
    }
    for segment in segments {
      switch segment {
      case .move(let next): (start, last) = (next, next)
      case .line(let next): add(next)
      case .close: add(start)
      case .curve: break
      }
    }
    return winding
  }
}
