import CCairo
import DisplayList
import Foundation

/// A picture as a Cairo image surface.
final class Picture {
  let surface: OpaquePointer
  let width: Double
  let height: Double

  fileprivate init(_ surface: OpaquePointer) {
    self.surface = surface
    width = Double(cairo_image_surface_get_width(surface))
    height = Double(cairo_image_surface_get_height(surface))
  }

  deinit { cairo_surface_destroy(surface) }
}

/// The pictures of one document. A decoded PNG is kept; a JPEG is read again when it comes again,
/// because Cairo knows it by its identity and keeps no second copy.
struct Pictures {
  private var decoded: [String: Picture] = [:]

  /// The largest file that is read: 256 MiB.
  private static let byteLimit = 1 << 28

  /// The picture of an image, checked by its header first.
  mutating func picture(_ image: Image) throws(PaintingError) -> Picture {
    if let known = decoded[image.path] { return known }
    let bytes = try read(image.path)
    let header = image.format == .png ? PictureHeader(png: bytes) : PictureHeader(jpeg: bytes)
    guard let header else {
      throw .picture(path: image.path, reason: "it is not a readable \(image.format) file")
    }
    if let objection = header.objection { throw .picture(path: image.path, reason: objection) }
    switch image.format {
    case .jpeg: return try passThrough(bytes, image.path)
    case .png:
      let picture = try decode(bytes, image.path)
      decoded[image.path] = picture
      return picture
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

  /// A surface of one pixel that stands for the JPEG: Cairo takes the true size from its bytes, so
  /// no pixel is decoded or copied.
  private func passThrough(_ bytes: [UInt8], _ path: String) throws(PaintingError) -> Picture {
    guard let surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, 1, 1) else {
      throw .picture(path: path, reason: "no surface")
    }
    let picture = Picture(surface)
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

  private func decode(_ bytes: [UInt8], _ path: String) throws(PaintingError) -> Picture {
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
    let picture = Picture(surface)
    try check(cairo_surface_status(surface), "decoding picture \(path)")
    return picture
  }

  /// Two FNV-1a style hashes and the length: what tells one picture's bytes from another's.
  private func identity(of bytes: [UInt8]) -> String {
    var first: UInt64 = 0xcbf2_9ce4_8422_2325
    var second: UInt64 = 0x9e37_79b9_7f4a_7c15
    for byte in bytes {
      first = (first ^ UInt64(byte)) &* 0x100_0000_01b3
      second = (second &+ UInt64(byte)) &* 0xff51_afd7_ed55_8ccd
      second ^= second >> 32
    }
    return "\(String(first, radix: 16))-\(String(second, radix: 16))-\(bytes.count)"
  }
}
