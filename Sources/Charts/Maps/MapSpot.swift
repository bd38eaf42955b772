import DocumentModel
import Foundation
import Geometry

/// What stands on a map for a place, or for several that are too near each other.
struct MapSpot {
  /// The places, by their index in the map.
  var places: [Int]
  /// Its middle.
  var at: Point
  /// Where the place itself is.
  let home: Point
  /// Its radius.
  var radius: Double
  /// The number that sizes it; nil where there is none.
  let number: Double?

  var box: Rectangle {
    Rectangle(x: at.x - radius, y: at.y - radius, width: 2 * radius, height: 2 * radius)
  }
}

extension [MapSpot] {
  /// Moves spots apart that cover each other, none farther than `reach` from its place.
  ///
  /// - Parameter share: how near the middles of two may come, in sums of their radii.
  mutating func spread(share: Double, reach: Double) {
    guard count > 1 else { return }
    for _ in 0..<60 {
      var isSettled = true
      for first in indices.dropLast() {
        for second in (first + 1)..<endIndex {
          let need = (self[first].radius + self[second].radius) * share
          if push(first, second, apart: need) { isSettled = false }
        }
      }
      for index in indices { self[index].hold(within: reach) }
      if isSettled { break }
    }
  }

  /// Whether two were moved.
  private mutating func push(_ first: Int, _ second: Int, apart need: Double) -> Bool {
    var dx = self[second].at.x - self[first].at.x
    var dy = self[second].at.y - self[first].at.y
    guard abs(dx) < need, abs(dy) < need else { return false }
    var distance = hypot(dx, dy)
    guard distance < need - 0.01 else { return false }
    if distance < 1e-6 { (dx, dy, distance) = (1, 0, 1e-6) }
    let length = hypot(dx, dy)
    let step = (need - distance) / 2 / length
    self[first].at = Point(x: self[first].at.x - dx * step, y: self[first].at.y - dy * step)
    self[second].at = Point(x: self[second].at.x + dx * step, y: self[second].at.y + dy * step)
    return true
  }

  /// Spots that still cover each other, taken together into one with a count.
  func merged(share: Double, radius: (Int) -> Double) -> [MapSpot] {
    var result: [MapSpot] = []
    for spot in self {
      let near = result.firstIndex { other in
        hypot(other.at.x - spot.at.x, other.at.y - spot.at.y)
          < (other.radius + spot.radius) * share
      }
      guard let near else {
        result.append(spot)
        continue
      }
      result[near].places += spot.places
      result[near].radius = radius(result[near].places.count)
    }
    return result
  }
}

extension MapSpot {
  /// Keeps all of it in a frame.
  mutating func hold(in frame: Rectangle, edge halo: Double) {
    let edge = radius + halo
    guard frame.width > 2 * edge, frame.height > 2 * edge else { return }
    at = Point(
      x: min(max(at.x, frame.x + edge), frame.maxX - edge),
      y: min(max(at.y, frame.y + edge), frame.maxY - edge))
  }

  /// Keeps it near its place.
  fileprivate mutating func hold(within reach: Double) {
    let (dx, dy) = (at.x - home.x, at.y - home.y)
    let distance = hypot(dx, dy)
    guard distance > reach else { return }
    at = Point(x: home.x + dx * reach / distance, y: home.y + dy * reach / distance)
  }
}
