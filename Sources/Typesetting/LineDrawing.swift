import Fonts

/// Where the glyphs of a line stand, and the runs that they form.
extension LineSetter {
  mutating func place(
    _ plan: Plan, _ setting: GlueSetting, _ hangs: (left: Double, right: Double),
    letterspacing: Double
  ) {
    let width = segments[line].reduce(0) { $0 + $1.width + $1.glue }
    let room = plan.room - width
    let firstRun = result.runs.count
    openFace = -1
    if builder.isMixed {
      let start = mixedStart(plan, room)
      placeMixed(from: start, firstRun: firstRun, expansion: setting.expansion)
      close(plan, setting, firstRun, start, start + width, letterspacing)
      return
    }
    let offset: Double =
      switch style.alignment {
      case .justified, .leading: 0
      case .centre: max(0, room / 2)
      case .trailing: max(0, room)
      }
    let start = plan.leading + offset
    var pen = start - hangs.left
    for segment in segments[line] {
      openRun(segment, at: pen, firstRun: firstRun, expansion: setting.expansion)
      draw(segment, at: pen, expansion: setting.expansion)
      pen += segment.width + segment.glue
      if result.runs.count > firstRun {
        let last = result.runs.count - 1
        result.runs[last].width = pen - result.runs[last].x
      }
    }
    close(plan, setting, firstRun, start, pen - hangs.right, letterspacing)
  }

  private mutating func close(
    _ plan: Plan, _ setting: GlueSetting, _ firstRun: Int, _ start: Double, _ end: Double,
    _ letterspacing: Double
  ) {
    result.lines.append(
      SetParagraph.Line(
        runs: firstRun..<result.runs.count, extent: min(start, end)..<max(start, end),
        ratio: setting.ratio, hyphenated: plan.hyphenated,
        overfull: end - start > plan.room + 0.02, letterspacing: letterspacing))
  }

  // MARK: Mixed directions

  /// Where a line starts at the left; indent and leading inset are at the side where lines begin.
  private func mixedStart(_ plan: Plan, _ room: Double) -> Double {
    let isRightToLeft = builder.baseLevel & 1 == 1
    let left = isRightToLeft ? plan.trailing : plan.leading
    return switch style.alignment {
    case .justified, .leading: left + (isRightToLeft ? room : 0)
    case .centre: left + max(0, room / 2)
    case .trailing: left + (isRightToLeft ? 0 : max(0, room))
    }
  }

  /// Draws the pieces in the order of the text at their places in visual order, so that extracted text
  /// keeps its order.
  private mutating func placeMixed(from start: Double, firstRun: Int, expansion: Double) {
    var levels = segments[line].map(\.level)
    // White space at the end of a line takes the paragraph's level (UAX 9, L1).
    var last = levels.count - 1
    while last >= 0, isWhite(segments[line.lowerBound + last]) {
      levels[last] = builder.baseLevel
      last -= 1
    }
    var places = [Double](repeating: 0, count: levels.count)
    var pen = start
    for index in VisualOrder.order(levels) {
      let segment = segments[line.lowerBound + index]
      // The glue after a piece from right to left is at its left; a space is that glue itself.
      let isReversed = levels[index] & 1 == 1 && !isWhite(segment)
      places[index] = isReversed ? pen + segment.glue : pen
      pen += segment.width + segment.glue
    }
    for (index, place) in places.enumerated() {
      let segment = segments[line.lowerBound + index]
      if index > 0, levels[index] != levels[index - 1] { openFace = -1 }
      openRun(
        segment, at: place, firstRun: openFace < 0 ? result.runs.count : firstRun,
        expansion: expansion)
      draw(segment, at: place, expansion: expansion)
      guard result.runs.count > firstRun else { continue }
      let glue = isWhite(segment) ? segment.glue : 0
      widen(result.runs.count - 1, from: place, to: place + segment.width + glue)
    }
  }

  private func isWhite(_ segment: Segment) -> Bool {
    segment.kind == .space || segment.kind == .forced
  }

  private mutating func widen(_ run: Int, from start: Double, to end: Double) {
    let left = min(result.runs[run].x, start)
    let right = max(result.runs[run].x + result.runs[run].width, end)
    result.runs[run].x = left
    result.runs[run].width = right - left
  }

  // MARK: Runs

  private mutating func openRun(
    _ segment: Segment, at pen: Double, firstRun: Int, expansion: Double
  ) {
    if segment.face == openFace { return }
    if segment.kind == .fixedSpace, segment.start == segment.end { return }
    let face = faces[Int(segment.face)]
    let style = builder.faces.styles[Int(face.style)].style
    openFace = segment.face
    let scale = face.flexes ? 1 + expansion : 1
    if result.runs.count > firstRun, let last = result.runs.last, last.font == face.font,
      last.size == face.size, last.tag == style.tag, last.colour == style.colour,
      last.language == style.language, last.expansion == scale
    {
      return
    }
    result.runs.append(
      SetParagraph.Run(
        font: face.font, size: face.size, expansion: scale, colour: style.colour,
        tag: style.tag, language: style.language, x: pen, width: 0,
        glyphs: result.glyphs.count..<result.glyphs.count,
        clusters: result.clusters.count..<result.clusters.count,
        text: result.text.count..<result.text.count))
  }

