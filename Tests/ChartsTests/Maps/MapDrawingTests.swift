import DocumentModel
import Foundation
import Geometry
import Testing

@testable import Charts

@Suite("Maps, drawn")
struct MapDrawingTests {
  private func draw(_ map: WorldMap, width: Double = 400) throws -> Drawing {
    try Drawing(map, width: width, measure: plainMeasure)
  }

  private func map(_ form: WorldMap.Form, _ places: [WorldMap.Place]) -> WorldMap {
    var map = WorldMap(form: form, places: places)
    map.steps = [.init(number: 2, text: "2"), .init(number: 10, text: "10 partners")]
    return map
  }

  @Test("Dots are marked and named; their numbers are not printed on the map")
  func dots() throws {
    let map = map(.dots, [mapPlace("NZ", -41, 174, 3), mapPlace("BG", 42.7, 25.5, 1)])
    let dump = try draw(map).mapDump
    #expect(
      dump == [
        "fill accent 357.2 152.8 4.6x4.6", "fill accent 211.8 33.6 4.6x4.6",
        "name NZ 363.5 157.4 text", "name BG 218.0 38.1 text",
      ])
  }

  @Test("The area of a circle is in proportion to its number")
  func bubbles() throws {
    let map = map(.bubbles, [mapPlace("AA", 0, 0, 16), mapPlace("BB", 0, 60, 4)])
    let circles = try draw(map).fills(.accent).prefix(2)
    let widths = circles.map(\.bounds.width).sorted()
    #expect(abs(widths[1] / widths[0] - 2) < 1e-9)
  }

  @Test("Bahrain, Singapore and Macao can be seen, a value that is kept back too")
  func small() throws {
    let places = [
      mapPlace("BH", 26, 50.6), mapPlace("SG", 1.35, 103.8), mapPlace("MO", 22.2, 113.5),
    ]
    #expect(try draw(map(.dots, places)).fills(.accent).count == 3)
    let drawing = try draw(map(.bubbles, places))
    #expect(drawing.strokes(.accent).count == 3)
  }

  @Test("Dots on one spot move apart, or become one with their count")
  func near() throws {
    let two = try draw(map(.dots, [mapPlace("AA", 50, 5), mapPlace("BB", 50.5, 5.5)]))
    let boxes = two.fills(.accent).map(\.bounds)
    #expect(boxes.count == 2)
    #expect(hypot(boxes[0].x - boxes[1].x, boxes[0].y - boxes[1].y) > boxes[0].width)
    let crowd = (0..<12).map { mapPlace("A\($0)", 50, 5 + Double($0) * 0.01) }
    let drawing = try draw(map(.dots, crowd))
    let counts = drawing.labels.filter { $0.ink == .paper }.compactMap { Int($0.text) }
    #expect(!counts.isEmpty)
    #expect(counts.reduce(0, +) + drawing.fills(.accent).count - counts.count == 12)
  }

  @Test("A flow over the edge of the map stops there and goes on at the other edge")
  func flows() throws {
    var map = map(.flows, [mapPlace("US", 38, -97, 10)])
    map.home = mapPlace("", 35, 104, nil, "Home")
    map.centre = 0
    let drawing = try draw(map)
    let pieces = drawing.strokes(.accent).filter { $0.segments.count > 2 }
    #expect(pieces.count == 2)
    for piece in pieces {
      let points = piece.segments.compactMap { segment -> Point? in
        switch segment {
        case .move(let point), .line(let point): point
        default: nil
        }
      }
      for (a, b) in zip(points, points.dropFirst()) {
        #expect(hypot(a.x - b.x, a.y - b.y) < 40)
      }
    }
    map.line = .bowed
    #expect(try draw(map).strokes(.accent).filter { $0.segments.count > 2 }.count == 1)
  }

  @Test("An inset has a frame and a name, holds its places, and is marked on the map")
  func inset() throws {
    var map = map(.bubbles, [mapPlace("BG", 42.7, 25.5, 4), mapPlace("NZ", -41, 174, 2)])
    map.insets = [.init(name: "Europe", west: -12, south: 34, east: 40, north: 67)]
    let drawing = try draw(map)
    #expect(drawing.labels.contains { $0.text == "Europe" })
    let frames = drawing.strokes(MapCanvas.frame)
    #expect(frames.count == 2)
    let frame = try #require(frames.last?.bounds)
    let named = try #require(drawing.labels.first { $0.text == "BG" })
    #expect(frame.holds(named.at) && frame.maxY <= drawing.size.height)
    #expect(drawing.labels.filter { $0.text == "BG" }.count == 1)
    map.insets[0].position = .lowerLeft
    #expect(try draw(map).size.height < drawing.size.height)
  }

  @Test("Nothing leaves the drawing, in any form", arguments: WorldMap.Form.allCases)
  func bounds(form: WorldMap.Form) throws {
    let places = [
      mapPlace("FJ", -18, 178, 10), mapPlace("WS", -13.6, -172.4, 10), mapPlace("NO", 83, 10, 10),
    ]
    var map = map(form, places)
    map.home = mapPlace("", -50, -179, nil, "A home with a long name")
    map.insets = [.init(name: "Pacific", west: 130, south: -26, east: 200, north: 18)]
    for width in [40.0, 320, 640] {
      let drawing = try draw(map, width: width)
      for mark in drawing.marks {
        let box =
          switch mark {
          case .fill(let path, _, _): path.bounds
          case .stroke(let path, _, _): path.bounds
          case .label(let label): label.box(plainMeasure)
          }
        #expect(box.x >= -0.01 && box.maxX <= drawing.size.width + 0.01, "\(mark)")
        #expect(box.y >= -1 && box.maxY <= drawing.size.height + 1)
      }
    }
  }

  @Test("Hostile numbers and positions are left out")
  func hostile() throws {
    let places = [
      mapPlace("AA", .nan, 5, 3), mapPlace("BB", 95, 5, 3), mapPlace("CC", 5, 1e300, 3),
    ]
    #expect(try draw(map(.bubbles, places)).fills(.accent).count == 2)
    var large = map(.bubbles, [mapPlace("AA", 5, 5)])
    large.places[0].number = .infinity
    #expect(try draw(large, width: .nan).size.width == 40)
  }

  @Test("The same map gives the same marks")
  func same() throws {
    var numbers = Numbers(seed: 5)
    let places = (0..<30).map { index in
      let north = numbers.next(-70...80)
      let east = numbers.next(-180...180)
      return mapPlace("A\(index)", north, east, numbers.next(1...30))
    }
    for form in WorldMap.Form.allCases {
      #expect(try draw(map(form, places)) == draw(map(form, places)))
    }
  }
}
