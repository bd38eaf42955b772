import Glibc

/// Converts bytes of an encoding to UTF-8 piece by piece, by the C library's `iconv`.
final class TextConverter {
  /// How a conversion ended.
  enum End {
    /// All bytes are converted.
    case all
    /// There is no more room for the result.
    case full
    /// The bytes end within a character.
    case cut
    /// The next bytes stand for no character.
    case invalid
  }

  private let converter: iconv_t

  /// A converter; nil where the C library has none for the encoding.
  init?(from encoding: TextEncoding) {
    guard let opened = iconv_open("UTF-8", encoding.converterName), Int(bitPattern: opened) != -1
    else { return nil }
    converter = opened
  }

  deinit { iconv_close(converter) }

  /// Converts what it can; returns how much of both buffers is used.
  func convert(
    _ source: UnsafeMutableBufferPointer<UInt8>, into target: UnsafeMutableBufferPointer<UInt8>
  ) -> (read: Int, written: Int, end: End) {
    guard let from = source.baseAddress, let to = target.baseAddress else { return (0, 0, .all) }
    var input: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(from)
      .assumingMemoryBound(to: CChar.self)
    var output: UnsafeMutablePointer<CChar>? = UnsafeMutableRawPointer(to)
      .assumingMemoryBound(to: CChar.self)
    var (left, room) = (source.count, target.count)
    errno = 0
    let result = iconv(converter, &input, &left, &output, &room)
    let failure = errno
    let end: End =
      if result != -1 as Int { .all } else if failure == E2BIG { .full } else if failure == EINVAL {
        .cut
      } else { .invalid }
    return (source.count - left, target.count - room, end)
  }
}
