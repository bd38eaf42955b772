import Charts
import Geometry
import Testing
import Themes

@testable import PageLayout

@Suite("Words on the colours of drawings")
struct DrawingInkTests {
  @Test(
    "Words on every tint are read, and are light from the middle one on", arguments: Design.names)
  func tints(name: String) throws {
    let theme = Theme(try Design.named(name))
    for step in 0...100 {
      let share = Double(step) / 100
      let ink = Drawing.Ink.tint(share)
      let words = theme.readable(on: ink)
      #expect(words.contrast(with: theme.colour(of: ink)) >= 4.5, "\(share)")
      #expect((words == theme.palette.paper) == (share >= 0.5), "\(share)")
    }
  }

  @Test("Stronger values have stronger tints")
  func order() {
    let steps = (0...100).map { step -> Double in
      guard case .scale(let share) = Drawing.Ink.tint(Double(step) / 100) else { return -1 }
      return share
    }
    #expect(steps == steps.sorted() && steps.first == 0 && steps.last == 1)
  }
}
