import Records

extension NumberFinder {
  /// Reads what follows a number: multipliers, per cent, parts of dates.
  func finished(
    _ number: Double, _ range: Range<Int>, isYear: Bool = false, isDigits: Bool
  ) -> FoundNumber {
    var value = number
    var end = range.upperBound
    for (word, factor) in Self.multipliers where self.word(word, at: skipSpace(end)) {
      // 千米 and 千克 are units of their own.
      if word == "千", at(skipSpace(end) + 1).map({ "米克瓦".unicodeScalars.contains($0) }) == true {
        break
      }
      value *= factor
      end = skipSpace(end) + word.unicodeScalars.count
      break
    }
    let kind = kind(of: range, end: &end, isYear: isYear)
    return FoundNumber(
      range: range.lowerBound..<end, value: value, kind: kind, isDigits: isDigits)
  }

  private static let multipliers: [(String, Double)] = [
    ("万亿", 1e12), ("亿", 1e8), ("万", 1e4), ("千", 1e3), ("百", 100), ("million", 1e6),
    ("billion", 1e9), ("thousand", 1e3), ("hundred", 100),
  ]

  private func kind(of range: Range<Int>, end: inout Int, isYear: Bool) -> FoundNumber.Kind {
    let next = skipSpace(end)
    for sign in ["%", "％", "‰", "percent", "per cent", "个百分点"] where word(sign, at: next) {
      end = next + sign.unicodeScalars.count
      return .percent
    }
    if ["st", "nd", "rd", "th"].contains(where: { word($0, at: end) }) { return .ordinal }
    if word("s", at: end) || word("年代", at: next) { return .decade }
    if word("世纪", at: next) || word("century", at: next) || word("分之", at: next) { return .code }
    if followsOrdinalWord(range.lowerBound) { return .ordinal }
    if ["年", "月", "日", "号", "时", "点"].contains(where: { word($0, at: next) }) {
      return word("年级", at: next) || word("号线", at: next) ? .ordinal : .date
    }
    if isYear || touchesMonth(range.lowerBound, next) { return .date }
    return .count
  }

  private func followsOrdinalWord(_ start: Int) -> Bool {
    if ["第", "№", "#", "§"].contains(at(start - 1)) { return true }
    let before = lowered(before: start)
    return [
      "no.", "section", "chapter", "table", "figure", "page", "article", "level", "phase", "grade",
      "volume", "issue", "iso", "covid",
    ].contains { before.hasSuffix($0) && !isLetterBefore(before, $0) }
  }

  private func isLetterBefore(_ text: String, _ suffix: String) -> Bool {
    text.dropLast(suffix.count).last.map { $0.isASCII && $0.isLetter } ?? false
  }

  private func touchesMonth(_ start: Int, _ next: Int) -> Bool {
    if EnglishMonths.names.contains(where: { word($0, at: next) }) { return true }
    let before = lowered(before: start)
    return EnglishMonths.names.contains { before.hasSuffix($0) && !isLetterBefore(before, $0) }
  }

  /// The text just before, in lower case, without the spaces at its end.
  func lowered(before index: Int) -> String {
    var end = index
    while end > 0, at(end - 1) == " " || at(end - 1) == "\n" || at(end - 1) == "\u{A0}" { end -= 1 }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: text[max(0, end - 16)..<max(0, end)])
    return String(view).lowercased()
  }
}

/// The English names of months, in lower case.
enum EnglishMonths {
  static let names = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
