import Glibc

/// An open file or folder, closed at the end of its life. Interrupted calls are made again.
struct OpenFile: ~Copyable {
  /// The path it was opened by, for messages.
  let path: String
  private let descriptor: Int32

  /// Opens with the flags of `open(2)`; a new file gets the mode 0666 less the umask.
  init(_ path: String, _ flags: Int32) throws(ArchiveError) {
    self.path = path
    descriptor = try retried(.open, path) { open(path, flags | O_CLOEXEC, 0o666) }
  }

  deinit { close(descriptor) }

  /// Opens a regular file to read it. A pipe or a device is refused and never waited for.
  static func reading(_ path: String, followLinks: Bool) throws(ArchiveError) -> OpenFile {
    let file = try OpenFile(path, O_RDONLY | O_NONBLOCK | (followLinks ? 0 : O_NOFOLLOW))
    guard try file.status().st_mode & S_IFMT == S_IFREG else {
      throw .wrongKind(path: path, expected: "regular file")
    }
    return file
  }

  /// `fstat(2)`.
  func status() throws(ArchiveError) -> stat {
    var status = stat()
    _ = try retried(.inspect, path) { fstat(descriptor, &status) }
    return status
  }

  /// Waits until no other process, and no other `OpenFile` of this one, holds the lock; the system
  /// drops it when the file is closed or the process dies.
  func lock() throws(ArchiveError) {
    _ = try retried(.lock, path) { flock(descriptor, LOCK_EX) }
  }

  /// Takes the lock if nobody holds it, without waiting.
  func lockIfFree() throws(ArchiveError) -> Bool {
    do {
      _ = try retried(.lock, path) { flock(descriptor, LOCK_EX | LOCK_NB) }
      return true
    } catch .system(_, _, EWOULDBLOCK) {
      return false
    }
  }

  /// Cuts the file to nothing.
  func clear() throws(ArchiveError) {
    _ = try retried(.write, path) { ftruncate(descriptor, 0) }
  }

  /// Writes all of the bytes.
  func write(_ bytes: some Collection<UInt8>) throws(ArchiveError) {
    let copy = Array(bytes)
    var done = 0
    while done < copy.count {
      done += try retried(.write, path) {
        copy.withUnsafeBytes {
          Glibc.write(descriptor, $0.baseAddress.map { $0 + done }, $0.count - done)
        }
      }
    }
  }

  /// Hands the whole file to `use`, up to 64 KiB at a time.
  func readChunks(_ use: (ArraySlice<UInt8>) throws(ArchiveError) -> Void) throws(ArchiveError) {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try retried(.read, path) {
        buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      }
      if count == 0 { return }
      try use(buffer[..<count])
    }
  }

  /// Waits until the bytes, or the folder's names, are on the disk.
  func synchronise() throws(ArchiveError) {
    _ = try retried(.synchronise, path) { fsync(descriptor) }
  }
}

/// The result of a system call, made again while it is interrupted.
/// - Throws: `ArchiveError.system` when it gives -1.
func retried<Result: SignedInteger>(
  _ action: ArchiveError.Action, _ path: String, _ call: () -> Result
) throws(ArchiveError) -> Result {
  while true {
    let result = call()
    if result != -1 { return result }
    let code = errno
    if code != EINTR { throw .system(action, path: path, errno: code) }
  }
}
