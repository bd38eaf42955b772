/// How much of a picture's own resolution goes into a PDF.
public enum PictureResolution: Hashable, Sendable {
  /// All of it, for the press and the archive: a JPEG's coded bytes are passed through.
  case original
  /// For screens: what is finer than so many dots per inch where it is placed largest is averaged
  /// down to that, and what is cropped away is left out. Coarser pictures are passed through.
  case reduced(dotsPerInch: Double)

  /// How much finer than asked a picture may be before it is coded anew: less is not worth the loss.
  static let tolerance = 1.5
}
