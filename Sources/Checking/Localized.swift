import Ledger
import Records

extension CheckContext {
  /// Texts of records and outline that a language lacks, does not translate, or tells with other
  /// numbers.
  func localizedProblems() -> [Diagnostic] {
    guard languages.count > 1 else { return [] }
    return recordProblems()
      + lines.flatMap { line in
        comparison(line.texts, "\"\(line.what)\"", line.place, isName: false)
      }
  }

  private func recordProblems() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    var gaps: [String: [Diagnostic]] = [:]
    var order: [String] = []
    let kinds = Dictionary(
      input.vocabulary.kinds.map {
        // What a name is sorted by is said only in the language that needs it.
        ($0.name, $0.fields.filter { $0.base == .localized && !$0.isPrivate && $0.name != "sort" })
      },
      uniquingKeysWith: { first, _ in first })
    for record in book.records {
      for type in kinds[record.kind] ?? [] {
        guard let field = record.fields[type.name], let texts = field.value.localized else {
          continue
        }
        for language in languages where texts[language, default: ""].isEmpty {
          guard texts.values.contains(where: { !$0.isEmpty }) else { continue }
          let key = "\(record.kind)\t\(type.name)\t\(language)"
          if gaps[key] == nil { order.append(key) }
          gaps[key, default: []].append(missing(record, type.name, language, field.place))
        }
        let what = "\(quoted(record.id)): \(type.name)"
        problems += comparison(texts, what, field.place, isName: record.kind == "person")
      }
    }
    return problems + order.flatMap { folded(gaps[$0] ?? [], $0) }
  }

  private func missing(
    _ record: Record, _ field: String, _ language: String, _ place: Place
  ) -> Diagnostic {
    Diagnostic(
      .error, code: "missing-translation",
      "\(quoted(record.id)) has no \(field) in \"\(language)\"", at: place,
      hint: "add `\(language):` beside the others; in CSV, the column \(field).\(language)")
  }

  /// Many gaps of one kind are one problem: a column that is not there.
  private func folded(_ gaps: [Diagnostic], _ key: String) -> [Diagnostic] {
    guard gaps.count > 20, var first = gaps.first else { return gaps }
    let parts = key.split(separator: "\t")
    first.message =
      "\(gaps.count) records of kind \(parts[0]) have no \(parts[1]) in \"\(parts[2])\"; "
      + "this is the first"
    return [first]
  }

  /// Compares the source language's text with each translation.
  private func comparison(
    _ texts: [String: String], _ what: String, _ place: Place, isName: Bool
  ) -> [Diagnostic] {
    guard let source = languages.first, let original = texts[source], !original.isEmpty else {
      return []
    }
    return languages.dropFirst().flatMap { language -> [Diagnostic] in
      guard let text = texts[language], !text.isEmpty else { return [] }
      var problems: [Diagnostic] = []
      if !isName, Self.isUntranslated(original, text, language) {
        problems.append(
          Diagnostic(
            .warning, code: "not-translated", "\(what) in \"\(language)\" is not translated",
            at: place, hint: "translate it"))
      }
      let numbers = TextNumbers(ProseUnit(original, at: place), source, self)
      let others = TextNumbers(ProseUnit(text, at: place), language, self)
      if let difference = numbers.difference(from: others) {
        problems.append(digits(what, difference, source, language, place))
      }
      return problems
    }
  }

  func digits(
    _ what: String, _ difference: TextNumbers.Difference, _ source: String, _ language: String,
    _ place: Place
  ) -> Diagnostic {
    let sides = [(difference.mine, source), (difference.theirs, language)].filter { !$0.0.isEmpty }
    let parts = sides.map { values, language in
      "\(values.map { plain($0) }.joined(separator: ", ")) only in \"\(language)\""
    }
    return Diagnostic(
      .error, code: "digits-differ", "\(what): \(parts.joined(separator: ", "))", at: place,
      hint: "correct the number, or bind it so that it is the same in every language")
  }

  /// Whether a translation is the source again, or is not in its language's script.
  static func isUntranslated(_ source: String, _ text: String, _ language: String) -> Bool {
    let words = text.split { !$0.isLetter }.filter { $0.utf8.allSatisfy { $0 < 0x80 } }
    let hasHan = text.unicodeScalars.contains { NameKey.isHan($0) }
    if isChinese(language) { return !hasHan && words.count >= 4 }
    if source == text, words.count >= 4 { return true }
    let hanCount = text.unicodeScalars.count { NameKey.isHan($0) }
    return words.isEmpty && hanCount >= 6
  }
}
