import Testing

@testable import QRCodes

@Suite struct QRCodeTests {
  @Test func `a code is square and has its three finder patterns`() throws {
    let code = try #require(QRCode("https://example.org/report"))
    #expect(code.side >= 21 && (code.side - 17).isMultiple(of: 4))
    let last = code.side - 1
    for (column, row) in [(0, 0), (last - 6, 0), (0, last - 6)] {
      #expect((0...6).allSatisfy { code.isDark(column: column + $0, row: row) })
      #expect(!code.isDark(column: column + 1, row: row + 1))
      #expect(code.isDark(column: column + 3, row: row + 3))
    }
  }

  @Test func `stretches are the dark modules and no others`() throws {
    let code = try #require(QRCode("https://example.org/"))
    for row in 0..<code.side {
      let listed = Set(code.stretches(ofRow: row).flatMap(Array.init))
      #expect(listed == Set((0..<code.side).filter { code.isDark(column: $0, row: row) }))
    }
  }

  @Test func `the same text has the same code`() {
    #expect(QRCode("https://example.org/") == QRCode("https://example.org/"))
    #expect(QRCode("https://example.org/") != QRCode("https://example.com/"))
  }

  @Test func `what no code can hold has none`() {
    #expect(QRCode("") == nil)
    #expect(QRCode("a\0b") == nil)
    #expect(QRCode(String(repeating: "a", count: 2331)) != nil)
    #expect(QRCode(String(repeating: "a", count: 2332)) == nil)
  }
}
