import DisplayList
import Geometry

/// A part of a picture file, as the pages of a document show it.
struct PicturePart: Hashable {
  var path: String
  var crop: Rectangle
  init(_ image: Image) {
    path = image.path
    crop = image.crop
  }
}

extension DisplayList {
  /// The widest that each part of a picture stands on any page, in points.
  var widestPictures: [PicturePart: Double] {
    var widest: [PicturePart: Double] = [:]
    for run in pages.lazy.flatMap(\.runs) {
      let transform = run.transform
      for case .image(let image) in run.items {
        let scale = (transform.xx * transform.xx + transform.yx * transform.yx).squareRoot()
        let width = image.frame.width * (scale.isFinite ? scale : 1)
        widest[PicturePart(image)] = max(widest[PicturePart(image)] ?? 0, width)
      }
    }
    return widest
  }
}

extension PictureResolution {
  /// The pixels to which a part of a picture is averaged down; nil to pass it through.
  func pixels(for image: Image, widest: Double) -> (width: Int, height: Int)? {
    guard case .reduced(let dots) = self, dots > 0 else { return nil }
    let own = (image.pixels.width * image.crop.width, image.pixels.height * image.crop.height)
    let wanted = (dots * widest / 72).rounded(.up)
    guard own.0 > wanted * Self.tolerance, wanted >= 1,
      let width = Int(exactly: wanted),
      let height = Int(exactly: (own.1 * wanted / own.0).rounded())
    else { return nil }
    return (width, max(1, height))
  }
}
