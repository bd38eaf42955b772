/// A well-formed language tag (BCP 47), safe as an attribute and as a folder's name.
struct LanguageTag: Hashable {
  /// The tag as given.
  let text: String
  /// Its first subtag, lower case: `zh` of `zh-Hans`.
  let primary: String
  /// The tag in lower case: tags are compared without case, and so are some file systems' names.
  var folded: String { text.lowercased() }

  /// nil unless the tag is a language of letters, then subtags of one to eight letters or digits.
  init?(_ text: String) {
    let subtags = text.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...8).contains(first.count),
      first.utf8.allSatisfy(Self.isLetter),
      subtags.dropFirst().allSatisfy({ (1...8).contains($0.count) }),
      text.utf8.allSatisfy({ Self.isLetter($0) || (0x30...0x39).contains($0) || $0 == 0x2D })
    else { return nil }
    self.text = text
    primary = first.lowercased()
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
