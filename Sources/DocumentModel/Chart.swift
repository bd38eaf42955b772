/// A chart as data: what is shown in which form, every value with its printed text, its precision and
/// what it is bound to. The title, which says the finding, is the illustration's caption.
public struct Chart: Hashable, Sendable {
  /// How the data is drawn.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Bars that lie, one a category.
    case bar
    /// Bars that stand, one a category.
    case column
    /// Bars of several series side by side.
    case grouped
    /// Bars of several series one on the other.
    case stacked
    /// Bars to both sides of zero; two series without negative values back to back.
    case diverging
    /// Dots on stems.
    case lollipop
    /// A line for each series from the first category to the last.
    case slope
    /// Lines over the categories.
    case line
    /// Filled lines one on the other.
    case area
    /// A small chart for each series.
    case multiples
    /// Dots of several series in one row a category.
    case dots
    /// A table with tinted cells: series down, categories across.
    case heat
    /// A hundred squares shared out among the categories.
    case waffle
    /// Bands from the series to the categories, or through a hub.
    case sankey
    /// Dated things on a ruler of years; values are years.
    case timeline
    /// Rectangles as large as their values.
    case treemap
    /// A small line for each series in a row of its own.
    case sparkline
    /// A symbol for each unit counted, or for so many.
    case icons
  }

  /// One value.
  public struct Value: Hashable, Sendable {
    /// How exact a value is.
    public enum Precision: String, Hashable, Sendable {
      case exact, atLeast, atMost, about, range
    }
    /// The value as printed, bound to what explains it.
    public var reference: ValueReference
    /// The value with signs for its precision, where words have no room: "≥50" for "at least 50".
    public var short: String
    /// The number; nil where nothing was reported or the value is kept back.
    public var number: Double?
    /// How exact it is.
    public var precision: Precision
    /// Whether it may still change.
    public var isProvisional: Bool
    /// A value.
    public init(
      _ reference: ValueReference, short: String? = nil, number: Double?,
      precision: Precision = .exact, isProvisional: Bool = false
    ) {
      self.reference = reference
      self.short = short ?? reference.text
      self.number = number
      self.precision = precision
      self.isProvisional = isProvisional
    }
    /// The value as printed.
    public var text: String { reference.text }
  }

  /// Values over the categories, one for each.
  public struct Series: Hashable, Sendable {
    /// Its name; may be empty where it is the only one.
    public var name: String
    /// Its values, in the order of the categories.
    public var values: [Value]
    /// Which of the theme's colours of series it has, from 0, so that what a report shows in several
    /// forms keeps its colour; nil for the one of its place.
    public var colour: Int?
    /// A series.
    public init(name: String, values: [Value], colour: Int? = nil) {
      self.name = name
      self.values = values
      self.colour = colour
    }
  }

  /// A place in time where values before and after are not counted alike.
  public struct Break: Hashable, Sendable {
    /// The first category that is counted in the new way.
    public var before: Int
    /// What changed; may be empty.
    public var text: String
    /// A break.
    public init(before: Int, text: String) {
      self.before = before
      self.text = text
    }
  }

  /// A remark at a category.
  public struct Annotation: Hashable, Sendable {
    /// The category.
    public var category: Int
    /// What is said.
    public var text: String
    /// A remark.
    public init(category: Int, text: String) {
      self.category = category
      self.text = text
    }
  }

  /// The form.
  public var form: Form
  /// What is measured, and in what unit.
  public var subtitle: String
  /// Where the values come from, to what time they belong, and what marks mean; may be empty.
  public var source: [Inline]
  /// The names of the categories: years, places, kinds.
  public var categories: [String]
  /// Whether the categories are periods in order.
  public var isOverTime: Bool
  /// The series.
  public var series: [Series]
  /// Breaks in the series.
  public var breaks: [Break]
  /// Remarks.
  public var annotations: [Annotation]
  /// The series that the title speaks of; nil for none.
  public var accent: Int?
  /// The category that the title speaks of; nil for none.
  public var marked: Int?
  /// Which of the theme's colours each category has, from 0, so that a part keeps its colour in all
  /// charts of a report; empty for the one of its place.
  public var colours: [Int] = []
  /// The category that takes the remaining ones together, which is printed and not measured against
  /// the others where these stand one by one; nil for none.
  public var rest: Int?
  /// What flows lead through: the institution; empty for none.
  public var hub: String
  /// Whether each series has a scale of its own, being in a unit of its own.
  public var hasOwnScales: Bool
  /// Whether series are told apart by patterns too.
  public var isPatterned: Bool
  /// The language of its words (BCP 47), which decides how numbers on axes are grouped.
  public var language: String

  /// A chart.
  public init(
    form: Form, subtitle: String, source: [Inline] = [], categories: [String],
    isOverTime: Bool = false, series: [Series], breaks: [Break] = [],
    annotations: [Annotation] = [], accent: Int? = nil, marked: Int? = nil, rest: Int? = nil,
    hub: String = "",
    hasOwnScales: Bool = false, isPatterned: Bool = false, language: String = "en"
  ) {
    self.form = form
    self.subtitle = subtitle
    self.source = source
    self.categories = categories
    self.isOverTime = isOverTime
    self.series = series
    self.breaks = breaks
    self.annotations = annotations
    self.accent = accent
    self.marked = marked
    self.rest = rest
    self.hub = hub
    self.hasOwnScales = hasOwnScales
    self.isPatterned = isPatterned
    self.language = language
  }
}
