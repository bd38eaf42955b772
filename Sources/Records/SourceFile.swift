public import Foundation
import Glibc

/// A file of a report; the only way in which this module finds and opens one.
///
/// A file must be a regular one under the report's folder once links are followed; devices and
/// pipes are never opened, since opening one may wait for ever.
public enum SourceFile {
  /// The largest file that is read whole, in bytes.
  public static let sizeLimit = 64 << 20
  /// The largest table, which is read piece by piece, in bytes.
  public static let tableSizeLimit = 512 << 20

  /// Reads a file whole.
  ///
  /// - Throws: `Diagnostic` with the code `outside-root`, `not-a-file`, `file-too-large` or
  ///   `unreadable-file`.
  public static func read(_ url: URL, under root: URL) throws(Diagnostic) -> [UInt8] {
    let file = try open(url, under: root, limit: sizeLimit)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.size)
    let piece = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { piece.deallocate() }
    while true {
      let count = try file.read(into: piece)
      guard count > 0 else { return bytes }
      bytes.append(contentsOf: piece.prefix(count))
      guard bytes.count <= sizeLimit else {
        throw tooLarge(Place(file: file.name), limit: sizeLimit)
      }
    }
  }

  /// Opens a file for reading piece by piece, with the same checks as `read`.
  static func open(
    _ url: URL, under root: URL, limit: Int = tableSizeLimit
  ) throws(Diagnostic) -> OpenFile {
    let path = try path(of: url, under: root, limit: limit)
    let place = Place(file: name(of: url, under: root))
    let descriptor = Glibc.open(path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(place) }
    let file = OpenFile(descriptor: descriptor, name: place.file)
    // The file may be another one than a moment ago.
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw notAFile(place)
    }
    return file
  }

  /// The real path of a regular file under a root folder, for libraries that open files
  /// themselves.
  ///
  /// - Throws: `Diagnostic` as `read` does.
  public static func path(
    of url: URL, under root: URL, limit: Int = tableSizeLimit
  ) throws(Diagnostic) -> String {
    let place = Place(file: name(of: url, under: root))
    let real = url.resolvingSymlinksInPath().standardizedFileURL.path
    let top = root.resolvingSymlinksInPath().standardizedFileURL.path
    guard real == top || real.hasPrefix(top.hasSuffix("/") ? top : top + "/") else {
      throw Diagnostic(
        .error, code: "outside-root", "\(quoted(place.file)) leads out of the report's folder",
        at: place, hint: "copy the file into the report's folder")
    }
    var status = stat()
    guard !real.utf8.contains(0), stat(real, &status) == 0 else { throw unreadable(place) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw notAFile(place) }
    guard status.st_size <= limit else { throw tooLarge(place, limit: limit) }
    return real
  }

  private static func unreadable(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "unreadable-file", "cannot read \(quoted(place.file))", at: place,
      hint: "check that the file exists and may be read")
  }

  private static func notAFile(_ place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "not-a-file", "\(quoted(place.file)) is not a regular file", at: place)
  }

  private static func tooLarge(_ place: Place, limit: Int) -> Diagnostic {
    Diagnostic(
      .error, code: "file-too-large",
      "\(quoted(place.file)) is larger than \(limit >> 20) MiB", at: place, hint: "split the file")
  }

  /// The path of a file relative to a folder above it, else its last component.
  public static func name(of url: URL, under root: URL) -> String {
    let path = url.standardizedFileURL.path
    let top = root.standardizedFileURL.path
    let prefix = top.hasSuffix("/") ? top : top + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : url.lastPathComponent
  }
}

/// A file that is open for reading, and is closed when nothing refers to it any more.
final class OpenFile {
  /// The name in messages.
  let name: String
  /// The size when it was opened.
  let size: Int
  private let descriptor: Int32

  init(descriptor: Int32, name: String) {
    self.descriptor = descriptor
    self.name = name
    var status = stat()
    size = fstat(descriptor, &status) == 0 ? max(0, Int(status.st_size)) : 0
  }

  deinit { close(descriptor) }

  /// Reads the next piece; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count >= 0 { return count }
      guard errno == EINTR else {
        throw Diagnostic(
          .error, code: "unreadable-file",
          "reading \(quoted(name)) failed: \(String(cString: strerror(errno)))",
          at: Place(file: name), hint: "check the disk, then try again")
      }
    }
  }
}
