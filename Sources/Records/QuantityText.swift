extension Quantity {
  /// As a records file writes it: `50+`, `~50`, `10..20`.
  public var source: String {
    switch precision {
    case .exact: Self.plain(value)
    case .atLeast: Self.plain(value) + "+"
    case .atMost: "<=" + Self.plain(value)
    case .about: "~" + Self.plain(value)
    case .range: Self.plain(value) + ".." + Self.plain(upper ?? value)
    }
  }

  private static func plain(_ number: Double) -> String {
    Int(exactly: number).map(String.init) ?? "\(number)"
  }
}
