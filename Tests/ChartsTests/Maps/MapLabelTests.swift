import DocumentModel
import Geometry
import Testing

@testable import Charts

@Suite("Names on maps")
struct MapLabelTests {
  private func places(seed: Int) -> [WorldMap.Place] {
    var numbers = Numbers(seed: seed)
    return (0..<60).map { index in
      // Half of them crowd together, as the countries of Europe do.
      let crowd = index % 2 == 0
      let north = numbers.next(crowd ? 40...60 : -50...70)
      let east = numbers.next(crowd ? -10...35 : -179...179)
      let name = String(repeating: "n", count: Int(numbers.next(3...16)))
      return mapPlace("A\(index)", north, east, numbers.next(1...40).rounded(), name)
    }
  }

  @Test(
    "No name covers another, whatever the places",
    arguments: [WorldMap.Form.dots, .bubbles, .flows])
  func overlaps(form: WorldMap.Form) throws {
    for seed in 0..<12 {
      var map = WorldMap(form: form, places: places(seed: seed))
      map.home = mapPlace("", 35, 104, nil, "Home")
      map.labels = 60
      let drawing = try Drawing(map, width: seed % 3 == 0 ? 320 : 640, measure: plainMeasure)
      let boxes = drawing.labels.filter { $0.ink == .text }.map { $0.box(plainMeasure) }
      #expect(boxes.count >= 7)
      for (index, box) in boxes.enumerated() {
        for other in boxes.dropFirst(index + 1) where box.overlaps(other) {
          Issue.record("seed \(seed): \(box) and \(other)")
        }
      }
    }
  }

  @Test("No name covers a circle")
  func circles() throws {
    for seed in 0..<12 {
      var map = WorldMap(form: .bubbles, places: places(seed: seed))
      map.labels = 60
      let drawing = try Drawing(map, width: 500, measure: plainMeasure)
      let circles = drawing.fills(.accent).map(\.bounds)
      for label in drawing.labels where label.ink == .text {
        let box = label.box(plainMeasure)
        #expect(!circles.contains { $0.overlaps(box) })
      }
    }
  }

  @Test("The most important places are named first, and no more than asked for")
  func priority() throws {
    let places = (1...20).map { number in
      let (north, east): (Double, Double) = (Double(number % 5), Double(number))
      return mapPlace("N\(number)", north * 20 - 40, east * 16 - 170, east)
    }
    var map = WorldMap(form: .bubbles, places: places)
    map.labels = 3
    let names = try Drawing(map, width: 600, measure: plainMeasure).labels
      .filter { $0.role == .name }.map(\.text)
    #expect(Set(names) == ["N20", "N19", "N18"])
  }
}
