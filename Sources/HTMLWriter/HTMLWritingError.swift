/// Why a web edition could not be made; the first fault that was met, nothing half-made.
public enum HTMLWritingError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no document to write.
  case noDocuments
  /// A language tag that is not well-formed (BCP 47), so it can name neither a text nor a folder.
  case malformedLanguage(String)
  /// Two documents in one language.
  case duplicateLanguage(String)
  /// An anchor that is empty or holds white space or a control character.
  case malformedAnchor(String, language: String)
  /// One anchor at two places of a document.
  case duplicateAnchor(String, language: String)
  /// A link or reference to an anchor that the document does not have.
  case unknownAnchor(String, language: String)
  /// An address that is not absolute http, https or mailto.
  case refusedAddress(String, language: String)
  /// A relative address, given in the settings, that leaves the site's own origin.
  case refusedRelativeAddress(String)
  /// A row, counted from 1 with the head rows, whose spans do not add up to the table's columns.
  case unevenRow(Int, table: String, language: String)
  /// A chart that cannot be drawn, and why.
  case refusedChart(String, illustration: String, language: String)
  /// An illustration without words for those who do not see it.
  case missingAlternative(illustration: String, language: String)
  /// A picture without width or height.
  case emptyImage(path: String)
  /// A file of the module itself that cannot be read.
  case unreadableAsset(String)

  /// The fault in one line, lower case, the offender quoted.
  public var description: String {
    switch self {
    case .noDocuments: "a web edition needs at least one document"
    case .malformedLanguage(let tag): "\"\(tag)\" is not a language tag such as en or zh-Hans"
    case .duplicateLanguage(let tag): "two documents in \"\(tag)\""
    case .malformedAnchor(let anchor, let language):
      "\(language): anchor \"\(anchor)\" is empty or holds white space"
    case .duplicateAnchor(let anchor, let language):
      "\(language): anchor \"\(anchor)\" stands at two places"
    case .unknownAnchor(let anchor, let language):
      "\(language): no anchor \"\(anchor)\" to link to"
    case .refusedAddress(let address, let language):
      "\(language): address \"\(address)\" is not http, https or mailto"
    case .refusedRelativeAddress(let address):
      "address \"\(address)\" does not stay on the site"
    case .unevenRow(let row, let table, let language):
      "\(language): row \(row) of table \"\(table)\" does not fill its columns"
    case .refusedChart(let fault, let illustration, let language):
      "\(language): chart \"\(illustration)\" cannot be drawn: \(fault)"
    case .missingAlternative(let illustration, let language):
      "\(language): illustration \"\(illustration)\" has no alternative text"
    case .emptyImage(let path): "image \"\(path)\" has no width or height"
    case .unreadableAsset(let name): "the web writer's own file \"\(name)\" cannot be read"
    }
  }
}
