/// What a check of one package found.
public struct Verification: Hashable, Sendable {
  /// The package's path.
  public var package: String
  /// How many payload files were read.
  public var files = 0
  /// How many bytes they have.
  public var bytes = 0
  /// All that is wrong, in the order of the paths.
  public var problems: [Problem] = []
  /// Whether nothing is wrong.
  public var isSound: Bool { problems.isEmpty }

  /// One thing that is wrong with a package.
  public enum Problem: Hashable, Sendable, CustomStringConvertible {
    /// A manifest names a file that is not there.
    case missing(path: String)
    /// A file that no manifest names.
    case extra(path: String)
    /// A file's bytes are not those that were packed.
    case changed(path: String, expected: String, found: String)
    /// A file cannot be read, or is not a regular file.
    case unreadable(path: String, reason: String)
    /// A tag file breaks a rule of RFC 8493; line 0 means the file as a whole.
    case badTagFile(path: String, line: Int, reason: String)
    /// The payload has not the size that `Payload-Oxum` gives: bytes, a full stop, files.
    case size(expected: String, found: String)

    /// One line for people, without a full stop.
    public var description: String {
      switch self {
      case .missing(let path): "\(printable(path)) is missing"
      case .extra(let path): "\(printable(path)) is in no manifest"
      case .changed(let path, let expected, let found):
        "\(printable(path)) has changed: expected \(expected), found \(found)"
      case .unreadable(let path, let reason): "\(printable(path)) cannot be read: \(reason)"
      case .badTagFile(let path, 0, let reason): "\(printable(path)): \(reason)"
      case .badTagFile(let path, let line, let reason): "\(printable(path)):\(line): \(reason)"
      case .size(let expected, let found):
        "the payload is \(found) (bytes.files), and Payload-Oxum says \(expected)"
      }
    }
  }

  /// A check of a package that has found nothing yet.
  init(package: String) { self.package = package }
}
