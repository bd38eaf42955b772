public import Geometry

/// So much of an ink build: all of it for a role's own colour, less for a tint of it.
public struct InkTint: Hashable, Sendable {
  /// The build of which a share is printed.
  public var build: InkBuild
  /// The share, from 0 to 1.
  public var share: Double

  /// A share of a build.
  public init(build: InkBuild, share: Double = 1) {
    self.build = build
    self.share = share
  }
}

extension Design {
  /// The inks of a colour in which pages are painted: those of the role whose colour it is, or, for a
  /// tint that charts make of a role, the same mixture of the role's inks; nil for every other colour.
  ///
  /// Tints lie between a role and the paper, or between the two ends of the scale of one hue.
  public func inks(of colour: Colour) -> InkTint? {
    if let build = inkTable[colour] { return InkTint(build: build) }
    let toPaper = ColourRole.allCases.map { (from: $0, to: ColourRole.paper) }
    var nearest: (inks: InkTint, distance: Double)?
    for (from, to) in toPaper + [(.scaleLow, .scaleHigh)] {
      guard let (share, distance) = colour.place(between: self[from], and: self[to]),
        distance < nearest?.distance ?? .infinity
      else { continue }
      nearest = (self[inks: from].mixed(with: self[inks: to], by: share), distance)
    }
    return nearest?.inks
  }
}

extension Colour {
  /// How far a colour is on the way from one colour to another, and how far beside it in its worst
  /// channel; nil where that is more than rounding, or where there is no way.
  fileprivate func place(
    between start: Colour, and end: Colour
  ) -> (share: Double, distance: Double)? {
    let (here, from, to) = (channels, start.channels, end.channels)
    let way = zip(from, to).map { $1 - $0 }
    let length = way.reduce(0) { $0 + $1 * $1 }
    guard length > 0 else { return nil }
    let share = zip(zip(here, from), way).reduce(0) { $0 + ($1.0.0 - $1.0.1) * $1.1 } / length
    guard (0...1).contains(share) else { return nil }
    let distance = zip(zip(here, from), way).map { abs($0.1 + $1 * share - $0.0) }.max() ?? 0
    return distance <= 1 ? (share, distance) : nil
  }

  private var channels: [Double] { [red, green, blue].map(Double.init) }
}

extension InkBuild {
  /// The build so far on the way to another. Towards bare paper it is a tint of the same inks, of a
  /// spot ink too.
  fileprivate func mixed(with other: InkBuild, by share: Double) -> InkTint {
    if other.parts.allSatisfy({ $0 == 0 }) { return InkTint(build: self, share: 1 - share) }
    return InkTint(build: InkBuild(zip(parts, other.parts).map { $0 + ($1 - $0) * share }))
  }
}
