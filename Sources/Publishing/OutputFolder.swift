import Archive
import Foundation
import Records

/// What a build writes: single files, and the web edition's folder.
struct Output {
  /// A file in the output folder.
  struct File {
    var name: String
    var bytes: [UInt8]
  }
  var files: [File] = []
  var web: [FileEntry]?
}

extension Output {
  /// Writes all of it or, if anything fails, nothing: every new file lies whole on the disk before
  /// the first one takes its place, and taking a place needs no space.
  ///
  /// Two builds into one folder take turns.
  func write(to folder: URL) throws(ArchiveError) {
    try AtomicWrite.makeFolders(to: folder)
    let lock = try FolderLock(folder)
    defer { lock.release() }
    try AtomicWrite.removeLeftovers(in: folder)
    let staged = files.map { folder.appendingPathComponent($0.name + ".new.part") }
    do throws(ArchiveError) {
      for (file, place) in zip(files, staged) { try AtomicWrite.file(file.bytes, to: place) }
      if let web {
        try AtomicWrite.folder(at: folder.appendingPathComponent("web"), files: web)
      }
    } catch {
      for place in staged { unlink(place.path) }
      throw error
    }
    for (file, place) in zip(files, staged) {
      let target = folder.appendingPathComponent(file.name).path
      guard rename(place.path, target) == 0 else {
        throw .system(.rename, path: target, errno: errno)
      }
    }
    try lock.synchronise()
  }
}

/// Keeps other builds out of a folder while one writes (`flock`); ends with the process at the
/// latest.
private struct FolderLock {
  let descriptor: Int32
  let path: String

  init(_ folder: URL) throws(ArchiveError) {
    path = folder.path
    descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .system(.open, path: path, errno: errno) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        let code = errno
        close(descriptor)
        throw .system(.lock, path: path, errno: code)
      }
    }
  }

  func synchronise() throws(ArchiveError) {
    guard fsync(descriptor) == 0 else { throw .system(.synchronise, path: path, errno: errno) }
  }

  func release() { close(descriptor) }
}

/// An output that could not be written, as the user should hear it.
func writingFailure(_ error: ArchiveError) -> PublishingFailure {
  let hint =
    switch error {
    case .system(_, _, let code) where [ENOSPC, EDQUOT].contains(code):
      "make room on the disk; what was there before is unchanged"
    case .system(_, _, let code) where [EACCES, EPERM, EROFS].contains(code):
      "choose another folder with --output, or change its permissions"
    case .system(_, _, EFBIG): "raise the limit on the size of files (ulimit -f)"
    case .alreadyExists: "an issued edition is kept; correct the report and issue a new date"
    default: "choose another folder with --output; what was there before is unchanged"
    }
  return PublishingFailure(
    .use, [Diagnostic(.error, code: "cannot-write", "\(error)", hint: hint)])
}
