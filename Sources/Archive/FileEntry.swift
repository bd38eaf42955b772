public import Foundation

/// A file to be written: its place within a folder, and where its bytes come from.
public struct FileEntry: Sendable {
  /// Where a file's bytes come from.
  public enum Content: Sendable {
    /// From memory.
    case bytes([UInt8])
    /// From a regular file, read when it is needed and never as a whole.
    case file(URL)
  }

  /// The path within the folder, with `/` between names.
  public var path: String
  /// The bytes.
  public var content: Content

  /// A file at a path.
  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }

  /// A file of bytes from memory at a path.
  public init(path: String, bytes: [UInt8]) {
    self.init(path: path, content: .bytes(bytes))
  }
}

extension FileEntry.Content {
  /// Hands all bytes to `use`, in pieces.
  func readChunks(_ use: (ArraySlice<UInt8>) throws(ArchiveError) -> Void) throws(ArchiveError) {
    switch self {
    case .bytes(let bytes): try use(bytes[...])
    case .file(let url): try OpenFile.reading(url.path, followLinks: true).readChunks(use)
    }
  }
}
