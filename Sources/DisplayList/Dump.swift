import Fonts
import Geometry

extension DisplayList {
  /// The whole list as text for reference files: the pages with their marks and links, the
  /// structure tree with the text it holds, and the outline.
  ///
  /// Pages, runs and links count from 1, numbers are points rounded to 0.01, and no path of a
  /// machine and no index of a node comes out, so that a difference shows a difference in layout.
  public func dump() -> String {
    var lines: [String] = []
    for index in pages.indices { dumpPage(index, into: &lines) }
    if !structure.isEmpty {
      lines.append("structure")
      var visited: Set<Int> = []
      dumpNode(0, depth: 1, &visited, into: &lines)
    }
    if !outline.isEmpty { lines.append("outline") }
    for entry in outline {
      let indent = String(repeating: "  ", count: min(max(entry.level, 1), 9))
      let place = "page \(entry.page &+ 1) at \(rounded(entry.y))"
      lines.append("\(indent)\(quoted(entry.title)) to \(place)")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// The text of a page in painting order, a line a run, without artifacts unless they are asked
  /// for; nothing for a page that is not there.
  /// - Parameter page: the page's index, from 0.
  public func plainText(page index: Int, includingArtifacts: Bool = false) -> String {
    guard pages.indices.contains(index) else { return "" }
    let page = pages[index]
    let texts = page.runs.compactMap { run in
      if case .artifact = run.owner, !includingArtifacts { return nil as String? }
      let text = page.text(of: run)
      return text.isEmpty ? nil : text
    }
    return texts.joined(separator: "\n")
  }

  private func dumpPage(_ index: Int, into lines: inout [String]) {
    let page = pages[index]
    let size = "\(rounded(page.size.width))x\(rounded(page.size.height))"
    lines.append("page \(index + 1) \(quoted(page.label)) \(size)")
    for (number, run) in page.runs.enumerated() {
      let shift = run.transform == .identity ? "" : " \(describe(run.transform))"
      lines.append("  run \(number + 1) \(ownerName(run.owner))\(shift)")
      lines += run.items.map { "    " + line(of: $0, on: page) }
    }
    for (number, link) in page.links.enumerated() {
      let areas = link.areas.map { "[\(rounded($0))]" }.joined(separator: " ")
      lines.append(
        "  link \(number + 1) \(areas) to \(describe(link.target)) \(quoted(link.description))")
    }
  }

  private func ownerName(_ owner: Owner) -> String {
    switch owner {
    case .node(let node):
      structure.indices.contains(node) ? structure[node].role.rawValue : "(no node \(node))"
    case .artifact(let kind): "artifact \(kind.rawValue)"
    }
  }

  private func line(of item: Item, on page: Page) -> String {
    switch item {
    case .text(let run): return line(of: run, on: page)
    case .fill(let path, let colour): return "fill \(colour.hex) \(describe(path))"
    case .stroke(let path, let stroke):
      return "stroke \(rounded(stroke.width)) \(stroke.colour.hex) \(describe(path))"
    case .image(let image):
      let name = image.path.utf8.split(separator: UInt8(ascii: "/")).last.map {
        String(Substring($0))
      }
      let pixels = "\(rounded(image.pixels.width))x\(rounded(image.pixels.height))"
      let format = image.format == .jpeg ? "jpeg" : "png"
      let part = image.crop == Image.whole ? "" : " part \(describe(part: image.crop))"
      return "image \(quoted(name ?? "")) \(format) \(pixels) [\(rounded(image.frame))]\(part)"
    }
  }

  private func line(of run: TextRun, on page: Page) -> String {
    let known = fonts.indices.contains(run.font.index)
    let font = known ? fonts[run.font.index].name : "(no font \(run.font.index))"
    let glyphs = page.glyphs(of: run)
    let from = glyphs.first.map { "\(rounded($0.x)),\(rounded($0.y))" } ?? "nowhere"
    let to = glyphs.count > 1 ? glyphs.last.map { "..\(rounded($0.x))" } ?? "" : ""
    let stretch = run.expansion == 1 ? "" : " x\(run.expansion)"
    let style = "\(font) \(rounded(run.size))\(stretch) \(run.colour.hex)"
    return "text \(style) at \(from)\(to) \(quoted(page.text(of: run)))"
  }
}

/// A part of a picture in percent: from the left, from the top, the width, the height.
private func describe(part: Rectangle) -> String {
  [part.x, part.y, part.width, part.height].map { "\(rounded($0 * 100))%" }.joined(separator: " ")
}

private func describe(_ path: Path) -> String {
  path.segments.map { segment in
    switch segment {
    case .move(let p): "M \(rounded(p))"
    case .line(let p): "L \(rounded(p))"
    case .curve(let a, let b, let p): "C \(rounded(a)) \(rounded(b)) \(rounded(p))"
    case .close: "Z"
    }
  }.joined(separator: " ")
}

private func describe(_ t: Transform) -> String {
  if t.xx == 1, t.yy == 1, t.xy == 0, t.yx == 0 {
    return "moved \(rounded(t.x0)),\(rounded(t.y0))"
  }
  return "transformed \(t.xx) \(t.yx) \(t.xy) \(t.yy) \(rounded(t.x0)),\(rounded(t.y0))"
}

func describe(_ target: Link.Target) -> String {
  switch target {
  case .place(let page, let y): "page \(page &+ 1) at \(rounded(y))"
  case .address(let address): address
  }
}
