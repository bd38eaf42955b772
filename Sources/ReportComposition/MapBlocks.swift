import DocumentModel
import Ledger
import Records

/// Maps of the outline: places with their values, the finding, the list and the alternative text.
extension Composer {
  /// A map and, where it is asked for, the table of its places.
  mutating func mapBlocks(_ outline: OutlineMap, _ place: Place) -> [Block] {
    guard var map = map(outline, place) else { return [] }
    claim(outline.anchor, place)
    map.centre = outline.centre
    map.labels = outline.labels
    map.width = outline.width
    map.line = outline.line
    map.hasAntarctica = outline.hasAntarctica
    map.hasOutline = outline.hasOutline
    map.isListed = outline.isListed
    map.insets = outline.parts.map { part in
      var inset = part.inset
      inset.name = part.names[language] ?? ""
      return inset
    }
    if let subtitle = outline.subtitle[language] {
      map.subtitle = line(subtitle, place).plainText
    }
    var source = joined(
      [cutOff(), restNotice(of: map), line(outline.note[language], place)], space)
    if let path = outline.data {
      guard let file = areas(path, place) else { return [] }
      map.areas = file.areas
      source = joined([source, [.text(file.notice(wording, language))]], space)
    }
    map.source = joined([source, [.text(wording["mapBase" + baseKey(map)])]], space)
    var caption = line(outline.title[language], place)
    if caption.isEmpty { caption = finding(map, outline) ?? [.text(name(of: outline))] }
    let number = nextFigure()
    let block = Block.illustration(
      Illustration(
        anchor: outline.anchor, number: number, content: .map(map),
        alternative: spoken(map, caption.plainText), caption: caption))
    return outline.isListed ? [block, .table(list(of: map, outline.anchor))] : [block]
  }

  /// The institution's records as the source of the values.
  private mutating func cutOff() -> [Inline] {
    let day = CalendarDay(iso: book.cutOff).map { resolver.dates.text($0.partial) }
    return filled(
      "chartSource",
      [ValueReference(name: "report.cut_off", text: day ?? book.cutOff, machine: book.cutOff)])
  }

  /// What of the figure has no place on the map: the parts that its breakdown takes together, and
  /// what names no place.
  private func restNotice(of map: WorldMap) -> [Inline] {
    guard !map.remainder.isEmpty else { return [] }
    let parts = map.remainder.map { part -> [Inline] in
      [.text(part.name + (wording.isChinese ? "" : " ")), .value(part.value)]
    }
    return [.text(wording["mapRest"])] + joined(parts, wording.clause)
      + [.text(wording.isChinese ? "。" : ".")]
  }

  private var space: String { wording.isChinese ? "" : " " }

  private func baseKey(_ map: WorldMap) -> String {
    if map.form == .tiles { return "Tiles" }
    return map.areas?.isWholeWorld == true ? "Areas" : "Land"
  }

  // MARK: Places and values

  private mutating func map(_ outline: OutlineMap, _ place: Place) -> WorldMap? {
    guard let id = outline.figure else { return countingMap(outline, place) }
    guard let figure = figure(id, place),
      let breakdown = breakdown(outline.field, of: figure, place)
    else { return nil }
    let unit = resolver.unit(figure.units, Quantity(2))
    let field = breakdown.names[language] ?? outline.field
    var map = WorldMap(
      form: outline.form, subtitle: subtitle(figure, unit), places: [],
      heads: [field.prefix(1).uppercased() + field.dropFirst(), unit])
    for part in breakdown.parts { add(part, of: figure, outline.field, to: &map) }
    return finished(map, unit: unit, place)
  }

  /// What is measured, in what unit, over what time.
  private func subtitle(_ figure: Figure, _ unit: String) -> String {
    let name = wording.typographic(figure.names[language] ?? figure.id)
    let isSaid = !wording.isChinese && name.lowercased().contains(unit.lowercased())
    let day = CalendarDay(iso: book.cutOff).map { resolver.dates.text($0.partial) }
    let time =
      figure.kind == .stock
      ? wording.sentence("asOf", day ?? book.cutOff) : wording.sentence("inPeriod", book.period)
    let parts = [name, isSaid || unit.isEmpty ? "" : wording.sentence("chartUnit", unit), time]
    return parts.filter { !$0.isEmpty }.joined(separator: wording.isChinese ? "，" : ", ")
  }

  private mutating func add(
    _ part: Breakdown.Part, of figure: Figure, _ field: String, to map: inout WorldMap
  ) {
    let key = part.key ?? ""
    let value = resolver.partValue("\(figure.id).by.\(field).\(key)", part, of: figure)
    values.append(value)
    guard let known = terms.places[key] else {
      let name = part.key.map { part.names[language] ?? $0 } ?? wording.notReported
      map.remainder.append(.init(name: wording.typographic(name), value: value))
      return
    }
    map.places.append(
      WorldMap.Place(
        code: key, name: known.names[language] ?? key, latitude: known.latitude,
        longitude: known.longitude, value: value,
        number: part.isSuppressed ? nil : part.value?.value))
  }

