import Testing

@testable import Typesetting

/// Thai has no spaces between words: a dictionary finds where lines may break.
@Suite struct ThaiTests {
  static let thai = TextStyle(family: "Source Serif Pro", size: 10, language: "th")
  /// The words of "the university works with institutions in many countries".
  static let words = ["มหาวิทยาลัย", "ทำงาน", "กับ", "สถาบัน", "ใน", "หลาย", "ประเทศ"]

  @Test func `lines break between words only`() throws {
    let breaker = try LineBreaker(locale: "en")
    let text = Array(Self.words.joined().utf8)
    var marks = ContiguousArray<UInt8>()
    try text.withUnsafeBufferPointer { try breaker.marks($0, into: &marks) }
    var ends: [Int] = []
    var at = 0
    for word in Self.words {
      at += word.utf8.count
      ends.append(at)
    }
    #expect(marks.indices.filter { $0 > 0 && marks[$0] > 0 } == ends.dropLast())
  }

  @Test func `set lines begin and end at words and fill the measure`() throws {
    let text = (Self.words + Self.words + Self.words).joined()
    for measure in stride(from: 100.0, through: 200, by: 10) {
      let set = try Support.set(text, Self.thai, measure: measure)
      #expect(set.lineTexts.joined() == text)
      for (line, text) in zip(set.lines, set.lineTexts).dropLast() {
        #expect(!line.overfull)
        #expect(abs(line.extent.upperBound - measure) < 0.02)
        #expect(Self.words.contains { text.hasPrefix($0) })
        #expect(Self.words.contains { text.hasSuffix($0) })
      }
    }
  }

  @Test func `vowels and tone marks stay on their consonants`() throws {
    let set = try Support.set("ร่วมมือ", Self.thai, measure: 100)
    #expect(set.runs.count == 1)
    #expect(!set.glyphs.contains { $0.id == 0 })
  }
}
