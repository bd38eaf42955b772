/// A manifest of a bag: a digest and a path a line (RFC 8493, 2.1.3).
struct Manifest {
  /// One line.
  struct Entry: Equatable {
    /// In lower-case hexadecimal.
    var digest: String
    /// The path from the bag's folder.
    var path: String
  }

  /// The lines in order.
  var entries: [Entry]

  /// The text, sorted by the bytes of the paths, with two spaces and LF as `sha512sum -c` reads it.
  var text: String {
    entries.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
      .map { "\($0.digest)  \(encodedPath($0.path))\n" }.joined()
  }

  /// Reads a manifest.
  ///
  /// RFC 8493 leaves open how the columns are parted, how lines end and how digits are cased. A
  /// changed byte could hide behind that, so a file must do the same on each of its lines.
  /// - Parameter complain: gets the number of a line at fault and what is wrong with it.
  init(
    parsing bytes: [UInt8], _ algorithm: DigestAlgorithm, complain: (Int, String) -> Void
  ) {
    entries = []
    var style: Style?
    var seen: Set<[UInt8]> = []
    for (index, line) in textLines(bytes).enumerated() {
      guard let text = String(validating: line.content, as: UTF8.self) else {
        complain(index + 1, "it is not UTF-8")
        continue
      }
      guard let parsed = ManifestLine(text, algorithm) else {
        complain(index + 1, "it is not a digest of \(algorithm.digits) digits and a path")
        continue
      }
      let found = Style(separator: parsed.separator, end: line.end, isUpperCase: parsed.isUpperCase)
      if let style, !style.agrees(with: found) {
        complain(index + 1, "it is not written like the lines before it")
      }
      style = style?.merged(with: found) ?? found
      let path = decodedPath(parsed.path)
      if let reason = unsafe(path) { complain(index + 1, reason) }
      if !seen.insert(Array(path.utf8)).inserted {
        complain(index + 1, "it names a file a second time")
      }
      entries.append(Entry(digest: parsed.digest.lowercased(), path: path))
    }
  }

  /// A manifest of these lines.
  init(_ entries: [Entry]) { self.entries = entries }
}

/// How the lines of a manifest are written.
private struct Style {
  var separator: String
  var end: [UInt8]
  /// Nothing while no line has had a letter.
  var isUpperCase: Bool?

  func agrees(with other: Style) -> Bool {
    let isCaseEqual =
      isUpperCase == nil || other.isUpperCase == nil || isUpperCase == other.isUpperCase
    return separator == other.separator && end == other.end && isCaseEqual
  }

  func merged(with other: Style) -> Style {
    var merged = self
    merged.isUpperCase = isUpperCase ?? other.isUpperCase
    return merged
  }
}

/// One line of a manifest, taken apart.
private struct ManifestLine {
  var digest: String
  var separator: String
  var path: String
  var isUpperCase: Bool?

  init?(_ line: String, _ algorithm: DigestAlgorithm) {
    let bytes = Array(line.utf8)
    let digits = bytes.prefix { isHexadecimal($0) }
    let hasUpper = digits.contains { (0x41...0x46).contains($0) }
    let hasLower = digits.contains { (0x61...0x66).contains($0) }
    let space = bytes[digits.count...].prefix { $0 == 0x20 || $0 == 0x09 }
    let path = bytes[(digits.count + space.count)...]
    guard digits.count == algorithm.digits, !space.isEmpty, !path.isEmpty, !(hasUpper && hasLower)
    else { return nil }
    digest = String(decoding: digits, as: UTF8.self)
    separator = String(decoding: space, as: UTF8.self)
    self.path = String(decoding: path, as: UTF8.self)
    isUpperCase = hasUpper ? true : hasLower ? false : nil
  }
}

private func isHexadecimal(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte) || (0x61...0x66).contains(byte)
}

/// Why a path from a manifest must not be followed.
private func unsafe(_ path: String) -> String? {
  let leaves =
    path.utf8.first == slash || path.utf8.first == UInt8(ascii: "~")
    || path.utf8.contains(0) || namesInPath(path).contains { $0 == ".." }
  return leaves ? "the path could lead out of the package" : nil
}

/// A path with CR, LF and `%` percent-encoded, as RFC 8493, 2.1.3 asks.
func encodedPath(_ path: String) -> String {
  var bytes: [UInt8] = []
  for byte in path.utf8 {
    switch byte {
    case 0x0A: bytes += Array("%0A".utf8)
    case 0x0D: bytes += Array("%0D".utf8)
    case 0x25: bytes += Array("%25".utf8)
    default: bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// The inverse of `encodedPath`; any other percent sign is left as it is.
func decodedPath(_ path: String) -> String {
  let bytes = Array(path.utf8)
  var decoded: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let code = String(decoding: bytes[index...].prefix(3), as: UTF8.self)
    switch code.uppercased() {
    case "%0A": decoded.append(0x0A)
    case "%0D": decoded.append(0x0D)
    case "%25": decoded.append(0x25)
    default:
      decoded.append(bytes[index])
      index += 1
      continue
    }
    index += 3
  }
  return String(decoding: decoded, as: UTF8.self)
}

/// The lines of a file with the bytes that end them: LF, CR or CRLF; the last may end with none.
func textLines(_ bytes: [UInt8]) -> [(content: ArraySlice<UInt8>, end: [UInt8])] {
  var lines: [(ArraySlice<UInt8>, [UInt8])] = []
  var start = 0
  while start < bytes.count {
    let stop = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
    var end = Array(bytes[stop...].prefix(1))
    if end == [0x0D], stop + 1 < bytes.count, bytes[stop + 1] == 0x0A { end = [0x0D, 0x0A] }
    lines.append((bytes[start..<stop], end))
    start = stop + end.count
  }
  return lines
}
