public import Typesetting

/// Why a document could not be laid out.
public enum LayoutError: Error, Hashable, Sendable {
  /// Text that could not be set; `context` is the section it stands in.
  case typesetting(TypesettingError, context: String)
  /// A file that maps are drawn from and that the program ships is missing.
  case unreadableGeography(file: String)
  /// Two things of one name.
  case duplicateAnchor(String)
}

/// Something that is merely ugly.
public struct LayoutWarning: Hashable, Sendable {
  /// What it is: "line 3 is wider than its measure".
  public var message: String
  /// The title of the section where it stands.
  public var place: String
  /// What sort of thing it is.
  public var kind = Kind.ugly

  /// What sort of thing a warning tells.
  public enum Kind: String, Hashable, Sendable {
    /// Something on a page is not as good as it should be.
    case ugly
    /// The pages asked for were made, at a price.
    case pagesTraded
    /// The pages asked for could not be made.
    case pagesNotMet
    /// A reference prints another page than that of what it names.
    case unsettledReference
  }
}
