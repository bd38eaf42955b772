/// A block of a section.
public enum Block: Hashable, Sendable {
  /// Prose.
  case paragraph([Inline])
  /// A list, numbered or not; each item is blocks.
  case list(ListBlock)
  /// A table with its caption.
  case table(TableBlock)
  /// Large figures, at a glance.
  case keyFigures([KeyFigure])
  /// The report at a glance.
  case glance(GlanceBlock)
  /// One partner.
  case profile(ProfileBlock)
  /// Dated events, in order.
  case timeline(TimelineBlock)
  /// Dated events over many years, period by period.
  case history(HistoryBlock)
  /// A picture or a chart with its caption.
  case illustration(Illustration)
  /// One to twelve pictures in rows of equal height.
  case gallery(GalleryBlock)
  /// Words of somebody else.
  case quotation([Block])
  /// A sentence lifted out of the text, large.
  case pullQuote(PullQuote)
  /// A story beside the text, on a tint.
  case box(BoxBlock)
  /// A case told over a page or two, with picture and facts.
  case story(StoryBlock)
  /// Who answers for the report.
  case signature(SignatureBlock)
  /// A quiet note: what is not reported, where a figure comes from.
  case remark([Inline])
  /// The report's tables or figures with their pages.
  case captionList(CaptionList)
  /// Names with the pages on which they are printed.
  case index(IndexBlock)
  /// The end notes called so far that no such block has printed yet.
  case endNotes
  /// Terms with their explanations: definitions of indicators, sources.
  case definitions([Definition])
  /// Names in columns: partners, places.
  case nameList([NameEntry])
}

/// A list.
public struct ListBlock: Hashable, Sendable {
  /// How items are marked.
  public enum Marker: String, Hashable, Sendable {
    case bullet
    case number
  }
  /// How items are marked.
  public var marker: Marker
  /// The first number of a numbered list.
  public var start: Int
  /// The items.
  public var items: [[Block]]
  /// A list.
  public init(marker: Marker, start: Int = 1, items: [[Block]]) {
    self.marker = marker
    self.start = start
    self.items = items
  }
}

/// A sentence lifted out of the text, large, with who says it.
public struct PullQuote: Hashable, Sendable {
  /// The sentence, with its quotation marks where it has any.
  public var content: [Inline]
  /// Who says it, and where; empty for none.
  public var source: [Inline]
  /// In what office or role; empty for none.
  public var role: [Inline]
  /// A portrait of who says it; nil for none.
  public var portrait: Portrait?
  /// A sentence lifted out of the text.
  public init(
    content: [Inline], source: [Inline] = [], role: [Inline] = [], portrait: Portrait? = nil
  ) {
    self.content = content
    self.source = source
    self.role = role
    self.portrait = portrait
  }

  /// A picture of a person, cropped upright.
  public struct Portrait: Hashable, Sendable {
    /// The picture.
    public var image: ImageSource
    /// What it shows, in words.
    public var alternative: String
    /// Credit and licence; empty for none.
    public var credit: [Inline]
    /// Its width for a height of one.
    public static let shape = 0.8
    /// A portrait.
    public init(image: ImageSource, alternative: String, credit: [Inline] = []) {
      self.image = image
      self.alternative = alternative
      self.credit = credit
    }
  }
}

/// A story beside the text: a case, a method, a portrait.
public struct BoxBlock: Hashable, Sendable {
  /// The heading, which no contents list; empty for none.
  public var title: [Inline]
  /// What stands in it.
  public var blocks: [Block]
  /// A box.
  public init(title: [Inline], blocks: [Block]) {
    self.title = title
    self.blocks = blocks
  }
}

/// A large figure with its label.
public struct KeyFigure: Hashable, Sendable {
  /// The figure.
  public var value: ValueReference
  /// A word before the number that is part of its precision: "at least"; empty for none.
  public var qualifier: String
  /// The unit, as printed after the number; empty for none.
  public var unit: String
  /// What is counted.
  public var label: [Inline]
  /// Small print: "1 of 5 itemised"; empty for none.
  public var detail: [Inline]
  /// How it stands, which figures beside each other share; nil as the theme has it.
  public var form: Form?
  /// What is drawn beside it; nil for nothing.
  public var picture: FigurePicture?
  /// A large figure; `value.text` is the number alone.
  public init(
    value: ValueReference, qualifier: String, unit: String, label: [Inline], detail: [Inline],
    form: Form? = nil, picture: FigurePicture? = nil
  ) {
    self.value = value
    self.qualifier = qualifier
    self.unit = unit
    self.label = label
    self.detail = detail
    self.form = form
    self.picture = picture
  }
}

