import Ledger
import Records

extension CheckContext {
  /// Agreements whose dates are in the wrong order, and exchanges outside their agreement's time.
  func agreementProblems() -> [Diagnostic] {
    let agreements = book.records.filter { $0.kind == "agreement" }
    return agreements.flatMap { orderProblems($0) } + exchangeProblems()
  }

  private func date(_ record: Record, _ fields: String...) -> (date: PartialDate, place: Place)? {
    for name in fields {
      if let field = record.fields[name], let date = field.value.date { return (date, field.place) }
    }
    return nil
  }

  private func orderProblems(_ agreement: Record) -> [Diagnostic] {
    var problems: [Diagnostic] = []
    let kind = input.vocabulary.kind("agreement")
    guard let signed = date(agreement, "signed"), let first = signed.date.earliest else {
      return []
    }
    if let expiry = date(agreement, "expiry", "until"), let last = expiry.date.latest, last < first,
      kind?.field("expiry")?.notBefore != "signed"
    {
      problems.append(
        Diagnostic(
          .error, code: "agreement-dates",
          "\(quoted(agreement.id)) expires on \(expiry.date.source), before it was signed on "
            + signed.date.source, at: expiry.place, hint: "check both dates"))
    }
    if let effective = date(agreement, "effective"), let last = effective.date.latest, last < first
    {
      problems.append(
        Diagnostic(
          .warning, code: "effective-before-signed",
          "\(quoted(agreement.id)) takes effect on \(effective.date.source), before it was signed "
            + "on \(signed.date.source)", at: effective.place,
          hint: "check both dates, or say in a note that it works back"))
    }
    return problems
  }

  private func exchangeProblems() -> [Diagnostic] {
    let kinds = input.vocabulary.kinds.filter { kind in
      kind.field("agreement")?.base == .reference && kind.name != "quota"
    }.map(\.name)
    guard !kinds.isEmpty else { return [] }
    return book.records.filter { kinds.contains($0.kind) }.compactMap { record in
      guard case .reference(let id)? = record.fields["agreement"]?.value,
        let agreement = book.record(id), agreement.kind == "agreement"
      else { return nil }
      return outside(record, agreement)
    }
  }

  private func outside(_ record: Record, _ agreement: Record) -> Diagnostic? {
    guard let start = date(record, "start", "date") else { return nil }
    let end = date(record, "end") ?? start
    let begins = date(agreement, "effective", "signed")
    let ends = date(agreement, "expiry", "until")
    var isRenewed = false
    if case .flag(true)? = agreement.fields["auto_renew"]?.value { isRenewed = true }
    // A partial date is outside only where no day that it can mean is inside.
    if let from = begins?.date.earliest, let last = start.date.latest, last < from {
      return Diagnostic(
        .warning, code: "outside-agreement",
        "\(quoted(record.id)) starts on \(start.date.source), before \(quoted(agreement.id)) on "
          + (begins?.date.source ?? from), at: start.place,
        hint: "check the dates, or name the agreement that was valid then")
    }
    if !isRenewed, let until = ends?.date.latest, let first = end.date.earliest, first > until {
      return Diagnostic(
        .warning, code: "outside-agreement",
        "\(quoted(record.id)) is dated \(end.date.source), after \(quoted(agreement.id)) ended on "
          + (ends?.date.source ?? until), at: end.place,
        hint: "check the dates, or name the agreement that was valid then")
    }
    return nil
  }
}
