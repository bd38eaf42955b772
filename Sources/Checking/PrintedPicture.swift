/// A picture as a page shows it.
public struct PrintedPicture: Hashable, Sendable {
  /// What pages are made for.
  public enum Medium: String, Hashable, Sendable {
    /// A PDF that is read on screens.
    case screen = "the screen"
    /// Sheets that are printed.
    case print

    /// The fewest dots per inch at which a picture looks sharp.
    public var dotsPerInch: Double {
      switch self {
      case .screen: 150
      case .print: 220
      }
    }
  }
  /// The path in the report's folder.
  public var file: String
  /// How wide it stands, in millimetres.
  public var width: Double
  /// How many of its own pixels stand on an inch.
  public var dotsPerInch: Double
  /// The pixels of the upright picture across and down, with those that are cropped away.
  public var pixels: (width: Int, height: Int) { (pixelsAcross, pixelsDown) }
  /// What it is shown on.
  public var medium: Medium
  private var pixelsAcross: Int
  private var pixelsDown: Int

  /// A picture as a page shows it.
  public init(
    file: String, width: Double, dotsPerInch: Double, pixels: (width: Int, height: Int),
    medium: Medium
  ) {
    self.file = file
    self.width = width
    self.dotsPerInch = dotsPerInch
    self.medium = medium
    (pixelsAcross, pixelsDown) = pixels
  }

  /// How many times finer it would have to be.
  var need: Double { medium.dotsPerInch / max(dotsPerInch, 1) }

  /// Whether it is coarse; half a dot is rounding.
  var isCoarse: Bool { dotsPerInch < medium.dotsPerInch - 0.5 }

  /// The pixels that the whole picture would need in the same frame.
  var pixelsNeeded: (width: Int, height: Int) {
    func needed(_ pixels: Int) -> Int { Int(exactly: (Double(pixels) * need).rounded(.up)) ?? 0 }
    return (needed(pixelsAcross), needed(pixelsDown))
  }
}
