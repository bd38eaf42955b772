import Fonts

/// Sets the glyphs of broken lines: decides the width of each glue and fills the flat arrays.
struct LineSetter {
  /// A stretch of one face in a line.
  struct Segment {
    var face: Int32
    var word: Int32
    var start: Int32
    var end: Int32
    var width: Double
    var shift: Double
    var glue: Double
    var stretch: Double
    var shrink: Double
    /// How far it stands out where it begins or ends the line.
    var leftHang: Double
    var rightHang: Double
    var glueKind: Piece.Glue
    var kind: Piece.Kind
    /// Space after each letter, in points: the last resort.
    var letterspacing = 0.0
    var flexes: Bool
    /// The embedding level; odd from right to left.
    var level: UInt8
    /// Whether the last byte shaped is a hyphen that is not in the text.
    var hyphen: Bool
  }

  /// A line before its glue is set.
  struct Plan {
    var segments: Range<Int>
    /// What is left free at the two ends, and the room between, in points.
    var leading: Double
    var trailing: Double
    var room: Double
    var isIndented: Bool
    var forced: Bool
    var hyphenated: Bool
  }

  let builder: PieceBuilder
  let hyphens: ContiguousArray<HyphenPoint>
  let style: ParagraphStyle
  let shape: LineShape
  let chinese: Bool
  let flexibility: Double
  /// Whether lines may be letterspaced.
  let letterspaces: Bool
  private let protrusion: ParagraphStyle.Protrusion
  // The arrays are held here because reading them through their owners is checked each time.
  private let pieces: ContiguousArray<Piece>
  let bytes: ContiguousArray<UInt8>
  let faces: ContiguousArray<Face>
  var words = ContiguousArray<ShapedWord>()
  var glyphs = ContiguousArray<ShapedGlyph>()
  /// The segments of the line at hand.
  var line = 0..<0
  var segments = ContiguousArray<Segment>()
  var result = SetParagraph()
  /// The face of the open run, -1 for none.
  var openFace: Int32 = -1

  init(
    builder: PieceBuilder, hyphens: ContiguousArray<HyphenPoint>, style: ParagraphStyle,
    chinese: Bool, flexibility: Double, letterspaces: Bool
  ) {
    self.builder = builder
    self.hyphens = hyphens
    self.style = style
    shape = LineShape(style)
    self.chinese = chinese
    self.flexibility = flexibility
    self.letterspaces = letterspaces
    protrusion = style.alignment == .justified ? style.protrusion : .none
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
    for (line, index) in breaks.enumerated() {
      plans.append(plan(line, from: start, to: list[index]))
      start = list[index]
    }
    // All fragments are shaped now, so the shaper's arrays stay as they are.
    words = builder.shaper.words
    glyphs = builder.shaper.glyphs
    for plan in plans { set(plan) }
  }

  private mutating func plan(
    _ line: Int, from start: Breakpoint?, to end: Breakpoint
  ) -> Plan {
    let first = segments.count
    collect(from: start, to: end)
    return Plan(
      segments: first..<segments.count, leading: shape.leading(line),
      trailing: shape.trailing(line), room: shape.room(line),
      isIndented: line == 0 && shape.indent != 0,
      forced: end.forced,
      hyphenated: end.hyphen >= 0
        || !end.forced && pieces[Int(end.piece)].breakAfter == .softHyphen)
  }

  private mutating func set(_ plan: Plan) {
    line = plan.segments
    var width = 0.0
    var stretch = 0.0
    var shrink = 0.0
    var flex = 0.0
    for segment in segments[line] {
      width += segment.width + segment.glue
      stretch += segment.stretch
      shrink += segment.shrink
      if segment.flexes { flex += segment.width }
    }
    let hangs = hangs(plan)
    let shortfall = plan.room - width + hangs.left + hangs.right
    var setting = GlueSetting(
      shortfall: 0, stretch: 0, shrink: 0, flex: 0, flexibility: flexibility)
    let isFilled = style.alignment == .justified && (shortfall < 0 || !plan.forced)
    if isFilled {
      setting = GlueSetting(
        shortfall: shortfall, stretch: stretch, shrink: shrink, flex: flex,
        flexibility: flexibility)
    } else if shortfall < 0, shortfall > -0.01 * style.measure, shrink >= -shortfall {
      setting.rest = shortfall
    }
    if setting.expansion != 0 {
      for index in line where segments[index].flexes {
        segments[index].width *= 1 + setting.expansion
      }
    }
    var letterspacing = 0.0
    if isFilled, letterspaces {
      let given = letterspace(setting, shortfall - setting.expansion * flex, shrink)
      letterspacing = given.em
      setting.give(given.points, stretch: stretch, shrink: shrink)
    }
    if setting.rest != 0 { justify(setting.rest) }
    place(plan, setting, hangs, letterspacing: letterspacing)
  }

  /// How far the line's first and last piece stand out of the measure.
  private func hangs(_ plan: Plan) -> (left: Double, right: Double) {
    guard protrusion != .none, let first = segments[plan.segments].first else { return (0, 0) }
    let last = segments[plan.segments].last { $0.kind != .space }
    return (plan.isIndented ? 0 : first.leftHang, plan.forced ? 0 : last?.rightHang ?? 0)
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
        shrink: piece.shrink, leftHang: protrusion.left(piece),
        rightHang: protrusion.right(piece), glueKind: piece.glueKind, kind: piece.kind,
        flexes: piece.kind == .word && flexibility > 0 && faces[Int(piece.face)].flexes,
        level: piece.level, hyphen: false))
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
    if from > 0 { segments[index].leftHang = 0 }
    if hyphen { segments[index].rightHang = protrusion.ofHyphen(face) }
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
}
