/// The digests of RFC 8493 that Annals checks; it writes SHA-512 only.
enum DigestAlgorithm: String, CaseIterable {
  case sha512, sha256

  /// How many hexadecimal digits a digest has.
  var digits: Int { self == .sha512 ? 128 : 64 }
}

/// A SHA-512 digest in the making.
struct SHA512Digest {
  private let state = MessageDigest(.sha512)

  /// Adds bytes.
  func update(_ bytes: ArraySlice<UInt8>) { state.update(bytes) }

  /// The digest of all bytes, in lower-case hexadecimal; asked for once, at the end.
  func finished() -> String { state.finished() }
}

/// The digests and the length of content, read once.
func digests(
  of content: FileEntry.Content, _ algorithms: [DigestAlgorithm]
) throws(ArchiveError) -> (digests: [DigestAlgorithm: String], bytes: Int) {
  var taking = DigestTaking(algorithms)
  try content.readChunks { (chunk) throws(ArchiveError) in taking.update(chunk) }
  return taking.finished()
}

/// The digests and the length of a file within a package, which must not be a link.
func digests(
  of path: String, _ algorithms: [DigestAlgorithm]
) throws(ArchiveError) -> (digests: [DigestAlgorithm: String], bytes: Int) {
  var taking = DigestTaking(algorithms)
  let file = try OpenFile.reading(path, followLinks: false)
  try file.readChunks { (chunk) throws(ArchiveError) in taking.update(chunk) }
  return taking.finished()
}

/// Several digests of the same bytes in the making.
private struct DigestTaking {
  private let states: [(algorithm: DigestAlgorithm, digest: MessageDigest)]
  private var count = 0

  init(_ algorithms: [DigestAlgorithm]) {
    states = algorithms.map { ($0, MessageDigest($0)) }
  }

  mutating func update(_ chunk: ArraySlice<UInt8>) {
    count += chunk.count
    for state in states { state.digest.update(chunk) }
  }

  func finished() -> (digests: [DigestAlgorithm: String], bytes: Int) {
    var digests: [DigestAlgorithm: String] = [:]
    for state in states { digests[state.algorithm] = state.digest.finished() }
    return (digests, count)
  }
}
