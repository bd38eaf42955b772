import Records

/// A Markdown text whose `{{names}}` have been set aside, so that Markdown cannot cut them apart.
struct Prose {
  /// A name set aside.
  struct Blank {
    var expression: String
    var place: Place
  }
  let file: String
  /// Where line 1 of the text stands in the file.
  let origin: Place
  var root: MarkdownNode
  var blanks: [Blank]
  var footnotes: [MarkdownNode]
  var isCut: Bool

  /// What stands for the nth name: two private-use characters around its number.
  static let opening: Unicode.Scalar = "\u{E000}"
  static let closing: Unicode.Scalar = "\u{E001}"

  /// Reads a file of prose, or a line of the outline when `origin` has a line.
  init(_ text: String, at origin: Place, smart: Bool) {
    file = origin.file
    self.origin = origin
    let (source, blanks) = Self.setAside(text, origin)
    self.blanks = blanks
    let (root, isCut) = MarkdownParser.parse(source, smart: smart)
    self.root = root
    self.isCut = isCut
    footnotes = root.children.filter { $0.kind == .footnoteDefinition }
  }

  /// The line of a node in its file.
  func place(_ node: MarkdownNode) -> Place {
    origin.line > 0 ? origin : Place(file: file, line: max(1, node.line))
  }

  private static func setAside(_ text: String, _ origin: Place) -> (String, [Blank]) {
    var rest = text[...]
    var result = ""
    var blanks: [Blank] = []
    var line = 1
    var lineStart = text.startIndex
    while let open = pair(UInt8(ascii: "{"), in: rest),
      let close = pair(UInt8(ascii: "}"), in: rest[open.upperBound...])
    {
      var cursor = rest.startIndex
      while let end = rest[cursor..<open.lowerBound].utf8.firstIndex(of: 10) {
        line += 1
        cursor = rest.utf8.index(after: end)
        lineStart = cursor
      }
      let column = text.distance(from: lineStart, to: open.lowerBound) + 1
      let place =
        origin.line > 0 ? origin : Place(file: origin.file, line: line, column: column)
      let expression = String(rest[open.upperBound..<close.lowerBound])
      let isName = !expression.utf8.contains(10) && expression.utf8.count <= 200
      result += clean(rest[..<open.lowerBound])
      result += isName ? "\(opening)\(blanks.count)\(closing)" : "{{\(expression)}}"
      if isName { blanks.append(Blank(expression: expression, place: place)) }
      line += expression.utf8.reduce(0) { $0 + ($1 == 10 ? 1 : 0) }
      rest = rest[close.upperBound...]
    }
    return (result + clean(rest), blanks)
  }

  /// The first place where a byte stands twice; bytes, because texts may be long.
  private static func pair(_ byte: UInt8, in text: Substring) -> Range<String.Index>? {
    let bytes = text.utf8
    var start = bytes.startIndex
    while let found = bytes[start...].firstIndex(of: byte) {
      let next = bytes.index(after: found)
      if next < bytes.endIndex, bytes[next] == byte { return found..<bytes.index(after: next) }
      start = next
    }
    return nil
  }

  /// The private-use characters themselves never come from a text.
  private static func clean(_ text: Substring) -> String {
    guard text.utf8.contains(0xEE) else { return String(text) }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      scalars.append(scalar == opening || scalar == closing ? "\u{FFFD}" : scalar)
    }
    return String(scalars)
  }

  /// Code as it was typed, its braces put back.
  func restored(_ text: String) -> String {
    guard !blanks.isEmpty, text.utf8.contains(0xEE) else { return text }
    return pieces(text).map { piece in
      switch piece {
      case .text(let text): String(text)
      case .blank(let index): "{{\(blanks[index].expression)}}"
      }
    }.joined()
  }

  /// A piece of a text node.
  enum Piece {
    case text(Substring)
    case blank(Int)
  }

  /// A text node cut at the names that were set aside.
  func pieces(_ text: String) -> [Piece] {
    guard !blanks.isEmpty, text.utf8.contains(0xEE) else { return [.text(text[...])] }
    var pieces: [Piece] = []
    var rest = text[...]
    while let open = rest.unicodeScalars.firstIndex(of: Self.opening),
      let close = rest.unicodeScalars[open...].firstIndex(of: Self.closing)
    {
      if rest.startIndex < open { pieces.append(.text(rest[..<open])) }
      let digits = rest[rest.unicodeScalars.index(after: open)..<close]
      if let index = Int(digits), blanks.indices.contains(index) { pieces.append(.blank(index)) }
      rest = rest[rest.unicodeScalars.index(after: close)...]
    }
    if !rest.isEmpty { pieces.append(.text(rest)) }
    return pieces
  }
}
