public import DisplayList
public import Geometry

/// The pages with a margin around each, into which grounds and pictures that end at a page's edge
/// reach: what a printer trims away, so that no white shows where the knife is a little off.
///
/// Marks keep their places on the page. A picture shows more of itself in the margin where something
/// was cropped away there; else it grows, without being distorted. What was drawn beyond the edge in
/// the first place, such as the rings of a cover, is not changed. Links and structure, which paper
/// does not show, are left out.
///
/// - Parameter bleed: How wide the margin is on all four sides.
public func withBleed(_ list: DisplayList, _ bleed: Length) -> DisplayList {
  var result = DisplayList(fonts: list.fonts)
  let shift = Transform.translation(x: bleed.points, y: bleed.points)
  result.pages = list.pages.map { page in
    let edges = PageEdges(page: page.size, bleed: bleed.points)
    var page = page
    page.size.width += 2 * bleed.points
    page.size.height += 2 * bleed.points
    page.links = []
    page.runs = page.runs.map { run in
      var run = run
      // What was turned or scaled has no edges that could be told from the page's.
      if run.transform == .identity { run.items = run.items.map(edges.reached) }
      run.owner = .artifact(.layout)
      run.transform = run.transform.then(shift)
      return run
    }
    return page
  }
  return result
}

/// The edges of a page, and how far over them a mark must reach that ends there.
private struct PageEdges {
  let page: Size
  let bleed: Double
  /// Within so many points of an edge a mark ends there.
  private static let tolerance = 0.05

  /// A mark that reaches into the bleed where it reached the page's edge.
  func reached(_ item: Item) -> Item {
    guard bleed > 0 else { return item }
    switch item {
    case .text: return item
    case .fill(let path, let colour): return .fill(reached(path), colour)
    case .stroke(let path, let stroke): return .stroke(reached(path), stroke)
    case .image(let image): return .image(reached(image))
    }
  }

  private func reached(_ path: Path) -> Path {
    let bounds = path.bounds
    let edges = Sides(
      left: ends(at: bounds.x, from: bounds.maxX, 0, -1),
      top: ends(at: bounds.y, from: bounds.maxY, 0, -1),
      right: ends(at: bounds.maxX, from: bounds.x, page.width, 1),
      foot: ends(at: bounds.maxY, from: bounds.y, page.height, 1))
    guard edges.isAny else { return path }
    var segments = path.segments
    for index in segments.indices {
      switch segments[index] {
      case .move(let point): segments[index] = .move(reached(point, edges))
      case .line(let point): segments[index] = .line(reached(point, edges))
      case .curve(let first, let second, let end):
        let points = [first, second, end]
        let moved = points.map { reached($0, edges) }
        // Moving the end of a curve would bend it within the page; one along an edge goes with it.
        let isBent = zip(points, moved).contains { $0 == $1 } && points != moved
        if isBent { return path }
        segments[index] = .curve(moved[0], moved[1], moved[2])
      case .close: break
      }
    }
    return Path(segments)
  }

  /// Whether a mark ends at an edge, or so near beyond it that the bleed is not filled. One that was
  /// drawn through the bleed, or that lies outside the page altogether, is left as it is.
  ///
  /// - Parameters:
  ///   - side: where the mark ends on that side.
  ///   - other: where it ends on the other side.
  ///   - edge: where the page ends.
  ///   - way: the direction out of the page.
  private func ends(at side: Double, from other: Double, _ edge: Double, _ way: Double) -> Bool {
    let over = (side - edge) * way
    return over >= -Self.tolerance && over < bleed && (other - edge) * way < -Self.tolerance
  }

  private func reached(_ point: Point, _ edges: Sides) -> Point {
    var point = point
    if edges.left, point.x <= Self.tolerance { point.x = min(point.x, -bleed) }
    if edges.top, point.y <= Self.tolerance { point.y = min(point.y, -bleed) }
    if edges.right, point.x >= page.width - Self.tolerance {
      point.x = max(point.x, page.width + bleed)
    }
    if edges.foot, point.y >= page.height - Self.tolerance {
      point.y = max(point.y, page.height + bleed)
    }
    return point
  }

  /// A coordinate on or beyond an edge, moved out to the end of the bleed.
  private func reached(_ value: Double, _ length: Double) -> Double {
    if value <= Self.tolerance { return min(value, -bleed) }
    if value >= length - Self.tolerance { return max(value, length + bleed) }
    return value
  }

  private func reached(_ image: Image) -> Image {
    let (old, crop) = (image.frame, image.crop)
    let left = reached(old.x, page.width)
    let top = reached(old.y, page.height)
    let frame = Rectangle(
      x: left, y: top, width: reached(old.maxX, page.width) - left,
      height: reached(old.maxY, page.height) - top)
    guard frame != old, old.width > 0, old.height > 0 else { return image }
    // As much more of the picture as the frame grew, then all smaller until the picture has it.
    let across = (
      size: crop.width / old.width, start: crop.x - (old.x - left) * crop.width / old.width
    )
    let down = (
      size: crop.height / old.height, start: crop.y - (old.y - top) * crop.height / old.height
    )
    let wanted = Rectangle(
      x: across.start, y: down.start, width: frame.width * across.size,
      height: frame.height * down.size)
    var reached = image
    reached.frame = frame
    reached.crop = wanted.shrunkIntoUnitSquare
    return reached
  }
}

/// Edges of a page at which a mark ends.
private struct Sides {
  var left: Bool
  var top: Bool
  var right: Bool
  var foot: Bool

  var isAny: Bool { left || top || right || foot }
}

extension Rectangle {
  /// The largest rectangle of the same shape within the unit square, as near as can be.
  fileprivate var shrunkIntoUnitSquare: Rectangle {
    let scale = min(1, 1 / width, 1 / height)
    let (across, down) = (width * scale, height * scale)
    let (middleX, middleY) = (x + width / 2, y + height / 2)
    return Rectangle(
      x: min(max(0, middleX - across / 2), 1 - across),
      y: min(max(0, middleY - down / 2), 1 - down), width: across, height: down)
  }
}

extension DisplayList {
  /// Each colour of type, shapes and lines, with the first page on which it stands, by index.
  public var colours: [Colour: Int] {
    var colours: [Colour: Int] = [:]
    for (number, page) in pages.enumerated() {
      for item in page.runs.lazy.flatMap(\.items) {
        let colour: Colour
        switch item {
        case .text(let run): colour = run.colour
        case .fill(_, let fill): colour = fill
        case .stroke(_, let stroke): colour = stroke.colour
        case .image: continue
        }
        if colours[colour] == nil { colours[colour] = number }
      }
    }
    return colours
  }
}
