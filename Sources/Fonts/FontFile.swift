/// The place of a font in a `FontLibrary` and in a display list's table of fonts.
public struct FontID: Hashable, Sendable {
  /// The index in the table.
  public var index: Int
  /// The font at an index.
  public init(_ index: Int) { self.index = index }
}

/// One static font file and the face in it.
public struct FontFile: Hashable, Sendable {
  /// The file's path.
  public var path: String
  /// The face's index in a collection; 0 for a plain font file.
  public var face: Int
  /// The PostScript name, for dumps and messages.
  public var name: String
  /// A font file.
  public init(path: String, face: Int, name: String) {
    self.path = path
    self.face = face
    self.name = name
  }
}
