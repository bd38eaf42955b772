/// Room for the texts of one row while SQLite reads them, used again from row to row.
final class RowArena {
  private var chunk: UnsafeMutableRawBufferPointer
  private var used = 0
  /// Chunks that were too small, which statements may still point to until the row is done.
  private var full: [UnsafeMutableRawBufferPointer] = []

  init() { chunk = .allocate(byteCount: 1 << 14, alignment: 8) }

  deinit {
    chunk.deallocate()
    for chunk in full { chunk.deallocate() }
  }

  /// Forgets the row.
  func removeAll() {
    used = 0
    guard !full.isEmpty else { return }
    for chunk in full { chunk.deallocate() }
    full.removeAll()
  }

  /// Room for a number of bytes, which stays where it is until `removeAll`.
  func room(for count: Int) -> UnsafeMutableRawPointer {
    if chunk.count - used < max(count, 1) {
      full.append(chunk)
      chunk = .allocate(byteCount: max(count, chunk.count * 2), alignment: 8)
      used = 0
    }
    // An allocated chunk that is not empty has an address.
    let start = chunk.baseAddress.unsafelyUnwrapped + used
    used += max(count, 1)
    return start
  }

  func copy(_ bytes: UnsafeBufferPointer<UInt8>) -> UnsafePointer<CChar> {
    let start = room(for: bytes.count)
    if let source = bytes.baseAddress { start.copyMemory(from: source, byteCount: bytes.count) }
    return UnsafePointer(start.assumingMemoryBound(to: CChar.self))
  }
}
