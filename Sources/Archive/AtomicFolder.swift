import Glibc

/// Opens `NAME.part` and holds its lock. The name may pass to another file while this waits, so it
/// starts again until the open file is the one that has the name.
func lockedPart(_ path: String, isFolder: Bool) throws(ArchiveError) -> OpenFile {
  while true {
    if let found = try statusIfPresent(path) {
      let kind = found.st_mode & S_IFMT
      // A leftover of the other kind, or a link, would not open as what is needed.
      if kind != (isFolder ? S_IFDIR : S_IFREG) { try removeTree(path) }
    }
    if isFolder { try makeFolder(path) }
    let flags = isFolder ? O_RDONLY | O_DIRECTORY : O_WRONLY | O_CREAT
    let part: OpenFile
    do {
      part = try OpenFile(path, flags | O_NOFOLLOW)
    } catch .system(_, _, ENOENT) where isFolder {
      continue
    }
    try part.lock()
    let mine = try part.status()
    if let named = try statusIfPresent(path), named.st_ino == mine.st_ino,
      named.st_dev == mine.st_dev
    {
      return part
    }
  }
}

/// Does the work, and removes the unfinished part if it fails.
func cleaning(
  _ part: String, _ work: () throws(ArchiveError) -> Void
) throws(ArchiveError) {
  do {
    try work()
  } catch {
    // The first error is the one to tell; what cannot be removed now, the next run removes.
    do { try removeTree(part) } catch {}
    throw error
  }
}

/// Writes one file into an unfinished folder and waits for the disk.
/// - Parameter observe: sees the bytes as they are written.
func write(
  _ file: FileEntry, into folder: String, observe: (ArraySlice<UInt8>) -> Void = { _ in }
) throws(ArchiveError) {
  var path = folder
  for name in namesInPath(file.path).dropLast() {
    path += "/" + name
    try makeFolder(path)
  }
  let output = try OpenFile(folder + "/" + file.path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW)
  try file.content.readChunks { (chunk) throws(ArchiveError) in
    observe(chunk)
    try output.write(chunk)
  }
  try output.synchronise()
}

/// Waits until the names of a folder and of all folders in it are on the disk.
func synchroniseTree(_ path: String) throws(ArchiveError) {
  for name in try rawNames(in: path) {
    let inner = path + "/" + name
    if let status = try statusIfPresent(inner), status.st_mode & S_IFMT == S_IFDIR {
      try synchroniseTree(inner)
    }
  }
  try synchroniseFolder(path)
}

/// Gives a finished folder its name; what had the name is removed after that.
func replaceFolder(_ path: String, with part: String) throws(ArchiveError) {
  guard let old = try statusIfPresent(path) else {
    try rename(part, to: path, .replace)
    return try synchroniseFolder(parent(of: path))
  }
  guard old.st_mode & S_IFMT == S_IFDIR else {
    throw .wrongKind(path: path, expected: "folder")
  }
  // Held until the old folder is gone, so that a run that waits for the name does not fill it.
  let replaced = try OpenFile(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW)
  try replaced.lock()
  var away = part
  do {
    try rename(part, to: path, .exchange)
  } catch .system(_, _, ENOSYS), .system(_, _, EINVAL) {
    away = path + oldPart
    try removeTree(away)
    try rename(path, to: away, .replace)
    try rename(part, to: path, .replace)
  }
  try synchroniseFolder(parent(of: path))
  try removeTree(away)
}

/// What an old folder's name gets while the new one takes its place in two steps.
let oldPart = ".old.part"

/// Gives an old folder its name back, if a kill between two renames took it and nothing has it.
func restoreFolder(_ path: String) throws(ArchiveError) {
  guard try statusIfPresent(path) == nil, let old = try statusIfPresent(path + oldPart),
    old.st_mode & S_IFMT == S_IFDIR
  else { return }
  try rename(path + oldPart, to: path, .replace)
  try synchroniseFolder(parent(of: path))
}