  private mutating func draw(_ segment: Segment, at pen: Double, expansion: Double) {
    guard let run = result.runs.indices.last else { return }
    let face = faces[Int(segment.face)]
    switch segment.kind {
    case .space, .forced: drawSpace(segment, face, pen)
    case .fixedSpace:
      guard segment.start < segment.end else { return }
      drawSpace(segment, face, pen)
    default:
      let scale = segment.flexes ? 1 + expansion : 1
      if face.isRightToLeft {
        drawReversed(segment, face, pen + segment.width)
      } else {
        drawWord(segment, face, pen, scale)
      }
      if face.hasDots, segment.kind == .han { addDot(under: segment, face, pen) }
    }
    result.runs[run].glyphs = result.runs[run].glyphs.lowerBound..<result.glyphs.count
    result.runs[run].clusters = result.runs[run].clusters.lowerBound..<result.clusters.count
    result.runs[run].text = result.runs[run].text.lowerBound..<result.text.count
  }

  private mutating func addDot(under segment: Segment, _ face: Face, _ pen: Double) {
    let character = bytes.withUnsafeBufferPointer { decodeScalar($0, Int(segment.start)).value }
    guard EmphasisDots.marks(character) else { return }
    result.dots.append(
      EmphasisDots.dot(
        line: result.lines.count, x: pen, width: segment.width, size: face.size, rise: face.rise,
        colour: builder.faces.styles[Int(face.style)].style.colour))
  }

  private mutating func drawSpace(_ segment: Segment, _ face: Face, _ pen: Double) {
    if segment.kind == .forced, chinese { return }
    result.glyphs.append(SetParagraph.Glyph(id: face.spaceGlyph, x: pen, y: -face.rise))
    let first = bytes[Int(segment.start)]
    let isQuad = segment.kind == .space && first == 0xE2
    if first < 0x80 || segment.kind == .forced || isQuad {
      // A run of spaces is one space; a forced break and a wide space are extracted as one.
      result.text.append(0x20)
      result.clusters.append(SetParagraph.Cluster(bytes: 1, glyphs: 1))
    } else {
      let bytes = bytes[Int(segment.start)..<Int(segment.end)]
      result.text.append(contentsOf: bytes)
      result.clusters.append(
        SetParagraph.Cluster(bytes: UInt16(clamping: bytes.count), glyphs: 1))
    }
  }

  private mutating func drawWord(
    _ segment: Segment, _ face: Face, _ pen: Double, _ expansion: Double
  ) {
    let word = words[Int(segment.word)]
    var x = pen + segment.shift
    let scale = face.size / face.unitsPerEm
    let wide = scale * expansion
    let tracking = face.tracking + segment.letterspacing
    let first = Int(word.first)
    glyphs.withUnsafeBufferPointer { glyphs in
      for index in first..<first + Int(word.count) {
        let glyph = glyphs[index]
        if glyph.bytes > 0, index > first { x += tracking }
        result.glyphs.append(
          SetParagraph.Glyph(
            id: glyph.id, x: x + Double(glyph.x) * wide, y: -face.rise - Double(glyph.y) * scale))
        if glyph.bytes > 0 {
          result.clusters.append(SetParagraph.Cluster(bytes: glyph.bytes, glyphs: glyph.glyphs))
        }
        x += Double(glyph.advance) * wide
      }
    }
    result.text.append(contentsOf: bytes[Int(segment.start)..<Int(segment.end)])
    // Fonts draw U+00AD and U+002D with one glyph, and a PDF font gives a glyph one character. The
    // plain hyphen keeps compounds whole in extracted text, and readers join lines at either.
    if segment.hyphen { result.text.append(0x2D) }
  }

  /// Draws a word from its right edge: clusters in the order of the text, each left of the last.
  private mutating func drawReversed(_ segment: Segment, _ face: Face, _ right: Double) {
    let word = words[Int(segment.word)]
    let scale = face.size / face.unitsPerEm
    var edge = right
    var index = Int(word.first)
    let end = index + Int(word.count)
    while index < end {
      let cluster = index..<min(end, index + max(1, Int(glyphs[index].glyphs)))
      for part in cluster { edge -= Double(glyphs[part].advance) * scale }
      var x = edge
      for part in cluster {
        let glyph = glyphs[part]
        result.glyphs.append(
          SetParagraph.Glyph(
            id: glyph.id, x: x + Double(glyph.x) * scale, y: -face.rise - Double(glyph.y) * scale))
        x += Double(glyph.advance) * scale
      }
      result.clusters.append(
        SetParagraph.Cluster(bytes: glyphs[index].bytes, glyphs: UInt16(clamping: cluster.count)))
      index = cluster.upperBound
    }
    result.text.append(contentsOf: bytes[Int(segment.start)..<Int(segment.end)])
  }
}
