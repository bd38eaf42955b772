import Ledger

/// Which indicators an outline prints, so that the annex defines those and no others.
extension Composer {
  /// The ids of the indicators that the outline names in any of its languages, in prose, in lines
  /// of its own, as key figures or in tables.
  func printedFigures() -> Set<String> {
    var names = Set<String>()
    for section in outline.allSections {
      names.formUnion(section.sideFigures)
      for text in section.title.values { names.formUnion(Self.boundNames(in: text)) }
      for text in section.lead.values { names.formUnion(Self.boundNames(in: text)) }
      for block in section.blocks { names.formUnion(self.names(in: block.content)) }
    }
    for path in outline.textPaths {
      names.formUnion(Self.boundNames(in: files.texts[path] ?? ""))
    }
    let ids = Set(book.figures.map(\.id))
    return Set(names.compactMap { Self.figure(in: $0, among: ids) })
  }

  private func names(in content: OutlineBlock.Content) -> [String] {
    switch content {
    case .keyFigures(let outline): outline.names
    case .glance(let glance):
      glance.figures + (glance.sentence.map { [$0.figure] } ?? [])
        + glance.text.values.flatMap(Self.boundNames) + (glance.chart?.figures ?? [])
        + (glance.map?.figure.map { [$0] } ?? [])
    case .comparison(let comparison):
      comparison.figures
        + (Array(comparison.caption.values) + comparison.note.values).flatMap(Self.boundNames)
    case .profile(let profile): profile.figures
    case .figureTable(let table): table.figures
    case .breakdown(let table): [table.figure]
    case .chart(let chart):
      chart.figures
        + (Array(chart.title.values) + chart.note.values).flatMap(Self.boundNames)
    case .map(let map): map.figure.map { [$0] } ?? []
    case .sentences(let sentences): [sentences.figure]
    case .remark(let texts): texts.values.flatMap(Self.boundNames)
    case .table(let table):
      (Array(table.caption.values) + table.note.values).flatMap(Self.boundNames)
    default: []
    }
  }

  /// The names between double braces, without their forms.
  static func boundNames(in text: String) -> [String] {
    guard text.utf8.contains(UInt8(ascii: "{")) else { return [] }
    return text.split(separator: "{{").dropFirst().compactMap { piece in
      guard let end = piece.firstRange(of: "}}") else { return nil }
      let name = piece[..<end.lowerBound].prefix { $0 != "|" }
      return String(name.drop(while: \.isWhitespace).trimmedEnd())
    }
  }

  /// The indicator whose id a name is or begins with: `trainings.total.2018` is of
  /// `trainings.total`.
  static func figure(in name: String, among ids: Set<String>) -> String? {
    var prefix = name[...]
    while !ids.contains(String(prefix)) {
      guard let dot = prefix.lastIndex(of: ".") else { return nil }
      prefix = prefix[..<dot]
    }
    return String(prefix)
  }
}
