import Records

/// Finds the numbers of a text.
struct NumberFinder {
  let text: [Unicode.Scalar]
  let isChinese: Bool
  private(set) var found: [FoundNumber] = []

  init(_ text: [Unicode.Scalar], isChinese: Bool) {
    self.text = text
    self.isChinese = isChinese
    var i = 0
    while i < text.count {
      if let number = number(at: i) {
        found.append(number)
        i = max(i + 1, number.range.upperBound)
      } else if isLetter(i) {
        // A word is read once, as a whole.
        while isLetter(i) { i += 1 }
      } else {
        i += 1
      }
    }
    joinRanges()
    for index in found.indices { found[index].bound = bound(of: found[index].range) }
  }

  func at(_ index: Int) -> Unicode.Scalar? { text.indices.contains(index) ? text[index] : nil }

  func digit(_ index: Int) -> Int? {
    guard let scalar = at(index) else { return nil }
    if (0x30...0x39).contains(scalar.value) { return Int(scalar.value) - 0x30 }
    if (0xFF10...0xFF19).contains(scalar.value) { return Int(scalar.value) - 0xFF10 }
    return nil
  }

  func isLetter(_ index: Int) -> Bool {
    at(index).map { (0x61...0x7A).contains($0.value | 0x20) } ?? false
  }

  /// Whether a word stands here, in lower case, not as the start of a longer one.
  func word(_ word: String, at index: Int) -> Bool {
    var i = index
    for scalar in word.unicodeScalars {
      guard let here = at(i) else { return false }
      let lower = (0x41...0x5A).contains(here.value) ? here.value | 0x20 : here.value
      guard lower == scalar.value else { return false }
      i += 1
    }
    guard let last = word.unicodeScalars.last, last.value < 0x80 else { return true }
    return !isLetter(i)
  }

  func skipSpace(_ index: Int) -> Int {
    at(index) == " " || at(index) == "\u{A0}" ? index + 1 : index
  }

  private func number(at index: Int) -> FoundNumber? {
    if digit(index) != nil { return digits(at: index) }
    if isChinese { return chinese(at: index) }
    guard isLetter(index), !isLetter(index - 1), mayBeNumeral(at: index) else { return nil }
    return english(at: index)
  }

  /// Whether a word begins as a number spelled out in English does: most words are ruled out by it.
  private func mayBeNumeral(at index: Int) -> Bool {
    guard index + 2 < text.count else { return false }
    switch (text[index].lowered, text[index + 1].lowered) {
    case ("o", "n"), ("t", "w"), ("t", "h"), ("t", "e"), ("f", "o"), ("f", "i"), ("s", "i"),
      ("s", "e"), ("e", "i"), ("e", "l"), ("n", "i"), ("z", "e"):
      return true
    default: return false
    }
  }

  // MARK: Digits

  private func digits(at start: Int) -> FoundNumber {
    var value = 0.0
    var i = start
    var group = 0
    var isGrouped = false
    while true {
      if let digit = digit(i) {
        value = value * 10 + Double(digit)
        group += 1
        i += 1
      } else if at(i) == ",", group <= 3, digit(i + 1) != nil, digit(i + 2) != nil,
        digit(i + 3) != nil, digit(i + 4) == nil
      {
        isGrouped = true
        group = 0
        i += 1
      } else {
        break
      }
    }
    let length = i - start
    var hasFraction = false
    if at(i) == ".", digit(i + 1) != nil {
      hasFraction = true
      var scale = 0.1
      i += 1
      while let digit = digit(i) {
        value += Double(digit) * scale
        scale /= 10
        i += 1
      }
      value = (value * 1e9).rounded() / 1e9
    }
    let isVersion = hasFraction && at(i) == "." && digit(i + 1) != nil
    if isVersion { while digit(i) != nil || (at(i) == "." && digit(i + 1) != nil) { i += 1 } }
    if isVersion || isPartOfName(start, end: i) {
      return FoundNumber(range: start..<i, value: value, kind: .code, isDigits: true)
    }
    let isYear = length == 4 && !isGrouped && !hasFraction && (1500...2100).contains(value)
    return finished(value, start..<i, isYear: isYear, isDigits: true)
  }

  /// Whether letters touch the digits, so that they are no number: B2B, ISO-9001, 5G.
  private func isPartOfName(_ start: Int, end: Int) -> Bool {
    if isLetter(start - 1) { return true }
    if at(start - 1) == "-" || at(start - 1) == "_", isLetter(start - 2) { return true }
    guard isLetter(end) else { return false }
    return !["st", "nd", "rd", "th", "s"].contains { word($0, at: end) }
  }

  /// Numbers with nothing but a dash, slash or colon between them are dates, times or ranges.
  private mutating func joinRanges() {
    for index in found.indices.dropFirst() {
      let (left, right) = (found[index - 1], found[index])
      guard left.isDigits == right.isDigits, left.range.upperBound + 1 == right.range.lowerBound,
        let mark = at(left.range.upperBound), "-–—~～/:：至到".unicodeScalars.contains(mark)
      else { continue }
      if left.kind == .date || right.kind == .date || ":：/".unicodeScalars.contains(mark) {
        let isShortYear =
          left.value >= 1500 && right.value > 12 && right.value < 100
          && "-–—/".unicodeScalars.contains(mark)
        if isShortYear { found[index].value += (left.value / 100).rounded(.down) * 100 }
        found[index - 1].kind = .date
        found[index].kind = .date
      } else {
        found[index - 1].kind = left.kind == .count ? .range : left.kind
        found[index].kind = right.kind == .count ? .range : right.kind
      }
    }
  }
}
