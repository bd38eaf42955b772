public import Records

extension CheckCatalogue {
  /// The problems that remain where a report switches checks off, and what is wrong with its
  /// switches.
  ///
  /// - Parameters:
  ///   - off: What the report writes for each code: `off (the reason)`.
  ///   - problems: Every problem of the report.
  ///   - place: The outline that has the switches.
  ///   - places: Where each switch stands, as far as known.
  ///   - isComplete: Whether all checks ran on all languages, so that a switch that silences nothing
  ///     is known to be needless.
  public static func applying(
    off: [String: String], to problems: [Diagnostic], at place: Place? = nil,
    places: [String: Place] = [:], isComplete: Bool = true
  ) -> [Diagnostic] {
    var silenced = Set<String>()
    var found: [Diagnostic] = []
    for code in off.keys.sorted() {
      if let problem = problem(code, off[code] ?? "", at: places[code] ?? place) {
        found.append(problem)
      } else {
        silenced.insert(code)
      }
    }
    let present = Set(problems.map(\.code))
    for code in silenced.sorted() where isComplete && !present.contains(code) {
      found.append(
        Diagnostic(
          .warning, code: "needless-off", "the check \(quoted(code)) is off, but finds nothing",
          at: places[code] ?? place, hint: "take the switch out"))
    }
    return problems.filter { !silenced.contains($0.code) } + found
  }

  /// What is wrong with a switch.
  private static func problem(_ code: String, _ text: String, at place: Place?) -> Diagnostic? {
    guard let rule = rule(code) else {
      let known = all.filter(\.canBeOff).map(\.code)
      return Diagnostic(
        .error, code: "unknown-check", "there is no check \(quoted(code))", at: place,
        hint: Spelling.hint(for: code, among: known) ?? "docs/checks.md lists every check")
    }
    guard rule.canBeOff else {
      return Diagnostic(
        .error, code: "cannot-be-off", "\(quoted(code)) cannot be switched off", at: place,
        hint: "take the switch out and solve the problem")
    }
    guard reason(in: text) == nil else { return nil }
    return Diagnostic(
      .error, code: "off-without-reason", "the check \(quoted(code)) is off without a reason",
      at: place, hint: "write `\(code): off (the reason)`")
  }

  /// The reason in `off (the reason)`; nil where there is none.
  public static func reason(in text: String) -> String? {
    guard text.hasPrefix("off") else { return nil }
    let rest = text.dropFirst(3).drop(while: \.isWhitespace)
    guard let open = rest.first, "(（".contains(open) else { return nil }
    let inner = rest.dropFirst().prefix { !")）".contains($0) }
    let reason = inner.drop(while: \.isWhitespace)
    return reason.contains(where: { $0.isLetter }) ? String(reason) : nil
  }
}
