/// What the finished file says of itself and what it carries.
public struct FinishingPlan: Sendable {
  /// The title that readers show; PDF/UA requires one.
  public var title: String
  /// The author; empty for none.
  public var author: String
  /// What the document is about; empty for none.
  public var subject: String
  /// The keywords.
  public var keywords: [String]
  /// The BCP 47 language of the document.
  public var language: String
  /// When it was made: ISO 8601 to the second with a zone, as `2024-03-01T09:00:00+08:00`.
  public var created: String
  /// The standards that the file claims.
  public var conformance: Conformance
  /// The files it carries; only PDF/A-3 takes any.
  public var attachments: [Attachment]

  /// A plan.
  public init(
    title: String, author: String = "", subject: String = "", keywords: [String] = [],
    language: String, created: String, conformance: Conformance = .a2aUA1,
    attachments: [Attachment] = []
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.created = created
    self.conformance = conformance
    self.attachments = attachments
  }
}

/// The standards that a finished file can claim.
public enum Conformance: Hashable, Sendable {
  /// PDF/A-2a (ISO 19005-2) with PDF/UA-1 (ISO 14289-1).
  case a2aUA1
  /// PDF/A-3a (ISO 19005-3) with PDF/UA-1: the same with attachments.
  case a3aUA1

  /// The part of ISO 19005.
  var part: Int { self == .a2aUA1 ? 2 : 3 }
}

/// A file carried inside a PDF/A-3 document.
public struct Attachment: Hashable, Sendable {
  /// What the file is to the document (`AFRelationship`, ISO 19005-3, Annex E).
  public enum Relationship: String, Hashable, Sendable {
    /// Data that figures or tables show.
    case data = "Data"
    /// What the document was made from.
    case source = "Source"
    /// The same content in another form.
    case alternative = "Alternative"
    /// More content.
    case supplement = "Supplement"
  }

  /// The file's name, unique in its document.
  public var name: String
  /// The media type, as `text/csv`.
  public var mimeType: String
  /// What it is to the document.
  public var relationship: Relationship
  /// A sentence for the reader.
  public var description: String
  /// When it was last changed: ISO 8601 to the second with a zone.
  public var modified: String
  /// The content.
  public var bytes: [UInt8]

  /// An attachment.
  public init(
    name: String, mimeType: String, relationship: Relationship, description: String,
    modified: String, bytes: [UInt8]
  ) {
    self.name = name
    self.mimeType = mimeType
    self.relationship = relationship
    self.description = description
    self.modified = modified
    self.bytes = bytes
  }
}
