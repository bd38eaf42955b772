import Geometry
import Testing

@testable import Charts

@Suite("Rings on the globe, cut for a map")
struct GlobeRingTests {
  private func ring(_ points: (Double, Double)...) -> GlobeRing {
    GlobeRing(points.map { (east: $0.0, north: $0.1) })
  }

  private func area(_ polygon: [Point]) -> Double {
    var sum = 0.0
    for (index, point) in polygon.enumerated() {
      let next = polygon[(index + 1) % polygon.count]
      sum += point.x * next.y - next.x * point.y
    }
    return abs(sum) / 2
  }

  @Test("A ring over the antimeridian becomes two closed parts that touch the two edges")
  func cut() {
    let island = ring((177, -18), (-177, -18), (-177, -15), (177, -15))
    let parts = island.cut(around: 0)
    #expect(parts.count == 2)
    #expect(abs(parts.reduce(0) { $0 + area($1) } - 18) < 1e-9)
    for part in parts {
      #expect(part.allSatisfy { abs($0.x) >= 177 && abs($0.x) <= 180 })
      #expect(Set(part.map { $0.x > 0 }).count == 1)
    }
  }

  @Test("The same ring is whole on a map around another meridian")
  func whole() {
    let island = ring((177, -18), (-177, -18), (-177, -15), (177, -15))
    let parts = island.cut(around: 150)
    #expect(parts.count == 1)
    #expect(parts.first?.map(\.x) == [27, 33, 33, 27])
  }

  @Test("A ring that only touches the edge is not cut")
  func touching() {
    #expect(ring((170, 0), (180, 0), (180, 5), (170, 5)).cut(around: 0).count == 1)
  }

  @Test("A ring round the pole is closed along the pole")
  func pole() {
    let ring = GlobeRing(
      stride(from: -180.0, to: 180, by: 10).map { (east: $0 + 5, north: -70.0) })
    #expect(ring.goesRoundPole)
    for centre in [0.0, 11, 150] {
      let parts = ring.cut(around: centre)
      #expect(abs(parts.reduce(0) { $0 + area($1) } - 360 * 20) < 1e-6)
    }
  }

  @Test("Along the cut a part follows the map's curved edge")
  func edge() throws {
    let band = ring((170, -60), (-170, -60), (-170, 60), (170, 60))
    let part = try #require(band.cut(around: 0).first { $0.contains { $0.x > 0 } })
    let norths = part.filter { $0.x > 179.999 }.map(\.y).sorted()
    #expect(norths.count > 50)
    #expect(zip(norths, norths.dropFirst()).allSatisfy { $1 - $0 <= 2.001 })
  }

  @Test("Hostile rings give no parts and no fault")
  func hostile() {
    #expect(ring((.nan, 0), (1, .infinity), (2, 2)).cut(around: 0).isEmpty)
    #expect(ring((0, 0), (1, 1)).cut(around: 0).isEmpty)
  }
}
