/// One way to end a page: what stands on it, how many floats wait for the next one, what it costs.
struct PageEnd {
  var cut: PageCut
  var waiting = 0
  var cost: Double
  /// How much of the page is taken, notes and floats counted in, in points.
  var filled = 0.0
}

/// Every place where a page that starts with an item may end, found by filling it item by item.
struct PageEnds {
  private let breaking: PageBreaking
  private let material: PageMaterial
  private let start: Int
  /// How many floats the page before left to this one, which must bear them.
  private let waiting: Int
  private(set) var ends: [PageEnd] = []

  /// The height of the text above the open band, white after it included, in points.
  private var used: Double
  /// The same without the white after the last item.
  private var solid: Double
  /// Where the open band of columns starts, and the height of all its items.
  private var band: (start: Int, total: Double)?
  private var called: [Int] = []
  private var noted = 0.0
  private var shrink = 0
  private var lines = LineChoices()
  /// Ends within a band that were passed over as too early.
  private var early: [Int] = []

  init(_ breaking: PageBreaking, _ material: PageMaterial, from start: Int, waiting: Int) {
    self.breaking = breaking
    self.material = material
    self.start = start
    self.waiting = waiting
    used = start < material.items.count ? material.items[start].opening : 0
    solid = used
    let ranks = material.floatsBefore[start] - waiting..<material.floatsBefore[start]
    guard material.firstOfOwnPage(in: ranks) == nil else { return }
    find()
    chargeSplits()
  }

  /// Two half-white pages look cheaper than a full one and a whiter one; a reader sees the gap in the
  /// paragraph or above it. So a paragraph that fits and is parted or moved costs more than white
  /// evened out, and so does white that what follows could have filled.
  private mutating func chargeSplits() {
    var full = 0
    var deepest = [Double](repeating: 0, count: PageMaterial.mostWaiting + 1)
    for end in ends where end.cut.shrink == 0 && end.cut.floatShrink == 0 && end.cut.lines >= 0 {
      full = max(full, end.cut.range.upperBound)
      deepest[end.waiting] = max(deepest[end.waiting], end.filled)
    }
    for index in ends.indices where ends[index].cut.range.upperBound < full {
      let white = deepest[ends[index].waiting] - ends[index].filled
      let split = partsWhole(at: ends[index].cut.range.upperBound, before: full)
      ends[index].cost += max(split ? PageBreaking.splitCost : 0, breaking.earlyCost(of: white))
    }
  }

  /// Whether a page end parts a paragraph, or moves one, of which all stands before another end.
  private func partsWhole(at next: Int, before full: Int) -> Bool {
    if material.paragraphEnds[next] > 0 { return material.paragraphEnds[next] <= full }
    let first = material.firstVisible(from: next)
    guard first < full else { return false }
    let second = first + 1
    if second < material.items.count, material.paragraphEnds[second] > 0 {
      return material.paragraphEnds[second] <= full
    }
    return material.isLineOfText(first)
  }

  private mutating func find() {
    let items = material.items
    for index in start..<items.count {
      let item = items[index]
      guard add(item, at: index) else { return stop(at: index) }
      let least = leastDepth + noteHeight + floatHeight(least: index)
      let give = shrink + lines.canGive + floatGive(least: index)
      let slack = Double(give) * breaking.grid
      if least > breaking.height + slack + 0.01, !item.isSpace, index > start || waiting > 0 {
        return stop(at: index)
      }
      let isLast = material.firstVisible(from: index + 1) == items.count
      guard isLast || item.breakAfter != .forbidden else { continue }
      offer(index, isLast: isLast)
    }
    if ends.isEmpty { stop(at: items.count) }
  }

  /// Takes in an item; false where the columns above it fit on no page.
  private mutating func add(_ item: GalleyItem, at index: Int) -> Bool {
    if !item.notes.isEmpty {
      called += item.notes
      noted = NoteStack(called, of: material.notes).height
    }
    shrink += item.shrink
    if item.columns == nil, let prose = item.lastLineOf,
      material.lineCosts.indices.contains(prose.index),
      index - prose.lines + 1 >= start
    {
      lines.add(material.lineCosts[prose.index])
    }
    if let columns = item.columns {
      if let open = band, material.items[open.start].columns == columns {
        band?.total += item.height
        return true
      }
      guard closeBand(at: index) else { return false }
      band = (index, item.height)
      return true
    }
    guard closeBand(at: index) else { return false }
    used += item.height
    if !item.isSpace { solid = used }
    if item.snaps { used = breaking.toGrid(used) }
    return true
  }

  private mutating func closeBand(at index: Int) -> Bool {
    guard let open = band else { return true }
    guard let cut = columns(open.start..<index) else { return false }
    solid = used + cut.height
    used = breaking.toGrid(solid)
    band = nil
    return true
  }

  private func columns(_ range: Range<Int>) -> ColumnCut? {
    breaking.columns(range, of: material.items)
  }

  /// A depth of the text that no division of an open band falls below.
  private var leastDepth: Double {
    guard let open = band, let count = material.items[open.start].columns?.count else {
      return solid
    }
    return used + max(0, open.total / Double(count) - breaking.grid)
  }

  private var noteHeight: Double { noted > 0 ? noted + breaking.noteGap : 0 }

  /// The ranks of the floats that the page bears where so many are left to the next.
  private func ranks(through index: Int, leaving left: Int) -> Range<Int> {
    let first = material.floatsBefore[start] - waiting
    return first..<max(first, material.floatsBefore[index + 1] - left)
  }

