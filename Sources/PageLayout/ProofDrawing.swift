import DisplayList
import Geometry
import Typesetting

/// Draws the marks of a proof: thin, in colours that no report uses.
struct ProofDrawing {
  private static let gridColour = Colour(0x4FA8E0)
  private static let boxColour = Colour(0xC03BC4)
  private static let evenColour = Colour(0x2E8B57)
  private static let looseColour = Colour(0xE08A00)
  private static let badColour = Colour(0xE00000)

  let typesetter: Typesetter
  private var labels: [String: SetParagraph] = [:]

  init(typesetter: Typesetter) { self.typesetter = typesetter }

  /// The lines of the grid over the frame, and the columns' edges.
  func grid(_ proof: PageProof) -> [Item] {
    let frame = proof.frame
    let line = Stroke(width: 0.2, colour: Self.gridColour)
    var items: [Item] = []
    var y = frame.y + proof.drop
    while y <= frame.maxY + 0.01 {
      items.append(.stroke(.line(Point(x: frame.x, y: y), Point(x: frame.maxX, y: y)), line))
      y += proof.step
    }
    for column in proof.columns where column.upperBound > column.lowerBound {
      let box = Rectangle(
        x: column.lowerBound, y: frame.y, width: column.upperBound - column.lowerBound,
        height: frame.height)
      items.append(.stroke(.rectangle(box), Stroke(width: 0.35, colour: Self.gridColour)))
    }
    return items
  }

  /// The boxes of blocks, each with the name of its element at its corner.
  mutating func boxes(
    _ boxes: [BlockBox], on page: inout Page
  ) throws(LayoutError) -> [Item] {
    var items: [Item] = []
    for box in boxes {
      items.append(
        .stroke(.rectangle(box.frame), Stroke(width: 0.3, colour: Self.boxColour)))
      items += try label(
        box.role.rawValue, Self.boxColour, at: Point(x: box.frame.x, y: box.frame.y - 0.8),
        on: &page)
    }
    return items
  }

  /// A stroke under each line that was stretched or shrunk, with its ratio at its end; a frame
  /// around a line that is too wide.
  mutating func lines(
    _ lines: [PageProof.Line], on page: inout Page
  ) throws(LayoutError) -> [Item] {
    var items: [Item] = []
    for line in lines where line.ratio != 0 || line.isOverfull {
      let colour = colour(of: line)
      let (from, to) = (line.extent.lowerBound, line.extent.upperBound)
      items.append(
        .stroke(
          .line(Point(x: from, y: line.y + 1.6), Point(x: to, y: line.y + 1.6)),
          Stroke(width: line.isOverfull ? 1.2 : 0.5, colour: colour)))
      let ratio = rounded(line.ratio) + (line.isOverfull ? " overfull" : "")
      items += try label(ratio, colour, at: Point(x: to + 2, y: line.y), on: &page)
    }
    return items
  }

  /// A line at the foot of each page that says what it is, so that a proof is never taken for the
  /// report.
  mutating func banner(
    _ marks: Set<ProofMark>, number: Int, on page: inout Page
  ) throws(LayoutError) -> [Item] {
    let names = ProofMark.allCases.filter { marks.contains($0) }.map(\.rawValue)
    let text = "PROOF, not the report \u{2013} page \(number): " + names.joined(separator: ", ")
    return try label(
      text, Self.badColour, at: Point(x: 12, y: page.size.height - 8), on: &page)
  }

  /// The layout's warnings at the head of the first page, a line each.
  mutating func warnings(
    _ warnings: [LayoutWarning], on page: inout Page
  ) throws(LayoutError) -> [Item] {
    var items: [Item] = []
    for (index, warning) in warnings.prefix(40).enumerated() {
      let place = warning.place.isEmpty ? "" : " (\(warning.place))"
      items += try label(
        warning.message + place, Self.badColour, at: Point(x: 12, y: 12 + 7 * Double(index)),
        on: &page)
    }
    return items
  }

  /// TeX calls a ratio up to a half decent, up to one loose.
  private func colour(of line: PageProof.Line) -> Colour {
    if line.isOverfull || abs(line.ratio) > 1 { return Self.badColour }
    return abs(line.ratio) > 0.5 ? Self.looseColour : Self.evenColour
  }

  private func rounded(_ ratio: Double) -> String {
    guard let hundredths = Int(exactly: (ratio * 100).rounded()) else { return "?" }
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    return (hundredths < 0 ? "\u{2212}" : "") + "\(whole)." + (part < 10 ? "0" : "") + "\(part)"
  }

  private mutating func label(
    _ text: String, _ colour: Colour, at point: Point, on page: inout Page
  ) throws(LayoutError) -> [Item] {
    let key = colour.hex + text
    if labels[key] == nil {
      let style = TextStyle(
        family: Theme().sans, size: 4.5, colour: colour, features: ["tnum", "lnum"])
      let paragraph = ParagraphStyle(measure: 550, alignment: .leading, hyphenation: .none)
      do { labels[key] = try typesetter.set(StyledText([.init(text, style)]), paragraph) } catch {
        throw .typesetting(error, context: "a proof's marks")
      }
    }
    guard let set = labels[key], let line = set.lines.first else { return [] }
    return line.runs.map { page.add(set.runs[$0], of: set, x: point.x, y: point.y) }
  }
}

extension Page {
  /// Adds the glyphs of a set run at a place, for one of the page's marked runs.
  mutating func add(
    _ run: SetParagraph.Run, of paragraph: SetParagraph, x: Double, y: Double
  ) -> Item {
    let (firstGlyph, firstCluster, firstByte) = (glyphs.count, clusters.count, text.count)
    for glyph in paragraph.glyphs[run.glyphs] {
      glyphs.append(PlacedGlyph(id: glyph.id, x: x + glyph.x, y: y + glyph.y))
    }
    for cluster in paragraph.clusters[run.clusters] {
      clusters.append(Cluster(bytes: cluster.bytes, glyphs: cluster.glyphs))
    }
    text.append(contentsOf: paragraph.text[run.text])
    return .text(
      TextRun(
        font: run.font, size: run.size, expansion: run.expansion, colour: run.colour,
        glyphs: firstGlyph..<glyphs.count, clusters: firstCluster..<clusters.count,
        text: firstByte..<text.count))
  }
}
