import DisplayList
import Geometry

extension StructureTree {
  /// The attribute objects of an element as PDF source; `nil` for none (ISO 32000-1, 14.8.5).
  func attributes(of index: Int, _ node: StructureNode) -> String? {
    var objects: [String] = []
    let attributes = node.attributes
    switch node.role {
    case .headerCell, .dataCell:
      var entries = ""
      if let scope = attributes.scope, node.role == .headerCell {
        entries += " /Scope /\(scope.rawValue)"
      }
      if attributes.columnSpan > 1 { entries += " /ColSpan \(attributes.columnSpan)" }
      if attributes.rowSpan > 1 { entries += " /RowSpan \(attributes.rowSpan)" }
      if !entries.isEmpty { objects.append("<</O /Table\(entries)>>") }
    case .list:
      if let numbering = attributes.numbering {
        objects.append("<</O /List /ListNumbering /\(numbering.rawValue)>>")
      }
    default: break
    }
    if let box = attributes.boundingBox, let page = contentPage(of: index) {
      let height = list.pages[page].size.height
      let corners = [box.x, height - box.maxY, box.maxX, height - box.y]
      if corners.allSatisfy({ $0.isFinite && abs($0) < 1e6 }) {
        objects.append(
          "<</O /Layout /Placement /Block /BBox [\(corners.map(number).joined(separator: " "))]>>")
      }
    }
    if objects.isEmpty { return nil }
    return objects.count == 1 ? objects[0] : "[\(objects.joined(separator: " "))]"
  }

  /// The page of the first run below an element.
  private func contentPage(of index: Int) -> Int? {
    var open = [index]
    while let next = open.popLast() {
      for kid in list.structure[next].kids {
        if case .content(let page, _) = kid { return page }
      }
      for kid in list.structure[next].kids.reversed() {
        if case .node(let child) = kid { open.append(child) }
      }
    }
    return nil
  }
}

/// A number to a thousandth, without an exponent.
private func number(_ value: Double) -> String {
  let thousandths = Int((value * 1000).rounded())
  let fraction = String(abs(thousandths) % 1000)
  let padded = String(repeating: "0", count: 3 - fraction.count) + fraction
  return "\(thousandths < 0 ? "-" : "")\(abs(thousandths) / 1000).\(padded)"
}
