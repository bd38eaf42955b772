extension PartialDate {
  /// Reads a date of EDTF level 1 (ISO 8601-2): `2019`, `2019-09`, `2019-09-02`, `2019~`,
  /// `2019-05-06/2019-05-08`, `2006/..`, `../2019`.
  ///
  /// A whole day as spreadsheets show it, with the year first, can mean nothing else and is read
  /// too: `2019/5/6`, `2019.5.6`, `2019年5月6日`. It becomes `2019-05-06`.
  ///
  /// - Throws: `ValueProblem` with the code `bad-date` or `end-before-start`.
  public static func parse(_ source: String) throws(ValueProblem) -> PartialDate {
    let text = trimmed(source)
    if let day = try shownDay(text) { return day }
    let sides = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard sides.count <= 2 else { throw bad(text) }
    if sides.count == 1 {
      guard text != ".." else { throw bad(text) }
      let (day, approximate) = try side(text, in: text)
      return PartialDate(start: day, end: day, approximate: approximate, source: text)
    }
    if isYearSlashMonth(sides) { throw bad(text, hint: "write \(sides[0])-\(padded(sides[1]))") }
    let start = sides[0] == ".." ? nil : try side(sides[0], in: text)
    let end = sides[1] == ".." ? nil : try side(sides[1], in: text)
    guard start != nil || end != nil else { throw bad(text) }
    let date = PartialDate(
      start: start?.day, end: end?.day,
      approximate: start?.approximate == true || end?.approximate == true, source: text)
    if let first = date.earliest, let last = date.latest, last < first {
      throw ValueProblem(
        "end-before-start", "\(quoted(text)) ends before it starts",
        hint: "write the earlier date first")
    }
    return date
  }

  /// A day as a spreadsheet shows it; nil for any other form.
  private static func shownDay(_ text: String) throws(ValueProblem) -> PartialDate? {
    guard text.utf8.count <= 20, !text.contains("-"), !text.contains("..") else { return nil }
    let isChinese = text.hasSuffix("日")
    let parts =
      isChinese
      ? text.dropLast().split(omittingEmptySubsequences: false) { $0 == "年" || $0 == "月" }
      : text.split(separator: text.contains("/") ? "/" : ".", omittingEmptySubsequences: false)
    guard parts.count == 3, digits(String(parts[0]), count: 4) != nil,
      parts.dropFirst().allSatisfy({ part in
        (1...2).contains(part.utf8.count) && part.utf8.allSatisfy { (0x30...0x39).contains($0) }
      })
    else { return nil }
    let iso = "\(parts[0])-\(padded(String(parts[1])))-\(padded(String(parts[2])))"
    let (day, _) = try side(iso, in: text)
    return PartialDate(start: day, end: day, approximate: false, source: iso)
  }

  private static func side(
    _ text: String, in whole: String
  ) throws(ValueProblem) -> (day: Day, approximate: Bool) {
    var body = Substring(text)
    var approximate = false
    if let mark = body.last, "~?%".contains(mark) {
      approximate = true
      body = body.dropLast()
    }
    let parts = body.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard (1...3).contains(parts.count), let year = digits(parts[0], count: 4) else {
      throw bad(whole)
    }
    guard parts.count > 1 else { return (Day(year: year), approximate) }
    guard let month = digits(parts[1], count: 2) else {
      throw bad(
        whole, hint: parts[1].utf8.count == 1 ? "write \(parts[0])-\(padded(parts[1]))" : nil)
    }
    guard (1...12).contains(month) else {
      throw bad(whole, hint: "there is no month \(parts[1])")
    }
    guard parts.count > 2 else { return (Day(year: year, month: month), approximate) }
    guard let day = digits(parts[2], count: 2) else { throw bad(whole) }
    let last = days(in: month, of: year)
    guard (1...last).contains(day) else {
      throw bad(whole, hint: "\(parts[0])-\(parts[1]) has \(last) days")
    }
    return (Day(year: year, month: month, day: day), approximate)
  }

  private static func digits(_ text: String, count: Int) -> Int? {
    guard text.utf8.count == count, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return Int(text)
  }

  private static func isYearSlashMonth(_ sides: [String]) -> Bool {
    digits(sides[0], count: 4) != nil
      && (digits(sides[1], count: 1) != nil || digits(sides[1], count: 2) != nil)
  }

  private static func padded(_ text: String) -> String {
    text.utf8.count == 1 ? "0" + text : text
  }

  private static func bad(_ text: String, hint: String? = nil) -> ValueProblem {
    ValueProblem(
      "bad-date", "\(quoted(text)) is not a date",
      hint: hint ?? "write 2019, 2019-09, 2019-09-02, 2019~ or a span such as 2019-05-06/2019-05-08"
    )
  }
}
