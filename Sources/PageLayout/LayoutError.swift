public import Typesetting

/// Why a document could not be laid out.
public enum LayoutError: Error, Hashable, Sendable {
  /// A theme that does not exist.
  case unknownTheme(name: String, known: [String])
  /// A token that does not exist.
  case unknownToken(name: String, known: [String])
  /// A token's value that does not fit.
  case badToken(token: String, value: String, expected: String)
  /// Text that could not be set; `context` is the section it stands in.
  case typesetting(TypesettingError, context: String)
  /// Two things of one name.
  case duplicateAnchor(String)
}

/// Something that is merely ugly.
public struct LayoutWarning: Hashable, Sendable {
  /// What it is: "line 3 is wider than its measure".
  public var message: String
  /// The title of the section where it stands.
  public var place: String
}
