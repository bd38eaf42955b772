public import DocumentModel
import Records

/// Large figures as the outline declares them.
public struct OutlineKeyFigures: Hashable, Sendable {
  /// Names of indicators, or of counts of records.
  public var names: [String]
  /// How they stand; nil as the theme has it.
  public var form: KeyFigure.Form?
  /// How many years a line shows at most, the report's own last.
  public var years = 5
  /// Years whose values may still change: of every figure, "2019", or of one, "trainings.total.2019".
  public var provisional: [String] = []
  /// What changed in the counting, by figure and first year counted anew, "trainings.total.2017", and
  /// language.
  public var breaks: [String: [String: String]] = [:]
}

/// A few things side by side, as the outline declares them.
public struct OutlineComparison: Hashable, Sendable {
  /// What stands side by side.
  public enum Sides: Hashable, Sendable {
    /// Years; the rows are indicators.
    case years([String])
    /// Parts of indicators by key, and the fields that may split an indicator into them; the rows are
    /// indicators.
    case parts([String], fields: [String])
    /// Indicators; the rows are years.
    case figures([String], years: [String])
  }
  /// What stands side by side, two to four.
  public var sides: Sides
  /// The indicators, one a row; the sides themselves where these are indicators.
  public var figures: [String]
  /// Short names of indicators, by indicator and language.
  public var names: [String: [String: String]]
  /// The caption by language, inline Markdown.
  public var caption: [String: String]
  /// A note beneath by language, inline Markdown; may be empty.
  public var note: [String: String]
  /// The anchor.
  public var anchor: String
}

/// A report at a glance, as the outline declares it.
public struct OutlineGlance: Hashable, Sendable {
  /// Names of the figures, three to six.
  public var figures: [String]
  /// The sentence made from a figure; nil for `text`.
  public var sentence: OutlineSentences?
  /// The sentence by language, inline Markdown with bound values; may be empty.
  public var text: [String: String]
  /// The chart; nil for none.
  public var chart: OutlineChart?
  /// The map; nil for none.
  public var map: OutlineMap?
  /// On how many pages it stands, 1 or 2; nil as long or short as the report asks for.
  public var pages: Int?
}

/// One partner, as the outline declares it.
public struct OutlineProfile: Hashable, Sendable {
  /// The id of the partner's record.
  public var partner: String
  /// The indicators whose parts that belong to the partner are shown.
  public var figures: [String]
  /// The field that splits them by partner.
  public var field: String
  /// The picture; nil for none.
  public var image: OutlineImage?
  /// The anchor.
  public var anchor: String
}

extension OutlineParser {
  /// `key_figures: [FIGURE, ...]`, or a mapping with `of:`, `form:` and what the form needs.
  mutating func keyFigures(_ keys: inout YAMLFields) -> OutlineKeyFigures {
    guard let node = keys.node("key_figures"), let entries = node.entries else {
      return OutlineKeyFigures(names: keys.strings("key_figures", &problems) ?? [])
    }
    var inner = YAMLFields(entries, place: node.place, what: "the key_figures")
    defer { problems += inner.unknownKeys() }
    var figures = OutlineKeyFigures(names: inner.strings("of", &problems) ?? [])
    if figures.names.isEmpty { problems.append(inner.missing("of")) }
    if inner.entries.contains(where: { $0.key == "form" }) {
      figures.form = choice(&inner, "form", KeyFigure.Form.hairline)
    }
    figures.years = count(&inner, "years", among: 2...40) ?? 5
    figures.provisional = inner.strings("provisional", &problems) ?? []
    figures.breaks = texts(&inner, "breaks")
    return figures
  }

  mutating func comparison(_ keys: inout YAMLFields) -> OutlineComparison? {
    let rows = keys.strings("of", &problems) ?? []
    let years = keys.strings("years", &problems) ?? []
    let parts = keys.strings("parts", &problems) ?? []
    let fields = keys.strings("by", &problems) ?? []
    let figures = keys.strings("figures", &problems) ?? []
    let sides: OutlineComparison.Sides
    if !parts.isEmpty {
      sides = .parts(parts, fields: fields)
    } else if !figures.isEmpty {
      sides = .figures(figures, years: years)
    } else {
      sides = .years(years)
    }
    let name = (figures.first ?? rows.first ?? "").isEmpty ? "figures" : (figures + rows)[0]
    let comparison = OutlineComparison(
      sides: sides, figures: figures.isEmpty ? rows : figures, names: texts(&keys, "names"),
      caption: keys.localized("caption", languages: languages, &problems) ?? [:],
      note: keys.localized("note", languages: languages, &problems) ?? [:],
      anchor: keys.string("anchor", &problems) ?? "comparison-\(name)")
    guard let fault = comparison.fault(hasRows: !rows.isEmpty) else { return comparison }
    problems.append(
      Diagnostic(
        .error, code: "bad-comparison", fault.message, at: keys.place, hint: fault.hint))
    return nil
  }

