import Fonts
import Geometry

extension DisplayList {
  /// All that breaks the rules a painter relies on, a line each; none for a sound list.
  ///
  /// Pages, runs and links count from 1. The rules: all numbers are finite; ranges lie within their
  /// arrays; clusters cover the glyphs and the text; each run and each link belongs to one node,
  /// which names it once; the structure is one tree.
  public func problems() -> [String] {
    var found: [String] = []
    for (index, page) in pages.enumerated() {
      let problems = pageProblems(page)
      found += problems.map { "page \(index + 1): \($0)" }
    }
    return found + structureProblems() + outlineProblems()
  }

  private func pageProblems(_ page: Page) -> [String] {
    var found: [String] = []
    if !(page.size.width > 0 && page.size.height > 0 && isFinite(page.size)) {
      found.append("the size is not that of a page")
    }
    for (index, run) in page.runs.enumerated() {
      if !isInvertible(run.transform) {
        found.append("run \(index + 1): the transform is singular")
      }
      for item in run.items {
        found += itemProblems(item, on: page).map { "run \(index + 1): \($0)" }
      }
    }
    for (index, link) in page.links.enumerated() {
      found += linkProblems(link).map { "link \(index + 1): \($0)" }
    }
    return found
  }

  private func itemProblems(_ item: Item, on page: Page) -> [String] {
    switch item {
    case .text(let run): return textProblems(run, on: page)
    case .fill(let path, _): return pathProblems(path)
    case .stroke(let path, let stroke):
      let isWide = stroke.width.isFinite && stroke.width > 0
      return pathProblems(path) + (isWide ? [] : ["a stroke has no width"])
    case .image(let image):
      let isSound = isFinite(image.frame) && image.frame.width > 0 && image.frame.height > 0
      let part = image.crop
      let isWithin =
        part.x >= 0 && part.y >= 0 && part.width > 0 && part.height > 0 && part.maxX < 1.001
        && part.maxY < 1.001
      return (isSound ? [] : ["a picture has no area"])
        + (isWithin ? [] : ["a part of a picture lies outside it"])
    }
  }

  private func textProblems(_ run: TextRun, on page: Page) -> [String] {
    guard fonts.indices.contains(run.font.index) else {
      return ["there is no font \(run.font.index)"]
    }
    guard contains(page.glyphs.count, run.glyphs), contains(page.clusters.count, run.clusters),
      contains(page.text.count, run.text)
    else { return ["a range of a text run is out of bounds"] }
    var found: [String] = []
    if !(run.size.isFinite && run.size > 0 && run.expansion.isFinite && run.expansion > 0) {
      found.append("the size of a text run is not positive")
    }
    let glyphs = page.glyphs[run.glyphs]
    if !glyphs.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) {
      found.append("a glyph is at no finite place")
    }
    if glyphs.contains(where: { $0.id == 0 }) { found.append("a character has no glyph") }
    return found + clusterProblems(run, on: page)
  }

  private func clusterProblems(_ run: TextRun, on page: Page) -> [String] {
    let clusters = page.clusters[run.clusters]
    let text = page.text[run.text]
    if String(validating: text, as: UTF8.self) == nil { return ["the text of a run is not UTF-8"] }
    let glyphCount = clusters.reduce(0) { $0 + Int($1.glyphs) }
    let byteCount = clusters.reduce(0) { $0 + Int($1.bytes) }
    guard glyphCount == run.glyphs.count else {
      return ["the clusters cover \(glyphCount) of \(run.glyphs.count) glyphs"]
    }
    guard byteCount == text.count else {
      return ["the clusters cover \(byteCount) of \(text.count) bytes of text"]
    }
    var place = text.startIndex
    for cluster in clusters {
      if place < text.endIndex, text[place] & 0xC0 == 0x80 {
        return ["a cluster begins within a character"]
      }
      place += Int(cluster.bytes)
    }
    return []
  }

  private func linkProblems(_ link: Link) -> [String] {
    var found: [String] = []
    if link.areas.isEmpty || !link.areas.allSatisfy(isFinite) { found.append("it has no area") }
    if link.description.isEmpty { found.append("it has no description") }
    switch link.target {
    case .place(let page, let y):
      if !pages.indices.contains(page) || !y.isFinite { found.append("it leads nowhere") }
    case .address(let address):
      let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      if address.isEmpty || !isPlain { found.append("its address is not 7-bit") }
    }
    return found
  }

  private func outlineProblems() -> [String] {
    var found: [String] = []
    var level = 0
    for entry in outline {
      if !pages.indices.contains(entry.page) || !entry.y.isFinite {
        found.append("outline \(quoted(entry.title)): it leads nowhere")
      }
      if entry.level < 1 || entry.level > level + 1 {
        found.append("outline \(quoted(entry.title)): level \(entry.level) follows level \(level)")
      }
      level = entry.level
    }
    return found
  }
}

private func contains(_ count: Int, _ range: Range<Int>) -> Bool {
  range.lowerBound >= 0 && range.upperBound <= count
}

private func pathProblems(_ path: Path) -> [String] {
  guard case .move? = path.segments.first else { return ["a path does not begin with a place"] }
  let isSound = path.segments.allSatisfy { segment in
    switch segment {
    case .move(let p), .line(let p): isFinite(p)
    case .curve(let a, let b, let p): isFinite(a) && isFinite(b) && isFinite(p)
    case .close: true
    }
  }
  return isSound ? [] : ["a path has a place that is not finite"]
}

private func isFinite(_ p: Point) -> Bool { p.x.isFinite && p.y.isFinite }
private func isFinite(_ s: Size) -> Bool { s.width.isFinite && s.height.isFinite }
private func isFinite(_ r: Rectangle) -> Bool {
  r.x.isFinite && r.y.isFinite && r.width.isFinite && r.height.isFinite
}
private func isInvertible(_ t: Transform) -> Bool {
  let determinant = t.xx * t.yy - t.xy * t.yx
  return determinant.isFinite && determinant != 0 && t.x0.isFinite && t.y0.isFinite
}
