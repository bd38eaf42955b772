import Glibc

/// Makes a folder; one that exists already is fine.
func makeFolder(_ path: String) throws(ArchiveError) {
  do {
    _ = try retried(.makeFolder, path) { mkdir(path, 0o777) }
  } catch .system(_, _, EEXIST) {
    return
  }
}

/// Waits until the names in a folder are on the disk.
func synchroniseFolder(_ path: String) throws(ArchiveError) {
  try OpenFile(path, O_RDONLY | O_DIRECTORY).synchronise()
}

/// What is at a path, without following a link; nothing if nothing is.
func statusIfPresent(_ path: String) throws(ArchiveError) -> stat? {
  var status = stat()
  do {
    _ = try retried(.inspect, path) { lstat(path, &status) }
  } catch .system(_, _, ENOENT) {
    return nil
  }
  return status
}

/// Removes a file, or a folder with all in it; what is gone already is fine.
func removeTree(_ path: String) throws(ArchiveError) {
  guard let status = try statusIfPresent(path) else { return }
  let isFolder = status.st_mode & S_IFMT == S_IFDIR
  if isFolder { try emptyFolder(path) }
  do {
    _ = try retried(.remove, path) { isFolder ? rmdir(path) : unlink(path) }
  } catch .system(_, _, ENOENT) {
    return
  }
}

/// Removes all that a folder holds.
func emptyFolder(_ path: String) throws(ArchiveError) {
  for name in try rawNames(in: path) { try removeTree(path + "/" + name) }
}

/// The names in a folder, sorted by their bytes; a name that is not UTF-8 comes out repaired.
func rawNames(in path: String) throws(ArchiveError) -> [String] {
  try names(in: path).map { String(decoding: $0, as: UTF8.self) }
}

/// The names in a folder as bytes, sorted.
func names(in path: String) throws(ArchiveError) -> [[UInt8]] {
  guard let stream = opendir(path) else {
    throw .system(.list, path: path, errno: errno)
  }
  defer { closedir(stream) }
  var names: [[UInt8]] = []
  while true {
    errno = 0
    guard let entry = readdir(stream) else {
      if errno != 0 { throw .system(.list, path: path, errno: errno) }
      return names.sorted { $0.lexicographicallyPrecedes($1) }
    }
    let name = withUnsafeBytes(of: &entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
    if name != [0x2E] && name != [0x2E, 0x2E] { names.append(name) }
  }
}

/// How a rename treats what has the new name already.
enum RenameRule: UInt32 {
  /// A file is replaced, as in `rename(2)`.
  case replace = 0
  /// `RENAME_NOREPLACE`: the rename fails with `EEXIST`.
  case refuse = 1
  /// `RENAME_EXCHANGE`: the two change places in one step.
  case exchange = 2
}

/// Renames under a rule. Only Linux has the latter two rules, and not on every file system; then
/// the error is `ENOSYS` or `EINVAL`.
func rename(_ old: String, to new: String, _ rule: RenameRule) throws(ArchiveError) {
  if rule == .replace {
    _ = try retried(.rename, new) { Glibc.rename(old, new) }
    return
  }
  guard let symbol = dlsym(nil, "renameat2") else {
    throw .system(.rename, path: new, errno: ENOSYS)
  }
  // Swift does not import `renameat2`, which glibc has since 2.28.
  typealias Call =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32) -> Int32
  let call = unsafeBitCast(symbol, to: Call.self)
  _ = try retried(.rename, new) { call(AT_FDCWD, old, AT_FDCWD, new, rule.rawValue) }
}
