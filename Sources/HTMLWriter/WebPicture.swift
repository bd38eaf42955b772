public import DocumentModel

/// A picture of a web edition: a part of a source, upright, at a size of its own, in its source's
/// format and without its metadata.
public struct WebPicture: Hashable, Sendable {
  /// The source's path on disk.
  public var path: String
  /// The part that is shown; what is cropped away is not published.
  public var crop: PictureCrop
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// Whether it has all pixels of its source.
  public var isWhole: Bool
}

/// A source and the shape in which a page shows it.
struct PictureView: Hashable {
  let image: ImageSource
  let crop: PictureCrop

  /// The widths of its files: one for phones, and for a picture that is wide on large screens one
  /// that is fine there.
  let widths: [Int]

  /// - Parameters:
  ///   - shape: The width for a height of one.
  ///   - columns: How many of twelve columns it takes where there is room.
  init(_ image: ImageSource, shape: Double, columns: Int = 12) {
    self.image = image
    crop = image.crop(to: shape)
    widths = columns > 6 ? [800, 1600 * columns / 12] : [800]
  }

  /// Its files, from the narrowest. A source that is hardly wider is taken as it is.
  var pictures: [WebPicture] {
    let own = image.pixels(of: crop)
    let smaller = widths.filter { Double($0) * 1.2 < Double(own.width) }
    let widths = smaller.count == widths.count ? smaller : smaller + [own.width]
    return widths.map { width in
      let height = Double(own.height) * Double(width) / Double(own.width)
      return WebPicture(
        path: image.path, crop: crop, width: width,
        height: max(1, Int(exactly: height.rounded()) ?? 1),
        isWhole: crop == .whole && width == own.width)
    }
  }
}
