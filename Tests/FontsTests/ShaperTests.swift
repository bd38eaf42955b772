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

  private func cut(_ text: String, at byte: Int) -> (advance: Int, clusters: Int, last: Int)? {
    let bytes = Array(text.utf8)
    return shaper.cut(word: bytes.withUnsafeBufferPointer { shaper.word(key, $0) }, at: byte)
  }

  @Test func `a word is cut where its parts would be shaped alike`() throws {
    let parts = try #require(cut("hornbill", at: 4))
    #expect(parts.clusters == 4 && parts.last == 3)
    #expect(abs(Double(parts.advance) / 1000 - word("horn").width) < 0.0005)
  }

  @Test func `a ligature and a kerned pair are not cut`() {
    #expect(cut("office", at: 3) == nil)
    #expect(cut("AVA", at: 1) == nil)
  }

  @Test func `text from right to left is kept in its order and mirrored`() throws {
    let font = FontID(
      try #require(library.files.firstIndex { $0.name == "NotoSerifHebrew-Regular" }))
    let hebrew = try shaper.key(
      font: font, script: 0x4865_6272, language: "he", features: [], direction: .rightToLeft)
    let bytes = Array("אבג".utf8)
    let index = bytes.withUnsafeBufferPointer { shaper.word(hebrew, $0) }
    let shaped = shaper.words[index]
    let glyphs = shaper.glyphs[Int(shaped.first)..<Int(shaped.first + shaped.count)]
    let singles = try ["א", "ב", "ג"].map { letter in
      try library.glyph(try #require(letter.unicodeScalars.first).value, in: font)
    }
    #expect(glyphs.map(\.id) == singles)
    #expect(glyphs.map(\.bytes) == [2, 2, 2])
  }
}