  private func floatHeight(_ ranks: Range<Int>) -> Double {
    ranks.reduce(0) { $0 + material.floats[$1].item.height + breaking.grid }
  }

  private func floatHeight(least index: Int) -> Double {
    guard !material.floats.isEmpty else { return 0 }
    return floatHeight(leastRanks(through: index))
  }

  /// By how many grid steps the floats that the page must bear may be lower.
  private func floatGive(least index: Int) -> Int {
    guard !material.floats.isEmpty else { return 0 }
    return floatGive(leastRanks(through: index))
  }

  private func floatGive(_ ranks: Range<Int>) -> Int {
    ranks.reduce(0) { $0 + material.floats[$1].item.shrink }
  }

  private func leastRanks(through index: Int) -> Range<Int> {
    let own = material.floatsBefore[index + 1] - material.floatsBefore[start]
    return ranks(through: index, leaving: min(own, PageMaterial.mostWaiting))
  }

  private mutating func offer(_ index: Int, isLast: Bool) {
    let item = material.items[index]
    var depth = solid
    if let open = band {
      // An early end leaves white that no later page makes good; trying all of them is dear.
      let next = index + 1 < material.items.count ? material.items[index + 1].columns : nil
      if next == item.columns, leastDepth + noteHeight < breaking.height * 0.75 {
        early.append(index)
        return
      }
      guard let cut = columns(open.start..<index + 1) else { return }
      // Columns that go on are all begun on the page, or none is.
      if next == item.columns, cut.columns.last?.isEmpty ?? true {
        early.append(index)
        return
      }
      depth = used + cut.height
    }
    let own = material.floatsBefore[index + 1] - material.floatsBefore[start]
    for left in 0...min(own, PageMaterial.mostWaiting) {
      offer(index, depth: depth + item.closing, leaving: left, isLast: isLast)
    }
  }

  private mutating func offer(_ index: Int, depth: Double, leaving left: Int, isLast: Bool) {
    let ranks = ranks(through: index, leaving: left)
    guard material.firstOfOwnPage(in: ranks) == nil else { return }
    // Floats stand on the grid, and so at the foot the text above them has to end on it.
    let text = ranks.isEmpty ? depth : breaking.toGrid(depth)
    let filled = text + noteHeight + floatHeight(ranks)
    let rule = material.items[index].breakAfter
    var cut = PageCut(range: start..<index + 1, floats: ranks)
    var cost =
      breaking.cost(rule: rule, filled: filled, isLast: isLast)
      + PageBreaking.floatCost * Double(left + material.displaced(ranks, onPageFrom: start))
    let give = floatGive(ranks)
    if let fit = fit(filled, giving: give, isLast: isLast) {
      cut.floatShrink = min(fit.shrink, give)
      (cut.shrink, cut.lines) = (fit.shrink - cut.floatShrink, fit.lines)
      cost += fit.cost
    } else {
      // An item higher than a page has one of its own.
      guard index == start, waiting == 0, ranks.isEmpty else { return }
      cut.shrink = shrink
    }
    ends.append(PageEnd(cut: cut, waiting: left, cost: cost, filled: filled))
  }

  /// The cheapest way to make a filling fit, or to fill what it leaves: lower pictures, shorter or
  /// longer paragraphs. Floats give so many steps beside what the pictures in the text give.
  private func fit(
    _ filled: Double, giving give: Int, isLast: Bool
  ) -> (shrink: Int, lines: Int, cost: Double)? {
    let over = breaking.steps(over: filled)
    guard over > 0 || filled <= breaking.height + 0.01 else { return nil }
    guard over == 0 else {
      var best: (shrink: Int, lines: Int, cost: Double)?
      for fewer in 0...min(over, LineChoices.most) where over - fewer <= shrink + give {
        let cost =
          PageBreaking.shrinkCost * Double(over - fewer) + lines.cost(of: -fewer)
        if cost < best?.cost ?? .infinity { best = (over - fewer, -fewer, cost) }
      }
      return best
    }
    let missing = isLast ? 0 : breaking.steps(under: filled)
    var best = (shrink: 0, lines: 0, cost: 0.0)
    for more in 1...LineChoices.most where more <= missing {
      let cost = lines.cost(of: more) - breaking.gain(of: more, filled: filled)
      if cost < best.cost { best = (0, more, cost) }
    }
    return best
  }

  /// Offers the deepest of the ends in columns that were passed over as too early, where all others
  /// leave more of the page white.
  private mutating func offerEarly() {
    let deepest = ends.reduce(0) { max($0, $1.filled) }
    guard let open = band, deepest < breaking.height * 0.6 else { return }
    let known = ends.count
    for end in early.reversed() where ends.count == known && end >= open.start {
      guard let cut = columns(open.start..<end + 1), used + cut.height > deepest else { continue }
      offer(end, depth: used + cut.height, leaving: 0, isLast: false)
    }
  }

  /// Where nothing allowed fits, the page ends before the item that is too much.
  private mutating func stop(at index: Int) {
    offerEarly()
    guard ends.isEmpty, waiting == 0 else { return }
    let end = max(index, start + 1)
    let own = material.floatsBefore[end] - material.floatsBefore[start]
    let left = min(own, PageMaterial.mostWaiting)
    ends.append(
      PageEnd(
        cut: PageCut(range: start..<end, floats: ranks(through: end - 1, leaving: left)),
        waiting: left, cost: PageBreaking.forcedCost))
  }
}
