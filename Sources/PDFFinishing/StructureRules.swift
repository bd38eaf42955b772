import DisplayList

/// Every rule that a display list's structure breaks.
func structureProblems(of list: DisplayList) -> [StructureProblem] {
  guard let root = list.structure.first, root.role == .document else { return [.noDocument] }
  let shape = treeProblems(of: list)
  // The rules below follow kids, which only a tree allows.
  guard shape.isEmpty else { return shape }
  return contentProblems(of: list) + linkProblems(of: list) + elementProblems(of: list)
    + list.outline.indices.filter { !list.pages.indices.contains(list.outline[$0].page) }
    .map(StructureProblem.strayBookmark)
}

/// The indexes of the elements in logical order; only for a structure that is a tree.
func logicalOrder(of nodes: [StructureNode]) -> [Int] {
  var order: [Int] = []
  var open = [0]
  while let node = open.popLast() {
    order.append(node)
    for kid in nodes[node].kids.reversed() {
      if case .node(let index) = kid { open.append(index) }
    }
  }
  return order
}

private func treeProblems(of list: DisplayList) -> [StructureProblem] {
  var problems: [StructureProblem] = []
  var parents = Array(repeating: 0, count: list.structure.count)
  for (index, node) in list.structure.enumerated() {
    for kid in node.kids where !exists(kid, in: list) {
      problems.append(.missingKid(node: index))
    }
    for case .node(let kid) in node.kids where parents.indices.contains(kid) { parents[kid] += 1 }
  }
  guard problems.isEmpty else { return problems }
  // One parent each and none for the root leaves only cycles apart from the root to be found.
  for (index, count) in parents.enumerated() where count != (index == 0 ? 0 : 1) {
    problems.append(.notATree(node: index))
  }
  guard problems.isEmpty else { return problems }
  var reached = Array(repeating: false, count: list.structure.count)
  for index in logicalOrder(of: list.structure) { reached[index] = true }
  return reached.indices.filter { !reached[$0] }.map(StructureProblem.notATree)
}

private func exists(_ kid: StructureNode.Kid, in list: DisplayList) -> Bool {
  switch kid {
  case .node(let index): list.structure.indices.contains(index)
  case .content(let page, let run):
    list.pages.indices.contains(page) && list.pages[page].runs.indices.contains(run)
  case .link(let page, let link):
    list.pages.indices.contains(page) && list.pages[page].links.indices.contains(link)
  }
}

private func contentProblems(of list: DisplayList) -> [StructureProblem] {
  var listed = list.pages.map { Array(repeating: 0, count: $0.runs.count) }
  for (index, node) in list.structure.enumerated() {
    for case .content(let page, let run) in node.kids {
      // A kid that another element owns counts as wrong whatever else lists it.
      listed[page][run] += list.pages[page].runs[run].owner == .node(index) ? 1 : 2
    }
  }
  var problems: [StructureProblem] = []
  for (page, counts) in listed.enumerated() {
    for (run, count) in counts.enumerated() {
      var expected = 0
      if case .node = list.pages[page].runs[run].owner { expected = 1 }
      if count != expected { problems.append(.strayRun(page: page, run: run)) }
    }
  }
  return problems
}

private func linkProblems(of list: DisplayList) -> [StructureProblem] {
  var listed = list.pages.map { Array(repeating: 0, count: $0.links.count) }
  for node in list.structure {
    for case .link(let page, let link) in node.kids {
      listed[page][link] += node.role == .link ? 1 : 2
    }
  }
  var problems: [StructureProblem] = []
  for (page, counts) in listed.enumerated() {
    for (index, count) in counts.enumerated() {
      let link = list.pages[page].links[index]
      var leadsSomewhere = true
      switch link.target {
      case .place(let target, _): leadsSomewhere = list.pages.indices.contains(target)
      case .address(let address):
        if !address.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) {
          problems.append(.addressNotASCII(page: page, link: index))
        }
      }
      if count != 1 || !leadsSomewhere || link.areas.isEmpty {
        problems.append(.strayLink(page: page, link: index))
      }
      if link.description.isEmpty {
        problems.append(.linkWithoutDescription(page: page, link: index))
      }
    }
  }
  return problems
}

private func elementProblems(of list: DisplayList) -> [StructureProblem] {
  var problems: [StructureProblem] = []
  var identifiers: Set<String> = []
  var level = 0
  for index in logicalOrder(of: list.structure) {
    let node = list.structure[index]
    if let id = node.identifier, !identifiers.insert(id).inserted {
      problems.append(.duplicateIdentifier(id))
    }
    switch node.role {
    case .figure where (node.alternative ?? node.actualText ?? "").isEmpty:
      problems.append(.figureWithoutAlternative(node: index))
    case .note where (node.identifier ?? "").isEmpty:
      problems.append(.noteWithoutIdentifier(node: index))
    case .headerCell where node.attributes.scope == nil:
      problems.append(.headerWithoutScope(node: index))
    case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6:
      let own = Int(node.role.rawValue.dropFirst()) ?? 1
      if own > level + 1 { problems.append(.skippedLevel(node: index)) }
      level = own
    default: break
    }
  }
  return problems
}
