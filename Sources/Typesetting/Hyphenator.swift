import CUnicode
import Foundation

/// Hyphenates words of one language by Liang's algorithm over TeX patterns.
final class Hyphenator {
  private struct Slot {
    var hash: UInt64 = 0
    var start: Int32 = -1
    var count: Int32 = 0
  }
  private var slots: ContiguousArray<Slot> = []
  private var levels = ContiguousArray<UInt8>()
  private var longest = 0
  // The word at hand between dots, and the level before each letter; used again for each word.
  private var padded = ContiguousArray<UInt32>()
  private var found = ContiguousArray<UInt8>()
  private var exceptions: [[UInt32]: [Int]] = [:]
  private static let dot: UInt32 = 0x2E

  /// Reads `name.pat.txt` and, where there is one, `name.hyp.txt`.
  convenience init(named name: String) throws(TypesettingError) {
    guard let folder = Bundle.module.url(forResource: "Hyphenation", withExtension: nil) else {
      throw .unreadablePatterns(name: name)
    }
    do {
      let patterns = try Data(contentsOf: folder.appendingPathComponent(name + ".pat.txt"))
      let list = folder.appendingPathComponent(name + ".hyp.txt")
      let known = FileManager.default.fileExists(atPath: list.path)
      let exceptions = known ? try Data(contentsOf: list) : Data()
      self.init(patterns: Array(patterns), exceptions: String(decoding: exceptions, as: UTF8.self))
    } catch { throw .unreadablePatterns(name: name) }
  }

  /// A hyphenator over patterns and exceptions in the form that TeX reads.
  init(patterns: [UInt8], exceptions: String) {
    let lines = patterns.reduce(into: 1) { $0 += $1 == 10 ? 1 : 0 }
    var capacity = 1024
    while capacity < lines * 2 { capacity *= 2 }
    slots = ContiguousArray(repeating: Slot(), count: capacity)
    patterns.withUnsafeBufferPointer(readPatterns)
    for line in exceptions.split(whereSeparator: \.isWhitespace) {
      var word: [UInt32] = []
      var points: [Int] = []
      for scalar in line.unicodeScalars {
        if scalar == "-" { points.append(word.count) } else { word.append(scalar.value) }
      }
      self.exceptions[word] = points
    }
  }

  private func readPatterns(_ text: UnsafeBufferPointer<UInt8>) {
    var letters: [UInt32] = []
    var values: [UInt8] = [0]
    var at = 0
    while at <= text.count {
      let (value, length) = at < text.count ? decodeScalar(text, at) : (10, 1)
      if value == 10 || value == 13 || value == 32 {
        insert(letters, values)
        letters.removeAll(keepingCapacity: true)
        values = [0]
      } else if (0x30...0x39).contains(value) {
        values[values.count - 1] = UInt8(truncatingIfNeeded: value - 0x30)
      } else {
        letters.append(value)
        values.append(0)
      }
      at += length
    }
  }

  private func insert(_ letters: [UInt32], _ values: [UInt8]) {
    guard !letters.isEmpty else { return }
    let hash = letters.reduce(Self.seed, Self.step)
    var at = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[at].start >= 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = Slot(hash: hash, start: Int32(levels.count), count: Int32(values.count))
    levels.append(contentsOf: values)
    longest = max(longest, letters.count)
  }

  private static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
  private static func step(_ hash: UInt64, _ letter: UInt32) -> UInt64 {
    (hash ^ UInt64(letter)) &* 0x100_0000_01b3
  }

  /// The places in a word, counted in letters from its start, where a hyphen may go; the word is in
  /// lower case and at least two letters stay before and three after.
  func points(_ word: [UInt32]) -> [Int] {
    guard word.count >= 5 else { return [] }
    if let known = exceptions[word] { return known }
    padded.removeAll(keepingCapacity: true)
    padded.append(Self.dot)
    padded.append(contentsOf: word)
    padded.append(Self.dot)
    found.removeAll(keepingCapacity: true)
    found.append(contentsOf: repeatElement(0, count: padded.count + 1))
    let mask = slots.count - 1
    for start in padded.indices {
      var hash = Self.seed
      for end in start..<min(padded.count, start + longest) {
        hash = Self.step(hash, padded[end])
        var at = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
        while slots[at].start >= 0, slots[at].hash != hash { at = (at + 1) & mask }
        guard slots[at].start >= 0 else { continue }
        let first = Int(slots[at].start)
        for offset in 0..<Int(slots[at].count) {
          found[start + offset] = max(found[start + offset], levels[first + offset])
        }
      }
    }
    return (2...word.count - 3).filter { found[$0 + 1] & 1 == 1 }
  }
}
