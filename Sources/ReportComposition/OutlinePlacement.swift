public import DocumentModel
import Records

/// Where the outline wants sections and blocks to stand on pages.
public struct SectionPages: Hashable, Sendable {
  /// On which side of a spread a section opens; nil as the theme has it.
  public var opens: Section.Opening?
  /// On which pages it stands.
  public var style = Section.PageStyle.body
  /// In how many columns it is set; nil as the section around it.
  public var columns: Int?
}

extension OutlineParser {
  /// The kinds of block that can leave the text, beside pictures.
  static let placedBlocks = ["table", "figure_table", "breakdown", "chart", "map"]
  /// The keys that say where.
  static let placementKeys = ["float", "span", "wrap", "shrink"]

  /// `float`, `span`, `wrap` and `shrink` of a block; other keys of it have their own reader.
  mutating func placement(of block: String, in fields: YAMLFields) -> Placement? {
    let node = fields.entries.first { $0.key == block }?.value
    guard Self.placedBlocks.contains(block), let entries = node?.entries else {
      return nil
    }
    var keys = YAMLFields(entries, place: fields.place, what: "the \(block)")
    var placement = placement(&keys)
    // A map that is wider than the text goes across the side column.
    if block == "map", entries.contains(where: { $0.key == "width" && $0.value.text != "text" }) {
      placement.span = .page
    }
    return placement
  }

  /// `float`, `span`, `wrap` and `shrink` of a picture.
  mutating func placement(_ keys: inout YAMLFields) -> Placement {
    var placement = Placement(
      float: choice(&keys, "float", Placement.Float.here),
      span: choice(&keys, "span", Placement.Span.column),
      wrap: choice(&keys, "wrap", Placement.Wrap.none))
    placement.leastHeight = leastHeight(&keys)
    if placement.wrap != .none, placement.float != .here || placement.span == .page {
      problems.append(
        Diagnostic(
          .error, code: "wrap-of-float", "\(keys.what): text runs beside what stands in it alone",
          at: keys.place, hint: "take out \"wrap\", or \"float\" and \"span\""))
    }
    return placement
  }

  /// `shrink`: `none`, or the share of its height that a picture keeps at least, from 50 %.
  private mutating func leastHeight(_ keys: inout YAMLFields) -> Double? {
    guard let text = keys.string("shrink", &problems) else { return nil }
    if text == "none" { return 1 }
    let share = text.hasSuffix("%") ? Int(text.dropLast()) : nil
    if let share, (50...100).contains(share) { return Double(share) / 100 }
    problems.append(
      Diagnostic(
        .error, code: "bad-number", "\"shrink\" is not a share from 50% to 100%", at: keys.place,
        hint: "write shrink: 80%, or shrink: none"))
    return nil
  }

  /// `opens`, `page` and `columns` of a section.
  mutating func sectionPages(_ keys: inout YAMLFields) -> SectionPages {
    var pages = SectionPages()
    if keys.entries.contains(where: { $0.key == "opens" }) {
      pages.opens = choice(&keys, "opens", Section.Opening.any)
    }
    pages.style = choice(&keys, "page", Section.PageStyle.body)
    guard let text = keys.string("columns", &problems) else { return pages }
    pages.columns = Int(text).flatMap { (1...3).contains($0) ? $0 : nil }
    if pages.columns == nil {
      problems.append(
        Diagnostic(
          .error, code: "bad-number", "\"columns\" is not a number from 1 to 3", at: keys.place,
          hint: "write columns: 2"))
    }
    return pages
  }
}

extension Block {
  /// The block where the outline wants it; as it is where its kind cannot leave the text.
  func placed(_ placement: Placement?) -> Block {
    guard let placement else { return self }
    switch self {
    case .illustration(var picture):
      picture.placement = placement
      return .illustration(picture)
    case .table(var table):
      table.placement = placement
      return .table(table)
    default: return self
    }
  }
}
