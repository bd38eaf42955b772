/// A SHA-256 over pieces of content, for telling whether anything has changed.
public struct ContentDigest {
  private let digest = MessageDigest(.sha256)

  /// A digest of nothing yet.
  public init() {}

  /// Adds bytes, with their length before them, so that two pieces never read as one.
  public func add(_ bytes: [UInt8]) {
    digest.update(Array("\(bytes.count):".utf8)[...])
    digest.update(bytes[...])
  }

  /// Adds a text in UTF-8.
  public func add(_ text: String) { add(Array(text.utf8)) }

  /// The digest in lower-case hexadecimal; asked for once.
  public func finished() -> String { digest.finished() }

  /// The plain SHA-256 of some bytes, as `sha256sum` prints it.
  public static func sha256(_ bytes: [UInt8]) -> String {
    let digest = MessageDigest(.sha256)
    digest.update(bytes[...])
    return digest.finished()
  }
}
