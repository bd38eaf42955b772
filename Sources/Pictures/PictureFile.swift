/// A picture's bytes, looked through from end to end but not decoded: what it is, and which parts of
/// it hold the picture.
public struct PictureFile: Sendable {
  /// What the file says of itself.
  public let header: PictureHeader
  let bytes: [UInt8]
  /// The segments or chunks that make up the picture, in order: no Exif with its place of taking,
  /// no XMP, no IPTC, no comment, no preview, nothing behind the end.
  let parts: [FilePart]

  /// Looks a picture through.
  public init(_ bytes: [UInt8]) throws(PictureFault) {
    self.bytes = bytes
    if bytes.starts(with: PNGChunks.signature) {
      (header, parts) = try PNGChunks.read(bytes)
    } else if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
      var reader = JPEGSegments(bytes)
      (header, parts) = try reader.read()
    } else {
      throw .unknownFormat
    }
  }

  /// The file without all that says who took it, when, where and with what: the pixels' own bytes
  /// are as they were.
  /// - Parameter keepingOrientation: Whether a JPEG says how it is turned in a segment of its own,
  ///   for readers that take the file as it is.
  public func withoutMetadata(keepingOrientation: Bool = false) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    result += header.format == .png ? PNGChunks.signature : [0xFF, 0xD8]
    if header.format == .jpeg, keepingOrientation, header.orientation != .upright {
      result += ExifBlock.segment(header.orientation)
    }
    for part in parts {
      switch part {
      case .range(let range): result += bytes[range]
      case .own(let own): result += own
      }
    }
    return result
  }

  /// The colour profile's segments of a JPEG, whole.
  var profileSegments: [UInt8] {
    guard header.format == .jpeg else { return [] }
    return parts.flatMap { part -> [UInt8] in
      guard case .range(let range) = part, bytes[range].starts(with: [0xFF, 0xE2]) else {
        return []
      }
      return Array(bytes[range])
    }
  }
}

/// A part of a picture file that is kept.
enum FilePart: Sendable {
  /// Bytes of the file.
  case range(Range<Int>)
  /// Bytes that stand for what the file has in their place.
  case own([UInt8])
}
