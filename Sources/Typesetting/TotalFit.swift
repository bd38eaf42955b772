/// Total-fit line breaking (Knuth & Plass 1981): the breaks with the least sum of demerits.
struct TotalFit {
  var shape: LineShape
  /// How far the first line's first letter stands out of the measure, in points.
  var firstHang = 0.0
  /// How bad a line may be: 100 times the cube of its glue ratio.
  var tolerance: Double
  /// Stretch that every line has besides its glue: the raggedness.
  var extraStretch = 0.0
  /// Stretch that every line has besides its glue when it is compared with the tolerance, but not
  /// when its cost is counted: so the lines are no looser than they must be.
  var emergencyStretch = 0.0
  /// Whether the glue itself stretches and shrinks.
  var justified: Bool
  /// By which part glyphs may be widened or narrowed.
  var flexibility = 0.0
  /// By which part of their glyphs' width lines may be letterspaced: the last resort.
  var letterspacing = 0.0
  /// How much a tight line counts beside a loose one: Chinese rather closes up its marks than opens
  /// the space between characters.
  var tightness = 1.0
  /// What a hyphen costs more than in justified text.
  var extraHyphenPenalty = 0.0
  /// How many lines in a row may end in a hyphen: two, or any number.
  var ladder = Ladder.two
  /// Whether a line that does not fit is taken when there is no other.
  var acceptsOverfull: Bool

  enum Ladder {
    case two
    case any
  }

  /// Breaks and what they cost.
  struct Solution {
    /// The indices of the breaks in order.
    var breaks: [Int]
    var demerits: Double
  }

  private struct Node {
    var position: Int32
    var previous: Int32
    var demerits: Double
    /// How many lines come before, as far as it matters.
    var line: Int32
    var fitness: Int8
    /// How many lines in a row end in a hyphen here; two stands for more as well.
    var hyphens: Int8
  }
  private struct Fit {
    var badness: Double
    var fitness: Int
    var overfull = false
    var isTooLoose = false
  }
  /// The best way to a breakpoint for each fitness; in the upper half those with a second hyphen.
  private struct Best {
    var demerits = SIMD8<Double>(repeating: .infinity)
    var from = SIMD8<Int32>(repeating: -1)
    var isEmpty = true

    mutating func offer(_ value: Double, from index: Int32, at slot: Int) {
      guard value <= demerits[slot] else { return }
      demerits[slot] = value
      from[slot] = index
      isEmpty = false
    }
  }
  /// What grows while a list is gone through.
  private struct Search {
    var nodes: ContiguousArray<Node> = [
      Node(position: -1, previous: -1, demerits: 0, line: 0, fitness: 2, hyphens: 0)
    ]
    var active: ContiguousArray<Int32> = [0]
    /// The best ways to the breakpoint at hand, by the line that starts there.
    var bests: ContiguousArray<Best> = [Best()]
    /// Lines from this one on are alike and are not told apart.
    var alike: Int32
  }

  /// The best breaks, or nil when no way is good enough.
  func solve(_ list: ContiguousArray<Breakpoint>) -> Solution? {
    guard !list.isEmpty else { return Solution(breaks: [], demerits: 0) }
    guard let search = list.withUnsafeBufferPointer({ run(in: $0, alike: shape.insets.count) }),
      let best = search.active.min(by: {
        search.nodes[Int($0)].demerits < search.nodes[Int($1)].demerits
      })
    else { return nil }
    return solution(Int(best), search.nodes)
  }

  /// The best breaks into every number of lines that there is a way to, the fewest lines first.
  func solutions(_ list: ContiguousArray<Breakpoint>) -> [Solution] {
    guard let search = list.withUnsafeBufferPointer({ run(in: $0, alike: Int(Int32.max)) })
    else { return [] }
    var found: [Solution] = []
    let ends = search.active.map { (index: Int($0), node: search.nodes[Int($0)]) }
      .sorted { ($0.node.line, $0.node.demerits) < ($1.node.line, $1.node.demerits) }
    var line: Int32 = -1
    for end in ends where end.node.line != line {
      found.append(solution(end.index, search.nodes))
      line = end.node.line
    }
    return found
  }

  /// How bad the worst line of some breaks is.
  func worst(of breaks: [Int], in list: ContiguousArray<Breakpoint>) -> Double {
    var start = firstStart
    var worst = 0.0
    for (line, index) in breaks.enumerated() {
      worst = max(worst, fit(list[index], start, shape.width(line)).badness)
      start = list[index].start
    }
    return worst
  }

  private func solution(_ end: Int, _ nodes: ContiguousArray<Node>) -> Solution {
    var found: [Int] = []
    var at = end
    while at > 0 {
      found.append(Int(nodes[at].position))
      at = Int(nodes[at].previous)
    }
    return Solution(breaks: found.reversed(), demerits: nodes[end].demerits)
  }

  private func run(in list: UnsafeBufferPointer<Breakpoint>, alike: Int) -> Search? {
    guard let last = list.indices.last else { return nil }
    var search = Search(alike: Int32(clamping: alike))
    for position in list.indices {
      guard step(list, position, last: position == last, &search) else { return nil }
    }
    return search
  }

