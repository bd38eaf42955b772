import DocumentModel
public import Ledger
import Records

/// The report at a glance, and profiles of partners.
extension Composer {
  mutating func glance(_ outline: OutlineGlance, _ place: Place) -> [Block] {
    let figures = keyFigures(OutlineKeyFigures(names: outline.figures, form: .tiles), place)
    guard !figures.isEmpty else { return [] }
    var sentence = line(outline.text[language], place)
    if let made = outline.sentence, case .paragraph(let words)? = paragraph(of: made, place).first {
      sentence = words
    }
    var shown: [Block] = []
    if let chart = outline.chart { shown = chartBlock(chart, place) }
    if let map = outline.map { shown = mapBlocks(map, place) }
    var picture: Illustration?
    if case .illustration(let illustration)? = shown.first { picture = illustration }
    let isLong = self.outline.format == .report && chapterCount >= Self.chaptersOfLongReport
    let extent: GlanceBlock.Extent =
      switch outline.pages {
      case 2 where picture != nil: .opening
      case nil where picture != nil && isLong: .fitting
      default: .page
      }
    return [
      .glance(
        GlanceBlock(figures: figures, sentence: sentence, picture: picture, extent: extent))
    ]
  }

  /// From so many chapters on, a report is long enough for an opening at a glance.
  private static let chaptersOfLongReport = 6

  private var chapterCount: Int { outline.sections.count { $0.role == .chapter } }

  /// One partner: everything that its records say and that may be said.
  mutating func profile(_ outline: OutlineProfile, _ place: Place) -> [Block] {
    guard let record = book.record(outline.partner), record.kind == "partner",
      !book.withheldKinds.contains("partner"), resolver.isPublic(record)
    else {
      report(
        "unknown-partner", "there is no partner \"\(outline.partner)\"", place,
        hint: Spelling.hint(
          for: outline.partner, among: book.records(kind: "partner").map(\.id).sorted()))
      return []
    }
    claim(outline.anchor, place)
    var profile = ProfileBlock(anchor: outline.anchor, name: cell(record, "name"))
    profile.otherNames = otherNames(of: record)
    profile.line = joined(
      ["kind", "city", "place"].map { shown($0, of: record) }, wording.isChinese ? "，" : ", ")
    profile.facts = dates(of: record) + agreements(with: record) + shared(with: record)
    profile.figures = outline.figures.compactMap { partFigure($0, outline, place) }
    if let image = outline.image {
      profile.picture = picture(image, place)
    } else if let media = book.picture(of: record, terms) {
      profile.picture = picture(media)
    }
    return [.profile(profile)]
  }

  // MARK: What the record says

  /// A public field that is there; empty where it is not.
  private mutating func shown(_ field: String, of record: Record, capital: Bool = true) -> [Inline]
  {
    guard let value = record.fields[field]?.value,
      terms.kinds[record.kind]?.privateFields.contains(field) != true
    else { return [] }
    let isWord = if case .choice = value { true } else { false }
    let name = "\(record.id).\(field)" + (isWord && capital ? "|capital" : "")
    return self.value(name, record.place).map { [.value($0)] } ?? []
  }

  /// The name in the report's other languages, and in the partner's own.
  private mutating func otherNames(of record: Record) -> [[Inline]] {
    guard case .localized(let names)? = record.fields["name"]?.value else { return [] }
    var seen = Set([names[language] ?? ""])
    var result: [[Inline]] = []
    for code in outline.languages where code != language {
      guard let name = names[code], let other = Wording.of(code), seen.insert(name).inserted else {
        continue
      }
      let printed = ValueReference(name: "\(record.id).name", text: other.typographic(name))
      result.append([.language(other.tag, [.value(printed)])])
    }
    if case .text(let own)? = record.fields["original_name"]?.value, seen.insert(own).inserted,
      terms.kinds["partner"]?.privateFields.contains("original_name") != true
    {
      result.append(cell(record, "original_name"))
    }
    return result
  }

