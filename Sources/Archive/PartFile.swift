import Glibc

/// A file that is written under the name `NAME.part` and has not yet the name `NAME`.
final class PartFile {
  private let path: String
  private let file: OpenFile
  private var isNamed = false

  /// Makes or cleans the part for a path and holds its lock.
  init(for path: String) throws(ArchiveError) {
    if let old = try statusIfPresent(path), old.st_mode & S_IFMT == S_IFDIR {
      throw .system(.write, path: path, errno: EISDIR)
    }
    self.path = path
    file = try lockedPart(path + ".part", isFolder: false)
  }

  /// Writes all bytes and waits for the disk.
  func fill(with content: FileEntry.Content) throws(ArchiveError) {
    try file.clear()
    try content.readChunks { (chunk) throws(ArchiveError) in try file.write(chunk) }
    try file.synchronise()
  }

  /// Puts the file in the place of the old one.
  func takeName() throws(ArchiveError) {
    try rename(file.path, to: path, .replace)
    isNamed = true
  }

  /// Removes the part, if it still is one. What cannot be removed now, the next run cleans.
  func discard() {
    if isNamed { return }
    do { try removeTree(file.path) } catch {}
  }
}
