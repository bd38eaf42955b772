import DisplayList

/// A text run where it stands on a page.
struct PlacedText {
  var text: String
  /// The x of each byte's glyph, and of the end as far as the next glyph tells.
  var edges: [Double]
  var x: Double
  var y: Double
  /// Whether it belongs to a structure element.
  var isOwned: Bool
}

extension DisplayList {
  /// The text of a page, a run of one baseline and one owner at a time, in painting order.
  func words(on page: Int) -> [PlacedText] {
    var words: [PlacedText] = []
    for run in pages[page].runs {
      let isOwned = if case .node = run.owner { true } else { false }
      var parts: [PlacedText] = []
      for case .text(let item) in run.items where !item.glyphs.isEmpty {
        let glyphs = pages[page].glyphs[item.glyphs]
        let edges = edges(of: item, on: page)
        let text = String(decoding: pages[page].text[item.text], as: UTF8.self)
        let (x, y) = (glyphs.first?.x ?? 0, glyphs.first?.y ?? 0)
        if let last = parts.last, abs(last.y - y) < 0.01, last.x < x,
          (last.edges.last ?? 0) > x - 8
        {
          parts[parts.count - 1].text += text
          parts[parts.count - 1].edges = last.edges.dropLast() + edges
        } else {
          parts.append(PlacedText(text: text, edges: edges, x: x, y: y, isOwned: isOwned))
        }
      }
      words += parts
    }
    return words
  }

  /// Where the glyph of each byte begins, then where the last one ends: tabular digits are equally
  /// wide, so the end is told by the width of a digit before it.
  private func edges(of item: TextRun, on page: Int) -> [Double] {
    var edges: [Double] = []
    var glyph = item.glyphs.lowerBound
    for cluster in pages[page].clusters[item.clusters] {
      let x = pages[page].glyphs[min(glyph, item.glyphs.upperBound - 1)].x
      edges += Array(repeating: x, count: Int(cluster.bytes))
      glyph += Int(cluster.glyphs)
    }
    let digit = item.size * 0.497
    return edges + [(edges.last ?? 0) + digit]
  }
}

extension StructureNode {
  /// The pages of the node's own content, once for each run.
  var pages: [Int] {
    kids.compactMap { if case .content(let page, _) = $0 { page } else { nil } }
  }

  /// The runs of the node's own content on a page.
  func runs(on wanted: Int) -> [Int] {
    kids.compactMap { kid in
      if case .content(let page, let run) = kid, page == wanted { run } else { nil }
    }
  }
}
