public import Records

extension ReportOutline {
  /// Reads a `report.yaml`; the outline is nil where nothing useful can be read, and every problem
  /// carries its line and column.
  public static func parse(
    _ text: String, file: String
  ) -> (outline: ReportOutline?, problems: [Diagnostic]) {
    do throws(Diagnostic) {
      guard let entries = try YAMLReader.parse(Array(text.utf8), file: file)?.entries else {
        throw Diagnostic(
          .error, code: "empty-outline", "the outline is not a mapping of keys",
          at: Place(file: file), hint: "start with `title:`")
      }
      var parser = OutlineParser(file: file)
      let outline = parser.outline(entries)
      return (outline, parser.problems)
    } catch {
      return (nil, [error])
    }
  }
}

/// Turns YAML into an outline, collecting every problem.
struct OutlineParser {
  let file: String
  var languages: [String] = []
  var problems: [Diagnostic] = []

  init(file: String) { self.file = file }

  mutating func outline(_ entries: [YAMLNode.Entry]) -> ReportOutline {
    var keys = YAMLFields(entries, place: Place(file: file), what: "the outline")
    languages = keys.strings("languages", &problems) ?? ["en"]
    checkLanguages()
    let vocabulary = keys.node("vocabulary")
    var outline = ReportOutline(
      place: Place(file: file),
      institution: required(&keys, "institution"), title: required(&keys, "title"),
      subtitle: keys.localized("subtitle", languages: languages, &problems) ?? [:],
      subject: keys.localized("subject", languages: languages, &problems) ?? [:],
      keywords: keywords(&keys), period: keys.required("period", &problems),
      cutOff: keys.required("cut_off", &problems), created: keys.required("created", &problems),
      languages: languages, recordsFolder: keys.string("records", &problems) ?? "records",
      indicatorFiles: keys.strings("indicators", &problems) ?? [],
      vocabulary: vocabulary?.text ?? "cooperation",
      format: choice(&keys, "format", .report), themeNode: keys.node("theme"),
      pages: pages(&keys),
      outputs: keys.strings("outputs", &problems) ?? ["pdf", "html"],
      vocabularyNode: vocabulary, sourcesNode: keys.node("sources"),
      targets: quantities(&keys, "targets"), published: published(&keys),
      suppression: suppression(&keys), notes: notes(&keys),
      checksOff: checksOff(&keys), sections: sections(&keys))
    outline.press = press(&keys)
    readApparatus(&keys, into: &outline)
    readCovers(&keys, into: &outline)
    problems += keys.unknownKeys()
    checkDates(outline, keys)
    checkAnchors(outline)
    return outline
  }

  private mutating func required(_ keys: inout YAMLFields, _ key: String) -> [String: String] {
    if let texts = keys.localized(key, languages: languages, &problems) { return texts }
    problems.append(keys.missing(key))
    return [:]
  }

  private mutating func keywords(_ keys: inout YAMLFields) -> [String: [String]] {
    (keys.localized("keywords", languages: languages, &problems) ?? [:]).mapValues { text in
      text.split(whereSeparator: { ",，、;；".contains($0) }).map { word in
        String(word.drop(while: \.isWhitespace))
      }
    }
  }

  /// `typed-number: off (the reason)`.
  private mutating func checksOff(_ keys: inout YAMLFields) -> [String: String] {
    var off: [String: String] = [:]
    for (name, state) in keys.mapping("checks", &problems).sorted(by: { $0.key < $1.key }) {
      off[name] = state
    }
    return off
  }

  private mutating func checkLanguages() {
    for language in languages where Wording.of(language) == nil {
      problems.append(
        Diagnostic(
          .error, code: "unknown-language", "no wording for the language \"\(language)\"",
          at: Place(file: file), hint: "one of \(Wording.languages.joined(separator: ", "))"))
    }
  }

  private mutating func checkDates(_ outline: ReportOutline, _ keys: YAMLFields) {
    let dates = [("cut_off", outline.cutOff), ("created", outline.created)]
    for (key, date) in dates where !date.isEmpty && CalendarDay(iso: date) == nil {
      let node = keys.entries.first { $0.key == key }?.value
      problems.append(
        Diagnostic(
          .error, code: "bad-date", "\"\(key)\" is not a date: \"\(date)\"",
          at: node?.place ?? keys.place,
          hint: "write it as 2019-12-31"))
    }
  }

  private mutating func checkAnchors(_ outline: ReportOutline) {
    var seen = Set<String>()
    for section in outline.allSections where !seen.insert(section.anchor).inserted {
      problems.append(
        Diagnostic(
          .error, code: "duplicate-anchor", "the anchor \"\(section.anchor)\" is used twice",
          at: section.place))
    }
  }
}