  private func label(_ field: String, of record: Record) -> String {
    terms.kinds[record.kind]?.labels[field]?[language] ?? field
  }

  private mutating func dates(of record: Record) -> [ProfileBlock.Fact] {
    ["since", "until"].compactMap { field in
      let date = shown(field, of: record)
      guard !date.isEmpty else { return nil }
      return ProfileBlock.Fact(
        term: [.text(capitalised(label(field, of: record)))], lines: [date])
    }
  }

  // MARK: What other records say of it

  private func related(_ kind: String, by field: String, to record: Record) -> [Record] {
    guard terms.kinds[kind] != nil, !book.withheldKinds.contains(kind),
      terms.kinds[kind]?.privateFields.contains(field) != true
    else { return [] }
    return book.records(kind: kind).filter { other in
      resolver.isPublic(other)
        && other.fields[field]?.value.references.contains(record.id) == true
    }
  }

  /// Each agreement with its dates, the oldest first; those without a date last.
  private mutating func agreements(with record: Record) -> [ProfileBlock.Fact] {
    let found = related("agreement", by: "partners", to: record)
    let dated = found.enumerated().map { index, agreement in
      (agreement, Self.day(of: agreement, ["signed", "effective"]) ?? Int.max, index)
    }
    let lines = dated.sorted { ($0.1, $0.2) < ($1.1, $1.2) }.map { agreementLine($0.0) }
      .filter { !$0.isEmpty }
    return lines.isEmpty ? [] : [ProfileBlock.Fact(term: term("agreement"), lines: lines)]
  }

  private static func day(of record: Record, _ fields: [String]) -> Int? {
    for field in fields {
      if case .date(let date)? = record.fields[field]?.value, let day = date.start ?? date.end {
        return day.year * 10_000 + (day.month ?? 0) * 100 + (day.day ?? 0)
      }
    }
    return nil
  }

  private mutating func agreementLine(_ agreement: Record) -> [Inline] {
    let isSigned = agreement.fields["signed"] != nil
    let fields = [isSigned ? "signed" : "effective", "expiry", "terminated"]
    var parts = fields.map { labelled($0, of: agreement) }
    if case .choice(let status)? = agreement.fields["status"]?.value,
      ["draft", "suspended", "terminated"].contains(status), agreement.fields["terminated"] == nil
    {
      parts.append(shown("status", of: agreement, capital: false))
    }
    return joined([shown("kind", of: agreement), joined(parts, comma)], comma)
  }

  private var comma: String { wording.isChinese ? "，" : ", " }

  /// "signed 3 May 2014", “签署日期：2014年5月3日”.
  private mutating func labelled(_ field: String, of record: Record) -> [Inline] {
    let date = shown(field, of: record)
    guard !date.isEmpty else { return [] }
    let label = label(field, of: record)
    return [.text(wording.isChinese ? label + "：" : label + "\u{A0}")] + date
  }

  /// Joint programmes and centres, each with when it began.
  private mutating func shared(with record: Record) -> [ProfileBlock.Fact] {
    let kinds = [
      ("joint_programme", "partners", "since"), ("overseas_centre", "host", "opened"),
    ]
    return kinds.compactMap { kind, link, date in
      let lines = related(kind, by: link, to: record).map { other in
        joined([name(other), labelled(date, of: other)], comma)
      }
      return lines.isEmpty ? nil : ProfileBlock.Fact(term: term(kind), lines: lines)
    }
  }

  private func term(_ kind: String) -> [Inline] { [.text(wording["profile." + kind])] }

  // MARK: Its figures and its picture

