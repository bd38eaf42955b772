import CCairo
import DisplayList
import Foundation
import Geometry
import Pictures

/// A picture as a Cairo image surface.
final class SurfacePicture {
  let surface: OpaquePointer
  /// From the surface to the frame that shows it, which is the unit square.
  let placement: Transform

  fileprivate init(_ surface: OpaquePointer, _ placement: Transform) {
    self.surface = surface
    let width = Double(max(1, cairo_image_surface_get_width(surface)))
    let height = Double(max(1, cairo_image_surface_get_height(surface)))
    self.placement = Transform(xx: 1 / width, yx: 0, xy: 0, yy: 1 / height, x0: 0, y0: 0)
      .then(placement)
  }

  deinit { cairo_surface_destroy(surface) }
}

/// The pictures of one document. What was decoded or made smaller is kept; a JPEG that is passed
/// through is read again when it comes again, because Cairo knows it by its identity and keeps no
/// second copy.
struct PagePictures {
  private let resolution: PictureResolution
  private let widest: [PicturePart: Double]
  private var kept: [PicturePart: SurfacePicture] = [:]

  /// The largest file that is read: 256 MiB.
  private static let byteLimit = 1 << 28

  init(of list: DisplayList, at resolution: PictureResolution) {
    self.resolution = resolution
    widest = list.widestPictures
  }

  /// The picture of an image, checked by its header first.
  mutating func picture(_ image: Image) throws(PaintingError) -> SurfacePicture {
    let part = PicturePart(image)
    if let known = kept[part] { return known }
    let file = try file(image)
    let crop = image.crop
    if let size = resolution.pixels(for: image, widest: widest[part] ?? 0) {
      let copy = PictureCopy(part: crop, width: size.width, height: size.height, quality: .page)
      let bytes = try explained(image.path) { () throws(PictureFault) in try file.copy(copy) }
      let picture = try surface(bytes, file.header.format, .identity, image.path)
      kept[part] = picture
      return picture
    }
    let shown = Transform(
      xx: 1 / crop.width, yx: 0, xy: 0, yy: 1 / crop.height, x0: -crop.x / crop.width,
      y0: -crop.y / crop.height)
    let picture = try surface(
      file.withoutMetadata(), file.header.format, file.header.orientation.transform.then(shown),
      image.path)
    if file.header.format == .png { kept[part] = picture }
    return picture
  }

  private func file(_ image: Image) throws(PaintingError) -> PictureFile {
    let bytes = try read(image.path)
    let file = try explained(image.path) { () throws(PictureFault) in try PictureFile(bytes) }
    guard (file.header.format == .png) == (image.format == .png) else {
      throw .picture(path: image.path, reason: "it is not a readable \(image.format) file")
    }
    return file
  }

  private func explained<Value>(
    _ path: String, _ work: () throws(PictureFault) -> Value
  ) throws(PaintingError) -> Value {
    do throws(PictureFault) {
      return try work()
    } catch {
      throw .picture(path: path, reason: "it " + error.fact)
    }
  }

  private func read(_ path: String) throws(PaintingError) -> [UInt8] {
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
      guard data.count <= Self.byteLimit else {
        throw PaintingError.picture(path: path, reason: "it is larger than 256 MiB")
      }
      return [UInt8](data)
    } catch let error as PaintingError {
      throw error
    } catch {
      throw .picture(path: path, reason: "it cannot be read: \(error.localizedDescription)")
    }
  }

  private func surface(
    _ bytes: [UInt8], _ format: PictureHeader.Format, _ placement: Transform, _ path: String
  ) throws(PaintingError) -> SurfacePicture {
    switch format {
    case .jpeg: try passThrough(bytes, placement, path)
    case .png: try decode(bytes, placement, path)
    }
  }

  /// A surface of one pixel that stands for the JPEG: Cairo takes the true size from its bytes, so
  /// no pixel is decoded or copied.
  private func passThrough(
    _ bytes: [UInt8], _ placement: Transform, _ path: String
  ) throws(PaintingError) -> SurfacePicture {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else {
      throw .picture(path: path, reason: "no surface")
    }
    let picture = SurfacePicture(surface, placement)
    try check(cairo_surface_status(surface), "holding picture \(path)")
    try attach(bytes, CAIRO_MIME_TYPE_JPEG, to: surface)
    try attach(Array(identity(of: bytes).utf8), CAIRO_MIME_TYPE_UNIQUE_ID, to: surface)
    return picture
  }

  private func attach(
    _ bytes: [UInt8], _ type: String, to surface: OpaquePointer
  ) throws(PaintingError) {
    let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    copy.initialize(from: bytes, count: bytes.count)
    let status = cairo_surface_set_mime_data(
      surface, type, copy, UInt(bytes.count), { $0?.deallocate() }, copy)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
    try check(status, "attaching \(type)")
  }

  private func decode(
    _ bytes: [UInt8], _ placement: Transform, _ path: String
  ) throws(PaintingError) -> SurfacePicture {
    var rest = bytes[...]
    let surface = withUnsafeMutablePointer(to: &rest) { rest in
      cairo_image_surface_create_from_png_stream(
        { closure, target, length in
          let source = closure?.assumingMemoryBound(to: ArraySlice<UInt8>.self)
          guard let source, let target, source.pointee.count >= Int(length) else {
            return CAIRO_STATUS_READ_ERROR
          }
          for (offset, byte) in source.pointee.prefix(Int(length)).enumerated() {
            target[offset] = byte
          }
          source.pointee.removeFirst(Int(length))
          return CAIRO_STATUS_SUCCESS
        }, rest)
    }
    guard let surface else { throw .picture(path: path, reason: "no surface") }
    let picture = SurfacePicture(surface, placement)
    try check(cairo_surface_status(surface), "decoding picture \(path)")
    return picture
  }

  /// Two FNV-1a style hashes and the length: what tells one picture's bytes from another's.
  private func identity(of bytes: [UInt8]) -> String {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    var second: UInt64 = 0x9e37_79b9_7f4a_7c15
    bytes.withUnsafeBufferPointer { bytes in
      for byte in bytes {
        first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
        second = (second &+ UInt64(byte)) &* 0xff51_afd7_ed55_8ccd
        second ^= second >> 32
      }
    }
    return "\(String(first, radix: 16))-\(String(second, radix: 16))-\(bytes.count)"
  }
}
