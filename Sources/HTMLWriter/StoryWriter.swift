import DocumentModel

extension ReportWriter {
  /// A case story: head, picture, then text in columns with the facts beside it.
  mutating func node(of story: StoryBlock) -> HTMLNode {
    var head: [HTMLNode] = []
    if !story.kicker.isEmpty {
      head.append(.element(.p, [.class("story-kicker")], inlines(story.kicker)))
    }
    head.append(.element(.p, [.class("story-title")], inlines(story.title)))
    if !story.standfirst.isEmpty {
      head.append(.element(.p, [.class("story-standfirst")], inlines(story.standfirst)))
    }
    var content = [HTMLNode.element(.div, [.class("story-head")], head)]
    if let picture = story.picture { content.append(node(of: picture)) }
    content.append(.element(.div, [.class("story-text")], blocks(story.blocks)))
    var side: [HTMLNode] = []
    if !story.facts.isEmpty { side.append(node(of: story.facts)) }
    if let quote = story.quote { side.append(node(of: quote)) }
    if !side.isEmpty { content.append(.element(.div, [.class("story-side")], side)) }
    let kind = side.isEmpty ? "story wide" : "story has-side wide"
    return .element(
      .div, [.id(story.anchor), .class(kind), .set(.role, "group"), label(story.title)], content)
  }

  private func label(_ title: [Inline]) -> HTMLAttribute { .set(.ariaLabel, title.plainText) }

  /// Terms and values, a line each.
  private mutating func node(of facts: [FactLine]) -> HTMLNode {
    var rows: [HTMLNode] = []
    for fact in facts {
      rows.append(
        .element(
          .div, [],
          [.element(.dt, [], inlines(fact.label)), .element(.dd, [], inlines(fact.value))]))
    }
    return .element(.dl, [.class("facts")], rows)
  }

  /// A sentence lifted out of the text, with its portrait, who says it and in what role.
  mutating func node(of quote: PullQuote) -> HTMLNode {
    var text = [HTMLNode.element(.p, [], inlines(quote.content))]
    if !quote.source.isEmpty {
      text.append(.element(.p, [.class("quote-source")], inlines(quote.source)))
    }
    if !quote.role.isEmpty {
      text.append(.element(.p, [.class("quote-role")], inlines(quote.role)))
    }
    guard let portrait = quote.portrait else {
      let kind = quote.role.isEmpty ? "pull" : "pull person"
      return .element(.blockquote, [.class(kind)], text)
    }
    if !portrait.credit.isEmpty {
      text.append(.element(.p, [.class("quote-credit")], inlines(portrait.credit)))
    }
    let image = picture(view(of: portrait), portrait.alternative, columns: 3)
    return .element(
      .blockquote, [.class("pull person has-portrait")],
      [
        .element(.div, [.class("portrait")], [image]),
        .element(.div, [.class("quote-text")], text),
      ])
  }

  private func view(of portrait: PullQuote.Portrait) -> PictureView {
    PictureView(portrait.image, shape: PullQuote.Portrait.shape, columns: 3)
  }

  /// Who answers for the report. A screen is not signed: names, offices and dates stand in its place.
  mutating func node(of signature: SignatureBlock) -> HTMLNode {
    var content = [HTMLNode.element(.p, [.class("statement")], inlines(signature.statement))]
    content.append(node(of: signature.facts))
    if !signature.check.isEmpty {
      content.append(.element(.p, [.class("signature-check")], inlines(signature.check)))
    }
    var signers: [HTMLNode] = []
    for signer in signature.signers {
      var lines = [
        HTMLNode.element(.p, [.class("signer-name")], inlines(signer.name)),
        .element(.p, [.class("signer-role")], inlines(signer.role)),
      ]
      if !signer.date.isEmpty {
        lines.append(.element(.p, [.class("signer-date")], inlines(signer.date)))
      }
      signers.append(.element(.li, [], lines))
    }
    content.append(.element(.ul, [.class("signers")], signers))
    return .element(.div, [.class("signature")], content)
  }

  /// A history: each period with its events, in order, hung on a line.
  mutating func node(of history: HistoryBlock) -> HTMLNode {
    var periods: [HTMLNode] = []
    for period in history.periods {
      var content = [HTMLNode.element(.p, [.class("period-name")], [.text(period.label)])]
      var events: [HTMLNode] = []
      for event in period.events {
        var lines: [HTMLNode] = [
          .element(.p, [.class("event-date")], [node(of: event.date)]),
          .element(.p, [.class("event-title")], inlines(event.title)),
        ]
        if !event.detail.isEmpty {
          lines.append(.element(.p, [.class("event-detail")], inlines(event.detail)))
        }
        let kind: [HTMLAttribute] = event.position == nil ? [.class("unknown")] : []
        events.append(.element(.li, kind, lines))
      }
      if !events.isEmpty { content.append(.element(.ol, [.class("history-events")], events)) }
      periods.append(
        .element(.li, period.events.isEmpty ? [.class("empty")] : [], content))
    }
    return .element(
      .div,
      [
        .id(history.anchor), .class("history wide"), .set(.role, "group"),
        .set(.ariaLabel, history.name),
      ],
      [.element(.ol, [.class("history-periods")], periods)])
  }
}