  private func step(
    _ list: UnsafeBufferPointer<Breakpoint>, _ position: Int, last: Bool, _ search: inout Search
  ) -> Bool {
    let point = list[position]
    var kept = 0
    var isEmpty = true
    for place in 0..<search.active.count {
      let index = search.active[place]
      let node = search.nodes[Int(index)]
      let start = node.position < 0 ? firstStart : list[Int(node.position)].start
      let width = shape.width(Int(node.line))
      let fit = fit(point, start, width)
      if !fit.overfull && !point.forced {
        search.active[kept] = index
        kept += 1
      }
      var demerits: Double
      if fit.overfull || fit.isTooLoose {
        guard acceptsOverfull, kept == 0, place == search.active.count - 1, isEmpty
        else { continue }
        demerits = node.demerits + Cost.overfull
      } else if point.flagged, node.hyphens >= 2, ladder == .two {
        continue
      } else {
        demerits = node.demerits + cost(point, fit, node, list, last: last)
        let isRunt = last && node.position >= 0 && point.end.width - start.width < width * 0.12
        if isRunt, justified { demerits += Cost.runt }
      }
      let second = point.flagged && node.hyphens > 0
      let line = Int(min(node.line &+ 1, search.alike))
      while search.bests.count <= line { search.bests.append(Best()) }
      search.bests[line].offer(
        demerits, from: index, at: second ? fit.fitness + 4 : fit.fitness)
      isEmpty = false
    }
    search.active.removeLast(search.active.count - kept)
    if !isEmpty { add(at: position, hyphens: point.flagged ? 1 : 0, &search) }
    return !search.active.isEmpty
  }

  /// Adds the ways that may become part of the best: a second hyphen only where it costs less than
  /// the same line without, since a third is forbidden after it.
  private func add(at position: Int, hyphens: Int8, _ search: inout Search) {
    for line in search.bests.indices where !search.bests[line].isEmpty {
      let best = search.bests[line]
      search.bests[line] = Best()
      let low = best.demerits.lowHalf.min() + Cost.fitness
      let all = min(low, best.demerits.highHalf.min() + Cost.fitness)
      for slot in 0..<8 where best.from[slot] >= 0 {
        let demerits = best.demerits[slot]
        let isSecond = slot > 3
        guard demerits <= (isSecond ? all : low) else { continue }
        if isSecond, best.demerits[slot - 4] <= demerits { continue }
        search.active.append(Int32(search.nodes.count))
        search.nodes.append(
          Node(
            position: Int32(position), previous: best.from[slot], demerits: demerits,
            line: Int32(line), fitness: Int8(slot & 3), hyphens: isSecond ? 2 : hyphens))
      }
    }
  }

  private var firstStart: Breakpoint.Measure {
    Breakpoint.Measure(width: firstHang - shape.indent)
  }

  private func fit(
    _ point: Breakpoint, _ start: Breakpoint.Measure, _ width: Double
  ) -> Fit {
    var shortfall = width - (point.end.width - start.width)
    let flex = (point.end.flex - start.flex) * (flexibility + letterspacing)
    if shortfall >= 0 {
      if point.forced { return Fit(badness: 0, fitness: 2) }
      // Wider glyphs take what they can; their steps leave a rest too small to count.
      shortfall = max(0, shortfall - flex)
      return loose(shortfall, extraStretch + (justified ? point.end.stretch - start.stretch : 0))
    }
    shortfall += flex
    // A thousandth of a point is a rounding error, not an overfull line.
    if shortfall > -0.001 { return Fit(badness: 0, fitness: 2) }
    let shrink = justified ? point.end.shrink - start.shrink : 0
    guard shrink > 0, -shortfall <= shrink + 0.001 else {
      return Fit(badness: 1e5, fitness: 3, overfull: true)
    }
    let ratio = -shortfall / shrink
    let badness = 100 * tightness * ratio * ratio * ratio
    return Fit(badness: badness, fitness: badness > 12 ? 3 : 2)
  }

  private func badness(_ shortfall: Double, _ stretch: Double) -> Double {
    guard stretch > 0 else { return shortfall > 0 ? 1e5 : 0 }
    let ratio = shortfall / stretch
    return min(1e5, 100 * ratio * ratio * ratio)
  }

  private func loose(_ shortfall: Double, _ stretch: Double) -> Fit {
    let badness = badness(shortfall, stretch)
    let judged =
      emergencyStretch > 0 ? self.badness(shortfall, stretch + emergencyStretch) : badness
    return Fit(
      badness: badness, fitness: badness > 99 ? 0 : badness > 12 ? 1 : 2,
      isTooLoose: judged > tolerance)
  }

  private func cost(
    _ point: Breakpoint, _ fit: Fit, _ node: Node, _ list: UnsafeBufferPointer<Breakpoint>,
    last: Bool
  ) -> Double {
    let line = Cost.line + fit.badness
    var demerits = line * line
    let penalty = point.penalty + (point.flagged ? extraHyphenPenalty : 0)
    demerits += penalty * penalty
    if node.position >= 0, node.hyphens > 0 {
      if last {
        demerits += Cost.finalHyphen
      } else if point.flagged {
        demerits += Cost.doubleHyphen
      }
    }
    if justified, abs(fit.fitness - Int(node.fitness)) > 1 { demerits += Cost.fitness }
    return demerits
  }
}
