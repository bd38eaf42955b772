import Ledger
import Records

extension CheckContext {
  /// Texts and their translations: the same paragraphs, values and numbers in each.
  func textPairProblems() -> [Diagnostic] {
    guard let source = languages.first else { return [] }
    let originals = files.filter { $0.language == source }
    let byPath = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    return originals.flatMap { original in
      languages.dropFirst().flatMap { language -> [Diagnostic] in
        // A text that is missing is told by composition.
        guard let other = byPath["\(original.stem).\(language).md"] else { return [] }
        return compare(original, other)
      }
    }
  }

  private func compare(_ original: ProseFile, _ other: ProseFile) -> [Diagnostic] {
    var problems = boundProblems(original, other)
    let kinds = (original.units.map(\.kind), other.units.map(\.kind))
    guard kinds.0 == kinds.1 else {
      problems.append(structure(original, other))
      let numbers = TextNumbers(original.units, original.language, self)
      if let difference = numbers.difference(from: .init(other.units, other.language, self)) {
        problems.append(
          digits("the text", difference, original.language, other.language, Place(file: other.path))
        )
      }
      return problems
    }
    for (mine, theirs) in zip(original.units, other.units) {
      problems += compare(mine, theirs, original.language, other.language)
    }
    return problems
  }

  private func compare(
    _ mine: ProseUnit, _ theirs: ProseUnit, _ source: String, _ language: String
  ) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let what = "the \(mine.kind == .item ? "item" : mine.kind == .row ? "row" : "\(mine.kind)")"
    let difference = TextNumbers(mine, source, self).difference(from: .init(theirs, language, self))
    if let difference {
      problems.append(digits(what, difference, source, language, theirs.place(at: 0)))
    }
    if Self.isUntranslated(mine.text, theirs.text, language) {
      problems.append(
        Diagnostic(
          .warning, code: "not-translated", "\(what) in \"\(language)\" is not translated",
          at: theirs.place(at: 0), hint: "translate it"))
    }
    return problems
  }

  private func structure(_ original: ProseFile, _ other: ProseFile) -> Diagnostic {
    func count(_ file: ProseFile, _ kind: ProseUnit.Kind) -> Int {
      file.units.count { $0.kind == kind }
    }
    let kinds: [(ProseUnit.Kind, String)] = [
      (.heading, "headings"), (.paragraph, "paragraphs"), (.item, "items"), (.row, "rows"),
      (.note, "notes"),
    ]
    let parts = kinds.compactMap { kind, name -> String? in
      let counts = (count(original, kind), count(other, kind))
      return counts.0 == counts.1 ? nil : "\(counts.1) \(name) instead of \(counts.0)"
    }
    let what = parts.isEmpty ? "its paragraphs in another order" : parts.joined(separator: ", ")
    return Diagnostic(
      .warning, code: "structure-differs",
      "the text has \(what) beside \"\(original.path)\"", at: Place(file: other.path),
      hint: "bring both languages into step")
  }

  /// Figures and counts that only one language prints.
  private func boundProblems(_ original: ProseFile, _ other: ProseFile) -> [Diagnostic] {
    [(original, other), (other, original)].flatMap { here, there -> [Diagnostic] in
      let known = Set(there.units.flatMap { $0.blanks.map(\.name) })
      var seen = known
      return here.units.flatMap { unit in
        unit.blanks.filter { isNumber($0.name) && seen.insert($0.name).inserted }.map { blank in
          Diagnostic(
            .warning, code: "structure-differs",
            "{{\(blank.name)}} is in \"\(here.language)\", but not in \"\(there.language)\"",
            at: unit.place(at: blank.offset), hint: "name it in \"\(there.path)\" as well")
        }
      }
    }
  }

  private func isNumber(_ name: String) -> Bool {
    if book.figure(name) != nil { return true }
    guard let dot = name.lastIndex(of: ".") else { return false }
    return book.value(String(name[..<dot]), String(name[name.index(after: dot)...]))?.quantity
      != nil
  }
}