  /// The part of an indicator that belongs to the partner; nil where no record falls into it.
  private mutating func partFigure(
    _ id: String, _ outline: OutlineProfile, _ place: Place
  ) -> KeyFigure? {
    guard let figure = figure(id, place),
      let breakdown = breakdown(outline.field, of: figure, place),
      let part = breakdown.parts.first(where: { $0.key == outline.partner })
    else { return nil }
    let label: [Inline] = [.text(wording.typographic(figure.names[language] ?? figure.id))]
    let name = "\(figure.id).by.\(outline.field).\(outline.partner)"
    let isStock = figure.kind == .stock
    let day = CalendarDay(iso: book.cutOff).map { resolver.dates.text($0.partial) }
    let time = ValueReference(
      name: isStock ? "report.cut_off" : "report.period",
      text: isStock ? day ?? book.cutOff : book.period, machine: isStock ? book.cutOff : book.period
    )
    let detail = filled(isStock ? "asOf" : "inPeriod", [time])
    guard let quantity = part.value, !part.isSuppressed else {
      let value = resolver.partValue(name, part, of: figure)
      values.append(value)
      return KeyFigure(
        value: value, qualifier: "", unit: "", label: label, detail: detail, form: .tiles)
    }
    let value = ValueReference(
      name: name, text: resolver.number(quantity, decimals: figure.decimals),
      machine: resolver.machine(quantity.value))
    values.append(value)
    let unit = resolver.unit(figure.units, quantity)
    let isSaid = !wording.isChinese && label.plainText.lowercased().contains(unit.lowercased())
    return KeyFigure(
      value: value, qualifier: resolver.qualifier(quantity), unit: isSaid ? "" : unit,
      label: label, detail: detail, form: .tiles)
  }

  private mutating func picture(
    _ outline: OutlineImage, _ place: Place
  ) -> GalleryBlock.Picture? {
    guard let image = image(outline.file, place) else { return nil }
    let alternative = outline.alternative[language] ?? ""
    if alternative.isEmpty { reportNoAlternative(outline.file, place) }
    return GalleryBlock.Picture(
      image: framed(image, outline.file, outline.framing), alternative: alternative,
      caption: told(line(outline.caption[language], place), outline, place),
      credit: credit(of: outline))
  }

  /// The picture that the partner's record names, with what its own record says of it.
  private mutating func picture(_ media: Record) -> GalleryBlock.Picture? {
    guard resolver.isPublic(media), case .text(let file)? = media.fields["file"]?.value,
      let image = image(file, media.place)
    else { return nil }
    func words(_ field: String) -> String {
      guard case .localized(let texts)? = media.fields[field]?.value else { return "" }
      return wording.typographic(texts[language] ?? "")
    }
    let alternative = words("alternative")
    if alternative.isEmpty { reportNoAlternative(file, media.place) }
    let caption = words("caption")
    return GalleryBlock.Picture(
      image: framed(image, file, nil), alternative: alternative,
      caption: caption.isEmpty ? [] : [.text(caption)], credit: recordedCredit(of: file))
  }
}

extension LedgerBook {
  /// The record of the picture that a partner's record names in `image`, unless it is kept back.
  func picture(of partner: Record, _ terms: Terminology) -> Record? {
    guard !withheldKinds.contains("media"),
      terms.kinds[partner.kind]?.privateFields.contains("image") != true
    else { return nil }
    return picture(of: partner)
  }

  private func picture(of partner: Record) -> Record? {
    let named = partner.fields["image"]?.value.references.first
    return named.flatMap { record($0) }.flatMap { $0.kind == "media" ? $0 : nil }
  }

  /// The files of the pictures that the outline shows because records name them: those of partners
  /// with a profile, in order.
  ///
  /// - Parameter outline: the outline of the report.
  public func imagePaths(of outline: ReportOutline) -> [String] {
    outline.profiledPartners.compactMap { id in
      guard let partner = record(id), let media = picture(of: partner),
        case .text(let file)? = media.fields["file"]?.value
      else { return nil }
      return file
    }
  }
}

extension ReportOutline {
  /// The ids of the partners with a profile that names no picture itself.
  fileprivate var profiledPartners: [String] {
    allSections.flatMap(\.blocks).flatMap(\.flattened).compactMap { block in
      guard case .profile(let profile) = block.content, profile.image == nil else { return nil }
      return profile.partner
    }
  }
}
