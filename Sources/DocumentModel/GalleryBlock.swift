/// One to twelve pictures in rows of equal height.
public struct GalleryBlock: Hashable, Sendable {
  /// A picture with what is said beneath it.
  public struct Picture: Hashable, Sendable {
    /// The file.
    public var image: ImageSource
    /// What it shows, in words.
    public var alternative: String
    /// Who, where, when; may be empty.
    public var caption: [Inline]
    /// Credit and licence; empty for none.
    public var credit: [Inline]
    /// A picture.
    public init(
      image: ImageSource, alternative: String, caption: [Inline], credit: [Inline] = []
    ) {
      self.image = image
      self.alternative = alternative
      self.caption = caption
      self.credit = credit
    }
  }
  /// The anchor.
  public var anchor: String
  /// The printed number; nil for none.
  public var number: String?
  /// The caption of them all; empty for none.
  public var caption: [Inline]
  /// The pictures, in reading order.
  public var pictures: [Picture]
  /// Pictures in rows.
  public init(anchor: String, number: String?, caption: [Inline], pictures: [Picture]) {
    self.anchor = anchor
    self.number = number
    self.caption = caption
    self.pictures = pictures
  }

  /// The most pictures of a gallery.
  public static let mostPictures = 12

  /// The rows, from the top.
  public var rows: [GalleryRow] {
    var first = 0
    return GalleryRow.lengths(of: pictures.count).map { count in
      defer { first += count }
      return GalleryRow(
        first: first, ratios: pictures[first..<first + count].map(\.image.ratio))
    }
  }
}

/// A row of a gallery: pictures side by side on a grid of twelve columns, all of one height.
public struct GalleryRow: Hashable, Sendable {
  /// The index of its first picture.
  public var first: Int
  /// How many of the twelve columns each picture takes.
  public var spans: [Int]
  /// The height, as a share of the row's width without its gutters.
  public var height: Double

  /// The widths of its pictures for a height of one, in order, where the gutters have no width.
  public var shapes: [Double] { spans.map { Double($0) / 12 / height } }

  /// The index of the picture behind its last one.
  public var end: Int { first + spans.count }

  /// The spans and the height that crop the least: of all ways to share out the columns the one in
  /// which the pictures' own shapes differ the least from their frames'.
  /// - Parameter ratios: The pictures' widths for a height of one, in order.
  public init(first: Int, ratios: [Double]) {
    self.first = first
    spans = []
    height = 0.5
    var least = Double.infinity
    for spans in Self.shares[ratios.count] ?? [Array(repeating: 12, count: ratios.count)] {
      let shapes = zip(spans, ratios).map { span, ratio in
        (Double(span) / 12, Self.log2(max(0.01, ratio)))
      }
      // The height that lies in the middle of those which the pictures by themselves would have.
      let heights = shapes.map { Self.log2($0.0) - $0.1 }
      let middle = heights.reduce(0, +) / Double(max(1, heights.count))
      let loss = heights.reduce(0) { $0 + ($1 - middle) * ($1 - middle) }
      guard loss < least - 1e-9 else { continue }
      least = loss
      self.spans = spans
      height = Self.power(middle)
    }
    let bounds = ratios.count == 1 ? 0.4...0.68 : 0.2...0.5
    height = max(bounds.lowerBound, min(bounds.upperBound, height))
  }

  /// How many pictures each row has: rows of two before rows of three, and never a lone one but
  /// where there is only one.
  public static func lengths(of count: Int) -> [Int] {
    guard count > 0 else { return [] }
    if count == 1 { return [1] }
    let pairs = (3 - count % 3) % 3
    return Array(repeating: 2, count: pairs) + Array(repeating: 3, count: (count - 2 * pairs) / 3)
  }

  /// The ways to share out twelve columns; the even one comes first and wins among equals.
  private static let shares: [Int: [[Int]]] = [
    1: [[12]],
    2: [[6, 6], [7, 5], [5, 7], [8, 4], [4, 8]],
    3: [
      [4, 4, 4], [6, 3, 3], [3, 6, 3], [3, 3, 6], [5, 4, 3], [5, 3, 4], [4, 5, 3], [3, 5, 4],
    ],
  ]

  /// A logarithm to the base of two from sums and products alone, the same on every machine: for
  /// comparing shapes, not for figures.
  private static func log2(_ value: Double) -> Double {
    var (mantissa, sum) = (value.significand, Double(value.exponent))
    var step = 0.5
    for _ in 0..<30 {
      mantissa *= mantissa
      if mantissa >= 2 {
        mantissa /= 2
        sum += step
      }
      step /= 2
    }
    return sum
  }

  /// Two to a power, likewise.
  private static func power(_ exponent: Double) -> Double {
    let whole = exponent.rounded(.down)
    var (rest, result, root) = (exponent - whole, 1.0, 2.0.squareRoot())
    for _ in 0..<30 {
      rest *= 2
      if rest >= 1 {
        rest -= 1
        result *= root
      }
      root = root.squareRoot()
    }
    let scale = Int(exactly: max(-60, min(60, whole))) ?? 0
    return Double(sign: .plus, exponent: scale, significand: result)
  }
}
