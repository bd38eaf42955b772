/// What can go wrong with fonts.
public enum FontError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The folder's list of fonts cannot be read.
  case unreadableList(path: String)
  /// A line of the list does not have its six fields.
  case malformedList(path: String, line: Int)
  /// A font file is missing or is no font.
  case unreadableFont(path: String)
  /// No font of the family is in the library.
  case unknownFamily(String)
  /// The name is no OpenType feature.
  case unknownFeature(String)

  /// The problem and what to do about it.
  public var description: String {
    switch self {
    case .unreadableList(let path): "cannot read the list of fonts \(path)"
    case .malformedList(let path, let line):
      "\(path):\(line): expected path, face, name, family, weight and slant between tabs"
    case .unreadableFont(let path): "\(path) is not a font that can be read"
    case .unknownFamily(let name):
      "no font of the family \"\(name)\"; fonts.tsv lists what there is"
    case .unknownFeature(let name): "\"\(name)\" is not an OpenType feature"
    }
  }
}
