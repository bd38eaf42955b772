import DisplayList

/// What the marked sequences of one page become.
struct Markers {
  /// The operator that begins each run's sequence, in order.
  var headers: [[UInt8]] = []
  /// The MCID of each run; `nil` for artifacts.
  var identifiers: [Int?] = []
  /// The structure element of each MCID.
  var elements: [Int] = []

  /// The markers of a page whose structure is sound.
  init(_ page: Page, _ structure: [StructureNode]) {
    headers.reserveCapacity(page.runs.count)
    for run in page.runs {
      switch run.owner {
      case .node(let node):
        let identifier = elements.count
        let role = structure[node].role.rawValue
        headers.append(Array("/\(role) <</MCID \(identifier)>> BDC".utf8))
        identifiers.append(identifier)
        elements.append(node)
      case .artifact(let kind):
        headers.append(
          Array((kind == .pagination ? Self.pagination : Self.layout).utf8))
        identifiers.append(nil)
      }
    }
  }

  private static let pagination = "/Artifact <</Type /Pagination>> BDC"
  private static let layout = "/Artifact <</Type /Layout>> BDC"
}
