/// What of a picture must be seen, and to which shape it is cropped.
public struct PictureFraming: Hashable, Sendable {
  /// The shape of a picture on the page.
  public enum Shape: Hashable, Sendable {
    /// Its own; it is shown whole.
    case own
    /// Cropped to this width for a height of one.
    case ratio(Double)
    /// Cropped to whatever frame the page gives it.
    case frame
  }
  /// A point of the upright picture: shares of its width and height from the upper left.
  public struct Focus: Hashable, Sendable {
    /// From the left, 0 to 1.
    public var x: Double
    /// From the top, 0 to 1.
    public var y: Double
    /// A point of a picture.
    public init(x: Double, y: Double) {
      self.x = x
      self.y = y
    }
  }
  /// The point that stays nearest to the middle; nil where none was named: the middle.
  public var focus: Focus?
  /// The shape on the page.
  public var shape: Shape

  /// A framing; by itself a picture is shown whole.
  public init(focus: Focus? = nil, shape: Shape = .own) {
    self.focus = focus
    self.shape = shape
  }

  /// Whether a page may take something off the picture's edges: only where its author has thought
  /// of that, for a drawing may have its axis there.
  public var allowsCropping: Bool { focus != nil || shape != .own }
}

/// A part of an upright picture: shares of its width and height from the upper left.
public struct PictureCrop: Hashable, Sendable {
  /// From the left, 0 to 1.
  public var x: Double
  /// From the top, 0 to 1.
  public var y: Double
  /// Of the width, above 0, up to 1.
  public var width: Double
  /// Of the height, above 0, up to 1.
  public var height: Double

  /// A part of a picture.
  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// All of it.
  public static let whole = PictureCrop(x: 0, y: 0, width: 1, height: 1)
}

extension ImageSource {
  /// Its width for a height of one.
  public var ratio: Double { Double(max(1, width)) / Double(max(1, height)) }

  /// Its width for a height of one as it is shown where a page does not ask for a frame.
  public var shownRatio: Double {
    if case .ratio(let ratio) = framing.shape, ratio > 0, ratio.isFinite { ratio } else { ratio }
  }

  /// The largest part of a shape, its focal point as near to the middle as the edges allow. What is
  /// shown is cropped, and never stretched.
  /// - Parameter shape: The width for a height of one.
  public func crop(to shape: Double) -> PictureCrop {
    let part = shape / ratio
    guard part.isFinite, part > 0, abs(part - 1) > 1e-4 else { return .whole }
    let focus = framing.focus ?? PictureFraming.Focus(x: 0.5, y: 0.5)
    func start(_ focus: Double, _ length: Double) -> Double {
      max(0, min(1 - length, focus - length / 2))
    }
    return part < 1
      ? PictureCrop(x: start(focus.x, part), y: 0, width: part, height: 1)
      : PictureCrop(x: 0, y: start(focus.y, 1 / part), width: 1, height: 1 / part)
  }

  /// The pixels across and down that a part has.
  public func pixels(of crop: PictureCrop) -> (width: Int, height: Int) {
    func whole(_ share: Double, of side: Int) -> Int {
      max(1, min(side, Int(exactly: (share * Double(side)).rounded()) ?? side))
    }
    return (whole(crop.width, of: width), whole(crop.height, of: height))
  }
}