  /// A map of how many public records of some kinds name each place.
  private mutating func countingMap(_ outline: OutlineMap, _ place: Place) -> WorldMap? {
    let chosen = records(outline.query, place)
    let own = Set(book.records(kind: "institution").flatMap { codes($0) })
    var order: [String] = []
    var counts: [String: Int] = [:]
    for record in chosen {
      for code in codes(record).uniqued() where !own.contains(code) {
        if counts[code] == nil { order.append(code) }
        counts[code, default: 0] += 1
      }
    }
    let ranked = order.sorted { first, second in
      let (a, b) = (counts[first] ?? 0, counts[second] ?? 0)
      return a != b
        ? a > b
        : (terms.places[first]?.sortKey(language) ?? first)
          < (terms.places[second]?.sortKey(language) ?? second)
    }
    let kinds = outline.query.kinds.map { terms.kinds[$0]?.names[language] ?? $0 }
    var map = WorldMap(
      form: outline.form, places: [], heads: [wording["mapPlace"], wording["mapRecords"]])
    map.subtitle = wording.sentence("mapCount", wording.joined(kinds))
    for code in ranked {
      guard let known = terms.places[code], let count = counts[code] else { continue }
      let value = ValueReference(
        name: "places", text: resolver.numbers.digits(Double(count)), machine: "\(count)")
      values.append(value)
      map.places.append(
        WorldMap.Place(
          code: code, name: known.names[language] ?? code, latitude: known.latitude,
          longitude: known.longitude, value: value, number: Double(count)))
    }
    return finished(map, unit: "", place)
  }

  /// The map with the institution and the scale; nil where it would be empty or has no start.
  private mutating func finished(_ map: WorldMap, unit: String, _ place: Place) -> WorldMap? {
    var map = map
    guard !map.places.isEmpty else { return nil }
    map.steps = steps(for: map, unit: unit)
    guard map.form == .flows else { return map }
    guard let home = homePlace() else {
      report(
        "map-without-home", "flows start at the institution, whose position is not recorded", place,
        hint: "give the record of the institution latitude and longitude, or write form: bubbles")
      return nil
    }
    map.home = WorldMap.Place(
      code: "", name: home.name, latitude: home.latitude, longitude: home.longitude)
    return map
  }

  // MARK: Words

  /// The finding where the outline gives none: the rank of a figure's parts, or how many places
  /// records name; nil where the parts cannot be compared.
  private mutating func finding(_ map: WorldMap, _ outline: OutlineMap) -> [Inline]? {
    guard let id = outline.figure else {
      let count = resolver.numbers.digits(Double(map.places.count))
      return [.text(wording.sentence("mapPlaces", count))]
    }
    guard let figure = resolver.figures[id],
      let breakdown = figure.breakdowns.first(where: { $0.field == outline.field }),
      let sentence = DataSentences(resolver: resolver).rank(figure, breakdown)
    else { return nil }
    values += sentence.boundValues
    return sentence
  }

  /// The figure's name with what splits it, which stands as a title where there is no finding.
  private func name(of outline: OutlineMap) -> String {
    guard let figure = outline.figure.flatMap({ resolver.figures[$0] }) else { return "" }
    let field = figure.breakdowns.first { $0.field == outline.field }?.names[language]
    let name = wording.typographic(figure.names[language] ?? figure.id)
    return name + (wording.isChinese ? "，" : " ")
      + wording.sentence("chartBy", field ?? outline.field)
  }

  /// The map read aloud: the finding, what is measured, and every place with its value.
  private func spoken(_ map: WorldMap, _ title: String) -> String {
    let comma = wording.isChinese ? "，" : ", "
    let colon = wording.isChinese ? "：" : ": "
    let head = [wording["map." + map.form.rawValue], title, map.subtitle].filter { !$0.isEmpty }
    let entries =
      map.places.map { place in place.value.map { place.name + colon + $0.text } ?? place.name }
      + map.remainder.map { $0.name + colon + $0.value.text }
    return head.joined(separator: comma) + (wording.isChinese ? "。" : ". ")
      + entries.joined(separator: wording.clause) + (wording.isChinese ? "。" : ".")
  }

  /// The places as a table.
  private func list(of map: WorldMap, _ anchor: String) -> TableBlock {
    let rows =
      map.places.map { row($0.name, $0.value.map { [.value($0)] } ?? []) }
      + map.remainder.map { row($0.name, [.value($0.value)]) }
    let head = TableBlock.Row(cells: map.heads.map { TableBlock.Cell([.text($0)]) })
    return TableBlock(
      anchor: anchor + "-list", number: nil, caption: [],
      columns: [.init(alignment: .leading), .init(alignment: .trailing)], head: [head],
      rows: rows, note: [])
  }

  private func row(_ name: String, _ value: [Inline]) -> TableBlock.Row {
    TableBlock.Row(cells: [TableBlock.Cell([.text(name)]), TableBlock.Cell(value)])
  }
}
