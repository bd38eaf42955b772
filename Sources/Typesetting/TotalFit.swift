/// Total-fit line breaking (Knuth & Plass 1981): the breaks with the least sum of demerits.
struct TotalFit {
  var measure: Double
  var indent: Double
  /// How bad a line may be: 100 times the cube of its glue ratio.
  var tolerance: Double
  /// Stretch that every line has besides its glue: the raggedness, or an emergency.
  var extraStretch: Double
  /// Whether the glue itself stretches and shrinks.
  var justified: Bool
  /// What a hyphen costs more than in justified text.
  var extraHyphenPenalty = 0.0
  /// Whether a line that does not fit is taken when there is no other.
  var acceptsOverfull: Bool

  private struct Node {
    var position: Int32
    var previous: Int32
    var demerits: Double
    var fitness: Int
  }
  private struct Fit {
    var badness: Double
    var fitness: Int
    var overfull: Bool
  }

  /// The indices of the breaks in order, or nil when no way is good enough.
  func breaks(_ list: ContiguousArray<Breakpoint>) -> [Int]? {
    list.withUnsafeBufferPointer(breaks(in:))
  }

  private func breaks(in list: UnsafeBufferPointer<Breakpoint>) -> [Int]? {
    guard let last = list.indices.last else { return [] }
    var nodes: ContiguousArray<Node> = [
      Node(position: -1, previous: -1, demerits: 0, fitness: 2)
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
    return found.reversed()
  }

  private func step(
    _ list: UnsafeBufferPointer<Breakpoint>, _ position: Int, last: Bool,
    _ nodes: inout ContiguousArray<Node>, _ active: inout ContiguousArray<Int32>
  ) -> Bool {
    let point = list[position]
    var best = (
      Double.infinity, Double.infinity, Double.infinity, Double.infinity
    )
    var from: (Int32, Int32, Int32, Int32) = (-1, -1, -1, -1)
    var kept = 0
    for place in 0..<active.count {
      let index = active[place]
      let node = nodes[Int(index)]
      let start = node.position < 0 ? firstStart : list[Int(node.position)].start
      let fit = fit(point, start)
      let stays = !fit.overfull && !point.forced
      if stays {
        active[kept] = index
        kept += 1
      }
      var demerits: Double
      if fit.overfull || fit.badness > tolerance {
        let rescued =
          acceptsOverfull && kept == 0 && place == active.count - 1
          && from.0 < 0 && from.1 < 0 && from.2 < 0 && from.3 < 0
        guard rescued else { continue }
        demerits = node.demerits + 1e8
      } else {
        demerits = node.demerits + cost(point, fit, node, list, last: last)
        let isRunt = last && node.position >= 0 && point.end.width - start.width < measure * 0.12
        if isRunt, justified { demerits += Cost.runt }
      }
      switch fit.fitness {
      case 0: if demerits <= best.0 { best.0 = demerits; from.0 = index }
      case 1: if demerits <= best.1 { best.1 = demerits; from.1 = index }
      case 2: if demerits <= best.2 { best.2 = demerits; from.2 = index }
      default: if demerits <= best.3 { best.3 = demerits; from.3 = index }
      }
    }
    active.removeLast(active.count - kept)
    func add(_ demerits: Double, _ previous: Int32, _ fitness: Int) {
      guard previous >= 0 else { return }
      nodes.append(
        Node(
          position: Int32(position), previous: previous, demerits: demerits, fitness: fitness))
      active.append(Int32(nodes.count - 1))
    }
    let least = min(best.0, best.1, best.2, best.3) + Cost.fitness
    if best.0 <= least { add(best.0, from.0, 0) }
    if best.1 <= least { add(best.1, from.1, 1) }
    if best.2 <= least { add(best.2, from.2, 2) }
    if best.3 <= least { add(best.3, from.3, 3) }
    return !active.isEmpty
  }

  private var firstStart: Breakpoint.Measure { Breakpoint.Measure(width: -indent) }

  private func fit(_ point: Breakpoint, _ start: Breakpoint.Measure) -> Fit {
    let shortfall = measure - (point.end.width - start.width)
    if shortfall >= 0 {
      if point.forced { return Fit(badness: 0, fitness: 2, overfull: false) }
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
    let shrink = justified ? point.end.shrink - start.shrink : 0
    // A thousandth of a point is a rounding error, not an overfull line.
    if shortfall > -0.001 { return Fit(badness: 0, fitness: 2, overfull: false) }
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
    if node.position >= 0, list[Int(node.position)].flagged {
      if last {
        demerits += Cost.finalHyphen
      } else if point.flagged {
        demerits += Cost.doubleHyphen
      }
    }
    if justified, abs(fit.fitness - node.fitness) > 1 { demerits += Cost.fitness }
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
