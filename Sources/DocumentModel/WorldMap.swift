/// A map of the world as data: places with their values, and how they are shown. The title, which
/// says the finding, is the illustration's caption.
public struct WorldMap: Hashable, Sendable {
  /// How places are shown.
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// A dot for each place.
    case dots
    /// A circle for each place, its area in proportion to the value.
    case bubbles
    /// A line from the institution to each place, its width in proportion to the value.
    case flows
    /// A square of one size for each country or region.
    case tiles
    /// Areas from a file that the report brings, tinted in steps.
    case choropleth
  }

  /// How the lines of flows run.
  public enum Line: String, Hashable, Sendable, CaseIterable {
    /// The shortest way on the globe.
    case great
    /// A bow on the map.
    case bowed
  }

  /// How wide a map is.
  public enum Width: String, Hashable, Sendable, CaseIterable {
    /// As wide as the text around it.
    case text
    /// Across the side column too.
    case wide
    /// Into both margins.
    case page
  }

  /// A place with its value.
  public struct Place: Hashable, Sendable {
    /// The ISO 3166-1 alpha-2 code.
    public var code: String
    /// The name as printed.
    public var name: String
    /// Degrees north.
    public var latitude: Double
    /// Degrees east.
    public var longitude: Double
    /// The value as printed; nil where a place is only marked.
    public var value: ValueReference?
    /// The number; nil where nothing was reported, or the value is kept back.
    public var number: Double?
    /// A place.
    public init(
      code: String, name: String, latitude: Double, longitude: Double,
      value: ValueReference? = nil, number: Double? = nil
    ) {
      self.code = code
      self.name = name
      self.latitude = latitude
      self.longitude = longitude
      self.value = value
      self.number = number
    }
  }

  /// A part of the world that is shown larger.
  public struct Inset: Hashable, Sendable {
    /// Where it stands.
    public enum Position: String, Hashable, Sendable, CaseIterable {
      /// Beneath the map.
      case below
      /// In the corner of the map with the fewest places and the least land.
      case corner
      /// In a corner of the map, or in another one where that would hide a place.
      case upperLeft = "upper-left"
      case upperRight = "upper-right"
      case lowerLeft = "lower-left"
      case lowerRight = "lower-right"
    }
    /// Its name as printed; may be empty.
    public var name: String
    /// Its western edge in degrees east.
    public var west: Double
    /// Its southern edge in degrees north.
    public var south: Double
    /// Its eastern edge in degrees east, beyond 180 where it crosses the antimeridian.
    public var east: Double
    /// Its northern edge in degrees north.
    public var north: Double
    /// Where it stands.
    public var position: Position
    /// A part of the world.
    public init(
      name: String, west: Double, south: Double, east: Double, north: Double,
      position: Position = .below
    ) {
      self.name = name
      self.west = west
      self.south = south
      self.east = east
      self.north = north
      self.position = position
    }
  }

  /// A step of the scale: what a size, a width or a tint means.
  public struct Step: Hashable, Sendable {
    /// The number; where a tint begins.
    public var number: Double
    /// The step as printed.
    public var text: String
    /// A step.
    public init(number: Double, text: String) {
      self.number = number
      self.text = text
    }
  }

  /// A line of the map's list that has no place on the map: others together, not reported.
  public struct Remainder: Hashable, Sendable {
    /// What it is.
    public var name: String
    /// The value as printed.
    public var value: ValueReference
    /// A line without a place.
    public init(name: String, value: ValueReference) {
      self.name = name
      self.value = value
    }
  }

  /// The form.
  public var form: Form
  /// What is measured, and in what unit; may be empty.
  public var subtitle: String
  /// Where the values come from, and what the file of areas demands; may be empty.
  public var source: [Inline]
  /// The places, in the order of the map's list.
  public var places: [Place]
  /// What has no place on the map.
  public var remainder: [Remainder]
  /// The institution, from which flows start; nil for none.
  public var home: Place?
  /// The heads of the list's two columns.
  public var heads: [String]
  /// The scale, in rising order; empty for none.
  public var steps: [Step]
  /// The meridian in the middle of the map, in degrees east.
  public var centre = 11.0
  /// Parts shown larger.
  public var insets: [Inset] = []
  /// How many places at most are named on the map.
  public var labels = 16
  /// Whether Antarctica is shown.
  public var hasAntarctica = false
  /// Whether the globe has an outline.
  public var hasOutline = false
  /// How wide it is.
  public var width: Width = .text
  /// How flows run.
  public var line: Line = .great
  /// Areas with their boundaries; nil where the map shows land without boundaries.
  public var areas: MapAreas?
  /// Whether the list is printed as a table of its own beneath the map.
  public var isListed = false

  /// A map.
  public init(
    form: Form, subtitle: String = "", source: [Inline] = [], places: [Place],
    remainder: [Remainder] = [], home: Place? = nil, heads: [String] = [], steps: [Step] = []
  ) {
    self.form = form
    self.subtitle = subtitle
    self.source = source
    self.places = places
    self.remainder = remainder
    self.home = home
    self.heads = heads
    self.steps = steps
  }
}

/// Areas of countries and regions from a file that a report brings.
public struct MapAreas: Hashable, Sendable {
  /// The area of one country or region.
  public struct Area: Hashable, Sendable {
    /// The code by which places name it.
    public var code: String
    /// Its rings, each point degrees east and north.
    public var rings: [[Degrees]]
    /// An area.
    public init(code: String, rings: [[Degrees]]) {
      self.code = code
      self.rings = rings
    }
  }
  /// A position on the globe.
  public struct Degrees: Hashable, Sendable {
    /// Degrees east.
    public var east: Double
    /// Degrees north.
    public var north: Double
    /// A position.
    public init(east: Double, north: Double) {
      self.east = east
      self.north = north
    }
  }
  /// The areas, in the order of the file.
  public var areas: [Area]
  /// Whether they are all land that the map shows.
  public var isWholeWorld: Bool
  /// Areas.
  public init(areas: [Area], isWholeWorld: Bool) {
    self.areas = areas
    self.isWholeWorld = isWholeWorld
  }
}
