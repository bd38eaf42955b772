import Glibc

/// The largest tag file that is read, 256 MiB: some million files.
let tagFileLimit = 1 << 28

/// All regular files within a package; links are never followed.
struct BagTree {
  /// The paths from the package's folder, sorted by their bytes.
  private(set) var files: [String] = []
  /// What is not a regular file or has no name in UTF-8, and a payload folder that is not there.
  private(set) var problems: [Verification.Problem] = []

  /// Looks through a folder and all folders in it.
  init(_ root: String) throws(ArchiveError) {
    try visit(root, "")
    if try statusIfPresent(root + "/data") == nil { problems.append(.missing(path: "data")) }
    files.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func visit(_ root: String, _ folder: String) throws(ArchiveError) {
    for bytes in try names(in: root + "/" + folder) {
      guard let name = String(validating: bytes, as: UTF8.self) else {
        let shown = folder + String(decoding: bytes, as: UTF8.self)
        problems.append(.unreadable(path: shown, reason: "the name is not UTF-8"))
        continue
      }
      let path = folder + name
      guard let status = try statusIfPresent(root + "/" + path) else { continue }
      switch status.st_mode & S_IFMT {
      case S_IFREG: files.append(path)
      case S_IFDIR:
        do {
          try visit(root, path + "/")
        } catch {
          problems.append(.unreadable(path: path, reason: error.description))
        }
      default:
        problems.append(.unreadable(path: path, reason: "it is neither a file nor a folder"))
      }
    }
  }
}

extension OpenFile {
  /// All bytes; nothing if they are more than the limit.
  func readAll(limit: Int) throws(ArchiveError) -> [UInt8]? {
    guard try status().st_size <= limit else { return nil }
    var all: [UInt8] = []
    try readChunks { (chunk) throws(ArchiveError) in
      if all.count <= limit { all += chunk }
    }
    return all.count <= limit ? all : nil
  }
}
