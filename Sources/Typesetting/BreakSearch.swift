/// The breaks of a paragraph, and how they were found.
struct BrokenLines {
  var breaks: [Int]
  var demerits: Double
  /// The pass that found them; nil for breaks that were not chosen by their demerits.
  var pass: TotalFit?

  /// The cost of breaks that were not chosen by their demerits.
  static let unfit = 1e9
}

/// Looks for the breaks of a paragraph in passes: from even lines to lines of any looseness.
struct BreakSearch {
  let builder: PieceBuilder
  let hyphens: ContiguousArray<HyphenPoint>
  let style: ParagraphStyle
  let shape: LineShape
  let flexibility: Double
  let ladder: TotalFit.Ladder

  /// The breaks of the first pass that finds any.
  func passes(_ list: ContiguousArray<Breakpoint>) -> BrokenLines? {
    if style.alignment != .justified { return ragged(list) }
    var fit = TotalFit(
      shape: shape, tolerance: 2000, justified: true, flexibility: flexibility,
      tightness: isChinese(style.language) ? Cost.chineseTightness : 1, ladder: ladder,
      acceptsOverfull: false)
    if shape.indent == 0, let first = builder.pieces.first {
      fit.firstHang = style.protrusion.left(first)
    }
    if let found = fit.solve(list) { return withoutRivers(found, list, fit) }
    fit.tolerance = 10_000
    if let found = fit.solve(list) { return withoutRivers(found, list, fit) }
    fit.emergencyStretch = style.measure / 20
    if let found = fit.solve(list) { return lines(found, fit) }
    fit.letterspacing = LineSetter.mostLetterspacing
    if let found = fit.solve(list) { return lines(found, fit) }
    fit.tolerance = .infinity
    fit.emergencyStretch = style.measure / 3
    if let found = fit.solve(list) { return lines(found, fit) }
    fit.ladder = .any
    return fit.solve(list).map { lines($0, fit) }
  }

  /// The least bad breaks where every way has a line that is too wide.
  func lastResort(_ list: ContiguousArray<Breakpoint>) -> BrokenLines? {
    let fit = TotalFit(
      shape: shape, tolerance: .infinity, extraStretch: style.measure,
      justified: style.alignment == .justified, ladder: .any, acceptsOverfull: true)
    return fit.solve(list).map {
      BrokenLines(breaks: $0.breaks, demerits: BrokenLines.unfit, pass: nil)
    }
  }

  /// Breaks into one line less and one line more, or so many, as good as the worst line found or as a
  /// line may be at 300 points and wider.
  func variants(
    of found: BrokenLines, in list: ContiguousArray<Breakpoint>, reach: Int = 1
  ) -> [BrokenLines] {
    guard var fit = found.pass, fit.emergencyStretch == 0 else { return [] }
    let worst = fit.worst(of: found.breaks, in: list)
    fit.tolerance = max(Self.evenness, worst)
    let count = found.breaks.count
    return fit.solutions(list).filter { (1...reach).contains(abs($0.breaks.count - count)) }
      .map { lines($0, fit) }
  }

  /// The badness of a glue ratio of 1.5.
  private static let evenness = 337.5

  private func lines(_ solution: TotalFit.Solution, _ fit: TotalFit) -> BrokenLines {
    BrokenLines(breaks: solution.breaks, demerits: solution.demerits, pass: fit)
  }

  /// Tries other breaks where word spaces form a river, and takes them if they cost less than it.
  private func withoutRivers(
    _ found: TotalFit.Solution, _ list: ContiguousArray<Breakpoint>, _ fit: TotalFit
  ) -> BrokenLines {
    guard found.breaks.count > Rivers.tolerated else { return lines(found, fit) }
    let rivers = Rivers(
      pieces: builder.pieces, hyphens: hyphens, faces: builder.faces.faces, shape: shape,
      flexibility: fit.flexibility)
    let course = rivers.course(of: found.breaks, in: list)
    guard course.excess > 0 else { return lines(found, fit) }
    var best = found
    best.demerits += Cost.river * Double(course.excess)
    for line in [course.end - 2, course.end - 1] where line >= 0 {
      var other = list
      other[found.breaks[line]].penalty = 10_000
      guard let way = fit.solve(other), way.demerits < best.demerits else { continue }
      let cost =
        way.demerits + Cost.river * Double(rivers.course(of: way.breaks, in: list).excess)
      guard cost < best.demerits else { continue }
      best = TotalFit.Solution(breaks: way.breaks, demerits: cost)
    }
    return lines(best, fit)
  }

  // MARK: Ragged lines

  private func ragged(_ list: ContiguousArray<Breakpoint>) -> BrokenLines? {
    var shape = shape
    if style.balance == .balanced { shape.measure = balancedMeasure(list) }
    let fit = TotalFit(
      shape: shape, tolerance: .infinity, extraStretch: shape.measure * 0.15, justified: false,
      extraHyphenPenalty: 150, ladder: .any, acceptsOverfull: false)
    return fit.solve(list).map { lines($0, fit) }
  }

  /// The least measure that needs no more lines than the whole one.
  private func balancedMeasure(_ list: ContiguousArray<Breakpoint>) -> Double {
    func lines(_ measure: Double) -> Int {
      var narrow = shape
      narrow.measure = measure
      return firstFit(list, narrow).count
    }
    let most = lines(style.measure)
    var low = style.measure / 2
    var high = style.measure
    for _ in 0..<12 {
      let middle = (low + high) / 2
      if lines(middle) <= most { high = middle } else { low = middle }
    }
    return high
  }
}
