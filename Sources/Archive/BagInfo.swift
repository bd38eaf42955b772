/// What `bag-info.txt` says about a package (RFC 8493, 2.2.2).
public struct BagInfo: Hashable, Sendable {
  /// One line of metadata.
  public struct Field: Hashable, Sendable {
    /// The label before the colon.
    public var label: String
    /// The text after it; line breaks in it become spaces.
    public var value: String
    /// A line of metadata.
    public init(_ label: String, _ value: String) {
      self.label = label
      self.value = value
    }
  }

  /// The day of packing, `YYYY-MM-DD`; an input, so that the same input gives the same package.
  public var baggingDate: String
  /// Who answers for the content.
  public var sourceOrganization: String?
  /// What the sender calls the content.
  public var externalIdentifier: String?
  /// The content in a sentence.
  public var externalDescription: String?
  /// The program that packs, with its version.
  public var softwareAgent: String
  /// More lines, in order; no label may be one of the above or `Payload-Oxum`.
  public var fields: [Field]

  /// What a package says about itself.
  public init(
    baggingDate: String, softwareAgent: String, sourceOrganization: String? = nil,
    externalIdentifier: String? = nil, externalDescription: String? = nil, fields: [Field] = []
  ) {
    self.baggingDate = baggingDate
    self.softwareAgent = softwareAgent
    self.sourceOrganization = sourceOrganization
    self.externalIdentifier = externalIdentifier
    self.externalDescription = externalDescription
    self.fields = fields
  }
}

extension BagInfo {
  /// The text of `bag-info.txt` for a payload of so many bytes in so many files.
  /// - Throws: `ArchiveError.badInfo`.
  func text(bytes: Int, files: Int) throws(ArchiveError) -> String {
    guard isDate(baggingDate) else {
      throw .badInfo(label: "Bagging-Date", reason: "“\(baggingDate)” is not a day, YYYY-MM-DD")
    }
    let known: [(String, String?)] = [
      ("Source-Organization", sourceOrganization), ("External-Identifier", externalIdentifier),
      ("External-Description", externalDescription), ("Bagging-Date", baggingDate),
      ("Bag-Software-Agent", softwareAgent), ("Payload-Oxum", "\(bytes).\(files)"),
    ]
    var taken = Set(known.map { $0.0.lowercased() })
    taken.insert("")
    for field in fields {
      let label = field.label
      let isPlain = label.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x3A }
      guard isPlain, taken.insert(label.lowercased()).inserted else {
        throw .badInfo(label: label, reason: "the label is taken, or not ASCII without spaces")
      }
    }
    let all = known + fields.map { ($0.label, $0.value) }
    return all.map { label, value in
      value.map { "\(label): \(oneLine($0))\n" } ?? ""
    }.joined()
  }
}

private func oneLine(_ value: String) -> String {
  value.unicodeScalars.split {
    $0.properties.isWhitespace || $0.properties.generalCategory == .control
  }
  .map { String($0) }.joined(separator: " ")
}

/// Whether the text is a day of the Gregorian calendar, `YYYY-MM-DD`.
private func isDate(_ text: String) -> Bool {
  let parts = text.utf8.split(separator: 0x2D, omittingEmptySubsequences: false)
  let numbers = parts.compactMap { part in
    part.allSatisfy { (0x30...0x39).contains($0) } ? Int(String(Substring(part))) : nil
  }
  guard parts.map(\.count) == [4, 2, 2], numbers.count == 3, (1...12).contains(numbers[1]) else {
    return false
  }
  let year = numbers[0]
  let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
  return (1...days[numbers[1] - 1]).contains(numbers[2])
}
