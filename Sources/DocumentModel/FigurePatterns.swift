extension KeyFigure {
  /// How large figures stand.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Each under a hairline.
    case hairline
    /// Large and bare, in the accent.
    case large
    /// In rows, label left and number right.
    case rows
    /// On a grid whose numbers, labels and small print share their lines.
    case tiles
    /// With a small line of the years on record.
    case sparkline
    /// With a mark for each unit counted, or for so many.
    case icons
  }
}

/// What is drawn beside a large figure: the line of its years, or an array of marks.
public struct FigurePicture: Hashable, Sendable {
  /// The data: `sparkline` with the years as categories, or `icons` with one category.
  public var chart: Chart
  /// How many units one mark of an array stands for, at least 1.
  public var unit: Int
  /// What it shows, in words made of the data.
  public var alternative: String
  /// Small print beneath it: what a mark stands for, what is not drawn, breaks; may be empty.
  public var note: [Inline]
  /// What is drawn beside a large figure.
  public init(chart: Chart, unit: Int = 1, alternative: String, note: [Inline] = []) {
    self.chart = chart
    self.unit = max(1, unit)
    self.alternative = alternative
    self.note = note
  }

  /// The most marks of an array: more are not counted by any eye.
  public static let mostMarks = 100

  /// The whole marks of an array.
  public var marks: Int {
    let number = chart.series.first?.values.first?.number ?? 0
    guard number > 0, number < 1e15 else { return 0 }
    return min(Int((number / Double(unit)).rounded(.down)), 3 * Self.mostMarks)
  }

  /// How many units one mark stands for, 1, 2, 5, 10 and so on, so that no array of these numbers has
  /// more marks than `mostMarks`.
  public static func unit(for numbers: [Double]) -> Int {
    let most = numbers.max() ?? 0
    guard most < 1e15 else { return 1 }
    var unit = 1
    var step = 0
    while most / Double(unit) > Double(mostMarks) {
      unit = step % 3 == 1 ? unit / 2 * 5 : unit * 2
      step += 1
    }
    return unit
  }
}

/// A report at a glance: a few large figures, a sentence, a chart or a map, on one page or on the two
/// pages of an opening.
public struct GlanceBlock: Hashable, Sendable {
  /// On how many pages it stands.
  public enum Extent: String, Hashable, Sendable {
    /// One.
    case page
    /// The two of an opening, after a blank one where that is needed.
    case opening
    /// An opening where that leaves no page blank, else one page.
    case fitting
  }
  /// The figures, three to six.
  public var figures: [KeyFigure]
  /// What the year's data says, in a sentence; may be empty.
  public var sentence: [Inline]
  /// The chart or map; nil for none.
  public var picture: Illustration?
  /// On how many pages it stands.
  public var extent: Extent
  /// A report at a glance.
  public init(
    figures: [KeyFigure], sentence: [Inline], picture: Illustration? = nil,
    extent: Extent = .page
  ) {
    self.figures = figures
    self.sentence = sentence
    self.picture = picture
    self.extent = extent
  }
}

/// One partner: who it is, and what is on record with it.
public struct ProfileBlock: Hashable, Sendable {
  /// What is on record under one head: dates, agreements, programmes.
  public struct Fact: Hashable, Sendable {
    /// The head.
    public var term: [Inline]
    /// A line for each record.
    public var lines: [[Inline]]
    /// What is on record under one head.
    public init(term: [Inline], lines: [[Inline]]) {
      self.term = term
      self.lines = lines
    }
  }
  /// The anchor.
  public var anchor: String
  /// The name in the document's language.
  public var name: [Inline]
  /// The name in other languages, each marked with its own; may be empty.
  public var otherNames: [[Inline]]
  /// Kind, city, place; may be empty.
  public var line: [Inline]
  /// Large figures: mobilities by direction; may be empty.
  public var figures: [KeyFigure]
  /// What is on record; may be empty.
  public var facts: [Fact]
  /// A picture; nil for none.
  public var picture: GalleryBlock.Picture?
  /// A profile.
  public init(
    anchor: String, name: [Inline], otherNames: [[Inline]] = [], line: [Inline] = [],
    figures: [KeyFigure] = [], facts: [Fact] = [], picture: GalleryBlock.Picture? = nil
  ) {
    self.anchor = anchor
    self.name = name
    self.otherNames = otherNames
    self.line = line
    self.figures = figures
    self.facts = facts
    self.picture = picture
  }
}

extension Section {
  /// The block of a section that is nothing but the report at a glance, with pages of its own.
  public var glance: GlanceBlock? {
    guard blocks.count == 1, subsections.isEmpty, case .glance(let glance)? = blocks.first else {
      return nil
    }
    return glance
  }
}
