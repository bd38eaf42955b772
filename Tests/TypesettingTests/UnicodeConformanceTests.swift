import Foundation
import Testing

@testable import Typesetting

/// Unicode's own test files, from Debian's package `unicode-data`, which scripts/setup.sh installs.
@Suite struct UnicodeConformanceTests {
  private static let folder = URL(fileURLWithPath: "/usr/share/unicode")

  private func lines(_ file: String) throws -> [Substring] {
    let path = Self.folder.appendingPathComponent(file)
    let text = try String(contentsOf: path, encoding: .utf8)
    return text.split(separator: "\n").filter { !$0.hasPrefix("#") }
  }

  private func scalars(_ field: Substring) -> [Unicode.Scalar] {
    field.split(separator: " ").compactMap { UInt32($0, radix: 16) }.compactMap(Unicode.Scalar.init)
  }

  private func bytes(_ scalars: [Unicode.Scalar]) -> [UInt8] {
    var text = ""
    text.unicodeScalars.append(contentsOf: scalars)
    return Array(text.utf8)
  }

  @Test func `directions are those of BidiCharacterTest`() throws {
    let file = try Data(contentsOf: Self.folder.appendingPathComponent("BidiCharacterTest.txt"))
    let bidi = try BidiLevels()
    var levels = ContiguousArray<UInt8>()
    var differing: Set<String> = []
    var count = 0
    try file.withUnsafeBytes { bytes in
      var at = 0
      while let fields = Self.fields(bytes.bindMemory(to: UInt8.self), &at) {
        guard fields.count == 5, let direction = fields[1].first else { continue }
        let base = try #require(BidiLevels.Base(rawValue: UInt8(direction)))
        let text = Self.utf8(fields[0])
        let paragraph = try text.withUnsafeBufferPointer {
          try bidi.find($0, base: base, into: &levels)
        }
        var found: [Int] = []
        for at in text.indices where text[at] & 0xC0 != 0x80 { found.append(Int(levels[at])) }
        count += 1
        if [Int(paragraph)] != fields[2] || !agrees(found, fields[3], fields[4]) {
          differing.insert(Self.name(fields[0], direction))
        }
      }
    }
    #expect(count > 91_000)
    #expect(differing == KnownDifferences.bidirectional)
  }

  /// The numbers in the fields of the next line, -1 for an "x"; the first field is hexadecimal. Read
  /// by hand because the file has millions of bytes. A comment has no fields; nil at the end.
  private static func fields(_ text: UnsafeBufferPointer<UInt8>, _ at: inout Int) -> [[Int]]? {
    if at >= text.count { return nil }
    let isComment = text[at] == 0x23
    var fields: [[Int]] = []
    var field: [Int] = []
    var value = 0
    var isOpen = false
    while at < text.count {
      let byte = text[at]
      at += 1
      if isComment {
        if byte == 0x0A { return [] }
      } else if byte == 0x20 || byte == 0x3B || byte == 0x0A {
        if isOpen { field.append(value) }
        value = 0
        isOpen = false
        if byte == 0x20 { continue }
        fields.append(field)
        if byte == 0x0A { break }
        field = []
      } else {
        let digit = Int(byte) - (byte > 0x40 ? 0x37 : 0x30)
        value = byte == 0x78 ? -1 : value * (fields.isEmpty ? 16 : 10) + digit
        isOpen = true
      }
    }
    return fields
  }

  private static func name(_ scalars: [Int], _ direction: Int) -> String {
    let digits = scalars.map { scalar in
      let digits = String(scalar, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    return digits.joined(separator: " ") + ";\(direction)"
  }

  private static func utf8(_ scalars: [Int]) -> [UInt8] {
    var text: [UInt8] = []
    for scalar in scalars {
      let (low, middle) = (UInt8(scalar & 0x3F), UInt8(scalar >> 6 & 0x3F))
      if scalar < 0x80 {
        text.append(UInt8(scalar))
      } else if scalar < 0x800 {
        text += [0xC0 | UInt8(scalar >> 6), 0x80 | low]
      } else if scalar < 0x10000 {
        text += [0xE0 | UInt8(scalar >> 12), 0x80 | middle, 0x80 | low]
      } else {
        let high = UInt8(scalar >> 12 & 0x3F)
        text += [0xF0 | UInt8(scalar >> 18), 0x80 | high, 0x80 | middle, 0x80 | low]
      }
    }
    return text
  }

  /// Whether the levels are the expected ones and put the characters in the expected order, those
  /// left out that the algorithm removes.
  private func agrees(_ found: [Int], _ levels: [Int], _ order: [Int]) -> Bool {
    guard levels.count == found.count else { return false }
    var kept: [Int] = []
    for (index, level) in levels.enumerated() where level >= 0 {
      if level != found[index] { return false }
      kept.append(index)
    }
    return VisualOrder.order(kept.map { UInt8(found[$0]) }).map { kept[$0] } == order
  }

  @Test func `breaks are those of LineBreakTest`() throws {
    let breaker = try LineBreaker(locale: "en")
    var marks = ContiguousArray<UInt8>()
    var differing: Set<String> = []
    var count = 0
    for line in try lines("auxiliary/LineBreakTest.txt") {
      let rule = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace)
      let scalars = scalars(
        Substring(rule.filter { $0 != "÷" && $0 != "×" }.joined(separator: " ")))
      let text = bytes(scalars)
      try text.withUnsafeBufferPointer { try breaker.marks($0, into: &marks) }
      var at = 0
      var shown = "×"
      for scalar in scalars {
        at += UTF8.width(scalar)
        shown += " " + hex(scalar) + (at < text.count && marks[at] == 0 ? " ×" : " ÷")
      }
      count += 1
      if shown != rule.joined(separator: " ") { differing.insert(rule.joined(separator: " ")) }
    }
    #expect(count > 7000)
    #expect(differing == KnownDifferences.lineBreaks)
  }

  private func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
