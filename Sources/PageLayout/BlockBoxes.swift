import DisplayList
import Geometry

/// The ink of a block on a page.
struct BlockBox {
  var role: Role
  var frame: Rectangle
}

extension DisplayList {
  /// The boxes of the blocks on each page, in the order of the structure: what belongs to a link or a
  /// span counts to the block around it.
  func blockBoxes() -> [[BlockBox]] {
    let blocks = blocksOfNodes()
    var boxes = [[(node: Int, frame: Rectangle)]](repeating: [], count: pages.count)
    for (index, page) in pages.enumerated() {
      var places: [Int: Int] = [:]
      for run in page.runs {
        guard case .node(let node) = run.owner, blocks[node] >= 0 else { continue }
        for item in run.items {
          guard let ink = page.ink(of: item) else { continue }
          let block = blocks[node]
          if let place = places[block] {
            boxes[index][place].frame = boxes[index][place].frame.union(ink)
          } else {
            places[block] = boxes[index].count
            boxes[index].append((block, ink))
          }
        }
      }
    }
    return boxes.map { page in
      page.sorted { $0.node < $1.node }.map {
        BlockBox(role: structure[$0.node].role, frame: $0.frame)
      }
    }
  }

  /// For each node the nearest node around it, or itself, that is a block; -1 for none.
  private func blocksOfNodes() -> [Int] {
    var blocks = [Int](repeating: -1, count: structure.count)
    var waiting = structure.isEmpty ? [] : [(node: 0, block: -1)]
    while let (node, block) = waiting.popLast() {
      let own = structure[node].role.isBlock ? node : block
      blocks[node] = own
      for case .node(let kid) in structure[node].kids { waiting.append((kid, own)) }
    }
    return blocks
  }
}

extension Role {
  fileprivate var isBlock: Bool {
    switch self {
    case .document, .part, .section, .division, .link, .span, .reference, .table, .tableHead,
      .tableBody, .tableRow, .list, .listItem, .contents, .quotation:
      false
    default: true
    }
  }
}

extension Page {
  /// The frame of a mark's ink, near enough to be seen; nil for none.
  fileprivate func ink(of item: Item) -> Rectangle? {
    switch item {
    case .fill(let path, _), .stroke(let path, _): return path.bounds
    case .image(let image): return image.frame
    case .text(let run):
      guard let first = run.glyphs.first, let last = run.glyphs.last else { return nil }
      let left = glyphs[first].x
      let right = glyphs[last].x + run.size * 0.5
      return Rectangle(
        x: left, y: glyphs[first].y - run.size * 0.8, width: max(0, right - left),
        height: run.size * 1.05)
    }
  }
}
