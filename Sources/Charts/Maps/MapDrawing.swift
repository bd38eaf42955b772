public import DocumentModel
import Geometry

extension Drawing {
  /// A map drawn at a width: the same data, width and measure give the same marks. No name covers
  /// another, and nothing leaves the drawing.
  ///
  /// - Parameters:
  ///   - map: the data.
  ///   - width: the drawing's width in points.
  ///   - measure: the sizes of words.
  /// - Throws: `GeographyError` where a file that the program ships is missing; never after
  ///   `Geography.load`.
  public init(
    _ map: WorldMap, width: Double, measure: LabelMeasure
  ) throws(GeographyError) {
    var canvas = MapCanvas(
      map.drawable, width: width.isFinite ? min(max(width, 40), 4000) : 40, measure: measure)
    let height =
      map.form == .tiles
      ? canvas.drawTiles(try TileGrid.shipped.get())
      : canvas.drawWorld(try LandMask.shipped.get())
    self.init(size: Size(width: canvas.width, height: height), marks: canvas.marks)
    spots = canvas.spots
  }
}

/// A map while it is drawn: the marks so far, and the words' sizes.
struct MapCanvas {
  let map: WorldMap
  let width: Double
  let measure: LabelMeasure
  var marks: [Drawing.Mark] = []
  var spots: [Drawing.Spot] = []

  /// The size of small print in points, of which distances are multiples.
  let em: Double
  /// The largest number that sizes something.
  let largest: Double

  init(_ map: WorldMap, width: Double, measure: LabelMeasure) {
    self.map = map
    self.width = width
    self.measure = measure
    em = measure.size(.name)
    largest = map.places.reduce(0) { max($0, $1.sized ?? 0) }
  }

  /// How fine shapes are, in points: small print that can be read tells how much the eye can see. A
  /// finer coast is most of the cost of a map, and is seen under a lens only.
  var detail: Double { em * 0.06 }

  static let land = Drawing.Ink.grey(0.86)
  static let frame = Drawing.Ink.grey(0.5)

  mutating func fill(_ path: Path, _ ink: Drawing.Ink, _ filling: Drawing.Filling = .solid) {
    guard !path.segments.isEmpty else { return }
    marks.append(.fill(path, ink, filling))
  }

  mutating func stroke(_ path: Path, _ ink: Drawing.Ink, width: Double) {
    guard path.segments.count > 1 else { return }
    marks.append(.stroke(path, ink, Drawing.Line(width: width)))
  }

  mutating func stroke(_ line: [Point], _ ink: Drawing.Ink, width: Double) {
    stroke(Path(line.enumerated().map { $0 == 0 ? .move($1) : .line($1) }), ink, width: width)
  }

  mutating func text(
    _ words: String, at point: Point, _ anchor: Drawing.Label.Anchor = .start,
    _ role: Drawing.Label.Role = .tick, _ ink: Drawing.Ink = .text
  ) {
    guard !words.isEmpty else { return }
    marks.append(.label(Drawing.Label(words, at: point, anchor: anchor, role: role, ink: ink)))
  }

  // MARK: The whole

  /// Draws land, places, insets and scale, and returns the height.
  mutating func drawWorld(_ land: LandMask) -> Double {
    // Lines bunch in the north, where names need room above them.
    let head = map.form == .flows ? em * 2 : 0
    let world = MapWindow(
      width: width, y: head, centre: map.centre,
      from: map.hasAntarctica || map.hasOutline ? -90 : -57, to: map.hasOutline ? 90 : 84)
    var y = world.frame.maxY
    let (corners, below) = cornerWindows(over: world, land)
    draw(world, land, blocked: corners.map(\.box), hiding: map.insets)
    for corner in corners {
      fill(.rectangle(corner.box), .paper)
      draw(corner.window, land, inset: corner.inset)
    }
    if !below.isEmpty { y = drawRow(of: below, land, from: y + em * 0.6) }
    return drawScale(from: y)
  }

  /// Land, places and names of one window.
  mutating func draw(
    _ window: MapWindow, _ land: LandMask, blocked: [Rectangle] = [],
    hiding insets: [WorldMap.Inset] = [], inset: WorldMap.Inset? = nil
  ) {
    if map.hasOutline, !window.isCut { stroke(outline(of: window), .quiet, width: 0.5) }
    let hidesSouth = !map.hasAntarctica
    if map.areas?.isWholeWorld != true {
      fill(
        window.path(of: land.rings(degree: window.degree, detail: detail), without: hidesSouth),
        Self.land)
    }
    drawAreas(in: window)
    for inset in insets { stroke(edge(of: inset, in: window), Self.frame, width: 0.5) }
    drawPlaces(in: window, blocked: blocked, hiding: insets)
    if let inset {
      stroke(.rectangle(window.frame), Self.frame, width: 0.5)
      text(
        inset.name, at: Point(x: window.frame.x, y: window.frame.y - em * 0.35), .start, .tick,
        .quiet)
    }
  }

  /// The edge of the globe.
  private func outline(of window: MapWindow) -> Path {
    let norths = stride(from: -90.0, through: 90, by: 3)
    let east = norths.map { window.position(turned: 180, north: $0) }
    let west = norths.reversed().map { window.position(turned: -180, north: $0) }
    return Path((east + west).enumerated().map { $0 == 0 ? .move($1) : .line($1) } + [.close])
  }

  /// The edge of an inset's part on the map of the world, in pieces where the map is cut.
  private func edge(of inset: WorldMap.Inset, in window: MapWindow) -> Path {
    var ring = GlobeRing()
    let (w, e, s, n) = (inset.west, inset.east, inset.south, inset.north)
    let steps = 24
    func add(from a: (Double, Double), to b: (Double, Double)) {
      for step in 0..<steps {
        let share = Double(step) / Double(steps)
        ring.append(east: a.0 + (b.0 - a.0) * share, north: a.1 + (b.1 - a.1) * share)
      }
    }
    add(from: (w, s), to: (e, s))
    add(from: (e, s), to: (e, n))
    add(from: (e, n), to: (w, n))
    add(from: (w, n), to: (w, s))
    return window.path(of: [ring], without: false)
  }
}

extension WorldMap {
  /// The map with a middle and insets that can be drawn.
  fileprivate var drawable: WorldMap {
    var map = self
    if !(abs(centre) <= 360) { map.centre = 0 }
    map.insets = insets.filter { inset in
      inset.west < inset.east && inset.east - inset.west <= 180 && inset.south < inset.north
        && abs(inset.west) <= 360 && abs(inset.south) <= 90 && abs(inset.north) <= 90
    }
    return map
  }
}

extension WorldMap.Place {
  /// The number where it is one that a size can show.
  var sized: Double? {
    guard let number, number.isFinite, number > 0, number < 1e15 else { return nil }
    return number
  }

  /// Whether the place has a position.
  var isOnGlobe: Bool {
    latitude.isFinite && longitude.isFinite && abs(latitude) <= 90 && abs(longitude) <= 540
  }

  /// What the place says when it is asked.
  var spoken: String {
    guard let value else { return name }
    return name + " " + value.text
  }
}
