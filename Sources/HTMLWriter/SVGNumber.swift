/// Numbers of drawings: one decimal, a full stop, the same on every machine.
enum SVGNumber {
  /// The number rounded to a tenth; 0 where it is not one that a drawing can hold.
  static func text(_ value: Double) -> String {
    guard value.isFinite, let tenths = Int(exactly: (value * 10).rounded()) else { return "0" }
    let sign = tenths < 0 ? "-" : ""
    let whole = tenths.magnitude / 10
    let rest = tenths.magnitude % 10
    return sign + String(whole) + (rest == 0 ? "" : "." + String(rest))
  }
}
