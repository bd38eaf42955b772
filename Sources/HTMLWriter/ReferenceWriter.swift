import DocumentModel

/// Lists of tables and figures, and indexes: links where pages have numbers.
extension ReportWriter {
  /// The lists of tables and figures, each folded under its name; they stand with the contents.
  func foldedLists() -> [HTMLNode] {
    document.lists.filter { !$0.entries.isEmpty }.map { list in
      let words = document.words.references
      let title = list.kind == .tables ? words.tables : words.figures
      return .element(
        .details, [.class("front-list")],
        [.element(.summary, [], [.text(title)]), captionList(list)])
    }
  }

  /// A list of tables or figures.
  func captionList(_ list: CaptionList) -> HTMLNode {
    var writer = self
    let word = list.kind == .tables ? document.words.table : document.words.figure
    let items = list.entries.map { entry in
      HTMLNode.element(
        .li, [],
        [
          .element(
            .a, [.href(.anchor(entry.anchor))],
            [
              .element(.span, [.class("label")], [.text(label(word, entry.number))]), " ",
              .element(.span, [], writer.inlines(entry.title, .none)),
            ])
        ])
    }
    return .element(.ul, [.class("caption-list")], items)
  }

  /// An index: each name leads to the sections and tables that print it.
  func node(of index: IndexBlock) -> HTMLNode {
    let parts = parts(of: index)
    let groups = index.groups.map { group in
      HTMLNode.element(
        .div, [.class("index-group")],
        [
          .element(.p, [.class("index-letter")], [.text(group.letter)]),
          .element(.ul, [], group.entries.map { item(of: $0, parts[$0.key] ?? []) }),
        ])
    }
    return .element(.div, [.class("index wide")], groups)
  }

  /// The parts that name each entry, in reading order.
  private func parts(of index: IndexBlock) -> [String: [String]] {
    var named: [String: Set<String>] = [:]
    for (value, keys) in index.mentions {
      let counted = (survey.mentions[value] ?? []).filter { mention in
        !mention.sections.contains(where: index.except.contains)
      }
      for key in keys { named[key, default: []].formUnion(counted.map(\.part)) }
    }
    return named.mapValues { parts in parts.sorted { order(of: $0) < order(of: $1) } }
  }

  private func order(of anchor: String) -> Int { survey.places[anchor]?.order ?? .max }

  private func item(of entry: IndexBlock.Entry, _ parts: [String]) -> HTMLNode {
    if let see = entry.see {
      return .element(
        .li, [],
        [
          .text(entry.name + " "),
          .element(.span, [.class("see")], [.text(document.words.references.see)]),
          .text(" " + see),
        ])
    }
    var content = [HTMLNode.text(entry.name)]
    for (number, part) in parts.enumerated() {
      content.append(.text(number == 0 ? " " : document.words.references.comma))
      content.append(
        .element(.a, [.class("reference"), .href(.anchor(part))], [.text(name(of: part))]))
    }
    return .element(.li, [], content)
  }

  /// A part by its number, else by its title.
  private func name(of part: String) -> String {
    guard let place = survey.places[part] else { return part }
    return numberText(of: place) ?? place.title.plainText
  }
}
