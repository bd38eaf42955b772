public import Geometry

/// A smaller copy of a picture: a part of it, upright, at a size of its own.
public struct PictureCopy: Hashable, Sendable {
  /// How a JPEG is coded.
  public enum Quality: Hashable, Sendable {
    /// For pages: level 90, full colour resolution, baseline.
    case page
    /// For the web: level 82, half colour resolution, baseline: pictures there come with the
    /// reader's scrolling, and scans of their own cost four times the coding for a tenth of the size.
    case web

    var level: Int32 { self == .page ? 90 : 82 }
    var isFine: Bool { self == .page }
  }
  /// The part of the upright picture, on the unit square, y downwards.
  public var part: Rectangle
  /// Pixels across; at most as many as the part has.
  public var width: Int
  /// Pixels down; at most as many as the part has.
  public var height: Int
  /// How a JPEG is coded.
  public var quality: Quality

  /// A copy.
  public init(part: Rectangle, width: Int, height: Int, quality: Quality) {
    self.part = part
    self.width = width
    self.height = height
    self.quality = quality
  }
}

extension PictureFile {
  /// A copy in the same format, with the colour profile and without any other metadata.
  ///
  /// A JPEG is decoded at the eighth of its size that is just not below the copy's. Where that is the
  /// copy's size but for one pixel in a hundred, and two at most, those are cut off and nothing is
  /// averaged.
  public func copy(_ wanted: PictureCopy) throws(PictureFault) -> [UInt8] {
    switch header.format {
    case .png:
      let upright = try PNGCoding.decode(bytes, header).turned(header.orientation)
      let region = CopyRegion(of: wanted, in: (upright.width, upright.height))
      return try PNGCoding.encode(region.taken(from: upright))
    case .jpeg:
      var coded = try jpeg(wanted)
      let profile = profileSegments
      // Behind the JFIF segment, which stands first and is eighteen bytes long.
      if !profile.isEmpty, coded.count > 20 { coded.insert(contentsOf: profile, at: 20) }
      return coded
    }
  }

  private func jpeg(_ wanted: PictureCopy) throws(PictureFault) -> [UInt8] {
    let least = CopyRegion.whole(wanted)
    let isTurned = header.orientation.swapsSides
    let eighths = JPEGCoding.eighths(
      header, atLeast: isTurned ? (least.height, least.width) : least)
    if !wanted.quality.isFine, header.orientation == .upright, header.channels == 3,
      let planes = try JPEGCoding.decodePlanes(bytes, header, eighths: eighths)
    {
      let size = (
        JPEGCoding.part(header.storedWidth, eighths), JPEGCoding.part(header.storedHeight, eighths)
      )
      let region = CopyRegion(of: wanted, in: size, step: 2)
      return try JPEGCoding.encode(
        planes.cut(x: region.x, y: region.y, width: region.width, height: region.height)
          .resampled(width: region.newWidth, height: region.newHeight),
        width: region.newWidth, height: region.newHeight, quality: wanted.quality)
    }
    let upright = try JPEGCoding.decode(bytes, header, eighths: eighths)
      .turned(header.orientation)
    let region = CopyRegion(of: wanted, in: (upright.width, upright.height))
    return try JPEGCoding.encode(region.taken(from: upright), quality: wanted.quality)
  }
}

/// The pixels of a decoded picture that a copy shows, and the size that they get.
private struct CopyRegion {
  let x: Int
  let y: Int
  let width: Int
  let height: Int
  let newWidth: Int
  let newHeight: Int

  /// - Parameters:
  ///   - size: Pixels across and down of the decoded, upright picture.
  ///   - step: Of what the first pixel is a multiple.
  init(of wanted: PictureCopy, in size: (width: Int, height: Int), step: Int = 1) {
    let part = Self.clamped(wanted.part)
    func range(
      _ start: Double, _ length: Double, _ side: Int, _ wanted: Int
    ) -> (start: Int, count: Int, new: Int) {
      var first = min(side - 1, Self.whole(start * Double(side)))
      first -= first % step
      var count = max(1, min(side - first, Self.whole(length * Double(side))))
      let new = min(count, max(1, wanted))
      let rest = count - new
      if rest <= 2, rest * 100 <= count { count = new }
      return (first, count, new)
    }
    (x, width, newWidth) = range(part.x, part.width, size.width, wanted.width)
    (y, height, newHeight) = range(part.y, part.height, size.height, wanted.height)
  }

  func taken(from raster: Raster) -> Raster {
    raster.cut(x: x, y: y, width: width, height: height)
      .resampled(width: newWidth, height: newHeight)
  }

  /// The size that a whole picture has to have for its part to have a copy's size.
  static func whole(_ wanted: PictureCopy) -> (width: Int, height: Int) {
    let part = clamped(wanted.part)
    // A hundredth of a pixel is the rounding of the part.
    return (
      whole(Double(max(1, wanted.width)) / part.width - 0.01, .up),
      whole(Double(max(1, wanted.height)) / part.height - 0.01, .up)
    )
  }

  /// A part that lies within the picture and has an area.
  private static func clamped(_ part: Rectangle) -> Rectangle {
    func inside(_ value: Double, _ low: Double, _ high: Double) -> Double {
      value.isFinite ? max(low, min(high, value)) : low
    }
    let (x, y) = (inside(part.x, 0, 0.999), inside(part.y, 0, 0.999))
    return Rectangle(
      x: x, y: y, width: inside(part.width, 0.001, 1 - x), height: inside(part.height, 0.001, 1 - y)
    )
  }

  private static func whole(
    _ value: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero
  ) -> Int {
    max(0, Int(exactly: value.rounded(rule)) ?? 0)
  }
}
