import Testing

@testable import Typesetting

/// Samples in the way of the Unicode LineBreakTest: ÷ is a break that is allowed.
@Suite struct LineBreakerTests {
  private func marked(_ text: String, _ locale: String) throws -> String {
    let breaker = try LineBreaker(locale: locale)
    let bytes = Array(text.utf8)
    var marks = ContiguousArray<UInt8>()
    try bytes.withUnsafeBufferPointer { try breaker.marks($0, into: &marks) }
    var result = ""
    var at = 0
    for scalar in text.unicodeScalars {
      if at > 0, marks[at] > 0 { result += "÷" }
      result.unicodeScalars.append(scalar)
      at += String(scalar).utf8.count
    }
    return result
  }

  @Test(arguments: [
    ("a b", "a ÷b"), ("a-b c", "a-÷b ÷c"), ("(a) b", "(a) ÷b"), ("10,5 %", "10,5 ÷%"),
    ("a\u{A0}b", "a\u{A0}b"), ("😀 é", "😀 ÷é"), ("a\nb", "a\n÷b"),
  ])
  func `English breaks at spaces and hyphens`(text: String, expected: String) throws {
    #expect(try marked(text, "en") == expected)
  }

  @Test(arguments: [("中文", "中÷文"), ("中，文", "中，÷文"), ("中（文", "中÷（文"), ("中“文", "中÷“文")])
  func `Chinese breaks between characters`(text: String, expected: String) throws {
    #expect(try marked(text, "zh@lb=strict") == expected)
  }
}
