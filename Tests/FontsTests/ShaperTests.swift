import Foundation
import Testing

@testable import Fonts

@Suite struct ShaperTests {
  private let library: FontLibrary
  private let shaper: Shaper
  private let key: ShapingKey

  init(_ file: String = #filePath) throws {
    let root = URL(fileURLWithPath: file).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    library = try FontLibrary(folder: root.appendingPathComponent("fonts"))
    shaper = Shaper(library)
    let font = try library.font(family: "Source Serif Pro", weight: 400, slant: .upright)
    key = try shaper.key(font: font, script: 0x4C61_746E, language: "en", features: [])
  }

  private func word(_ text: String) -> ShapedWord {
    let bytes = Array(text.utf8)
    let index = bytes.withUnsafeBufferPointer { shaper.word(key, $0) }
    return shaper.words[index]
  }

  @Test func `pairs are kerned`() {
    #expect(word("AV").width < word("A").width + word("V").width)
  }

  @Test func `a ligature is one cluster of its letters`() {
    let shaped = word("fi")
    let first = shaper.glyphs[Int(shaped.first)]
    #expect(shaped.count == 1)
    #expect(first.bytes == 2 && first.glyphs == 1)
  }

  @Test func `a word that comes again is not shaped again`() {
    let first = word("cooperation").first
    let count = shaper.glyphs.count
    #expect(word("cooperation").first == first)
    #expect(shaper.glyphs.count == count)
  }

  @Test func `many words keep their own shapes`() {
    for number in 0..<5000 { _ = word("w\(number)") }
    #expect(word("w17").count == 3)
    #expect(word("w4999").count == 5)
  }

  @Test func `a feature that is none is an error`() throws {
    #expect(throws: FontError.unknownFeature("not a feature!")) {
      try shaper.key(
        font: FontID(0), script: 0x4C61_746E, language: "en", features: ["not a feature!"])
    }
  }
}
