import Geometry
import Testing

@Suite struct LengthTests {
  @Test func `an inch is 25.4 millimetres and 72 points`() {
    #expect(Length.mm(25.4).points == 72)
    #expect(Length.pt(72).millimetres == 25.4)
  }

  @Test func `lengths add, scale and compare`() {
    #expect(Length.pt(2) + .pt(3) * 2 - .pt(4) / 2 == .pt(6))
    #expect(Length.mm(1) < .pt(3))
    #expect(Length.mm(10) / .mm(4) == 2.5)
  }

  @Test func `two A5 pages side by side fit on A4 across`() {
    #expect(2 * Size.a5.width <= Size.a4.turned.width)
    #expect(abs(Size.a5.height - Size.a4.turned.height) < 1e-9)
  }

  @Test(arguments: [(0x000000, "#000000"), (0x0A1BFF, "#0a1bff"), (0xFFFFFF, "#ffffff")])
  func `colours are written as in CSS`(rgb: Int, text: String) {
    #expect(Colour(UInt32(rgb)).hex == text)
  }
}
