import Glibc

/// The shared strings of a workbook, one after the other in one buffer.
final class XLSXStrings: XLSXHandler {
  /// The largest part of shared strings that is read.
  static let partLimit: UInt64 = 256 << 20

  private(set) var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var isOpen = false
  private var isText = false
  private var isPhonetic = false

  var count: Int { ends.count }

  func range(of index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  override func start(_ name: XLSXName, _ attributes: XLSXAttributes) {
    if name.letter == UInt8(ascii: "t") {
      isText = isOpen && !isPhonetic
    } else if name == "si" {
      isOpen = true
    } else if name == "rPh" {
      // How Japanese names are read stands beside their text, and is no part of it.
      isPhonetic = true
    }
  }

  override func end(_ name: XLSXName) {
    if name.letter == UInt8(ascii: "t") {
      isText = false
    } else if name == "rPh" {
      isPhonetic = false
    } else if name == "si" {
      isOpen = false
      let start = ends.last.map(Int.init) ?? 0
      XLSXText.decode(&bytes, from: start)
      guard bytes.count - start <= XLSXText.limit else {
        failure = Diagnostic(
          .error, code: "xlsx-cell-size", "a text of the workbook is longer than 1 MiB")
        return
      }
      ends.append(UInt32(clamping: bytes.count))
    }
  }

  override func text(_ text: UnsafeBufferPointer<UInt8>) {
    if isText { bytes.append(contentsOf: text) }
  }
}

/// What the texts of a workbook need beyond XML.
enum XLSXText {
  /// The longest text of a cell, in bytes.
  static let limit = 1 << 20

  /// Replaces `_x000A_` by the character that it stands for, and line ends by line feeds.
  static func decode(_ bytes: inout [UInt8], from start: Int) {
    guard needsDecoding(bytes[start...]) else { return }
    var result: [UInt8] = []
    var index = start
    while index < bytes.count {
      if let scalar = escape(bytes, at: index) {
        result.append(contentsOf: String(Character(scalar)).utf8)
        index += 7
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    bytes.removeSubrange(start...)
    for (index, byte) in result.enumerated() {
      guard byte == 0x0D else {
        bytes.append(byte)
        continue
      }
      if index + 1 == result.count || result[index + 1] != 0x0A { bytes.append(0x0A) }
    }
  }

  private static func needsDecoding(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.withUnsafeBytes { bytes in
      guard let start = bytes.baseAddress else { return false }
      return memchr(start, 0x0D, bytes.count) != nil || memchr(start, 0x5F, bytes.count) != nil
    }
  }

  private static func escape(_ bytes: [UInt8], at index: Int) -> Unicode.Scalar? {
    guard index + 7 <= bytes.count, bytes[index] == UInt8(ascii: "_"),
      bytes[index + 1] == UInt8(ascii: "x"), bytes[index + 6] == UInt8(ascii: "_"),
      let code = UInt32(
        String(decoding: bytes[(index + 2)..<(index + 6)], as: UTF8.self), radix: 16)
    else { return nil }
    return Unicode.Scalar(code)
  }
}
