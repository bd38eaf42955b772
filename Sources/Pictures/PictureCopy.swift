public import Geometry

/// A smaller copy of a picture: a part of it, upright, at a size of its own.
public struct PictureCopy: Hashable, Sendable {
  /// How a JPEG is coded.
  public enum Quality: Hashable, Sendable {
    /// For pages: level 90, full colour resolution, baseline.
    case page
    /// For the web: level 82, half colour resolution, progressive.
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
  public func copy(_ wanted: PictureCopy) throws(PictureFault) -> [UInt8] {
    let raster = try pixels(for: wanted)
    guard header.format == .jpeg else { return try PNGCoding.encode(raster) }
    var coded = try JPEGCoding.encode(raster, quality: wanted.quality)
    let profile = profileSegments
    // Behind the JFIF segment, which stands first and is eighteen bytes long.
    if !profile.isEmpty, coded.count > 20 { coded.insert(contentsOf: profile, at: 20) }
    return coded
  }

  private func pixels(for wanted: PictureCopy) throws(PictureFault) -> Raster {
    let part = clamped(wanted.part)
    let (width, height) = (max(1, wanted.width), max(1, wanted.height))
    let stored: Raster
    switch header.format {
    case .png: stored = try PNGCoding.decode(bytes, header)
    case .jpeg:
      let across = whole(Double(width) / part.width, .up)
      let down = whole(Double(height) / part.height, .up)
      let size = header.orientation.swapsSides ? (down, across) : (across, down)
      stored = try JPEGCoding.decode(bytes, header, atLeast: size)
    }
    let upright = stored.turned(header.orientation)
    let left = min(upright.width - 1, whole(part.x * Double(upright.width)))
    let top = min(upright.height - 1, whole(part.y * Double(upright.height)))
    let cut = upright.cut(
      x: left, y: top,
      width: max(1, min(upright.width - left, whole(part.width * Double(upright.width)))),
      height: max(1, min(upright.height - top, whole(part.height * Double(upright.height)))))
    return cut.resampled(width: min(width, cut.width), height: min(height, cut.height))
  }

  /// A part that lies within the picture and has an area.
  private func clamped(_ part: Rectangle) -> Rectangle {
    func inside(_ value: Double, _ low: Double, _ high: Double) -> Double {
      value.isFinite ? max(low, min(high, value)) : low
    }
    let (x, y) = (inside(part.x, 0, 0.999), inside(part.y, 0, 0.999))
    return Rectangle(
      x: x, y: y, width: inside(part.width, 0.001, 1 - x), height: inside(part.height, 0.001, 1 - y)
    )
  }

  private func whole(_ value: Double, _ rule: FloatingPointRoundingRule = .toNearestOrAwayFromZero)
    -> Int
  {
    max(0, Int(exactly: value.rounded(rule)) ?? 0)
  }
}
