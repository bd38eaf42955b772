/// The plain SHA-256 of bytes that come in pieces, as `sha256sum` prints it of a file that holds them.
public struct DataDigest {
  private let digest = MessageDigest(.sha256)

  /// A digest of nothing yet.
  public init() {}

  /// Adds bytes.
  public func add(_ bytes: [UInt8]) { digest.update(bytes[...]) }

  /// The digest in lower-case hexadecimal; asked for once.
  public func finished() -> String { digest.finished() }
}
