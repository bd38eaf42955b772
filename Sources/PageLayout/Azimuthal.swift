import DocumentModel
import Foundation

/// The azimuthal equidistant projection about a place: angles of great circles and their bearings
/// (Snyder, Map Projections, USGS 1395, chapter 25).
struct Azimuthal {
  let centre: PlaceField.Place

  /// The angle of the great circle to a place in radians, with sine and cosine of its bearing from
  /// north, clockwise.
  func polar(of place: PlaceField.Place) -> (angle: Double, sine: Double, cosine: Double) {
    let degree = Double.pi / 180
    let (a, b) = (centre.latitude * degree, place.latitude * degree)
    let turn = (place.longitude - centre.longitude) * degree
    let cosine = max(-1, min(1, sin(a) * sin(b) + cos(a) * cos(b) * cos(turn)))
    let east = cos(b) * sin(turn)
    let north = cos(a) * sin(b) - sin(a) * cos(b) * cos(turn)
    let length = (east * east + north * north).squareRoot()
    guard length > 1e-12 else { return (acos(cosine), 0, 1) }
    return (acos(cosine), east / length, north / length)
  }
}
