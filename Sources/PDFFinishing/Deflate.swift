import CDeflate

/// Compresses and expands streams as zlib does (FlateDecode; ISO 32000-1, 7.4.4), in one piece each,
/// which takes half of zlib's own time.
final class Deflate {
  private let compressor: OpaquePointer
  private let decompressor: OpaquePointer
  private var buffer: [UInt8] = []

  /// Level 6 is as small as zlib's; higher ones cost more than they save.
  private static let level: Int32 = 6
  /// The largest stream that is expanded: 256 MiB.
  private static let expandedLimit = 1 << 28

  /// Throws where there is no memory.
  init() throws(FinishingError) {
    guard let compressor = libdeflate_alloc_compressor(Self.level) else { throw .noMemory }
    guard let decompressor = libdeflate_alloc_decompressor() else {
      libdeflate_free_compressor(compressor)
      throw .noMemory
    }
    self.compressor = compressor
    self.decompressor = decompressor
  }

  deinit {
    libdeflate_free_compressor(compressor)
    libdeflate_free_decompressor(decompressor)
  }

  /// The compressed form of bytes.
  func compressed(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    let bound = libdeflate_zlib_compress_bound(compressor, bytes.count)
    grow(to: bound)
    let count = buffer.withUnsafeMutableBytes { target in
      libdeflate_zlib_compress(
        compressor, bytes.baseAddress, bytes.count, target.baseAddress, target.count)
    }
    return Array(buffer[..<count])
  }

  /// The compressed form of bytes.
  func compressed(_ bytes: [UInt8]) -> [UInt8] { bytes.withUnsafeBufferPointer(compressed) }

  /// What compressed bytes stand for; nil for bytes that are not compressed, or by far too many.
  func expanded(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var room = max(1024, bytes.count * 6)
    while room <= Self.expandedLimit {
      grow(to: room)
      var count = 0
      let result = buffer.withUnsafeMutableBytes { target in
        libdeflate_zlib_decompress(
          decompressor, bytes.baseAddress, bytes.count, target.baseAddress, target.count, &count)
      }
      if result == LIBDEFLATE_SUCCESS { return Array(buffer[..<count]) }
      guard result == LIBDEFLATE_INSUFFICIENT_SPACE else { return nil }
      room *= 2
    }
    return nil
  }

  private func grow(to count: Int) {
    if buffer.count < count { buffer = [UInt8](repeating: 0, count: count) }
  }
}
