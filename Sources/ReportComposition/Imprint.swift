import DocumentModel

/// What the colophon and the signature page say of how an edition was made; composition is told it,
/// because it knows neither fonts nor digests.
public struct Imprint: Hashable, Sendable {
  /// The version of the program; empty to leave it out.
  public var version: String
  /// The SHA-256 of the report's data in lower-case hexadecimal; empty to leave it out.
  public var digest: String
  /// The families of type of each language, by its code.
  public var fonts: [String: [String]]
  /// The licence of all of them; empty where they have none in common.
  public var fontLicence: String
  /// What is said of an edition.
  public init(
    version: String = "", digest: String = "", fonts: [String: [String]] = [:],
    fontLicence: String = ""
  ) {
    self.version = version
    self.digest = digest
    self.fonts = fonts
    self.fontLicence = fontLicence
  }

  /// The whole digest in groups of eight, which lines may break between.
  var fullDigest: String { Self.grouped(digest[...], by: 8) }

  /// The first sixteen digits in groups of four: enough to tell two sets of data apart by eye.
  var shortDigest: String { Self.grouped(digest.prefix(16), by: 4) }

  private static func grouped(_ digits: Substring, by size: Int) -> String {
    var rest = digits
    var groups: [Substring] = []
    while !rest.isEmpty {
      groups.append(rest.prefix(size))
      rest = rest.dropFirst(size)
    }
    return groups.joined(separator: " ")
  }
}

extension ReportOutline {
  /// Whether it prints the digest of its data.
  public var printsDigest: Bool {
    allSections.flatMap(\.blocks).flatMap(\.flattened).contains { block in
      switch block.content {
      case .colophon, .signature: true
      default: false
      }
    }
  }

  /// Whether it has a colophon, where the credit of the cover's picture stands.
  var hasColophon: Bool {
    allSections.flatMap(\.blocks).flatMap(\.flattened).contains { $0.content == .colophon }
  }
}
