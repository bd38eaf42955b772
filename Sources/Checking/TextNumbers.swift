import Ledger
import Records

/// The numbers of a text, so that two languages can be compared.
struct TextNumbers {
  /// Numbers that one text has in digits and the other does not have at all.
  struct Difference {
    var mine: [Double]
    var theirs: [Double]
  }
  /// Numbers in digits, which the other language must have.
  private var digits: [Double] = []
  /// Numbers in words and in bound values, which the other language may have in digits.
  private var words: [Double] = []

  init(_ unit: ProseUnit, _ language: String, _ context: CheckContext) {
    add(unit, language, context)
  }

  init(_ units: [ProseUnit], _ language: String, _ context: CheckContext) {
    for unit in units { add(unit, language, context) }
  }

  private static let ordinals = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth", "twentieth",
  ]
  private static let roman = [
    "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv",
  ]

  private mutating func add(_ unit: ProseUnit, _ language: String, _ context: CheckContext) {
    let isChinese = Checking.isChinese(language)
    for number in NumberFinder(unit.scalars, isChinese: isChinese).found {
      if !number.isDigits {
        words.append(number.value)
      } else if number.kind != .code, number.kind != .decade {
        digits.append(number.value)
      }
    }
    if !isChinese {
      for (word, _) in ClaimWords.words(unit) {
        if let month = EnglishMonths.names.firstIndex(of: word) { words.append(Double(month + 1)) }
        if let place = Self.ordinals.firstIndex(of: word) { words.append(Double(place + 1)) }
        if let place = Self.roman.firstIndex(of: word) { words.append(Double(place + 1)) }
        if word == "half" { words.append(50) }
      }
    } else if unit.text.contains("半") {
      words.append(50)
    }
    for blank in unit.blanks { add(bound: blank.name, language, context) }
  }

  /// The numbers that a name between braces prints.
  private mutating func add(bound name: String, _ language: String, _ context: CheckContext) {
    if let figure = context.book.figure(name) {
      words += [figure.value?.value, figure.itemised.map(Double.init)].compactMap { $0 }
    } else if name.hasPrefix("report.") {
      words += Self.parts(context.book.period) + Self.parts(context.book.cutOff)
    } else if let dot = name.lastIndex(of: "."),
      let value = context.book.value(String(name[..<dot]), String(name[name.index(after: dot)...]))
    {
      switch value {
      case .quantity(let quantity): words += [quantity.value, quantity.upper].compactMap { $0 }
      case .date(let date): words += Self.parts(date.source)
      case .localized(let texts): words += Self.all(texts[language] ?? "", language)
      default: words += value.texts.flatMap { Self.all($0, language) }
      }
    }
  }

  private static func parts(_ date: String) -> [Double] {
    date.split { !$0.isNumber }.compactMap { Double($0) }
  }

  private static func all(_ text: String, _ language: String) -> [Double] {
    NumberFinder(Array(text.unicodeScalars), isChinese: Checking.isChinese(language)).found
      .map(\.value)
  }

  /// What each text has and the other lacks; nil where they agree.
  func difference(from other: TextNumbers) -> Difference? {
    let (mine, theirs) = (missing(in: other), other.missing(in: self))
    return mine.isEmpty && theirs.isEmpty ? nil : Difference(mine: mine, theirs: theirs)
  }

  private func missing(in other: TextNumbers) -> [Double] {
    var rest: [Double: Int] = [:]
    for value in other.digits { rest[value, default: 0] += 1 }
    for value in other.words { rest[value, default: 0] += 1 }
    return digits.filter { value in
      guard let count = rest[value], count > 0 else { return true }
      rest[value] = count - 1
      return false
    }
  }
}
