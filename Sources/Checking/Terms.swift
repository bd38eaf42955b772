import Ledger
import Records

extension CheckContext {
  /// Names in texts that are a letter away from the name of a record.
  func termProblems() -> [Diagnostic] {
    languages.flatMap { language -> [Diagnostic] in
      let names = knownNames(language)
      guard !names.isEmpty else { return [] }
      let (han, latin) = (HanNameSlips(names), LatinNameSlips(names))
      return units(in: language).flatMap { unit in
        (isChinese(language) ? han.slips(in: unit) : latin.slips(in: unit)).map { slip in
          Diagnostic(
            .warning, code: "unlike-name",
            "\(quoted(slip.typed)) is not the recorded name \(quoted(slip.name.text))",
            at: unit.place(at: slip.offset),
            hint: "write {{\(slip.name.id).name}}, or add the spelling to its aliases")
        }
      }
    }
  }

  /// The names of records; those of a kind of many thousands are made by a machine, not named. Where
  /// a name is not required, as that of a stated total, it tells records apart and is no proper name.
  private func knownNames(_ language: String) -> [RecordedName] {
    var counts: [String: Int] = [:]
    for record in book.records { counts[record.kind, default: 0] += 1 }
    let named = Set(
      input.vocabulary.kinds.filter { $0.field("name")?.isRequired == true }.map(\.name))
    return book.records.compactMap { record in
      guard named.contains(record.kind), counts[record.kind, default: 0] <= 5_000,
        input.vocabulary.isPublic(record),
        let text = record.fields["name"]?.value.localized?[language]
      else { return nil }
      let aliases = record.fields["aliases"]?.value.texts ?? []
      return RecordedName(id: record.id, text: text, aliases: aliases)
    }
  }
}

/// The name of a record, and the other names that it has.
struct RecordedName {
  var id: String
  var text: String
  var aliases: [String]
}

/// A name in a text that is almost a recorded one.
struct NameSlip {
  var typed: String
  var offset: Int
  var name: RecordedName
}
