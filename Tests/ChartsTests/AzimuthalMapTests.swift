import Testing

@testable import Charts

@Suite("The cover's map")
struct AzimuthalMapTests {
  @Test("A map keeps distances from its middle")
  func equidistant() {
    let map = AzimuthalMap(latitude: 30, longitude: 100)
    let place = AzimuthalMap.Direction(latitude: -20, longitude: 10)
    let spot = map.project(place)
    let arc = AzimuthalMap.Direction(latitude: 30, longitude: 100).angle(to: place)
    #expect(abs((spot.x * spot.x + spot.y * spot.y).squareRoot() - arc) < 1e-9)
  }

  @Test("A great circle is no longer than any detour")
  func shortest() {
    let map = AzimuthalMap(latitude: 60, longitude: 114)
    let start = AzimuthalMap.Direction(latitude: 22, longitude: 114)
    let end = AzimuthalMap.Direction(latitude: 42, longitude: 24)
    let line = map.greatCircle(from: start, to: end, steps: 2)
    #expect(line.count == 3)
    let middle = start.scaled(1, plus: 1, of: end)
    let length = middle.dot(middle).squareRoot()
    let expected = map.project(middle.scaled(1 / length, plus: 0, of: middle))
    #expect(abs(line[1].x - expected.x) + abs(line[1].y - expected.y) < 1e-9)
  }
}
