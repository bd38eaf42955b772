import Records

extension NumberFinder {
  private static let small: [String: Double] = [
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14,
    "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
  ]
  private static let tens: [String: Double] = [
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70,
    "eighty": 80, "ninety": 90,
  ]
  private static let scales: [String: Double] = ["thousand": 1e3, "million": 1e6, "billion": 1e9]

  /// A number spelled out in English.
  func english(at start: Int) -> FoundNumber? {
    var (total, part, end) = (0.0, 0.0, start)
    var i = start
    var hasDigits = false
    var last = Scale.none
    while let (word, next) = englishWord(at: i) {
      if let value = Self.small[word],
        last == .none || (last == .tens && value < 10 && value > 0)
          || last == .hundred || last == .thousand
      {
        part += value
        last = .small
      } else if let value = Self.tens[word], last == .none || last == .hundred || last == .thousand
      {
        part += value
        last = .tens
      } else if word == "hundred", last == .small, part < 100 {
        part *= 100
        last = .hundred
      } else if let scale = Self.scales[word], last != .none, last != .thousand {
        total += part * scale
        part = 0
        last = .thousand
      } else if word == "and", last == .hundred || last == .thousand {
        i = skipSpace(next)
        continue
      } else {
        break
      }
      hasDigits = true
      end = next
      let joint = at(next)
      guard joint == " " || joint == "-" else { break }
      i = next + 1
    }
    guard hasDigits else { return nil }
    return finished(total + part, start..<end, isDigits: false)
  }

  private enum Scale { case none, small, tens, hundred, thousand }

  private func englishWord(at start: Int) -> (String, Int)? {
    var end = start
    var word = ""
    while isLetter(end), let scalar = at(end), end - start < 12 {
      word.unicodeScalars.append(scalar)
      end += 1
    }
    return word.isEmpty || isLetter(end) ? nil : (word.lowercased(), end)
  }

  private static let numerals: [Unicode.Scalar: Double] = [
    "零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9,
  ]
  private static let places: [Unicode.Scalar: Double] = ["十": 10, "百": 100, "千": 1000]

  /// A number in Chinese numerals.
  func chinese(at start: Int) -> FoundNumber? {
    if word("百分之", at: start) {
      let inner = start + 3
      guard digit(inner) == nil, !word("百分之", at: inner) else { return nil }
      guard let number = chinese(at: inner) else { return nil }
      return FoundNumber(
        range: start..<number.range.upperBound, value: number.value, kind: .percent,
        isDigits: false)
    }
    var end = start
    while let scalar = at(end), isNumeral(scalar) { end += 1 }
    guard end > start, let value = chineseValue(start..<end) else { return nil }
    if isIdiom(start..<end) {
      return FoundNumber(range: start..<end, value: value, kind: .code, isDigits: false)
    }
    let isYear = end - start == 4 && !text[start..<end].contains { Self.numerals[$0] == nil }
    return finished(value, start..<end, isYear: isYear && value >= 1500, isDigits: false)
  }

  private func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    Self.numerals[scalar] != nil || Self.places[scalar] != nil || scalar == "万" || scalar == "亿"
  }

  private func chineseValue(_ range: Range<Int>) -> Double? {
    let run = text[range]
    guard run.contains(where: { Self.numerals[$0] != nil || $0 == "十" }) else { return nil }
    if !run.contains(where: { Self.numerals[$0] == nil }) {
      return run.reduce(0) { $0 * 10 + (Self.numerals[$1] ?? 0) }
    }
    var (total, section, digit) = (0.0, 0.0, 0.0)
    for scalar in run {
      if let value = Self.numerals[scalar] {
        digit = value
      } else if let place = Self.places[scalar] {
        section += (digit == 0 && place == 10 && section == 0 ? 1 : digit) * place
        digit = 0
      } else {
        let factor = scalar == "亿" ? 1e8 : 1e4
        total = (total + section + digit) * factor
        (section, digit) = (0, 0)
      }
    }
    return total + section + digit
  }

  /// Words that only look like numbers: 唯一, 一起, 三四, 几十.
  private func isIdiom(_ range: Range<Int>) -> Bool {
    let (before, after) = (at(range.lowerBound - 1), at(range.upperBound))
    if let before, "唯统同专单逐之某万几数期周初".unicodeScalars.contains(before) { return true }
    let run = text[range]
    if run.count == 1, run.first == "一", let after {
      return "起道些般样直定切旦致体流带路律并贯方面系时度再共边半".unicodeScalars.contains(after)
    }
    let isBare = !run.contains { Self.numerals[$0] == nil }
    return isBare && run.count > 1 && run.count < 4
  }
}

extension NumberFinder {
  private static let before: [(String, Quantity.Precision)] = [
    ("at least", .atLeast), ("more than", .atLeast), ("over", .atLeast), ("above", .atLeast),
    ("upwards of", .atLeast), ("no fewer than", .atLeast), ("not fewer than", .atLeast),
    ("no less than", .atLeast), ("exceeding", .atLeast), ("exceeded", .atLeast),
    ("fewer than", .atMost), ("less than", .atMost), ("at most", .atMost), ("up to", .atMost),
    ("under", .atMost), ("about", .about), ("around", .about), ("approximately", .about),
    ("nearly", .about), ("almost", .about), ("some", .about), ("roughly", .about),
    ("至少", .atLeast), ("不少于", .atLeast), ("超过", .atLeast), ("逾", .atLeast), ("超", .atLeast),
    ("不超过", .atMost), ("至多", .atMost), ("最多", .atMost), ("不到", .atMost), ("不足", .atMost),
    ("多达", .atMost), ("约", .about), ("近", .about), ("大约", .about),
  ]

  /// What the words around a number say of its precision.
  func bound(of range: Range<Int>) -> Quantity.Precision? {
    let end = range.upperBound
    if at(end) == "+" || at(end) == "＋" { return .atLeast }
    let next = skipSpace(end)
    if word("or more", at: next) || word("plus", at: next) { return .atLeast }
    for index in next..<(next + 4) {
      if word("以上", at: index) { return .atLeast }
      if word("左右", at: index) || word("上下", at: index) { return .about }
    }
    if at(next) == "余" || at(next) == "多" { return .atLeast }
    if at(next) == "来" { return .about }
    let text = lowered(before: range.lowerBound)
    // The longest phrase says most: "no fewer than" ends with "fewer than".
    let hits = Self.before.filter { phrase, _ in
      guard text.hasSuffix(phrase) else { return false }
      let rest = text.dropLast(phrase.count).last
      return phrase.utf8.first.map { $0 >= 0x80 } == true || rest.map { !$0.isLetter } ?? true
    }
    return hits.max { $0.0.count < $1.0.count }?.1
  }
}
