import Fonts

/// Sets the glyphs of broken lines: decides the width of each glue and fills the flat arrays.
struct LineSetter {
  /// A stretch of one face in a line.
  private struct Segment {
    var face: Int32
    var word: Int32
    var start: Int32
    var end: Int32
    var width: Double
    var shift: Double
    var glue: Double
    var stretch: Double
    var shrink: Double
    var glueKind: Piece.Glue
    var kind: Piece.Kind
    /// Whether the last byte shaped is a hyphen that is not in the text.
    var hyphen: Bool
  }

  /// A line before its glue is set.
  private struct Plan {
    var segments: Range<Int>
    var indent: Double
    var forced: Bool
    var hyphenated: Bool
  }

  let builder: PieceBuilder
  let hyphens: ContiguousArray<HyphenPoint>
  let style: ParagraphStyle
  let chinese: Bool
  // The arrays are held here because reading them through their owners is checked each time.
  private let pieces: ContiguousArray<Piece>
  private let bytes: ContiguousArray<UInt8>
  private let faces: ContiguousArray<Face>
  private var words = ContiguousArray<ShapedWord>()
  private var glyphs = ContiguousArray<ShapedGlyph>()
  /// The segments of the line at hand.
  private var line = 0..<0
  private var segments = ContiguousArray<Segment>()
  private(set) var result = SetParagraph()
  /// The face of the open run, -1 for none.
  private var openFace: Int32 = -1

  init(
    builder: PieceBuilder, hyphens: ContiguousArray<HyphenPoint>, style: ParagraphStyle,
    chinese: Bool
  ) {
    self.builder = builder
    self.hyphens = hyphens
    self.style = style
    self.chinese = chinese
    pieces = builder.pieces
    bytes = builder.bytes
    faces = builder.faces.faces
  }

  /// Sets the lines that end at the breaks.
  mutating func set(_ breaks: [Int], of list: ContiguousArray<Breakpoint>) {
    segments.reserveCapacity(pieces.count + breaks.count)
    result.glyphs.reserveCapacity(bytes.count)
    result.clusters.reserveCapacity(bytes.count)
    result.text.reserveCapacity(bytes.count + breaks.count)
    var start: Breakpoint?
    var plans: [Plan] = []
    for index in breaks {
      plans.append(plan(from: start, to: list[index]))
      start = list[index]
    }
    // All fragments are shaped now, so the shaper's arrays stay as they are.
    words = builder.shaper.words
    glyphs = builder.shaper.glyphs
    for plan in plans { set(plan) }
  }

  private mutating func plan(from start: Breakpoint?, to end: Breakpoint) -> Plan {
    let first = segments.count
    collect(from: start, to: end)
    return Plan(
      segments: first..<segments.count, indent: start == nil ? style.firstIndent : 0,
      forced: end.forced,
      hyphenated: end.hyphen >= 0
        || !end.forced && pieces[Int(end.piece)].breakAfter == .softHyphen)
  }

  private mutating func set(_ plan: Plan) {
    line = plan.segments
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
    for segment in segments[line] {
      width += segment.width + segment.glue
      stretch += segment.stretch
      shrink += segment.shrink
    }
    let shortfall = style.measure - plan.indent - width
    var ratio = 0.0
    if style.alignment == .justified, shortfall < 0 || !plan.forced {
      if shortfall > 0 {
        ratio = stretch > 0 ? shortfall / stretch : shortfall > 0.01 ? 100 : 0
        if stretch > 0 { justify(shortfall) }
      } else if shrink > 0 {
        ratio = max(shortfall / shrink, -1)
        justify(max(shortfall, -shrink))
      }
    } else if shortfall < 0, shortfall > -0.01 * style.measure, shrink >= -shortfall {
      justify(shortfall)
    }
    place(indent: plan.indent, ratio: ratio, hyphenated: plan.hyphenated)
  }

  // MARK: What is in the line

