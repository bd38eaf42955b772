/// How a line is brought to its measure: first by the width of its glyphs, then by its glue.
struct GlueSetting {
  /// The glue ratio (Knuth & Plass).
  var ratio: Double
  /// What the glue has to give, in points; negative where it shrinks.
  var rest: Double
  /// By which part the glyphs are widened; negative where they are narrowed.
  var expansion: Double

  /// The most by which glyphs are widened or narrowed, and its steps.
  static let limit = 0.02
  static let step = 0.005

  /// The setting of a justified line that lacks `shortfall` points. With `flexibility` 0 the glyphs
  /// keep their width.
  init(
    shortfall: Double, stretch: Double, shrink: Double, flex: Double, flexibility: Double
  ) {
    expansion = 0
    rest = shortfall
    if flex > 0, flexibility > 0, shortfall != 0 {
      let wanted = min(max(shortfall / flex, -flexibility), flexibility)
      // A line without glue has nothing else to give: it takes the exact value.
      expansion = stretch > 0 ? (wanted / Self.step).rounded() * Self.step : wanted
      if shortfall - expansion * flex < -shrink { expansion = max(wanted, -flexibility) }
      rest -= expansion * flex
    }
    if rest > 0 {
      ratio = stretch > 0 ? rest / stretch : rest > 0.01 ? 100 : 0
      if stretch <= 0 { rest = 0 }
    } else {
      ratio = shrink > 0 ? max(rest / shrink, -1) : 0
      rest = max(rest, -shrink)
    }
  }
}
