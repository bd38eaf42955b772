import DisplayList
import Geometry

/// The structure tree while it grows: nodes are made in logical order, content is added as pages are
/// made.
struct StructureTree {
  private(set) var nodes: [StructureNode] = [StructureNode(.document)]
  /// The nodes that are added to their parent only when their first content is.
  private var waiting: [Int: Int] = [:]

  static let root = 0

  /// Adds a node under a parent, after the children it has.
  mutating func add(_ node: StructureNode, to parent: Int) -> Int {
    nodes.append(node)
    nodes[parent].kids.append(.node(nodes.count - 1))
    return nodes.count - 1
  }

  /// Adds a node that takes its place among its parent's content when its own first content comes:
  /// a link inside a paragraph.
  mutating func addInline(_ node: StructureNode, to parent: Int) -> Int {
    nodes.append(node)
    waiting[nodes.count - 1] = parent
    return nodes.count - 1
  }

  /// Records that a run of a page belongs to a node.
  mutating func add(content kid: StructureNode.Kid, to node: Int) {
    if let parent = waiting.removeValue(forKey: node) { add(content: .node(node), to: parent) }
    nodes[node].kids.append(kid)
  }

  /// Sets the frame of a figure, in points from the top left of its page.
  mutating func setBoundingBox(_ box: Rectangle, of node: Int) {
    nodes[node].attributes.boundingBox = box
  }
}
