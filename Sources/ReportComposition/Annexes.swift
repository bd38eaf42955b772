import DocumentModel
import Ledger
import Records

extension Composer {
  /// Every indicator: what it counts, its value, to what time it belongs, what stands behind it.
  mutating func indicatorDefinitions(_ place: Place) -> [Block] {
    let printed = printedFigures()
    let definitions = book.figures.filter { printed.contains($0.id) }.map { figure in
      let anchor = "figure-\(figure.id)"
      claim(anchor, place)
      return Definition(
        anchor: anchor, term: [.text(wording.typographic(figure.names[language] ?? figure.id))],
        body: [
          .paragraph([.text(wording.typographic(figure.definitions[language] ?? ""))]),
          .paragraph(account(figure)),
        ])
    }
    return definitions.isEmpty ? [] : [.definitions(definitions)]
  }

  private mutating func account(_ figure: Figure) -> [Inline] {
    let colon = wording.isChinese ? "：" : ": "
    let stop = wording.isChinese ? "。" : ". "
    var parts: [Inline] = [.text(wording["value"] + colon)]
    if let value = value(figure.id + "|unit", figure.place) { parts.append(.value(value)) }
    let time = time(figure)
    parts += [.text(wording.clause), .text(wording[figure.kind.rawValue]), printed(time)]
    if figure.itemised != nil { parts += [.text(wording.clause)] + detail(figure) }
    parts += [.text(stop + wording["identifier"]), .code(figure.id), .text(stop.trimmedRight())]
    return merged(parts + recordsBehind(figure))
  }

  /// The records that a figure counts, each a link into the annex of sources; not where they are
  /// too many to help.
  private func recordsBehind(_ figure: Figure) -> [Inline] {
    guard (1...12).contains(figure.recordCount) else { return [] }
    let ids = book.recordIDs(behind: figure).uniqued().filter { id in
      book.record(id).map { resolver.isPublic($0) } ?? false
    }
    let annex = recordsInAnnex
    let names = ids.map { id in
      [annex(id) ? Inline.link(.anchor("record-\(id)"), [.code(id)]) : .code(id)]
    }
    let gap = wording.isChinese ? "" : " "
    return [.text(gap + wording["recordsBehind"])] + joined(names, wording.listComma)
      + [.text(wording.isChinese ? "。" : ".")]
  }

  /// Tells whether the annex of sources shows a record, so that a link to it leads somewhere.
  private var recordsInAnnex: (String) -> Bool {
    let asked = outline.allSections.flatMap(\.blocks).compactMap { block -> [String]? in
      if case .sources(let kinds) = block.content { kinds } else { nil }
    }
    if asked.contains([]) { return { _ in true } }
    let kinds = Set(asked.joined())
    return { id in self.book.record(id).map { kinds.contains($0.kind) } ?? false }
  }

  private func time(_ figure: Figure) -> ValueReference {
    guard figure.kind == .stock, let day = CalendarDay(iso: book.cutOff) else {
      let isYear = wording.isChinese && Int(book.period) != nil
      return ValueReference(
        name: "report.period", text: book.period + (isYear ? "年" : ""), machine: book.period)
    }
    return ValueReference(
      name: "report.cut_off", text: resolver.dates.text(day.partial), machine: book.cutOff)
  }

  private func merged(_ parts: [Inline]) -> [Inline] {
    parts.reduce(into: []) { result, part in
      if case .text(let text) = part, case .text(let before)? = result.last {
        result[result.count - 1] = .text(before + text)
      } else {
        result.append(part)
      }
    }
  }

  /// The public records of some kinds, or of all: where each stands, and what its source does not
  /// say.
  mutating func sourceDefinitions(_ kinds: [String], _ place: Place) -> [Block] {
    let asked =
      kinds.isEmpty
      ? book.records.filter { resolver.isPublic($0) }
      : records(RecordQuery(kinds: kinds, conditions: [:]), place)
    let definitions = asked.map { record in
      let anchor = "record-\(record.id)"
      claim(anchor, place)
      return Definition(anchor: anchor, term: name(record), body: [.paragraph(origin(record))])
    }
    return definitions.isEmpty ? [] : [.definitions(definitions)]
  }

  private mutating func origin(_ record: Record) -> [Inline] {
    let stop = wording.isChinese ? "。" : ". "
    let kind = terms.kinds[record.kind]?.names[language] ?? record.kind
    let place = ValueReference(name: record.id, text: record.place.lineText)
    var parts: [Inline] = [
      .text(kind.prefix(1).uppercased() + kind.dropFirst() + " "), .code(record.id),
      .text(wording.clause + wording["found"]), printed(place), .text(stop.trimmedRight()),
    ]
    let silent = silentFields(record)
    if !silent.isEmpty {
      let gap = wording.isChinese ? "" : " "
      parts.append(
        .text(
          gap + wording["silent"]
            + silent.joined(separator: wording.isChinese ? wording.listComma : wording.clause)
            + stop.trimmedRight()))
    }
    return merged(parts)
  }

  /// The dates and counts that a record could have and its source does not give.
  private func silentFields(_ record: Record) -> [String] {
    guard let kind = terms.kinds[record.kind] else { return [] }
    return kind.telling.compactMap { field in
      let isTold = record.fields[field] != nil || kind.privateFields.contains(field)
      let recurs = field == "date" && record.fields["recurring"] != nil
      return isTold || recurs ? nil : kind.labels[field]?[language] ?? field
    }
  }

  /// Who made the report, for what period, and how.
  mutating func colophon() -> [Block] {
    let facts = [
      ("colophonPublisher", "report.institution"), ("colophonPeriod", "report.period"),
      ("colophonCutOff", "report.cut_off"), ("colophonCreated", "report.created"),
    ]
    let definitions = facts.compactMap { key, name in
      value(name, outline.place).map {
        Definition(term: [.text(wording[key])], body: [.paragraph([.value($0)])])
      }
    }
    // What is typed by hand is not looked for where the check is off, so nothing is said of it.
    let made = outline.checksOff["typed-number"] == nil ? "colophonMade" : "colophonMadePartly"
    return [
      .paragraph([.text(wording[made])]),
      .paragraph([.text(wording["colophonPrecision"])]),
      .definitions(definitions + imprintDefinitions()),
    ]
  }
}

extension Place {
  /// `file:line`, as a reader would look it up.
  var lineText: String { line == 0 ? file : "\(file):\(line)" }
}

extension String {
  func trimmedRight() -> String { String(self[...].trimmedEnd()) }
}
