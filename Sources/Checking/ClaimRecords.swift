import Ledger
import Records

extension CheckContext {
  /// Claims to be first, only or one of few that lack what makes them checkable.
  func claimRecordProblems() -> [Diagnostic] {
    book.records(kind: "claim").flatMap { claim -> [Diagnostic] in
      [scopeProblem(claim), evidenceProblem(claim)].compactMap { $0 } + numberProblems(claim)
    }
  }

  /// Claims whose text has another number than the record: one of ten, but of eight.
  private func numberProblems(_ claim: Record) -> [Diagnostic] {
    guard let field = claim.fields["of"], let of = field.value.quantity?.value,
      let texts = claim.fields["text"]?.value.localized
    else { return [] }
    return languages.compactMap { language in
      guard let text = texts[language] else { return nil }
      let found = NumberFinder(Array(text.unicodeScalars), isChinese: isChinese(language)).found
      let counts = found.filter { $0.kind == .count && $0.value != 1 }.map(\.value)
      guard !counts.isEmpty, !counts.contains(of) else { return nil }
      return Diagnostic(
        .error, code: "claim-number-differs",
        "\(quoted(claim.id)) is one of \(plain(of)), but its text in \"\(language)\" says "
          + counts.map { plain($0) }.joined(separator: ", "), at: field.place,
        hint: "correct the number or the text")
    }
  }

  private func scopeProblem(_ claim: Record) -> Diagnostic? {
    guard case .choice(let type)? = claim.fields["type"]?.value else { return nil }
    let kind = input.vocabulary.kind("claim")
    // What the vocabulary requires, the reader has missed already.
    let missing = ["scope", "as_of"].filter { name in
      claim.fields[name] == nil && kind?.field(name)?.isRequired != true
    }
    guard !missing.isEmpty else { return nil }
    return Diagnostic(
      .error, code: "claim-without-scope",
      "\(quoted(claim.id)) claims \(quoted(type)) without \(missing.joined(separator: " and "))",
      at: claim.place, hint: "say among what it holds (scope) and at what date (as_of)")
  }

  private func evidenceProblem(_ claim: Record) -> Diagnostic? {
    let field = claim.fields["evidence"]
    let evidence = (field?.value.references ?? []).compactMap { book.record($0) }
    guard !evidence.isEmpty else {
      return Diagnostic(
        .warning, code: "claim-without-evidence", "\(quoted(claim.id)) has no evidence",
        at: claim.place, hint: "name the evidence records that show it")
    }
    let classes = evidence.map { record -> String in
      if case .choice(let word)? = record.fields["class"]?.value { word } else { "" }
    }
    guard classes.allSatisfy({ $0 == "C" || $0.isEmpty }) else { return nil }
    return Diagnostic(
      .warning, code: "claim-weak-evidence",
      "\(quoted(claim.id)) rests on the institution's own statements only",
      at: field?.place ?? claim.place,
      hint: "add evidence of class A (official) or B (partner or press)")
  }
}
