/// Gives every different text a number from 0, in the order in which they first appear; a number
/// costs a hash, and no `String`.
struct ByteInterner {
  private var storage: [UInt8] = []
  private var ends: [Int] = []
  /// Numbers plus 1 by the hash of their text; 0 is free.
  private var slots: [Int32] = Array(repeating: 0, count: 64)
  private var last: Int32 = -1

  var count: Int { ends.count }

  /// The text of a number.
  func text(_ number: Int) -> String { String(decoding: storage[range(number)], as: UTF8.self) }

  mutating func number(of bytes: UnsafeBufferPointer<UInt8>) -> Int32 {
    // Neighbouring rows often say the same.
    if last >= 0, equals(bytes, Int(last)) { return last }
    var slot = start(bytes)
    while slots[slot] != 0 {
      let number = slots[slot] - 1
      if equals(bytes, Int(number)) {
        last = number
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(ends.count)
    slots[slot] = number + 1
    storage.append(contentsOf: bytes)
    ends.append(storage.count)
    if ends.count * 2 > slots.count { grow() }
    last = number
    return number
  }

  mutating func number(of text: String) -> Int32 {
    var text = text
    return text.withUTF8 { number(of: $0) }
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func equals(_ bytes: UnsafeBufferPointer<UInt8>, _ number: Int) -> Bool {
    let range = range(number)
    guard range.count == bytes.count else { return false }
    return storage.withUnsafeBufferPointer { all in
      var (a, b) = (range.lowerBound, 0)
      while b < bytes.count {
        guard all[a] == bytes[b] else { return false }
        (a, b) = (a + 1, b + 1)
      }
      return true
    }
  }

  private func start(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    // The hash is seeded, so no file can be written that makes all texts meet in one slot.
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
    return hasher.finalize() & (slots.count - 1)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for number in ends.indices {
      let range = range(number)
      var slot = storage.withUnsafeBufferPointer { start(UnsafeBufferPointer(rebasing: $0[range])) }
      while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(number) + 1
    }
  }
}
