extension DisplayList {
  /// The tree below a node, two spaces a level.
  func dumpNode(
    _ index: Int, depth: Int, _ visited: inout Set<Int>, into lines: inout [String]
  ) {
    let indent = String(repeating: "  ", count: depth)
    guard structure.indices.contains(index) else {
      return lines.append("\(indent)(no node \(index))")
    }
    // A node with two parents, or its own ancestor, is shown once.
    guard visited.insert(index).inserted else {
      return lines.append("\(indent)(node \(index) again)")
    }
    let node = structure[index]
    lines.append(indent + node.role.rawValue + node.properties)
    for kid in node.kids {
      switch kid {
      case .node(let inner): dumpNode(inner, depth: depth + 1, &visited, into: &lines)
      case .content(let page, let run):
        lines.append("\(indent)  run \(page &+ 1).\(run &+ 1)\(content(page, run))")
      case .link(let page, let link): lines.append("\(indent)  link \(page &+ 1).\(link &+ 1)")
      }
    }
  }

  private func content(_ page: Int, _ run: Int) -> String {
    guard pages.indices.contains(page), pages[page].runs.indices.contains(run) else {
      return " (is not there)"
    }
    let text = pages[page].text(of: pages[page].runs[run])
    return text.isEmpty ? "" : " " + quoted(text)
  }
}

extension StructureNode {
  /// What sets the element apart, each part with a space before it.
  fileprivate var properties: String {
    var parts: [String] = []
    if let language { parts.append("lang=\(language)") }
    if let identifier { parts.append("id=\(identifier)") }
    if let scope = attributes.scope { parts.append("scope=\(scope.rawValue)") }
    if attributes.columnSpan != 1 { parts.append("columns=\(attributes.columnSpan)") }
    if attributes.rowSpan != 1 { parts.append("rows=\(attributes.rowSpan)") }
    if let numbering = attributes.numbering { parts.append("numbering=\(numbering.rawValue)") }
    if let box = attributes.boundingBox { parts.append("box=[\(rounded(box))]") }
    if let alternative { parts.append("alt=\(quoted(alternative))") }
    if let actualText { parts.append("actual=\(quoted(actualText))") }
    return parts.map { " " + $0 }.joined()
  }
}
