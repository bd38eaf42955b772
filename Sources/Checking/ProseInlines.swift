/// The characters of a run of Markdown, of which only what a reader reads is kept.
struct ProseInlines {
  private var scalars: [Unicode.Scalar] = []
  private var spots: [(line: Int32, column: Int32)] = []

  mutating func add(_ text: some StringProtocol, line: Int, column: Int) {
    var column = column
    let line = Int32(clamping: line)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      scalars.reserveCapacity(scalars.count + text.utf8.count)
      spots.reserveCapacity(scalars.count + text.utf8.count)
      for byte in text.utf8 {
        scalars.append(Unicode.Scalar(byte))
        spots.append((line, Int32(clamping: column)))
        column += 1
      }
      return
    }
    for character in text {
      for scalar in character.unicodeScalars {
        scalars.append(scalar)
        spots.append((line, Int32(clamping: column)))
      }
      column += 1
    }
  }

  /// Writes the text without marks, addresses and code; a name between braces becomes one sign.
  func write(to unit: inout ProseUnit) {
    var marks = MarkFinder(scalars)
    var i = 0
    while i < scalars.count {
      // Nearly all characters of prose begin nothing.
      if Self.isPlain(scalars[i]) {
        keep(scalars[i], at: i, in: &unit)
        i += 1
        continue
      }
      if let end = name(at: i) {
        let expression = string(i + 2, end - 2)
        unit.blanks.append(.init(offset: unit.scalars.count, expression: expression))
        keep(ProseUnit.sign, at: i, in: &unit)
        i = end
      } else if let end = skipped(at: i, &marks) {
        if scalars[i] == "`" { keep(" ", at: i, in: &unit) }
        i = end
      } else {
        keep(scalars[i] == ProseUnit.sign ? "\u{FFFD}" : scalars[i], at: i, in: &unit)
        i += 1
      }
    }
  }

  /// Whether a character is a small letter or a space that can begin no mark and no address.
  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x61...0x7A).contains(scalar.value) && scalar != "h"
  }

  private func keep(_ scalar: Unicode.Scalar, at index: Int, in unit: inout ProseUnit) {
    unit.append(scalar, line: spots[index].line, column: spots[index].column)
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<max(start, end)])
    return String(view)
  }

  private func at(_ index: Int) -> Unicode.Scalar? {
    scalars.indices.contains(index) ? scalars[index] : nil
  }

  /// The end of `{{name}}`.
  private func name(at index: Int) -> Int? {
    guard at(index) == "{", at(index + 1) == "{" else { return nil }
    var end = index + 2
    while let scalar = at(end), scalar != "\n", scalar != "{", end - index < 204 {
      if scalar == "}", at(end + 1) == "}" { return end + 2 }
      end += 1
    }
    return nil
  }

  /// The end of what a reader does not see as words.
  private func skipped(at index: Int, _ marks: inout MarkFinder) -> Int? {
    let next = at(index + 1)
    switch scalars[index] {
    case "*": return index + 1
    case "]":
      return (next == "(" ? marks.end(of: ")", after: index + 2) : nil) ?? index + 1
    case "[": return next == "^" ? marks.end(of: "]", after: index + 2) : index + 1
    case "!" where next == "[": return index + 1
    case "`": return marks.endOfCode(at: index)
    case "\\": return next.map { $0.isASCII && !isLetter($0) } == true ? index + 1 : nil
    case "{" where next == "#": return marks.end(of: "}", after: index + 2)
    case "<" where next.map { isLetter($0) || $0 == "/" } == true:
      return marks.end(of: ">", after: index + 1)
    case "h" where starts("http://", index) || starts("https://", index):
      return address(at: index)
    default: return nil
    }
  }

  private func starts(_ word: String, _ index: Int) -> Bool {
    var i = index
    for scalar in word.unicodeScalars {
      guard at(i) == scalar else { return false }
      i += 1
    }
    return true
  }

  private func address(at index: Int) -> Int {
    var end = index
    while let scalar = at(end), scalar.isASCII, scalar.value > 32, scalar != ")", scalar != ">" {
      end += 1
    }
    return end
  }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    (0x61...0x7A).contains(scalar.value | 0x20)
  }
}

/// Finds the marks that close something, and remembers them, so that a text of nothing but opening
/// marks is read once and not once for each of them.
struct MarkFinder {
  private let text: [Unicode.Scalar]
  /// Where the next of a mark is; the text's length where there is none.
  private var next: [Unicode.Scalar: Int] = [:]
  /// The lengths of runs of backticks that nothing closes.
  private var open = Set<Int>()

  init(_ text: [Unicode.Scalar]) { self.text = text }

  mutating func end(of mark: Unicode.Scalar, after index: Int) -> Int? {
    var found = next[mark] ?? -1
    if found < index {
      found = text[min(index, text.count)...].firstIndex(of: mark) ?? text.count
      next[mark] = found
    }
    return found < text.count ? found + 1 : nil
  }

  /// The end of code between runs of backticks of one length; of the run itself where none closes.
  mutating func endOfCode(at index: Int) -> Int {
    let run = length(at: index)
    guard !open.contains(run) else { return index + run }
    var end = index + run
    while end < text.count {
      guard text[end] == "`" else {
        end += 1
        continue
      }
      let other = length(at: end)
      end += other
      if other == run { return end }
    }
    open.insert(run)
    return index + run
  }

  private func length(at index: Int) -> Int {
    var end = index
    while end < text.count, text[end] == "`" { end += 1 }
    return end - index
  }
}
