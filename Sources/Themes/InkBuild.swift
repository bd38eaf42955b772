/// A colour as the press prints it: percentages of the four process inks, or of one spot ink whose
/// nearest process build they are.
public struct InkBuild: Hashable, Sendable {
  /// Cyan, magenta, yellow and black, each from 0 to 100.
  public var parts: [Double]
  /// The name of the spot ink; nil for process inks.
  public var spot: String?

  /// The most ink that coated paper takes in one place, in per cent (ISO 12647-2, 300 to 330).
  public static let limit = 300.0

  /// A build.
  public init(_ parts: [Double], spot: String? = nil) {
    self.parts = parts
    self.spot = spot
  }

  /// Four percentages, then the name of a spot ink where there is one: `0 85 90 10`; nil where the
  /// text is something else, or more ink than the paper takes.
  public init?(text: String) {
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    let parts = words.prefix(4).compactMap { Double($0) }
    guard parts.count == 4, parts.allSatisfy({ (0...100).contains($0) }) else { return nil }
    guard parts.reduce(0, +) <= Self.limit else { return nil }
    let name = words.dropFirst(4).joined(separator: " ")
    self.init(parts, spot: name.isEmpty ? nil : name)
  }

  /// The text that makes it.
  public var text: String {
    let numbers = parts.map { part in
      part == part.rounded() ? String(Int(part)) : String(part)
    }
    return (numbers + [spot].compactMap(\.self)).joined(separator: " ")
  }
}
