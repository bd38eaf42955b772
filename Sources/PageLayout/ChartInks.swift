import Charts
import Geometry
import Themes

extension Theme {
  /// What an ink of a drawing looks like.
  func colour(of ink: Drawing.Ink) -> Colour {
    switch ink {
    case .text: self.ink
    case .quiet: quiet
    case .accent: accent
    case .second: palette.second
    case .grey(let share): self.ink.mixed(with: palette.paper, share: share)
    case .series(let index): seriesColour(index)
    case .scale(let share): scaleColour(share)
    case .paper: palette.paper
    }
  }

  private func seriesColour(_ index: Int) -> Colour {
    guard !palette.series.isEmpty else { return accent }
    return palette.series[max(0, index) % palette.series.count]
  }

  private func scaleColour(_ share: Double) -> Colour {
    guard let low = palette.scale.first, let high = palette.scale.last else { return accent }
    return low.mixed(with: high, share: share)
  }
}

extension Theme {
  /// The colour of the paper where it can be read on an ink (WCAG 2.2, 1.4.3), which is calmer on a
  /// strong tint; else that or the colour of text, whichever can better be read.
  func readable(on ground: Drawing.Ink) -> Colour {
    let under = colour(of: ground)
    if under.contrast(with: palette.paper) >= 4.5 { return palette.paper }
    return under.contrast(with: ink) >= under.contrast(with: palette.paper) ? ink : palette.paper
  }
}

extension Colour {
  /// The colour mixed with another one, of which it takes a share from 0 to 1.
  func mixed(with other: Colour, share: Double) -> Colour {
    let share = min(max(share.isNaN ? 0 : share, 0), 1)
    func channel(_ a: UInt8, _ b: UInt8) -> UInt8 {
      let value = (Double(a) * (1 - share) + Double(b) * share).rounded()
      return UInt8(exactly: min(max(value, 0), 255)) ?? 0
    }
    return Colour(
      red: channel(red, other.red), green: channel(green, other.green),
      blue: channel(blue, other.blue))
  }
}