  mutating func glance(_ keys: inout YAMLFields) -> OutlineGlance {
    let figures = keys.strings("figures", &problems) ?? []
    var glance = OutlineGlance(
      figures: figures, text: keys.localized("text", languages: languages, &problems) ?? [:],
      pages: count(&keys, "pages", among: 1...2))
    glance.sentence = nested(&keys, "sentence") { $0.sentences(&$1) }
    glance.chart = nested(&keys, "chart") { $0.chart(&$1) }
    glance.map = nested(&keys, "map") { $0.map(&$1) }
    if !(3...6).contains(figures.count) {
      say("bad-glance", "it shows three to six figures, not \(figures.count)", keys.place)
    }
    if glance.chart != nil, glance.map != nil {
      say("bad-glance", "it shows a chart or a map, not both", keys.place)
    }
    if (glance.sentence == nil) == glance.text.isEmpty {
      say("bad-glance", "it has one sentence, from `sentence:` or `text:`", keys.place)
    }
    return glance
  }

  mutating func profile(_ keys: inout YAMLFields) -> OutlineProfile {
    let partner = keys.required("of", &problems)
    let image = nested(&keys, "image") { $0.image(&$1, isAlone: false) }
    return OutlineProfile(
      partner: partner, figures: keys.strings("figures", &problems) ?? [],
      field: keys.string("by", &problems) ?? "partner", image: image,
      anchor: keys.string("anchor", &problems) ?? "profile-\(partner)")
  }

  /// A report at a glance has pages of its own, and so is alone in its section.
  mutating func checkGlance(in section: OutlineSection) {
    let isThere = section.blocks.contains { if case .glance = $0.content { true } else { false } }
    guard isThere else { return }
    let isAlone =
      section.blocks.count == 1 && section.sections.isEmpty && section.sideFigures.isEmpty
      && section.role == .chapter
    if !isAlone {
      say(
        "bad-glance", "\"at_a_glance\" stands alone in a chapter, without side figures",
        section.place)
    }
  }

  private mutating func say(_ code: String, _ message: String, _ place: Place) {
    problems.append(Diagnostic(.error, code: code, message, at: place))
  }

  /// What a mapping under a key says; nil where the key is not there.
  private mutating func nested<Content>(
    _ keys: inout YAMLFields, _ key: String,
    read: (inout OutlineParser, inout YAMLFields) -> Content
  ) -> Content? {
    guard let node = keys.node(key) else { return nil }
    guard let entries = node.entries else {
      problems.append(keys.wrongType(key, node, wants: "a mapping of keys"))
      return nil
    }
    var inner = YAMLFields(entries, place: node.place, what: "the \(key)")
    let content = read(&self, &inner)
    problems += inner.unknownKeys()
    return content
  }
}

extension OutlineComparison {
  /// How many things stand side by side.
  private var count: Int {
    switch sides {
    case .years(let years): years.count
    case .parts(let keys, _): keys.count
    case .figures(let ids, _): ids.count
    }
  }

  fileprivate func fault(hasRows: Bool) -> (message: String, hint: String)? {
    if !(2...4).contains(count) {
      return (
        "it sets two to four things side by side, not \(count)",
        "name them in `years:`, in `parts:` with `by:`, or in `figures:`"
      )
    }
    switch sides {
    case .years: return hasRows ? nil : ("it has no rows", "name indicators in `of:`")
    case .parts(_, let fields):
      if !hasRows { return ("it has no rows", "name indicators in `of:`") }
      return fields.isEmpty
        ? ("it does not say what splits the indicators into the parts", "add `by: place`") : nil
    case .figures(_, let years):
      return years.isEmpty ? ("it has no rows", "name years in `years:`") : nil
    }
  }
}
