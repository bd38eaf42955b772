public import DocumentModel
import Records

/// A chart as the outline declares it.
public struct OutlineChart: Hashable, Sendable {
  /// The indicators; none for a chart of dated records.
  public var figures: [String]
  /// The field that splits them; nil for values over the years.
  public var field: String?
  /// The kinds of record on a ruler of years; none for a chart of figures.
  public var kinds: [String] = []
  /// The field with their dates.
  public var date = ""
  /// How many years at most, the report's own last.
  public var years: Int
  /// The form; nil for the one that the data asks for.
  public var form: Chart.Form?
  /// How many categories at most; the rest is summed up in a last one. Nil for all.
  public var top: Int?
  /// The finding by language, inline Markdown; empty for a sentence made from the data.
  public var title: [String: String] = [:]
  /// What is measured, by language; empty for the names and units of the figures.
  public var subtitle: [String: String] = [:]
  /// Small print by language, inline Markdown; may be empty.
  public var note: [String: String] = [:]
  /// Short names of indicators, by indicator and language.
  public var names: [String: [String: String]] = [:]
  /// What the title speaks of: an indicator, a year or the key of a part.
  public var accent: String?
  /// Years or keys of parts whose values may still change.
  public var provisional: [String] = []
  /// What changed in the counting, by the first year counted anew and language.
  public var breaks: [String: [String: String]] = [:]
  /// Remarks by year or key of a part, and language.
  public var annotations: [String: [String: String]] = [:]
  /// Whether series are told apart by patterns too.
  public var isPatterned = false
  /// The anchor.
  public var anchor: String
}

/// Sentences made from the data, as the outline declares them.
public struct OutlineSentences: Hashable, Sendable {
  /// What a sentence says of a figure.
  public enum Saying: String, Hashable, Sendable, CaseIterable {
    /// How it changed over the years.
    case change
    /// Which parts are the largest.
    case rank
    /// What part of all the largest one is.
    case share
    /// Whether it is the highest, the lowest or the first on record.
    case first
  }
  /// The indicator.
  public var figure: String
  /// The field that splits it, for ranks and shares.
  public var field: String?
  /// How many years a change looks back over, the report's own among them.
  public var years: Int
  /// What is said, in order.
  public var sayings: [Saying]
}

extension OutlineParser {
  mutating func chart(_ keys: inout YAMLFields) -> OutlineChart {
    let one = keys.string("figure", &problems)
    let figures = one.map { [$0] } ?? keys.strings("figures", &problems) ?? []
    let kinds = keys.strings("of", &problems) ?? []
    if figures.isEmpty, kinds.isEmpty { problems.append(keys.missing("figure")) }
    let name = (figures.first ?? kinds.first ?? "")
    var chart = OutlineChart(
      figures: figures, field: keys.string("by", &problems),
      years: count(&keys, "years", among: 1...40) ?? 5, form: form(&keys, "form"),
      top: count(&keys, "top", among: 1...1000), anchor: "chart-\(name)")
    chart.kinds = kinds
    chart.date = keys.string("date", &problems) ?? "date"
    chart.title = keys.localized("title", languages: languages, &problems) ?? [:]
    chart.subtitle = keys.localized("subtitle", languages: languages, &problems) ?? [:]
    chart.note = keys.localized("note", languages: languages, &problems) ?? [:]
    chart.names = texts(&keys, "names")
    chart.accent = keys.string("accent", &problems)
    chart.provisional = keys.strings("provisional", &problems) ?? []
    chart.breaks = texts(&keys, "breaks")
    chart.annotations = texts(&keys, "annotations")
    chart.isPatterned = keys.string("patterns", &problems) == "true"
    chart.anchor = keys.string("anchor", &problems) ?? chart.anchor
    return chart
  }

  /// The form of a chart; nil for `auto`.
  private mutating func form(_ keys: inout YAMLFields, _ key: String) -> Chart.Form? {
    guard let text = keys.string(key, &problems), text != "auto" else { return nil }
    return word(text, key, at: keys.place(of: key), or: ["auto"])
  }

  /// `chart: auto` in a table of figures: the chart of its data, which stands before it.
  mutating func chart(
    _ keys: inout YAMLFields, of figures: [String], by field: String?, years: Int, top: Int?,
    table: String
  ) -> OutlineChart? {
    guard let node = keys.node("chart"), node.text != "none" else { return nil }
    var chart = OutlineChart(
      figures: figures, field: field, years: years, form: form(&keys, "chart"), top: top,
      anchor: "chart-" + table)
    chart.isPatterned = false
    return chart
  }

  /// Texts by key and language.
  mutating func texts(
    _ keys: inout YAMLFields, _ key: String
  ) -> [String: [String: String]] {
    guard let node = keys.node(key) else { return [:] }
    guard let entries = node.entries else {
      problems.append(keys.wrongType(key, node, wants: "a mapping of texts"))
      return [:]
    }
    var inner = YAMLFields(entries, place: node.place, what: key)
    var result: [String: [String: String]] = [:]
    for entry in entries {
      result[entry.key] = inner.localized(entry.key, languages: languages, &problems)
    }
    return result
  }

  mutating func sentences(_ keys: inout YAMLFields) -> OutlineSentences {
    let figure = keys.required("of", &problems)
    let field = keys.string("by", &problems)
    let words = keys.strings("say", &problems) ?? (field == nil ? ["change"] : ["rank"])
    let sayings: [OutlineSentences.Saying] = words.compactMap {
      word($0, "say", at: keys.place(of: "say"))
    }
    return OutlineSentences(
      figure: figure, field: field, years: count(&keys, "years", among: 2...40) ?? 2,
      sayings: sayings)
  }
}
