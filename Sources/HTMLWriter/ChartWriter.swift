import Charts
import DocumentModel

extension ReportWriter {
  /// A chart: its drawing, once for wide screens and once for narrow ones, and its data as a table.
  mutating func nodes(of chart: Chart, _ illustration: Illustration) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    if !chart.subtitle.isEmpty {
      nodes.append(.element(.p, [.class("chart-subtitle")], [.text(chart.subtitle)]))
    }
    for (width, style) in [(Self.wide, "for-wide"), (Self.narrow, "for-narrow")] {
      let drawing = Drawing(chart, width: width, measure: WebMeasure.labels)
      nodes.append(
        DrawingWriter(alternative: illustration.alternative, style: style).node(of: drawing))
    }
    if !chart.source.isEmpty {
      nodes.append(.element(.p, [.class("chart-source")], inlines(chart.source)))
    }
    nodes.append(table(of: chart))
    return nodes
  }

  /// The widths that charts are drawn for, in pixels: the measure of text, and a small phone.
  private static let wide = 590.0
  private static let narrow = 320.0

  /// The same values for those who do not see the chart, and for copying: categories down, series
  /// across.
  private mutating func table(of chart: Chart) -> HTMLNode {
    let names =
      chart.series.count == 1 && chart.series[0].name.isEmpty
      ? [words.value] : chart.series.map(\.name)
    var head = [HTMLNode.element(.th, [.set(.scope, "col")], [.text(words.item)])]
    for name in names {
      head.append(
        .element(.th, [.class("number-cell"), .set(.scope, "col")], [.text(name)]))
    }
    var rows: [HTMLNode] = []
    for (index, category) in chart.categories.enumerated() {
      var cells = [HTMLNode.element(.th, [.set(.scope, "row")], [.text(category)])]
      for series in chart.series where series.values.indices.contains(index) {
        let value = series.values[index]
        var content = [node(of: value.reference)]
        if value.isProvisional { content.append("*") }
        cells.append(.element(.td, [.class("number-cell")], content))
      }
      rows.append(.element(.tr, [], cells))
    }
    let table = HTMLNode.element(
      .table, [],
      [
        .element(.thead, [], [.element(.tr, [], head)]), .element(.tbody, [], rows),
      ])
    return .element(
      .details, [.class("chart-data")],
      [
        .element(.summary, [], [.text(words.data)]),
        .element(
          .div,
          [
            .class("scroll"), .set(.tabindex, 0), .set(.role, "region"),
            .set(.ariaLabel, words.data),
          ], [table]),
      ])
  }
}
