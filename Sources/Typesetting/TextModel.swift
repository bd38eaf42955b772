public import Fonts
public import Geometry

/// A typographic style of a span of text.
public struct TextStyle: Hashable, Sendable {
  /// The family name, "Source Serif Pro"; Han text falls to the family's Chinese partner.
  public var family: String
  /// The OpenType weight class: 300, 400, 600, 700.
  public var weight: Int
  /// Upright or italic.
  public var slant: Slant
  /// The size in points.
  public var size: Double
  /// The colour.
  public var colour: Colour
  /// BCP 47 language.
  public var language: String
  /// OpenType features to switch on, by their tags; `TextFeature` has those of the project's fonts.
  public var features: [String]
  /// Extra space after each letter, in em.
  public var tracking: Double
  /// Extra space after each letter of a word of capitals, in em, where `tracking` is 0.
  public var capitalSpacing: Double
  /// How far the baseline is raised, in points.
  public var rise: Double
  /// An opaque number that comes back with the glyphs: whose text this is (a link, a note mark).
  public var tag: Int
  /// Whether dots of emphasis stand under Han.
  public var hasDots: Bool

  /// Upright or italic.
  public enum Slant: String, Hashable, Sendable {
    case upright
    case italic
  }

  /// A style.
  public init(
    family: String, weight: Int = 400, slant: Slant = .upright, size: Double,
    colour: Colour = .black, language: String = "en", features: [String] = [],
    tracking: Double = 0, rise: Double = 0, tag: Int = 0, capitalSpacing: Double = 0,
    hasDots: Bool = false
  ) {
    self.family = family
    self.weight = weight
    self.slant = slant
    self.size = size
    self.colour = colour
    self.language = language
    self.features = features
    self.tracking = tracking
    self.rise = rise
    self.tag = tag
    self.capitalSpacing = capitalSpacing
    self.hasDots = hasDots
  }
}

extension TextStyle {
  /// Feeds what tells the styles of a document apart, and leaves the rest to `==`.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(size)
    hasher.combine(weight)
    hasher.combine(tag)
    hasher.combine(slant == .italic)
    hasher.combine(family.utf8.count)
    hasher.combine(colour)
  }
}

