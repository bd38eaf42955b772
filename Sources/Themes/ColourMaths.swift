import Foundation
public import Geometry

extension Colour {
  /// The relative luminance (WCAG 2.2, glossary), 0 for black, 1 for white.
  public var luminance: Double {
    func linear(_ channel: UInt8) -> Double {
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
  }

  /// The contrast ratio with another colour (WCAG 2.2, glossary), from 1 to 21.
  public func contrast(with other: Colour) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  /// A colour so far on the way to another, 0 to 1, channel by channel.
  public func mixed(with other: Colour, by share: Double) -> Colour {
    func channel(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(clamping: Int((Double(a) + (Double(b) - Double(a)) * min(max(share, 0), 1)).rounded()))
    }
    return Colour(
      red: channel(red, other.red), green: channel(green, other.green),
      blue: channel(blue, other.blue))
  }

  /// The grey of the same lightness, as a press with one ink prints it.
  public var inGrey: Colour {
    let y = luminance
    let share = y <= 0.0031308 ? y * 12.92 : 1.055 * pow(y, 1 / 2.4) - 0.055
    let channel = UInt8(clamping: Int((share * 255).rounded()))
    return Colour(red: channel, green: channel, blue: channel)
  }

  /// A build for a colour that a report chose without naming inks: full replacement of grey by
  /// black, so that it holds on the press.
  var plainInks: InkBuild {
    let shares = [red, green, blue].map { Double($0) / 255 }
    let light = shares.max() ?? 0
    guard light > 0 else { return InkBuild([0, 0, 0, 100]) }
    let inks = shares.map { ((light - $0) / light * 100).rounded() }
    return InkBuild(inks + [((1 - light) * 100).rounded()])
  }
}

extension InkBuild {
  /// Roughly what the inks look like on white paper: each ink takes away its share of the light.
  /// Printed solids are lighter than ideal ones; the factors are those of ISO 12647-2 on coated paper.
  public var appearance: Colour {
    let inks: [(red: Double, green: Double, blue: Double)] = [
      (0.0, 0.62, 0.88), (0.85, 0.05, 0.50), (1.0, 0.93, 0.0), (0.13, 0.12, 0.12),
    ]
    var rest = (red: 1.0, green: 1.0, blue: 1.0)
    for (part, ink) in zip(parts, inks) {
      let share = part / 100
      rest.red *= 1 - share * (1 - ink.red)
      rest.green *= 1 - share * (1 - ink.green)
      rest.blue *= 1 - share * (1 - ink.blue)
    }
    func channel(_ share: Double) -> UInt8 { UInt8(clamping: Int((share * 255).rounded())) }
    return Colour(red: channel(rest.red), green: channel(rest.green), blue: channel(rest.blue))
  }
}