/// Dated events on a ruler.
public struct TimelineBlock: Hashable, Sendable {
  /// One event.
  public struct Event: Hashable, Sendable {
    /// The month, 1 to 12; nil where the record gives only the year.
    public var month: Int?
    /// The date as printed.
    public var date: ValueReference
    /// What happened.
    public var title: [Inline]
    /// Place and other small print; may be empty.
    public var detail: [Inline]
    /// An event.
    public init(month: Int?, date: ValueReference, title: [Inline], detail: [Inline]) {
      self.month = month
      self.date = date
      self.title = title
      self.detail = detail
    }
  }
  /// The anchor.
  public var anchor: String
  /// The year, as printed.
  public var year: String
  /// The twelve months, short, in the document's language.
  public var months: [String]
  /// The heading of events without a month.
  public var undated: String
  /// The events, in order; those without a month last.
  public var events: [Event]
  /// A timeline.
  public init(anchor: String, year: String, months: [String], undated: String, events: [Event]) {
    self.anchor = anchor
    self.year = year
    self.months = months
    self.undated = undated
    self.events = events
  }
}

/// A picture or a chart.
public struct Illustration: Hashable, Sendable {
  /// What is shown.
  public enum Content: Hashable, Sendable {
    /// A picture file.
    case image(ImageSource)
    /// A chart; the caption is its title.
    case chart(Chart)
    /// A map of the world; the caption is its title.
    case map(WorldMap)
  }
  /// The anchor.
  public var anchor: String
  /// The printed number; nil for none.
  public var number: String?
  /// What is shown.
  public var content: Content
  /// What it shows, in words.
  public var alternative: String
  /// The caption; empty for none.
  public var caption: [Inline]
  /// The caption as lists print it, without who, where and when; nil for all of it.
  public var listed: [Inline]?
  /// Credit and licence; empty for none.
  public var credit: [Inline]
  /// Where it stands.
  public var placement: Placement
  /// A picture or a chart.
  public init(
    anchor: String, number: String?, content: Content, alternative: String, caption: [Inline],
    listed: [Inline]? = nil, credit: [Inline] = [], placement: Placement = Placement()
  ) {
    self.anchor = anchor
    self.number = number
    self.content = content
    self.alternative = alternative
    self.caption = caption
    self.listed = listed
    self.credit = credit
    self.placement = placement
  }
}

/// A picture file that has been looked at.
public struct ImageSource: Hashable, Sendable {
  /// The formats that a report can hold.
  public enum Format: String, Hashable, Sendable {
    case jpeg
    case png
  }
  /// The path on disk.
  public var path: String
  /// The format, from the file's first bytes.
  public var format: Format
  /// Pixels across, of the upright picture.
  public var width: Int
  /// Pixels down, of the upright picture.
  public var height: Int
  /// What of it must be seen, and how far it may be cropped.
  public var framing: PictureFraming
  /// A picture file.
  public init(
    path: String, format: Format, width: Int, height: Int,
    framing: PictureFraming = PictureFraming()
  ) {
    self.path = path
    self.format = format
    self.width = width
    self.height = height
    self.framing = framing
  }
}

/// A term and its explanation.
public struct Definition: Hashable, Sendable {
  /// The anchor; nil for none.
  public var anchor: String?
  /// The term.
  public var term: [Inline]
  /// The explanation.
  public var body: [Block]
  /// A term and its explanation.
  public init(anchor: String? = nil, term: [Inline], body: [Block]) {
    self.anchor = anchor
    self.term = term
    self.body = body
  }
}

/// A name in a list of names.
public struct NameEntry: Hashable, Sendable {
  /// The name.
  public var name: [Inline]
  /// What is said of it, small; may be empty.
  public var detail: [Inline]
  /// A name in a list.
  public init(name: [Inline], detail: [Inline]) {
    self.name = name
    self.detail = detail
  }
}