extension StyledText.Span {
  /// Feeds the bytes of the text: characters would be normalised first.
  public func hash(into hasher: inout Hasher) {
    style.hash(into: &hasher)
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable {
      hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isDone == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}

/// Text with styles: the input of a paragraph. `\n` is a forced break.
public struct StyledText: Hashable, Sendable {
  /// A stretch of text in one style.
  public struct Span: Hashable, Sendable {
    /// The text.
    public var text: String
    /// Its style.
    public var style: TextStyle
    /// A stretch of text.
    public init(_ text: String, _ style: TextStyle) {
      self.text = text
      self.style = style
    }
  }
  /// The spans in order.
  public var spans: [Span]
  /// Styled text.
  public init(_ spans: [Span]) { self.spans = spans }
}

/// How a paragraph is broken into lines.
public struct ParagraphStyle: Hashable, Sendable {
  /// How lines fill the measure.
  public enum Alignment: String, Hashable, Sendable {
    case justified
    /// At the side where lines begin: the right one where the paragraph runs from right to left.
    case leading
    case centre
    case trailing
  }
  /// Whether words may be hyphenated.
  public enum Hyphenation: String, Hashable, Sendable {
    case automatic
    case none
  }
  /// Whether ragged lines are made of even length (headings).
  public enum Balance: String, Hashable, Sendable {
    case natural
    case balanced
  }
  /// Whether marks stand out of the measure at the edges of justified lines.
  public enum Protrusion: String, Hashable, Sendable {
    /// Latin marks and letters stand out by a part of their width; Chinese marks do not.
    case automatic
    /// Also ，。、 at the end of a line stand out whole (CLREQ 3.1.7).
    case hanging
    case none
  }
  /// Whether glyphs of justified lines are widened or narrowed, by 2 % at most.
  public enum Expansion: String, Hashable, Sendable {
    /// In all but Chinese paragraphs.
    case automatic
    case none
  }
  /// The direction in which a paragraph begins.
  public enum Direction: String, Hashable, Sendable {
    /// From right to left for Arabic, Hebrew, Persian, Urdu and their like, by the language.
    case automatic
    case leftToRight
    case rightToLeft
    /// By the first strong character (UAX 9, P2 and P3).
    case firstStrong
  }
  /// The measure in points.
  public var measure: Double
  /// How lines fill it.
  public var alignment: Alignment
  /// Hyphenation.
  public var hyphenation: Hyphenation
  /// Balance of ragged lines.
  public var balance: Balance
  /// The indent of the first line, in points.
  public var firstIndent: Double
  /// The paragraph's language, BCP 47: decides Chinese composition or Latin.
  public var language: String
  /// Hanging marks.
  public var protrusion: Protrusion
  /// Widened and narrowed glyphs.
  public var expansion: Expansion
  /// The direction.
  public var direction: Direction
  /// The insets of the first lines, one for each; the lines after them fill the measure.
  public var shape: [LineInsets]
  /// A paragraph style.
  public init(
    measure: Double, alignment: Alignment = .justified, hyphenation: Hyphenation = .automatic,
    balance: Balance = .natural, firstIndent: Double = 0, language: String = "en",
    protrusion: Protrusion = .automatic, expansion: Expansion = .automatic,
    direction: Direction = .automatic, shape: [LineInsets] = []
  ) {
    self.measure = measure
    self.alignment = alignment
    self.hyphenation = hyphenation
    self.balance = balance
    self.firstIndent = firstIndent
    self.language = language
    self.protrusion = protrusion
    self.expansion = expansion
    self.direction = direction
    self.shape = shape
  }
}

/// A paragraph set in lines: flat arrays, all positions in points from the start of the measure and
/// from each line's baseline.
public struct SetParagraph: Sendable {
  /// A glyph in a line.
  public struct Glyph: Hashable, Sendable {
    /// The glyph's index in its font.
    public var id: UInt32
    /// Points from the left of the measure.
    public var x: Double
    /// Points below the baseline (negative above).
    public var y: Double
    /// A glyph in a line.
    public init(id: UInt32, x: Double, y: Double) {
      self.id = id
      self.x = x
      self.y = y
    }
  }
  /// How many source bytes so many glyphs stand for.
  public struct Cluster: Hashable, Sendable {
    /// UTF-8 bytes.
    public var bytes: UInt16
    /// Glyphs.
    public var glyphs: UInt16
    /// A cluster.
    public init(bytes: UInt16, glyphs: UInt16) {
      self.bytes = bytes
      self.glyphs = glyphs
    }
  }
  /// Glyphs of one font, size, colour and tag within a line.
  public struct Run: Hashable, Sendable {
    /// The font.
    public var font: FontID
    /// The size in points.
    public var size: Double
    /// Horizontal scale, 1 for none.
    public var expansion: Double
    /// The colour.
    public var colour: Colour
    /// The tag of the style.
    public var tag: Int
    /// The language of the style.
    public var language: String
    /// Where the run starts, points from the left of the measure.
    public var x: Double
    /// How wide it is.
    public var width: Double
    /// The range in `glyphs`.
    public var glyphs: Range<Int>
    /// The range in `clusters`.
    public var clusters: Range<Int>
    /// The range in `text`.
    public var text: Range<Int>
    /// A run within a line.
    public init(
      font: FontID, size: Double, expansion: Double, colour: Colour, tag: Int, language: String,
      x: Double, width: Double, glyphs: Range<Int>, clusters: Range<Int>, text: Range<Int>
    ) {
      self.font = font
      self.size = size
      self.expansion = expansion
      self.colour = colour
      self.tag = tag
      self.language = language
      self.x = x
      self.width = width
      self.glyphs = glyphs
      self.clusters = clusters
      self.text = text
    }
  }
  /// A line.
  public struct Line: Hashable, Sendable {
    /// The range in `runs`.
    public var runs: Range<Int>
    /// Where the line starts and ends, points from the left of the measure; what stands out of the
    /// measure by intent is left out.
    public var extent: Range<Double>
    /// The glue ratio that set it (Knuth & Plass), after the glyphs' expansion; 0 for a natural line.
    public var ratio: Double
    /// Whether the line ends in a hyphen that was inserted.
    public var hyphenated: Bool
    /// Whether the line is wider than the measure.
    public var overfull: Bool
    /// Space after each letter where nothing else fitted, in em: 0.01 at most, negative where letters
    /// are closer.
    public var letterspacing: Double
    /// A line.
    public init(
      runs: Range<Int>, extent: Range<Double>, ratio: Double, hyphenated: Bool, overfull: Bool,
      letterspacing: Double = 0
    ) {
      self.runs = runs
      self.extent = extent
      self.ratio = ratio
      self.hyphenated = hyphenated
      self.overfull = overfull
      self.letterspacing = letterspacing
    }
  }
  /// The lines.
  public var lines: [Line] = []
  /// The runs of all lines.
  public var runs: [Run] = []
  /// The glyphs of all runs.
  public var glyphs: ContiguousArray<Glyph> = []
  /// The clusters of all runs.
  public var clusters: ContiguousArray<Cluster> = []
  /// The source text of all runs, UTF-8; spaces at line ends and inserted hyphens included as they
  /// should be extracted (an inserted hyphen is U+002D).
  public var text: ContiguousArray<UInt8> = []
  /// What the lines cost (Knuth & Plass 1981): the sum of the squares of 10 and each line's badness,
  /// with the penalties; 100 a line where all is even, 10^9 where no breaks were good enough.
  public var demerits = 0.0
  /// The dots of emphasis under all lines, in the order of the lines.
  public var dots: [Dot] = []
  /// An empty paragraph.
  public init() {}
}
