import COpenSSL

/// A digest of OpenSSL's (`EVP_MD_CTX`) in the making; one owner feeds it and asks for it once.
final class MessageDigest {
  private let context: OpaquePointer

  init(_ algorithm: DigestAlgorithm) {
    guard let context = EVP_MD_CTX_new() else {
      preconditionFailure("OpenSSL has no memory for a digest")
    }
    self.context = context
    let method = algorithm == .sha512 ? EVP_sha512() : EVP_sha256()
    precondition(EVP_DigestInit_ex(context, method, nil) == 1, "OpenSSL lacks a SHA-2 digest")
  }

  deinit { EVP_MD_CTX_free(context) }

  /// Adds bytes.
  func update(_ bytes: ArraySlice<UInt8>) {
    let added = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    precondition(added == 1, "OpenSSL refused bytes for a digest")
  }

  /// The digest in lower-case hexadecimal (`EVP_DigestFinal_ex`, which ends it).
  func finished() -> String {
    var digest = [UInt8](repeating: 0, count: Int(EVP_MAX_MD_SIZE))
    var count: UInt32 = 0
    precondition(EVP_DigestFinal_ex(context, &digest, &count) == 1, "a digest was asked for twice")
    return hexadecimal(digest.prefix(Int(count)))
  }
}

private func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(
    decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
