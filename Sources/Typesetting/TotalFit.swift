/// Total-fit line breaking (Knuth & Plass 1981): the breaks with the least sum of demerits.
struct TotalFit {
  var measure: Double
  var indent: Double
  /// How far the first line's first letter stands out of the measure, in points.
  var firstHang = 0.0
  /// How bad a line may be: 100 times the cube of its glue ratio.
  var tolerance: Double
  /// Stretch that every line has besides its glue: the raggedness, or an emergency.
  var extraStretch: Double
  /// Whether the glue itself stretches and shrinks.
  var justified: Bool
  /// By which part glyphs may be widened or narrowed.
  var flexibility = 0.0
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
    var fitness: Int8
    /// How many lines in a row end in a hyphen here; two stands for more as well.
    var hyphens: Int8
  }
  private struct Fit {
    var badness: Double
    var fitness: Int
    var overfull: Bool
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

  /// The best breaks, or nil when no way is good enough.
  func solve(_ list: ContiguousArray<Breakpoint>) -> Solution? {
    list.withUnsafeBufferPointer(solve(in:))
  }

  private func solve(in list: UnsafeBufferPointer<Breakpoint>) -> Solution? {
    guard let last = list.indices.last else { return Solution(breaks: [], demerits: 0) }
    var nodes: ContiguousArray<Node> = [
      Node(position: -1, previous: -1, demerits: 0, fitness: 2, hyphens: 0)
    ]
    var active: ContiguousArray<Int32> = [0]
    for position in list.indices {
      guard step(list, position, last: position == last, &nodes, &active) else { return nil }
    }
    guard let best = active.min(by: { nodes[Int($0)].demerits < nodes[Int($1)].demerits })
    else { return nil }
    var found: [Int] = []
    var at = Int(best)
    while at > 0 {
      found.append(Int(nodes[at].position))
      at = Int(nodes[at].previous)
    }
    return Solution(breaks: found.reversed(), demerits: nodes[Int(best)].demerits)
  }

  private func step(
    _ list: UnsafeBufferPointer<Breakpoint>, _ position: Int, last: Bool,
    _ nodes: inout ContiguousArray<Node>, _ active: inout ContiguousArray<Int32>
  ) -> Bool {
    let point = list[position]
    var best = Best()
    var kept = 0
    for place in 0..<active.count {
      let index = active[place]
      let node = nodes[Int(index)]
      let start = node.position < 0 ? firstStart : list[Int(node.position)].start
      let fit = fit(point, start)
      if !fit.overfull && !point.forced {
        active[kept] = index
        kept += 1
      }
      var demerits: Double
      if fit.overfull || fit.badness > tolerance {
        guard acceptsOverfull, kept == 0, place == active.count - 1, best.isEmpty else { continue }
        demerits = node.demerits + 1e8
      } else if point.flagged, node.hyphens >= 2, ladder == .two {
        continue
      } else {
        demerits = node.demerits + cost(point, fit, node, list, last: last)
        let isRunt = last && node.position >= 0 && point.end.width - start.width < measure * 0.12
        if isRunt, justified { demerits += Cost.runt }
      }
      let second = point.flagged && node.hyphens > 0
      best.offer(demerits, from: index, at: second ? fit.fitness + 4 : fit.fitness)
    }
    active.removeLast(active.count - kept)
    if !best.isEmpty { add(best, at: position, hyphens: point.flagged ? 1 : 0, &nodes, &active) }
    return !active.isEmpty
  }

  /// Adds the ways that may become part of the best: a second hyphen only where it costs less than
  /// the same line without, since a third is forbidden after it.
  private func add(
    _ best: Best, at position: Int, hyphens: Int8, _ nodes: inout ContiguousArray<Node>,
    _ active: inout ContiguousArray<Int32>
  ) {
    let low = best.demerits.lowHalf.min() + Cost.fitness
    let all = min(low, best.demerits.highHalf.min() + Cost.fitness)
    for slot in 0..<8 where best.from[slot] >= 0 {
      let demerits = best.demerits[slot]
      let isSecond = slot > 3
      guard demerits <= (isSecond ? all : low) else { continue }
      if isSecond, best.demerits[slot - 4] <= demerits { continue }
      nodes.append(
        Node(
          position: Int32(position), previous: best.from[slot], demerits: demerits,
          fitness: Int8(slot & 3), hyphens: isSecond ? 2 : hyphens))
      active.append(Int32(nodes.count - 1))
    }
  }

  private var firstStart: Breakpoint.Measure { Breakpoint.Measure(width: firstHang - indent) }

  private func fit(_ point: Breakpoint, _ start: Breakpoint.Measure) -> Fit {
    var shortfall = measure - (point.end.width - start.width)
    let flex = (point.end.flex - start.flex) * flexibility
    if shortfall >= 0 {
      if point.forced { return Fit(badness: 0, fitness: 2, overfull: false) }
      // Wider glyphs take what they can; their steps leave a rest too small to count.
      shortfall = max(0, shortfall - flex)
      let stretch = extraStretch + (justified ? point.end.stretch - start.stretch : 0)
      guard stretch > 0 else {
        return Fit(
          badness: shortfall > 0 ? 1e5 : 0, fitness: shortfall > 0 ? 0 : 2, overfull: false)
      }
      let ratio = shortfall / stretch
      let badness = 100 * ratio * ratio * ratio
      return Fit(
        badness: badness, fitness: badness > 99 ? 0 : badness > 12 ? 1 : 2, overfull: false)
    }
    shortfall += flex
    // A thousandth of a point is a rounding error, not an overfull line.
    if shortfall > -0.001 { return Fit(badness: 0, fitness: 2, overfull: false) }
    let shrink = justified ? point.end.shrink - start.shrink : 0
    guard shrink > 0, -shortfall <= shrink + 0.001 else {
      return Fit(badness: 1e5, fitness: 3, overfull: true)
    }
    let ratio = -shortfall / shrink
    let badness = 100 * ratio * ratio * ratio
    return Fit(badness: badness, fitness: badness > 12 ? 3 : 2, overfull: false)
  }

  private func cost(
    _ point: Breakpoint, _ fit: Fit, _ node: Node, _ list: UnsafeBufferPointer<Breakpoint>,
    last: Bool
  ) -> Double {
    let line = Cost.line + fit.badness
    var demerits = line >= 10_000 ? 1e8 : line * line
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

/// First-fit line breaking, which says how many lines a measure needs at least.
func firstFit(_ list: ContiguousArray<Breakpoint>, measure: Double, indent: Double) -> [Int] {
  var found: [Int] = []
  var start = -indent
  var candidate = -1
  var at = 0
  while at < list.count {
    if list[at].end.width - start > measure + 0.001, candidate >= 0 {
      found.append(candidate)
      start = list[candidate].start.width
      at = candidate + 1
      candidate = -1
      continue
    }
    candidate = at
    if list[at].forced {
      found.append(at)
      start = list[at].start.width
      candidate = -1
    }
    at += 1
  }
  return found
}
