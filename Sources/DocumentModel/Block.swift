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
  /// Dated events, in order.
  case timeline(TimelineBlock)
  /// A picture or a chart with its caption.
  case illustration(Illustration)
  /// Words of somebody else.
  case quotation([Block])
  /// A quiet note: what is not reported, where a figure comes from.
  case remark([Inline])
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

/// A table: columns, head rows, groups of body rows, notes.
public struct TableBlock: Hashable, Sendable {
  /// How the cells of a column are aligned.
  public enum Alignment: String, Hashable, Sendable {
    case leading
    case trailing
    case centre
    /// On the decimal sign, digits tabular.
    case decimal
  }
  /// A column.
  public struct Column: Hashable, Sendable {
    /// How its cells are aligned.
    public var alignment: Alignment
    /// A share of the width; 0 lets content decide.
    public var share: Double
    /// A column.
    public init(alignment: Alignment, share: Double = 0) {
      self.alignment = alignment
      self.share = share
    }
  }
  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// Its text.
    public var content: [Inline]
    /// How many columns it covers.
    public var span: Int
    /// A cell.
    public init(_ content: [Inline], span: Int = 1) {
      self.content = content
      self.span = span
    }
  }
  /// A row.
  public struct Row: Hashable, Sendable {
    /// What a row is.
    public enum Kind: String, Hashable, Sendable {
      case body
      /// A heading of a group of rows.
      case group
      /// A total, set apart.
      case total
    }
    /// What it is.
    public var kind: Kind
    /// Its cells; spans add up to the number of columns.
    public var cells: [Cell]
    /// A row.
    public init(kind: Kind = .body, cells: [Cell]) {
      self.kind = kind
      self.cells = cells
    }
  }
  /// The anchor.
  public var anchor: String
  /// The printed number, "Table 2" without the word; nil for none.
  public var number: String?
  /// The caption; empty for none.
  public var caption: [Inline]
  /// The columns.
  public var columns: [Column]
  /// The head rows.
  public var head: [Row]
  /// The body rows; the first cell of a row is its header where `rowHeaders`.
  public var rows: [Row]
  /// Whether the first column names the rows.
  public var rowHeaders: Bool
  /// A note under the table; empty for none.
  public var note: [Inline]
  /// A table.
  public init(
    anchor: String, number: String?, caption: [Inline], columns: [Column], head: [Row],
    rows: [Row], rowHeaders: Bool = true, note: [Inline] = []
  ) {
    self.anchor = anchor
    self.number = number
    self.caption = caption
    self.columns = columns
    self.head = head
    self.rows = rows
    self.rowHeaders = rowHeaders
    self.note = note
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
  /// A large figure; `value.text` is the number alone.
  public init(
    value: ValueReference, qualifier: String, unit: String, label: [Inline], detail: [Inline]
  ) {
    self.value = value
    self.qualifier = qualifier
    self.unit = unit
    self.label = label
    self.detail = detail
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
    /// Bars, one per label.
    case bars(BarChart)
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
  /// Credit and licence; empty for none.
  public var credit: [Inline]
  /// A picture or a chart.
  public init(
    anchor: String, number: String?, content: Content, alternative: String, caption: [Inline],
    credit: [Inline] = []
  ) {
    self.anchor = anchor
    self.number = number
    self.content = content
    self.alternative = alternative
    self.caption = caption
    self.credit = credit
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
  /// Pixels across.
  public var width: Int
  /// Pixels down.
  public var height: Int
  /// A picture file.
  public init(path: String, format: Format, width: Int, height: Int) {
    self.path = path
    self.format = format
    self.width = width
    self.height = height
  }
}

/// A chart of bars that start at zero.
public struct BarChart: Hashable, Sendable {
  /// One bar.
  public struct Bar: Hashable, Sendable {
    /// Its label.
    public var label: String
    /// Its length, in the chart's unit; not negative.
    public var value: Double
    /// The value as printed.
    public var text: String
    /// A bar.
    public init(label: String, value: Double, text: String) {
      self.label = label
      self.value = value
      self.text = text
    }
  }
  /// What is measured, in what unit.
  public var subtitle: String
  /// The bars, in order.
  public var bars: [Bar]
  /// A chart of bars.
  public init(subtitle: String, bars: [Bar]) {
    self.subtitle = subtitle
    self.bars = bars
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