  private mutating func collect(from start: Breakpoint?, to end: Breakpoint) {
    let first = segments.count
    var index = 0
    var skip: Int32 = 0
    if let start {
      index = Int(start.piece) + 1
      if start.hyphen >= 0 {
        index = Int(start.piece)
        skip = hyphens[Int(pieces[index].firstHyphen + start.hyphen)].offset
      }
    }
    let last = Int(end.piece)
    while index <= last {
      let piece = pieces[index]
      let isLast = index == last
      if isLast, end.hyphen >= 0 {
        let offset = hyphens[Int(piece.firstHyphen + end.hyphen)].offset
        fragment(piece, skip, offset, hyphen: true)
      } else if skip > 0 {
        fragment(piece, skip, piece.end - piece.start, hyphen: false)
      } else if isLast, !end.forced, piece.breakAfter == .softHyphen {
        fragment(piece, 0, piece.end - piece.start, hyphen: true)
      } else {
        append(piece)
      }
      skip = 0
      index += 1
    }
    if segments.count > first, let tail = segments.indices.last {
      segments[tail].glue = 0
      segments[tail].stretch = 0
      segments[tail].shrink = 0
    }
  }

  private mutating func append(_ piece: Piece) {
    segments.append(
      Segment(
        face: piece.face, word: piece.word, start: piece.start, end: piece.end,
        width: piece.width, shift: piece.shift, glue: piece.glue, stretch: piece.stretch,
        shrink: piece.shrink, glueKind: piece.glueKind, kind: piece.kind, hyphen: false))
  }

  /// A part of a word, shaped again so that its edge and its hyphen kern as they should.
  private mutating func fragment(_ piece: Piece, _ from: Int32, _ to: Int32, hyphen: Bool) {
    let start = piece.start + from
    let end = piece.start + to
    var text = Array(bytes[Int(start)..<Int(end)])
    if hyphen { text.append(0x2D) }
    let face = faces[Int(piece.face)]
    let word = text.withUnsafeBufferPointer { builder.shaper.word(face.key, $0) }
    var width = builder.shaper.words[word].width * face.size
    if face.tracking != 0 {
      width += face.tracking * Double(builder.shaper.clusterCount(of: word))
    }
    append(piece)
    let index = segments.count - 1
    segments[index].word = Int32(word)
    segments[index].start = start
    segments[index].end = end
    segments[index].width = width
    segments[index].hyphen = hyphen
  }

  // MARK: How wide the glue is

  private mutating func justify(_ shortfall: Double) {
    if chinese {
      justifyInOrder(shortfall)
    } else if shortfall > 0 {
      let total = segments[line].reduce(0) { $0 + $1.stretch }
      for index in line {
        segments[index].glue += segments[index].stretch * shortfall / total
      }
    } else {
      let total = segments[line].reduce(0) { $0 + $1.shrink }
      for index in line {
        segments[index].glue += segments[index].shrink * shortfall / total
      }
    }
  }

  /// Chinese justification: punctuation gives first, then word spaces, then the gaps between Han and
  /// Latin, then the space between Han.
  private mutating func justifyInOrder(_ shortfall: Double) {
    var rest = shortfall
    let order: [Piece.Glue] = [.blank, .space, .gap, .han]
    var lastKind: Piece.Glue?
    for kind in order {
      let total = give(kind, shortfall)
      if total > 0 { lastKind = kind }
    }
    for kind in order {
      let total = give(kind, shortfall)
      guard total > 0, rest != 0 else { continue }
      let part = kind == lastKind ? rest : rest > 0 ? min(rest, total) : max(rest, -total)
      rest -= part
      for index in line where segments[index].glueKind == kind {
        let give = shortfall > 0 ? segments[index].stretch : segments[index].shrink
        segments[index].glue += give * part / total
      }
    }
  }

  private func give(_ kind: Piece.Glue, _ shortfall: Double) -> Double {
    segments[line].reduce(0) {
      $0 + ($1.glueKind == kind ? (shortfall > 0 ? $1.stretch : $1.shrink) : 0)
    }
  }

  // MARK: Where the glyphs are

