public import Geometry

/// The standard structure types that Annals uses (ISO 32000-1, 14.8.4), by their PDF names.
public enum Role: String, Hashable, Sendable {
  case document = "Document"
  case part = "Part"
  case section = "Sect"
  case division = "Div"
  case contents = "TOC"
  case contentsItem = "TOCI"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case heading4 = "H4"
  case heading5 = "H5"
  case heading6 = "H6"
  case paragraph = "P"
  case list = "L"
  case listItem = "LI"
  case label = "Lbl"
  case listBody = "LBody"
  case table = "Table"
  case tableHead = "THead"
  case tableBody = "TBody"
  case tableRow = "TR"
  case headerCell = "TH"
  case dataCell = "TD"
  case figure = "Figure"
  case caption = "Caption"
  case note = "Note"
  case reference = "Reference"
  case link = "Link"
  case span = "Span"
  case quotation = "BlockQuote"
}

/// One element of the structure tree.
public struct StructureNode: Hashable, Sendable {
  /// One child, in logical order.
  public enum Kid: Hashable, Sendable {
    /// Another element, by its index in `DisplayList.structure`.
    case node(Int)
    /// A marked run, by the indexes of its page and of the run in `Page.runs`.
    case content(page: Int, run: Int)
    /// A link annotation, by the indexes of its page and of the link in `Page.links`.
    case link(page: Int, link: Int)
  }

  /// The structure type.
  public var role: Role
  /// The children in logical order.
  public var kids: [Kid]
  /// BCP 47 language, where it differs from the parent's.
  public var language: String?
  /// Alternative text (`Alt`), for figures.
  public var alternative: String?
  /// Replacement text (`ActualText`).
  public var actualText: String?
  /// A unique identifier (`ID`), which notes must have.
  public var identifier: String?
  /// Attributes of tables, lists and figures.
  public var attributes: Attributes

  /// The attributes that Annals writes.
  public struct Attributes: Hashable, Sendable {
    /// The scope of a header cell.
    public enum Scope: String, Hashable, Sendable {
      case row = "Row"
      case column = "Column"
    }
    /// The numbering of a list (`ListNumbering`).
    public enum Numbering: String, Hashable, Sendable {
      case none = "None"
      case decimal = "Decimal"
      case disc = "Disc"
    }
    /// `Scope` of a TH.
    public var scope: Scope?
    /// `ColSpan`, 1 for none.
    public var columnSpan = 1
    /// `RowSpan`, 1 for none.
    public var rowSpan = 1
    /// `ListNumbering` of an L.
    public var numbering: Numbering?
    /// `BBox` of a Figure, in points from the top left of its page; `Placement` is Block.
    public var boundingBox: Rectangle?
    /// No attributes.
    public init() {}
  }

  /// A structure element.
  public init(
    _ role: Role, kids: [Kid] = [], language: String? = nil, alternative: String? = nil,
    actualText: String? = nil, identifier: String? = nil, attributes: Attributes = Attributes()
  ) {
    self.role = role
    self.kids = kids
    self.language = language
    self.alternative = alternative
    self.actualText = actualText
    self.identifier = identifier
    self.attributes = attributes
  }
}

/// An area of a page that leads somewhere.
public struct Link: Hashable, Sendable {
  /// Where a link leads.
  public enum Target: Hashable, Sendable {
    /// A place in this document: page index, and points from the page's top.
    case place(page: Int, y: Double)
    /// An address, percent-encoded to 7 bits.
    case address(String)
  }
  /// One rectangle per line.
  public var areas: [Rectangle]
  /// Where it leads.
  public var target: Target
  /// What a screen reader says (`Contents`).
  public var description: String
  /// A link.
  public init(areas: [Rectangle], target: Target, description: String) {
    self.areas = areas
    self.target = target
    self.description = description
  }
}

/// A bookmark.
public struct OutlineEntry: Hashable, Sendable {
  /// The text.
  public var title: String
  /// 1 for the outermost level.
  public var level: Int
  /// The page's index.
  public var page: Int
  /// Points from the page's top.
  public var y: Double
  /// A bookmark.
  public init(title: String, level: Int, page: Int, y: Double) {
    self.title = title
    self.level = level
    self.page = page
    self.y = y
  }
}
