import Records

/// Cuts a text into its runs of prose, line by line.
struct ProseLines {
  let path: String
  var units: [ProseUnit] = []
  var fences: [(info: String, lines: [String], place: Place)] = []
  private var open: (kind: ProseUnit.Kind, inlines: ProseInlines)?
  private var fence: (info: String, lines: [String], place: Place)?

  init(path: String) { self.path = path }

  mutating func read(_ text: String) {
    text.forEachLine { read($0, $1) }
    close()
    if let fence { fences.append(fence) }
  }

  private mutating func read(_ line: Substring, _ number: Int) {
    let indent = line.utf8.prefix { $0 == 0x20 || $0 == 0x09 || $0 == 0x3E }.count
    let body = line[line.utf8.index(line.startIndex, offsetBy: indent)...]
    if body.hasPrefix("```") || body.hasPrefix("~~~") { return toggleFence(body, number) }
    if fence != nil {
      fence?.lines.append(String(line))
      return
    }
    guard !body.isEmpty else { return close() }
    let column = indent + 1
    if body.hasPrefix("#"), let space = body.firstIndex(of: " "),
      body[..<space].allSatisfy({ $0 == "#" })
    {
      close()
      start(
        .heading, body[space...], number, column + body.distance(from: body.startIndex, to: space))
      return close()
    }
    if body.hasPrefix("|") {
      if open?.kind != .row { close() }
      guard !body.allSatisfy({ "|-: \t".contains($0) }) else { return }
      close()
      start(.row, body, number, column)
      return close()
    }
    if body.hasPrefix("[^"), let end = body.firstRange(of: "]:") {
      close()
      let rest = body[end.upperBound...]
      return start(.note, rest, number, column + body.count - rest.count)
    }
    if let rest = item(body) {
      close()
      return start(.item, rest, number, column + body.count - rest.count)
    }
    if open == nil { return start(.paragraph, body, number, column) }
    open?.inlines.add("\n", line: number, column: 0)
    open?.inlines.add(body, line: number, column: column)
  }

  private func item(_ body: Substring) -> Substring? {
    if ["- ", "* ", "+ "].contains(where: { body.hasPrefix($0) }) { return body.dropFirst(2) }
    let digits = body.prefix { $0.isASCII && $0.isNumber }
    let rest = body.dropFirst(digits.count)
    guard !digits.isEmpty, digits.count < 4, rest.hasPrefix(". ") || rest.hasPrefix(") ") else {
      return nil
    }
    return rest.dropFirst(2)
  }

  private mutating func toggleFence(_ body: Substring, _ number: Int) {
    close()
    if let open = fence {
      fences.append(open)
      fence = nil
    } else {
      let info = body.drop { $0 == "`" || $0 == "~" }.filter { !$0.isWhitespace }
      fence = (info, [], Place(file: path, line: number))
    }
  }

  private mutating func start(
    _ kind: ProseUnit.Kind, _ text: Substring, _ line: Int, _ column: Int
  ) {
    var inlines = ProseInlines()
    inlines.add(text, line: line, column: column)
    open = (kind, inlines)
  }

  private mutating func close() {
    guard let (kind, inlines) = open else { return }
    open = nil
    var unit = ProseUnit(kind: kind, file: path)
    inlines.write(to: &unit)
    if unit.scalars.contains(where: { !$0.isSpace }) { units.append(unit) }
  }
}
