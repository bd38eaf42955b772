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
    var sizes = smaller.map(size)
    if smaller.count < widths.count { sizes.append(own) }
    return sizes.indices.filter { $0 == 0 || sizes[$0].width > sizes[$0 - 1].width }.map { index in
      WebPicture(
        path: image.path, crop: crop, width: sizes[index].width, height: sizes[index].height,
        isWhole: crop == .whole && sizes[index].width == own.width)
    }
  }

  /// The size of a copy that is about so wide. A JPEG is decoded at eighths of its size for less than
  /// at others, so that the nearest of them is taken where one is from 0.85 to 1.25 times as wide.
  private func size(near width: Int) -> (width: Int, height: Int) {
    let wanted = Double(width)
    if image.format == .jpeg {
      func part(_ share: Double, _ side: Int, _ eighths: Int) -> Int {
        max(1, Int(exactly: (share * Double(side * eighths) / 8).rounded(.down)) ?? 1)
      }
      for eighths in 1..<8 {
        let reduced = part(crop.width, image.width, eighths)
        if Double(reduced) < wanted * 0.85 { continue }
        guard Double(reduced) <= wanted * 1.25 else { break }
        return (reduced, part(crop.height, image.height, eighths))
      }
    }
    let own = image.pixels(of: crop)
    let height = Double(own.height) * wanted / Double(own.width)
    return (width, max(1, Int(exactly: height.rounded()) ?? 1))
  }
}
