/// Why a painted document could not be finished.
public enum FinishingError: Error, Equatable, CustomStringConvertible {
  /// The painted file is not one that Cairo writes.
  case painted(String)
  /// There is no memory to compress in.
  case noMemory
  /// The painted file has another number of pages than the list.
  case pageCount(expected: Int, found: Int)
  /// A page has another number of marked sequences than runs, as when Cairo rasterised it.
  case markerCount(page: Int, expected: Int, found: Int)
  /// A page's content is not what the painter writes.
  case content(page: Int, reason: String)
  /// The structure breaks rules of PDF/UA; all problems are listed.
  case structure([StructureProblem])
  /// A value of the plan that the file cannot carry.
  case metadata(field: String, value: String)
  /// Attachments in a file that claims PDF/A-2.
  case attachmentsNeedA3
  /// Two attachments with one name.
  case duplicateAttachment(String)
  /// A colour profile is missing from the program's resources.
  case profileMissing
  /// Colours for which the table of the press has no inks, as `#rrggbb`.
  case colourWithoutInks([String])
  /// A profile that is none of a press with four inks.
  case notAPressProfile

  /// One line a problem: the fact, with its place.
  public var description: String {
    switch self {
    case .painted(let reason): "the painted file is not Cairo's: \(reason)"
    case .noMemory: "there is no memory to compress streams in"
    case .pageCount(let expected, let found):
      "the painted file has \(found) pages, the display list \(expected)"
    case .markerCount(let page, let expected, let found):
      "page \(page + 1) has \(found) marked sequences for \(expected) runs"
    case .content(let page, let reason): "page \(page + 1): \(reason)"
    case .structure(let problems): problems.map(\.description).joined(separator: "\n")
    case .metadata(let field, let value): "\(field) \"\(value)\" cannot be written"
    case .attachmentsNeedA3: "attachments need PDF/A-3, the plan says PDF/A-2"
    case .duplicateAttachment(let name): "two attachments are named \"\(name)\""
    case .profileMissing: "a colour profile is missing from the program's resources"
    case .colourWithoutInks(let colours): "no inks for \(colours.joined(separator: ", "))"
    case .notAPressProfile: "the profile is none of a press with four inks"
    }
  }
}

/// A rule of PDF/UA-1 or of the display list that a structure breaks. Nodes, pages, runs and links
/// are named by index.
public enum StructureProblem: Hashable, Sendable, CustomStringConvertible {
  /// There is no root, or it is not a Document.
  case noDocument
  /// A kid that does not exist.
  case missingKid(node: Int)
  /// A node reached twice, or not at all.
  case notATree(node: Int)
  /// A run that its owner does not list exactly once.
  case strayRun(page: Int, run: Int)
  /// A link that no element lists exactly once, or a target page that does not exist.
  case strayLink(page: Int, link: Int)
  /// A figure without alternative text (ISO 14289-1, 7.3).
  case figureWithoutAlternative(node: Int)
  /// A note without an identifier (ISO 14289-1, 7.9).
  case noteWithoutIdentifier(node: Int)
  /// An identifier used twice.
  case duplicateIdentifier(String)
  /// A header cell without a scope (ISO 14289-1, 7.5).
  case headerWithoutScope(node: Int)
  /// A heading that skips a level (ISO 14289-1, 7.4.2).
  case skippedLevel(node: Int)
  /// A link without a description (ISO 14289-1, 7.18.5).
  case linkWithoutDescription(page: Int, link: Int)
  /// An address that is not 7-bit.
  case addressNotASCII(page: Int, link: Int)
  /// A bookmark to a page that does not exist.
  case strayBookmark(Int)

  /// The fact, with its place.
  public var description: String {
    switch self {
    case .noDocument: "the structure has no Document at its root"
    case .missingKid(let node): "element \(node) has a kid that does not exist"
    case .notATree(let node): "element \(node) is not reached exactly once from the root"
    case .strayRun(let page, let run):
      "page \(page + 1), run \(run): its owner does not list it exactly once"
    case .strayLink(let page, let link):
      "page \(page + 1), link \(link): not listed exactly once, or its target does not exist"
    case .figureWithoutAlternative(let node): "figure \(node) has no alternative text"
    case .noteWithoutIdentifier(let node): "note \(node) has no identifier"
    case .duplicateIdentifier(let id): "identifier \"\(id)\" is used twice"
    case .headerWithoutScope(let node): "header cell \(node) has no scope"
    case .skippedLevel(let node): "heading \(node) skips a level"
    case .linkWithoutDescription(let page, let link):
      "page \(page + 1), link \(link): no description"
    case .addressNotASCII(let page, let link):
      "page \(page + 1), link \(link): the address is not percent-encoded"
    case .strayBookmark(let index): "bookmark \(index) leads to a page that does not exist"
    }
  }
}
