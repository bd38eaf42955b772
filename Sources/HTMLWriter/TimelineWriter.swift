import DocumentModel

extension ReportWriter {
  /// A ruler of months with a dot for each event, then the events as an ordered list.
  mutating func node(of timeline: TimelineBlock) -> HTMLNode {
    let months = timeline.months
    let dated = timeline.events.filter { month(of: $0, in: months) != nil }
    let undated = timeline.events.filter { month(of: $0, in: months) == nil }
    var content: [HTMLNode] = []
    if !dated.isEmpty { content += [ruler(months, dated), list(of: dated, months)] }
    if !undated.isEmpty {
      content.append(.element(.p, [.class("undated")], [.text(timeline.undated)]))
      content.append(list(of: undated, months))
    }
    return .element(
      .div,
      [
        .id(timeline.anchor), .class("timeline wide"), .set(.role, "group"),
        .set(.ariaLabel, timeline.year),
      ],
      content)
  }

  private func month(of event: TimelineBlock.Event, in months: [String]) -> Int? {
    event.month.flatMap { $0 >= 1 && $0 <= months.count ? $0 - 1 : nil }
  }

  /// The ruler repeats what the list says, so it is hidden from those who hear the list.
  private func ruler(_ months: [String], _ events: [TimelineBlock.Event]) -> HTMLNode {
    let cells = months.enumerated().map { index, name in
      let count = events.count { month(of: $0, in: months) == index }
      let dot = HTMLNode.element(.span, [.class("dot")], [])
      return HTMLNode.element(
        .span, [.class(count > 0 ? "month busy" : "month")],
        [
          .element(.span, [.class("dots")], Array(repeating: dot, count: count)),
          .element(.span, [.class("month-name")], [.text(name)]),
        ])
    }
    return .element(.div, [.class("ruler"), .set(.ariaHidden, "true")], cells)
  }

  private mutating func list(
    of events: [TimelineBlock.Event], _ months: [String]
  ) -> HTMLNode {
    var items: [HTMLNode] = []
    var shown: Int?
    for event in events {
      let current = month(of: event, in: months)
      let opens = current != nil && current != shown
      shown = current
      var content: [HTMLNode] = [
        .element(.p, [.class("event-date")], [node(of: event.date)]),
        .element(.p, [.class("event-title")], inlines(event.title)),
      ]
      if !event.detail.isEmpty {
        content.append(.element(.p, [.class("event-detail")], inlines(event.detail)))
      }
      items.append(.element(.li, opens ? [.class("opens")] : [], content))
    }
    return .element(.ol, [.class("events")], items)
  }
}
