extension DisplayList {
  /// What breaks the tree or its ties to the pages.
  func structureProblems() -> [String] {
    treeProblems() + ownerProblems() + elementProblems()
  }

  /// All nodes must hang on node 0, each on one parent only.
  private func treeProblems() -> [String] {
    var found: [String] = []
    var parents = [Int](repeating: 0, count: structure.count)
    for (index, node) in structure.enumerated() {
      for case .node(let kid) in node.kids {
        if structure.indices.contains(kid) {
          parents[kid] += 1
        } else {
          found.append("node \(index): there is no kid \(kid)")
        }
      }
    }
    for (index, count) in parents.enumerated() where count != (index == 0 ? 0 : 1) {
      found.append("node \(index): it has \(count) parents")
    }
    return found.isEmpty ? cycleProblems() : found
  }

  /// With one parent each, what node 0 does not reach goes round in a circle.
  private func cycleProblems() -> [String] {
    var reached: Set<Int> = []
    var waiting = structure.isEmpty ? [] : [0]
    while let node = waiting.popLast() {
      reached.insert(node)
      for case .node(let kid) in structure[node].kids { waiting.append(kid) }
    }
    return structure.indices.filter { !reached.contains($0) }.map {
      "node \($0): it is not in the tree"
    }
  }

  /// Runs and links must be named once, by their owner.
  private func ownerProblems() -> [String] {
    var owners: [StructureNode.Kid: [Int]] = [:]
    var found: [String] = []
    for (index, node) in structure.enumerated() {
      for kid in node.kids {
        owners[kid, default: []].append(index)
        if !exists(kid) { found.append("node \(index): it names content that is not there") }
      }
    }
    for (page, content) in pages.enumerated() {
      for (run, marks) in content.runs.enumerated() {
        let named = owners[.content(page: page, run: run)] ?? []
        found += ownerProblem(marks.owner, named).map { "page \(page + 1): run \(run + 1): \($0)" }
      }
      for link in content.links.indices {
        let named = owners[.link(page: page, link: link)] ?? []
        let isSound = named.count == 1 && named.allSatisfy { structure[$0].role == .link }
        if !isSound {
          found.append("page \(page + 1): link \(link + 1): no Link element has it once")
        }
      }
    }
    return found
  }

  private func exists(_ kid: StructureNode.Kid) -> Bool {
    switch kid {
    case .node: true
    case .content(let page, let run):
      pages.indices.contains(page) && pages[page].runs.indices.contains(run)
    case .link(let page, let link):
      pages.indices.contains(page) && pages[page].links.indices.contains(link)
    }
  }

  private func ownerProblem(_ owner: Owner, _ named: [Int]) -> [String] {
    switch owner {
    case .artifact: return named.isEmpty ? [] : ["an artifact is named by node \(named[0])"]
    case .node(let node):
      if !structure.indices.contains(node) { return ["there is no node \(node)"] }
      return named == [node] ? [] : ["node \(node) does not name it once, or another does"]
    }
  }

  /// What ISO 14289-1 asks of single elements: figures have alternative text (7.3), notes have an
  /// identifier of their own (7.9).
  private func elementProblems() -> [String] {
    var found: [String] = []
    var identifiers: Set<String> = []
    for (index, node) in structure.enumerated() {
      if node.role == .figure && (node.alternative ?? node.actualText ?? "").isEmpty {
        found.append("node \(index): a figure has no alternative text")
      }
      if node.role == .note && node.identifier == nil {
        found.append("node \(index): a note has no identifier")
      }
      if let identifier = node.identifier, !identifiers.insert(identifier).inserted {
        found.append("node \(index): the identifier \(quoted(identifier)) is taken")
      }
    }
    return found
  }
}
