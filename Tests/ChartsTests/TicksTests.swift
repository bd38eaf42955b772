import Testing

@testable import Charts

@Suite("Ticks")
struct TicksTests {
  @Test("Ticks are round and hold the data")
  func round() {
    for (low, high) in [(0.0, 9.0), (0, 97), (0, 1), (-30, 45), (1990, 2031), (0.2, 0.93)] {
      let ticks = Ticks(from: low, to: high, whole: false)
      #expect(ticks.low <= low && ticks.high >= high)
      #expect((2...9).contains(ticks.numbers.count))
    }
    #expect(Ticks(from: 0, to: 97, whole: true).numbers == [0, 25, 50, 75, 100])
  }

  @Test("Whole numbers have whole steps")
  func whole() {
    #expect(Ticks(from: 0, to: 3, whole: true).numbers == [0, 1, 2, 3])
  }

  @Test("Numbers are grouped as the language does")
  func grouped() {
    let ticks = Ticks(from: 0, to: 8000, whole: true)
    #expect(ticks.text(8000, language: "en") == "8,000")
    #expect(ticks.text(8000, language: "zh-Hans") == "8000")
    #expect(ticks.text(-12000, language: "zh-Hans") == "\u{2212}12,000")
    #expect(Ticks(from: 0, to: 1, whole: false).text(0.25, language: "en") == "0.25")
  }

  @Test("Labels moved apart keep their order and their bounds")
  func spread() {
    let places = Canvas.spread([5, 6, 6, 40], heights: [10, 10, 10, 10], from: 0, to: 60)
    #expect(places == [5, 15, 25, 40])
    let crowded = Canvas.spread([0, 0, 60], heights: [10, 10, 10], from: 0, to: 60)
    #expect(crowded == [5, 15, 55])
    #expect(Canvas.spread([], heights: [], from: 0, to: 9).isEmpty)
  }
}
