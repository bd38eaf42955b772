public import Fonts
public import Geometry

/// A whole document as pages of marks at fixed positions, with its structure: what a painter needs
/// and all that it needs.
public struct DisplayList: Sendable {
  /// The pages in order.
  public var pages: [Page]
  /// The font of every `FontID` that the pages name.
  public var fonts: [FontFile]
  /// The structure tree, node 0 its root (ISO 32000-1, 14.7).
  public var structure: [StructureNode]
  /// The bookmarks, in order, nested by level.
  public var outline: [OutlineEntry]

  /// A display list.
  public init(
    pages: [Page] = [], fonts: [FontFile] = [], structure: [StructureNode] = [],
    outline: [OutlineEntry] = []
  ) {
    self.pages = pages
    self.fonts = fonts
    self.structure = structure
    self.outline = outline
  }
}

/// One page: its size, its marked runs and its links. Text is stored flat, so that a page of a
/// thousand glyphs is three arrays and not a thousand objects.
public struct Page: Sendable {
  /// The trimmed size in points.
  public var size: Size
  /// The page label that readers show (ISO 32000-1, 12.4.2); empty for none.
  public var label: String
  /// The marked runs in painting order.
  public var runs: [MarkedRun] = []
  /// The glyphs of all text runs of the page.
  public var glyphs: ContiguousArray<PlacedGlyph> = []
  /// The clusters of all text runs of the page.
  public var clusters: ContiguousArray<Cluster> = []
  /// The UTF-8 source text of all text runs of the page.
  public var text: ContiguousArray<UInt8> = []
  /// The link areas.
  public var links: [Link] = []

  /// An empty page.
  public init(size: Size, label: String = "") {
    self.size = size
    self.label = label
  }
}

/// A glyph at a place on the page.
public struct PlacedGlyph: Hashable, Sendable {
  /// The glyph's index in its font.
  public var id: UInt32
  /// Points from the left of the page (or of the run's own space, if it has a transform).
  public var x: Double
  /// The baseline, points from the top.
  public var y: Double
  /// A glyph at a place.
  public init(id: UInt32, x: Double, y: Double) {
    self.id = id
    self.x = x
    self.y = y
  }
}

/// How many bytes of source text so many glyphs stand for (`cairo_text_cluster_t`).
public struct Cluster: Hashable, Sendable {
  /// UTF-8 bytes of the source.
  public var bytes: UInt16
  /// Glyphs that draw them.
  public var glyphs: UInt16
  /// A cluster.
  public init(bytes: UInt16, glyphs: UInt16) {
    self.bytes = bytes
    self.glyphs = glyphs
  }
}

/// Whose marks a run is.
public enum Owner: Hashable, Sendable {
  /// A node of `DisplayList.structure`, by index.
  case node(Int)
  /// Decoration that a reader skips.
  case artifact(ArtifactKind)
}

/// The kinds of artifact (ISO 32000-1, 14.8.2.2.2).
public enum ArtifactKind: String, Hashable, Sendable {
  /// Running heads, page numbers, repeated table heads.
  case pagination
  /// Rules, bands and backgrounds that the layout made.
  case layout
}

/// A run of marks with one owner: becomes exactly one marked-content sequence.
public struct MarkedRun: Sendable {
  /// Whose marks these are.
  public var owner: Owner
  /// From the run's own space to the page; the identity unless the page was imposed.
  public var transform: Transform
  /// The marks, in painting order.
  public var items: [Item]
  /// A run of marks.
  public init(owner: Owner, transform: Transform = .identity, items: [Item] = []) {
    self.owner = owner
    self.transform = transform
    self.items = items
  }
}

/// One mark on a page.
public enum Item: Sendable {
  /// Glyphs of one font, size and colour.
  case text(TextRun)
  /// A filled shape.
  case fill(Path, Colour)
  /// A stroked shape.
  case stroke(Path, Stroke)
  /// A picture.
  case image(Image)
}

/// Glyphs of one font at one size, as ranges of the page's flat arrays.
public struct TextRun: Hashable, Sendable {
  /// The font.
  public var font: FontID
  /// The size in points.
  public var size: Double
  /// A horizontal scale of the glyphs, 1 for none (font expansion).
  public var expansion: Double
  /// The colour.
  public var colour: Colour
  /// The range in `Page.glyphs`.
  public var glyphs: Range<Int>
  /// The range in `Page.clusters`.
  public var clusters: Range<Int>
  /// The range in `Page.text`.
  public var text: Range<Int>
  /// A text run.
  public init(
    font: FontID, size: Double, expansion: Double = 1, colour: Colour, glyphs: Range<Int>,
    clusters: Range<Int>, text: Range<Int>
  ) {
    self.font = font
    self.size = size
    self.expansion = expansion
    self.colour = colour
    self.glyphs = glyphs
    self.clusters = clusters
    self.text = text
  }
}

/// How a line is drawn.
public struct Stroke: Hashable, Sendable {
  /// The line's width in points.
  public var width: Double
  /// The colour.
  public var colour: Colour
  /// A stroke.
  public init(width: Double, colour: Colour) {
    self.width = width
    self.colour = colour
  }
}

/// A picture in a frame.
public struct Image: Hashable, Sendable {
  /// The formats that a page can hold.
  public enum Format: Hashable, Sendable {
    /// Baseline or progressive JPEG, passed through.
    case jpeg
    /// PNG, decoded.
    case png
  }
  /// The file's path.
  public var path: String
  /// Its format.
  public var format: Format
  /// The size of the upright picture in pixels.
  public var pixels: Size
  /// Where it goes, in points.
  public var frame: Rectangle
  /// The part of the upright picture that fills the frame, as shares of its width and height from
  /// the upper left.
  public var crop: Rectangle
  /// A picture in a frame.
  public init(
    path: String, format: Format, pixels: Size, frame: Rectangle, crop: Rectangle = Image.whole
  ) {
    self.path = path
    self.format = format
    self.pixels = pixels
    self.frame = frame
    self.crop = crop
  }

  /// The whole of a picture.
  public static let whole = Rectangle(x: 0, y: 0, width: 1, height: 1)

  /// How many of the picture's own pixels stand on an inch of the page, in its poorer direction.
  public var dotsPerInch: Double {
    min(
      pixels.width * crop.width * 72 / frame.width, pixels.height * crop.height * 72 / frame.height)
  }
}
