public import Foundation

/// A file of a report, read whole; the only way in which this module opens one.
public enum SourceFile {
  /// The largest file that is read, in bytes.
  public static let sizeLimit = 64 << 20

  /// Reads a regular file that lies under a root folder once links are followed.
  ///
  /// - Throws: `Diagnostic` with the code `outside-root`, `not-a-file`, `file-too-large` or
  ///   `unreadable-file`.
  public static func read(_ url: URL, under root: URL) throws(Diagnostic) -> [UInt8] {
    let place = Place(file: name(of: url, under: root))
    let real = url.resolvingSymlinksInPath().standardizedFileURL.path
    let top = root.resolvingSymlinksInPath().standardizedFileURL.path
    guard real == top || real.hasPrefix(top.hasSuffix("/") ? top : top + "/") else {
      throw Diagnostic(
        .error, code: "outside-root", "\(quoted(place.file)) leads out of the report's folder",
        at: place, hint: "copy the file into the report's folder")
    }
    do {
      let attributes = try FileManager.default.attributesOfItem(atPath: real)
      guard attributes[.type] as? FileAttributeType == .typeRegular else {
        throw Diagnostic(
          .error, code: "not-a-file", "\(quoted(place.file)) is not a regular file", at: place)
      }
      guard (attributes[.size] as? Int ?? 0) <= sizeLimit else {
        throw Diagnostic(
          .error, code: "file-too-large", "\(quoted(place.file)) is larger than 64 MiB", at: place,
          hint: "split the file")
      }
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: real)))
    } catch let problem as Diagnostic {
      throw problem
    } catch {
      throw Diagnostic(
        .error, code: "unreadable-file", "cannot read \(quoted(place.file))", at: place,
        hint: "check that the file exists and may be read")
    }
  }

  /// The path of a file relative to a folder above it, else its last component.
  public static func name(of url: URL, under root: URL) -> String {
    let path = url.standardizedFileURL.path
    let top = root.standardizedFileURL.path
    let prefix = top.hasSuffix("/") ? top : top + "/"
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : url.lastPathComponent
  }
}

/// The text of a file's bytes with its byte order mark removed.
///
/// - Throws: `Diagnostic` with the code `wrong-encoding` or `nul-character`, with the place of the
///   first byte that is not UTF-8.
func decoded(_ bytes: [UInt8], file: String) throws(Diagnostic) -> String {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw Diagnostic(
      .error, code: "wrong-encoding", "the file is in UTF-16",
      at: Place(file: file, line: 1, column: 1),
      hint: "save it as UTF-8")
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  var line = 1
  var column = 1
  var decoder = Unicode.UTF8.ForwardParser()
  var iterator = body.makeIterator()
  scan: while true {
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let unit):
      let scalar = Unicode.UTF8.decode(unit)
      if scalar.value == 0 {
        throw Diagnostic(
          .error, code: "nul-character", "the file contains a NUL character",
          at: Place(file: file, line: line, column: column), hint: "is this a text file?")
      }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    case .error:
      throw Diagnostic(
        .error, code: "wrong-encoding", "the text is not valid UTF-8",
        at: Place(file: file, line: line, column: column),
        hint: "save the file as UTF-8 (it may be in GB18030 or Latin-1)")
    case .emptyInput: break scan
    }
  }
  return String(decoding: body, as: UTF8.self)
}