  private mutating func place(indent: Double, ratio: Double, hyphenated: Bool) {
    let width = segments[line].reduce(0) { $0 + $1.width + $1.glue }
    let room = style.measure - indent - width
    let offset: Double =
      switch style.alignment {
      case .justified, .leading: 0
      case .centre: max(0, room / 2)
      case .trailing: max(0, room)
      }
    var pen = indent + offset
    let firstRun = result.runs.count
    let start = pen
    openFace = -1
    for segment in segments[line] {
      openRun(segment, at: pen, firstRun: firstRun)
      draw(segment, at: pen)
      pen += segment.width + segment.glue
      if result.runs.count > firstRun {
        let last = result.runs.count - 1
        result.runs[last].width = pen - result.runs[last].x
      }
    }
    result.lines.append(
      SetParagraph.Line(
        runs: firstRun..<result.runs.count, extent: min(start, pen)..<max(start, pen),
        ratio: ratio, hyphenated: hyphenated,
        overfull: pen > style.measure + 0.02))
  }

  private mutating func openRun(_ segment: Segment, at pen: Double, firstRun: Int) {
    if segment.face == openFace { return }
    if segment.kind == .fixedSpace, segment.start == segment.end { return }
    let face = faces[Int(segment.face)]
    let style = builder.faces.styles[Int(face.style)].style
    openFace = segment.face
    if result.runs.count > firstRun, let last = result.runs.last, last.font == face.font,
      last.size == face.size, last.tag == style.tag, last.colour == style.colour,
      last.language == style.language
    {
      return
    }
    result.runs.append(
      SetParagraph.Run(
        font: face.font, size: face.size, expansion: 1, colour: style.colour, tag: style.tag,
        language: style.language, x: pen, width: 0,
        glyphs: result.glyphs.count..<result.glyphs.count,
        clusters: result.clusters.count..<result.clusters.count,
        text: result.text.count..<result.text.count))
  }

  private mutating func draw(_ segment: Segment, at pen: Double) {
    guard let run = result.runs.indices.last else { return }
    let face = faces[Int(segment.face)]
    let rise = face.rise
    switch segment.kind {
    case .space, .forced: drawSpace(segment, face, pen, rise)
    case .fixedSpace:
      guard segment.start < segment.end else { return }
      drawSpace(segment, face, pen, rise)
    default: drawWord(segment, face, pen, rise)
    }
    result.runs[run].glyphs = result.runs[run].glyphs.lowerBound..<result.glyphs.count
    result.runs[run].clusters = result.runs[run].clusters.lowerBound..<result.clusters.count
    result.runs[run].text = result.runs[run].text.lowerBound..<result.text.count
  }

  private mutating func drawSpace(_ segment: Segment, _ face: Face, _ pen: Double, _ rise: Double) {
    if segment.kind == .forced, chinese { return }
    result.glyphs.append(SetParagraph.Glyph(id: face.spaceGlyph, x: pen, y: -rise))
    let first = bytes[Int(segment.start)]
    if first < 0x80 || segment.kind == .forced {
      // A run of spaces is one space; a forced break is extracted as one.
      result.text.append(0x20)
      result.clusters.append(SetParagraph.Cluster(bytes: 1, glyphs: 1))
    } else {
      let bytes = bytes[Int(segment.start)..<Int(segment.end)]
      result.text.append(contentsOf: bytes)
      result.clusters.append(
        SetParagraph.Cluster(bytes: UInt16(clamping: bytes.count), glyphs: 1))
    }
  }

  private mutating func drawWord(_ segment: Segment, _ face: Face, _ pen: Double, _ rise: Double) {
    let word = words[Int(segment.word)]
    var x = pen + segment.shift
    let scale = face.size / face.unitsPerEm
    let first = Int(word.first)
    glyphs.withUnsafeBufferPointer { glyphs in
      for index in first..<first + Int(word.count) {
        let glyph = glyphs[index]
        if glyph.bytes > 0, index > first { x += face.tracking }
        result.glyphs.append(
          SetParagraph.Glyph(
            id: glyph.id, x: x + Double(glyph.x) * scale, y: -rise - Double(glyph.y) * scale))
        if glyph.bytes > 0 {
          result.clusters.append(SetParagraph.Cluster(bytes: glyph.bytes, glyphs: glyph.glyphs))
        }
        x += Double(glyph.advance) * scale
      }
    }
    result.text.append(contentsOf: bytes[Int(segment.start)..<Int(segment.end)])
    // Fonts draw U+00AD and U+002D with one glyph, and a PDF font gives a glyph one character. The
    // plain hyphen keeps compounds whole in extracted text, and readers join lines at either.
    if segment.hyphen { result.text.append(0x2D) }
  }
}
