/// Why a picture cannot be used.
public enum PictureFault: Error, Hashable, Sendable {
  /// Neither JPEG nor PNG.
  case unknownFormat
  /// The file ends, or breaks, before its picture does.
  case cut
  /// A width or height of zero.
  case empty
  /// More pixels than `PictureHeader.mostPixels`, or more than 32767 a side.
  case tooLarge(width: Int, height: Int)
  /// A JPEG whose coding a page cannot hold: lossless, arithmetic, twelve bits, two channels.
  case rareCoding
  /// A JPEG with four components, which a page for screens cannot show.
  case fourColours
  /// The library that decodes or encodes it refuses, with its own words.
  case coding(String)
}

extension PictureFault {
  /// The fact, for a diagnostic's message: "picture "x.png" ...".
  public var fact: String {
    switch self {
    case .unknownFormat: "is neither JPEG nor PNG"
    case .cut: "is cut short or damaged"
    case .empty: "has no pixels"
    case .tooLarge(let width, let height): "has \(width) × \(height) pixels, which is too many"
    case .rareCoding: "is a JPEG of a rare coding"
    case .fourColours: "is a four-colour (CMYK) JPEG"
    case .coding(let reason): "cannot be decoded: \(reason)"
    }
  }

  /// The way out.
  public var hint: String {
    switch self {
    case .unknownFormat: "save it as JPEG (photos) or PNG (drawings)"
    case .cut, .coding: "copy the file again from where it came"
    case .empty: "save the picture again"
    case .tooLarge: "scale it down; at most 50 million pixels and 32767 a side"
    case .rareCoding: "save it as a baseline or progressive JPEG"
    case .fourColours: "save it as an RGB JPEG"
    }
  }
}
