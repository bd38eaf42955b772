public import Geometry

/// A chart or a map in shapes and words, in points, y downwards, at the width that it was made for:
/// drawn once, for pages and for the web.
public struct Drawing: Hashable, Sendable {
  /// Width and height.
  public var size: Size
  /// Everything seen, the lowest first.
  public var marks: [Mark]
  /// Places whose values are not printed, with what they say: for pointers and keys.
  public var spots: [Spot] = []
  /// By how many points it can be drawn lower.
  public var give = 0.0

  /// A drawing.
  public init(size: Size, marks: [Mark] = []) {
    self.size = size
    self.marks = marks
  }

  /// A place that says its value when it is asked.
  public struct Spot: Hashable, Sendable {
    /// Where it is.
    public var area: Rectangle
    /// What it says.
    public var text: String
    /// A place that says its value.
    public init(area: Rectangle, text: String) {
      self.area = area
      self.text = text
    }
  }

  /// One thing seen.
  public enum Mark: Hashable, Sendable {
    /// A filled shape.
    case fill(Path, Ink, Filling)
    /// A line.
    case stroke(Path, Ink, Line)
    /// Words.
    case label(Label)
  }

  /// A colour by what it means; the theme says what it looks like.
  public enum Ink: Hashable, Sendable {
    /// The colour of text.
    case text
    /// Small print and axes.
    case quiet
    /// The one series or thing that the title speaks of.
    case accent
    /// The quiet second colour.
    case second
    /// What is compared with: greys, 0 the darkest, 1 the paper.
    case grey(Double)
    /// A series by its place in the palette, from 0; the palette is safe for the colour-blind.
    case series(Int)
    /// A step of a scale of one hue, 0 the lightest, 1 the strongest.
    case scale(Double)
    /// The paper.
    case paper

    /// A step of the scale for grounds that bear words, from 0 to 1. Steps between the tints that bear
    /// dark words and those that bear light ones, on which neither can be read well, are left out.
    public static func tint(_ share: Double) -> Ink {
      if share >= 0.5 { return .scale(0.7 + (min(share, 1) - 0.5) * 0.6) }
      return .scale(share > 0.2 ? 0.2 + (share - 0.2) * 0.8 : max(0, share))
    }
  }

  /// How a shape is filled.
  public enum Filling: String, Hashable, Sendable {
    case solid
    /// Lines that rise, so that a series is told apart in grey.
    case hatched
    /// Dots.
    case dotted
    /// Lines that fall.
    case counter
    /// Lines that rise and lines that fall.
    case crossed
    /// Half transparent by a lighter tint, for provisional values.
    case light
  }

  /// How a line is drawn.
  public struct Line: Hashable, Sendable {
    /// Its width in points.
    public var width: Double
    /// Lengths of dashes and gaps in points; empty for a whole line.
    public var dashes: [Double]
    /// A line.
    public init(width: Double, dashes: [Double] = []) {
      self.width = width
      self.dashes = dashes
    }
  }

  /// Words at a place.
  public struct Label: Hashable, Sendable {
    /// What the words are, which decides their size and weight.
    public enum Role: String, Hashable, Sendable {
      /// A name: of a bar, a series, a place.
      case name
      /// A value.
      case value
      /// A number or word of an axis.
      case tick
      /// A remark at a point of the data.
      case annotation
      /// A large number.
      case large
    }
    /// Which point of the words stands at `at`.
    public enum Anchor: String, Hashable, Sendable {
      case start
      case middle
      case end
    }
    /// The words, on one line.
    public var text: String
    /// The anchor point, on the baseline.
    public var at: Point
    /// What stands there.
    public var anchor: Anchor
    /// What the words are.
    public var role: Role
    /// Their colour, on the paper.
    public var ink: Ink
    /// What they stand on where that is not the paper: the medium gives them a colour that can be read
    /// on it.
    public var ground: Ink?
    /// Words at a place.
    public init(
      _ text: String, at: Point, anchor: Anchor = .start, role: Role, ink: Ink = .text,
      ground: Ink? = nil
    ) {
      self.text = text
      self.at = at
      self.anchor = anchor
      self.role = role
      self.ink = ink
      self.ground = ground
    }
  }
}

/// Sizes of words, which a medium knows and a drawing asks for.
public struct LabelMeasure {
  /// The width of a text in points.
  public var width: (String, Drawing.Label.Role) -> Double
  /// The size of type in points.
  public var size: (Drawing.Label.Role) -> Double

  /// Sizes of words.
  public init(
    width: @escaping (String, Drawing.Label.Role) -> Double,
    size: @escaping (Drawing.Label.Role) -> Double
  ) {
    self.width = width
    self.size = size
  }
}
