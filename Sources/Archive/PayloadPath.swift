/// Checks the paths of a folder that must mean the same on every file system (RFC 8493, 5.1 and
/// 5.2).
/// - Throws: `ArchiveError.refusedName` or `.collision`, for the first path at fault.
func checkPaths(_ paths: [String]) throws(ArchiveError) {
  var spellings: [String: (path: String, isFile: Bool)] = [:]
  for path in paths {
    try checkPath(path)
    var place = ""
    let names = namesInPath(path)
    for (index, name) in names.enumerated() {
      place += (index == 0 ? "" : "/") + name
      let isFile = index == names.count - 1
      // Upper case first, so that ß and ss meet; `String` compares canonically equivalent text
      // as equal, so NFC and NFD meet as well.
      let known = spellings.updateValue((place, isFile), forKey: place.uppercased().lowercased())
      guard let known else { continue }
      let isSameFolder = !known.isFile && !isFile && known.path.utf8.elementsEqual(place.utf8)
      if !isSameFolder { throw .collision(known.path, path) }
    }
  }
}

/// Checks one path.
/// - Throws: `ArchiveError.refusedName`.
func checkPath(_ path: String) throws(ArchiveError) {
  if let reason = objection(to: path) { throw .refusedName(path, reason: reason) }
}

/// Why a path cannot be in a package; nothing if it can.
func objection(to path: String) -> String? {
  if path.isEmpty { return "the name is empty" }
  if path.utf8.first == slash { return "the path is absolute" }
  if path.utf8.first == UInt8(ascii: "~") { return "some systems read ~ as a home folder" }
  return namesInPath(path).lazy.compactMap(objection(toName:)).first
}

/// The slash, which parts a path as a byte: a combining mark after it makes another character of
/// it for `String`, but not for the file system.
let slash = UInt8(ascii: "/")

/// The names of a path, also the empty ones.
func namesInPath(_ path: String) -> [Substring] {
  path.utf8.split(separator: slash, omittingEmptySubsequences: false).map { Substring($0) }
}

private func objection(toName name: Substring) -> String? {
  if name.isEmpty { return "a part of the path is empty" }
  if name == "." || name == ".." { return "the path leaves its folder or names it again" }
  if name.utf8.count > 255 { return "a part of the path is longer than 255 bytes" }
  if name.unicodeScalars.contains(where: breaksLines) { return "it holds a control character" }
  if let byte = name.utf8.first(where: "\\:*?\"<>|".utf8.contains) {
    return "Windows cannot store the character \(Character(UnicodeScalar(byte)))"
  }
  if name.utf8.last == UInt8(ascii: ".") || name.utf8.last == UInt8(ascii: " ") {
    return "Windows drops a last full stop or space"
  }
  let stem = String(name.prefix { $0 != "." }).uppercased()
  return deviceNames.contains(stem) ? "Windows takes \(stem) for a device" : nil
}

/// Control characters and line separators, of which a manifest can encode only CR and LF.
private func breaksLines(_ scalar: UnicodeScalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .control: scalar != "\r" && scalar != "\n"
  case .lineSeparator, .paragraphSeparator: true
  default: false
  }
}

private let deviceNames: Set<String> = {
  let numbered = (1...9).flatMap { ["COM\($0)", "LPT\($0)"] }
  return Set(["CON", "PRN", "AUX", "NUL"] + numbered)
}()
