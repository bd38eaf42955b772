import Records

/// Whether a character makes a text look other than it is, or does not show at all: marks that
/// override the direction of writing (Unicode Technical Report 36), and spaces of no width.
func hides(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: true
  case 0x200B, 0x2060, 0xFEFF: true
  default: false
  }
}

extension CheckContext {
  /// Characters in texts and outline that do not show. In a text, composition itself tells of
  /// controls and overrides; here are the spaces of no width, and all of the outline.
  func hiddenTextProblems() -> [Diagnostic] {
    var problems: [Diagnostic] = []
    for path in input.texts.keys.sorted() {
      guard let text = input.texts[path], text.unicodeScalars.contains(where: Self.isInvisible)
      else { continue }
      text.forEachLine { line, number in
        guard let offset = line.unicodeScalars.firstIndex(where: Self.isInvisible) else { return }
        let column = line.unicodeScalars.distance(from: line.startIndex, to: offset) + 1
        problems.append(
          problem(
            line.unicodeScalars[offset], "the text",
            Place(file: path, line: number, column: column)))
      }
    }
    for line in lines {
      for language in line.texts.keys.sorted() {
        let bad = line.texts[language]?.unicodeScalars.first { isControl($0) || hides($0) }
        if let bad { problems.append(problem(bad, "\"\(line.what)\"", line.place)) }
      }
    }
    return problems
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value == 0x200B || scalar.value == 0x2060 || scalar.value == 0xFEFF
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    (scalar.value < 32 && scalar != "\t" && scalar != "\n" && scalar != "\r")
      || (0x7F...0x9F).contains(scalar.value)
  }

  private func problem(_ scalar: Unicode.Scalar, _ what: String, _ place: Place) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    return Diagnostic(
      .error, code: "hidden-character", "\(what) has the hidden character \(name)", at: place,
      hint: "type the line anew")
  }
}
