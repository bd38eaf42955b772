import DocumentModel

/// One colour for each figure in all charts of a report.
extension ReportOutline {
  /// The colours of figures by their ids, from 0: each the first that no figure has with which it
  /// stands in a chart, so that few colours do and none changes its meaning.
  var seriesColours: [String: Int] {
    let groups = allSections.flatMap(\.blocks).flatMap(\.flattened).compactMap(\.chartedFigures)
      .filter { $0.count > 1 }
    var neighbours: [String: Set<String>] = [:]
    for group in groups { for id in group { neighbours[id, default: []].formUnion(group) } }
    var colours: [String: Int] = [:]
    for id in groups.joined() where colours[id] == nil {
      let taken = Set((neighbours[id] ?? []).compactMap { colours[$0] })
      var colour = 0
      while taken.contains(colour) { colour += 1 }
      colours[id] = colour
    }
    return colours
  }
}

extension OutlineBlock {
  /// Forms that tell series apart by place alone.
  private static let plain: Set<Chart.Form> = [.heat, .multiples, .sparkline]

  /// The figures of the block's chart; nil where it has none.
  fileprivate var chartedFigures: [String]? {
    switch content {
    case .chart(let chart): chart.form.map { Self.plain.contains($0) } == true ? nil : chart.figures
    case .figureTable(let table): table.chart?.figures
    case .breakdown(let breakdown): breakdown.chart?.figures
    default: nil
    }
  }
}
