import Foundation
import Ledger
import Records

/// A number with a fixed count of decimals, 0 to 6, halves away from zero; the point is a point
/// on every machine.
func fixed(_ value: Double, decimals: Int) -> String {
  let places = min(6, max(0, decimals))
  let scale = (0..<places).reduce(1) { scale, _ in scale * 10 }
  let scaled = (value.magnitude * Double(scale)).rounded(.toNearestOrAwayFromZero)
  guard let all = Int(exactly: scaled) else { return "\(value)" }
  let sign = value < 0 && all > 0 ? "-" : ""
  guard places > 0 else { return "\(sign)\(all)" }
  let tail = String(all % scale)
  return "\(sign)\(all / scale)." + String(repeating: "0", count: places - tail.count) + tail
}

/// A quantity in JSON.
struct QuantityEntry: Encodable {
  var value: Double
  var precision: String
  var upper: Double?

  init(_ quantity: Quantity) {
    value = quantity.value
    precision = quantity.precision.rawValue
    upper = quantity.upper
  }
}

/// A year of a figure in JSON.
struct SeriesEntry: Encodable {
  var period: String
  var value: QuantityEntry?
  var published: QuantityEntry?
  var suppressed: Bool

  init(_ point: SeriesPoint) {
    period = point.period
    value = point.value.map(QuantityEntry.init)
    published = point.published.map(QuantityEntry.init)
    suppressed = point.isSuppressed
  }
}

/// A figure's parts in JSON.
struct BreakdownEntry: Encodable {
  struct Part: Encodable {
    var key: String?
    var names: [String: String]
    var value: QuantityEntry?
    var suppressed: Bool
  }
  var field: String
  var names: [String: String]
  var overlaps: Bool
  var parts: [Part]

  init(_ breakdown: Breakdown) {
    field = breakdown.field
    names = breakdown.names
    overlaps = breakdown.overlaps
    parts = breakdown.parts.map { part in
      Part(
        key: part.key, names: part.names, value: part.value.map(QuantityEntry.init),
        suppressed: part.isSuppressed)
    }
  }
}
