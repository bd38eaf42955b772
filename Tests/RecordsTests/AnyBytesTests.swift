import Testing

@testable import Records

@Suite struct AnyBytesTests {
  /// A generator with a fixed start (SplitMix64), so that a failure can be seen again.
  private struct Mixer: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  private let seeds = [
    (
      "event:\n- id: a\n  title: &x y\n  name: {en: *x}\n  date: 2019-05/2019-06\n  heads: 1..2\n",
      false
    ),
    ("id,title,name.en,date,heads,places\na,\"x\"\"y\",n,2019~,50+,BG;BG\r\n", true),
  ]

  @Test(arguments: 0..<2)
  func `Whatever the bytes, there are records or problems and never a trap`(seed: Int) throws {
    let vocabulary = try testVocabulary()
    var mixer = Mixer(state: UInt64(seed))
    let marks = Array("[]{}*&?:-,\"'#|>!%@`\\\n\r\t ;.~+<=/0O".utf8) + [0x00, 0xFF, 0xE4, 0xEF]
    for _ in 0..<600 {
      var bytes = Array(seeds[seed].0.utf8)
      for _ in 0...Int.random(in: 0..<6, using: &mixer) {
        let index = Int.random(in: 0..<bytes.count, using: &mixer)
        switch Int.random(in: 0..<3, using: &mixer) {
        case 0: bytes[index] = marks.randomElement(using: &mixer) ?? 0
        case 1: bytes.insert(marks.randomElement(using: &mixer) ?? 0, at: index)
        default: bytes.removeSubrange(index..<min(bytes.count - 1, index + 3))
        }
      }
      let result = try result(bytes, isCSV: seeds[seed].1, vocabulary)
      #expect(!result.records.isEmpty || !result.problems.isEmpty)
      #expect(
        result.problems.allSatisfy { $0.place?.file.hasPrefix("f.") == true && !$0.message.isEmpty }
      )
    }
  }

  private func result(
    _ bytes: [UInt8], isCSV: Bool, _ vocabulary: Vocabulary
  ) throws -> (records: [Record], problems: [Diagnostic]) {
    var sink = ArraySink(vocabulary: vocabulary)
    let kind = try #require(vocabulary.kinds.firstIndex { $0.name == "event" })
    let reading = RecordReader.read(
      bytes, file: isCSV ? "f.csv" : "f.yaml", kind: kind, vocabulary: vocabulary,
      cutOff: "2019-12-31", into: &sink)
    return (sink.records, reading.problems)
  }
}
