import Charts
import DocumentModel

extension ReportWriter {
  /// A map: its drawing, once for wide screens and once for narrow ones, and its places as a list.
  mutating func nodes(of map: WorldMap, _ illustration: Illustration) -> [HTMLNode] {
    var nodes: [HTMLNode] = []
    if !map.subtitle.isEmpty {
      nodes.append(.element(.p, [.class("chart-subtitle")], [.text(map.subtitle)]))
    }
    for (width, style) in [(Self.width(of: map), "for-wide"), (Self.narrowMap, "for-narrow")] {
      // The survey has read the land, after which drawing cannot fail.
      guard let drawing = Self.drawing(of: map, width) else { continue }
      nodes.append(
        DrawingWriter(alternative: illustration.alternative, style: style).node(of: drawing))
    }
    if !map.source.isEmpty {
      nodes.append(.element(.p, [.class("chart-source")], inlines(map.source)))
    }
    if !map.isListed { nodes.append(list(of: map)) }
    return nodes
  }

  /// The widths that maps are drawn for, in pixels: more than the measure of text, and a small phone.
  private static func width(of map: WorldMap) -> Double {
    switch map.width {
    case .text: 640
    case .wide: 800
    case .page: 960
    }
  }
  private static let narrowMap = 320.0

  private static func drawing(of map: WorldMap, _ width: Double) -> Drawing? {
    do throws(GeographyError) {
      return try Drawing(map, width: width, measure: WebMeasure.labels)
    } catch { return nil }
  }

  /// The places with their values, for those who do not see the map, and for copying.
  private mutating func list(of map: WorldMap) -> HTMLNode {
    let heads = map.heads.enumerated().map { index, head in
      HTMLNode.element(
        .th, (index == 0 ? [] : [.class("number-cell")]) + [.set(.scope, "col")],
        [.text(head.isEmpty ? (index == 0 ? words.item : words.value) : head)])
    }
    var rows: [HTMLNode] = []
    for place in map.places { rows.append(row(place.name, place.value)) }
    for rest in map.remainder { rows.append(row(rest.name, rest.value)) }
    let table = HTMLNode.element(
      .table, [],
      [.element(.thead, [], [.element(.tr, [], heads)]), .element(.tbody, [], rows)])
    return .element(
      .details, [.class("chart-data")],
      [
        .element(.summary, [], [.text(words.mapData)]),
        .element(
          .div,
          [
            .class("scroll"), .set(.tabindex, 0), .set(.role, "region"),
            .set(.ariaLabel, words.mapData),
          ], [table]),
      ])
  }

  private mutating func row(_ name: String, _ value: ValueReference?) -> HTMLNode {
    let content = value.map { [node(of: $0)] } ?? []
    return .element(
      .tr, [],
      [
        .element(.th, [.set(.scope, "row")], [.text(name)]),
        .element(.td, [.class("number-cell")], content),
      ])
  }
}
