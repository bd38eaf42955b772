/// First-fit line breaking, which says how many lines a measure needs at least.
func firstFit(_ list: ContiguousArray<Breakpoint>, _ shape: LineShape) -> [Int] {
  var found: [Int] = []
  var start = -shape.indent
  var candidate = -1
  var at = 0
  while at < list.count {
    if list[at].end.width - start > shape.width(found.count) + 0.001, candidate >= 0 {
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
