/// What one line leaves free at its two ends, so that text runs round a picture.
public struct LineInsets: Hashable, Sendable {
  /// Points at the side where lines begin: the right one where the paragraph runs from right to left.
  public var leading: Double
  /// Points at the other side.
  public var trailing: Double
  /// The insets of a line, in points.
  public init(leading: Double = 0, trailing: Double = 0) {
    self.leading = leading
    self.trailing = trailing
  }
}

/// How wide each line of a paragraph is: the measure less the insets of the first lines and the first
/// line's indent.
struct LineShape {
  var measure: Double
  var indent: Double
  let insets: [LineInsets]

  /// The shape of a style whose numbers may be no numbers; no line is narrower than a point.
  init(_ style: ParagraphStyle) {
    measure = style.measure.isNaN ? 1 : min(max(style.measure, 1), 1e6)
    indent = style.firstIndent.isNaN ? 0 : min(max(style.firstIndent, -1e6), 1e6)
    let most = measure
    func bounded(_ value: Double) -> Double { value.isNaN ? 0 : min(max(value, 0), most - 1) }
    insets = style.shape.map {
      let leading = bounded($0.leading)
      return LineInsets(
        leading: leading, trailing: min(bounded($0.trailing), max(0, most - 1 - leading)))
    }
  }

  /// A paragraph whose lines are all as wide as the measure, but for the first one's indent.
  init(measure: Double, indent: Double = 0) {
    self.measure = measure
    self.indent = indent
    insets = []
  }

  /// The width between a line's insets, before the indent.
  func width(_ line: Int) -> Double {
    guard line < insets.count else { return measure }
    return max(1, measure - insets[line].leading - insets[line].trailing)
  }

  /// The room of a line: its width less the first line's indent.
  func room(_ line: Int) -> Double { line == 0 ? width(0) - indent : width(line) }

  /// What a line leaves free where lines begin, with the first line's indent.
  func leading(_ line: Int) -> Double {
    let inset = line < insets.count ? insets[line].leading : 0
    return line == 0 ? inset + indent : inset
  }

  /// What a line leaves free at its other side.
  func trailing(_ line: Int) -> Double { line < insets.count ? insets[line].trailing : 0 }

  /// The room of the narrowest line.
  var narrowest: Double {
    insets.indices.reduce(min(measure, measure - max(0, indent))) { min($0, room($1)) }
  }
}
