public import Foundation
import Glibc

/// Writing that leaves the old output whole or the new output whole, never a mix, whatever fails.
///
/// The bytes go to `NAME.part` in the same folder, reach the disk, and take the name `NAME` in one
/// step. A `NAME.part` that a killed run left is cleaned by the next one that writes `NAME`; two
/// that write the same name at once take turns. A file over the process's size limit gives `EFBIG`
/// only where the program ignores `SIGXFSZ`.
public enum AtomicWrite {
  /// Writes one file and replaces the old one; the folder must exist.
  /// - Throws: `ArchiveError`; then the old file is untouched.
  public static func file(_ bytes: [UInt8], to url: URL) throws(ArchiveError) {
    try file(.bytes(bytes), to: url)
  }

  /// Writes one file from any content and replaces the old one; the folder must exist.
  /// - Throws: `ArchiveError`; then the old file is untouched.
  public static func file(_ content: FileEntry.Content, to url: URL) throws(ArchiveError) {
    try files([(url, content)])
  }

  /// Writes several files and replaces the old ones; their folders must exist.
  ///
  /// All bytes are on the disk before the first file takes its name, so that a full disk or a
  /// failed reading leaves all old files. Only a kill between the names leaves some files new and
  /// some old, each of them whole.
  /// - Throws: `ArchiveError`; then the old files are untouched, unless it is a renaming that fails.
  public static func files(
    _ files: [(url: URL, content: FileEntry.Content)]
  ) throws(ArchiveError) {
    var outputs: [(path: String, content: FileEntry.Content)] = []
    for file in files { outputs.append((try outputPath(file.url), file.content)) }
    // In one order everywhere: two runs with the same outputs must not wait for each other.
    outputs.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    for (one, next) in zip(outputs, outputs.dropFirst()) where one.path == next.path {
      throw .collision(one.path, next.path)
    }
    var parts: [PartFile] = []
    do {
      for output in outputs {
        let part = try PartFile(for: output.path)
        parts.append(part)
        try part.fill(with: output.content)
      }
      for part in parts { try part.takeName() }
    } catch {
      for part in parts { part.discard() }
      throw error
    }
    var synchronised: Set<String> = []
    for output in outputs where synchronised.insert(parent(of: output.path)).inserted {
      try synchroniseFolder(parent(of: output.path))
    }
  }

  /// Writes a folder with exactly these files and replaces the old folder with all in it; the
  /// folder around it must exist.
  ///
  /// Where the file system cannot exchange two folders in one step, a kill between two renames
  /// leaves the old folder as `NAME.old.part`, whole, and the next run gives it its name back.
  /// - Throws: `ArchiveError`; then the old folder is untouched.
  public static func folder(at url: URL, files: [FileEntry]) throws(ArchiveError) {
    let path = try outputPath(url)
    try checkPaths(files.map(\.path))
    let part = try lockedPart(path + ".part", isFolder: true)
    try cleaning(part.path) { () throws(ArchiveError) in
      try restoreFolder(path)
      try emptyFolder(part.path)
      for file in files { try write(file, into: part.path) }
      try synchroniseTree(part.path)
      try replaceFolder(path, with: part.path)
    }
  }

  /// Makes a folder and those around it, if they are not there.
  /// - Throws: `ArchiveError`, also where a file has the name.
  public static func makeFolders(to url: URL) throws(ArchiveError) {
    let path = try outputPath(url)
    var missing: [String] = []
    var next = path
    while try statusIfPresent(next) == nil {
      missing.append(next)
      next = parent(of: next)
    }
    for folder in missing.reversed() {
      try makeFolder(folder)
      try synchroniseFolder(parent(of: folder))
    }
    _ = try OpenFile(path, O_RDONLY | O_DIRECTORY)
  }

  /// Removes what killed runs left in a folder: all that is called `*.part` and that no running
  /// write has locked. An old folder that lost its name in a kill gets it back.
  /// - Throws: `ArchiveError`, if the folder cannot be read or a leftover cannot be removed.
  public static func removeLeftovers(in folder: URL) throws(ArchiveError) {
    let path = try outputPath(folder)
    for name in try rawNames(in: path) where name.hasSuffix(".part") {
      let part = path + "/" + name
      if name.hasSuffix(oldPart) { try restoreFolder(String(part.dropLast(oldPart.count))) }
      guard let status = try statusIfPresent(part) else { continue }
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG || kind == S_IFDIR else { continue }
      let file = try OpenFile(part, O_RDONLY | O_NOFOLLOW | O_NONBLOCK)
      if try file.lockIfFree() { try removeTree(part) }
    }
  }
}

/// The absolute path of an output.
func outputPath(_ url: URL) throws(ArchiveError) -> String {
  let path = url.standardizedFileURL.path
  guard url.isFileURL, path.utf8.first == slash, !path.utf8.contains(0) else {
    throw .refusedName(url.absoluteString, reason: "it is not the path of a file")
  }
  return path.utf8.count > 1 && path.utf8.last == slash ? String(path.dropLast()) : path
}

/// The path of the folder around a file.
func parent(of path: String) -> String {
  guard let end = path.utf8.lastIndex(of: slash), end != path.startIndex else { return "/" }
  return String(path[..<end])
}
