/// What a picture file says of itself: enough to place it on a page, before anything is decoded.
public struct PictureHeader: Hashable, Sendable {
  /// The formats that a report can hold.
  public enum Format: String, Hashable, Sendable {
    case jpeg
    case png
  }
  /// The format, from the bytes and not from the file's name.
  public var format: Format
  /// Pixels across, as stored.
  public var storedWidth: Int
  /// Pixels down, as stored.
  public var storedHeight: Int
  /// Channels a pixel as stored: 1 and 3 without, 2 and 4 with transparency; a palette counts as 3.
  public var channels: Int
  /// Bits a channel.
  public var bitDepth: Int
  /// How the stored pixels stand to the upright picture (Exif).
  public var orientation = Orientation.upright
  /// Dots per inch that the file itself claims (JFIF, Exif, PNG pHYs); nil where it is silent. No
  /// layout follows from it: a picture's size on a page is the page's own.
  public var dotsPerInch: Double?

  /// Pixels across of the upright picture.
  public var width: Int { orientation.swapsSides ? storedHeight : storedWidth }
  /// Pixels down of the upright picture.
  public var height: Int { orientation.swapsSides ? storedWidth : storedHeight }

  /// The most pixels that a picture may have: a 48 KB PNG of 20,000 x 20,000 pixels costs 1.5 GiB
  /// to decode, so the size is judged before.
  public static let mostPixels = 50_000_000
  /// The most pixels a side that Cairo takes.
  public static let longestSide = 32_767

  /// Reads the head of a JPEG (ISO 10918-1, B.2) or a PNG (ISO 15948, 11.2.2).
  public init(_ bytes: [UInt8]) throws(PictureFault) { self = try PictureFile(bytes).header }

  init(
    _ format: Format, width: Int, height: Int, channels: Int, bitDepth: Int
  ) throws(PictureFault) {
    guard width > 0, height > 0 else { throw .empty }
    guard max(width, height) <= Self.longestSide, width <= Self.mostPixels / height else {
      throw .tooLarge(width: width, height: height)
    }
    self.format = format
    storedWidth = width
    storedHeight = height
    self.channels = channels
    self.bitDepth = bitDepth
  }
}
