import Records
import ReportComposition

/// A text of the report in one language, cut into paragraphs, headings and rows.
struct ProseFile {
  var path: String
  /// The path without its language: `text/glance`.
  var stem: String
  var language: String
  var units: [ProseUnit]
  /// The fenced blocks of data, such as charts: what they are, and their lines.
  var fences: [(info: String, lines: [String], place: Place)]

  /// Nil where the path does not end in one of the languages.
  init?(_ text: String, path: String, languages: [String]) {
    guard
      let language = languages.first(where: { path.hasSuffix(".\($0).md") })
    else { return nil }
    self.path = path
    self.language = language
    stem = String(path.dropLast(language.count + 4))
    var reader = ProseLines(path: path)
    reader.read(text)
    units = reader.units
    fences = reader.fences
  }
}

/// A run of prose with the place of each character; names between braces are set aside.
struct ProseUnit {
  enum Kind: Equatable { case heading, paragraph, item, row, note, line }
  /// A name between braces.
  struct Blank {
    /// Where the sign that stands for it is in `scalars`.
    var offset: Int
    var expression: String
    /// The name without its forms.
    var name: String {
      let name = expression.prefix { $0 != "|" }
      return String(name.filter { !$0.isWhitespace })
    }
  }
  /// What stands for a name between braces.
  static let sign: Unicode.Scalar = "\u{E000}"

  var kind: Kind
  var scalars: [Unicode.Scalar] = []
  var blanks: [Blank] = []
  private(set) var file: String
  private var lines: [Int32] = []
  private var columns: [Int32] = []
  private var fixed: Place?

  init(kind: Kind, file: String) {
    self.kind = kind
    self.file = file
  }

  /// A line of the outline, which has one place for all of it.
  init(_ text: String, at place: Place) {
    self.init(kind: .line, file: place.file)
    fixed = place
    var inlines = ProseInlines()
    inlines.add(text, line: place.line, column: 1)
    inlines.write(to: &self)
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  mutating func append(_ scalar: Unicode.Scalar, line: Int32, column: Int32) {
    scalars.append(scalar)
    lines.append(line)
    columns.append(column)
  }

  /// Where a character stands.
  func place(at offset: Int) -> Place {
    if let fixed { return fixed }
    guard !lines.isEmpty else { return Place(file: file) }
    let index = min(max(0, offset), lines.count - 1)
    return Place(file: file, line: Int(lines[index]), column: Int(columns[index]))
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range.clamped(to: 0..<scalars.count)])
    return String(view)
  }

  /// The sentence around an offset, as far as a sentence can reasonably reach.
  func sentence(at offset: Int) -> Range<Int> {
    var start = min(offset, scalars.count)
    while start > 0, offset - start < 300, !isEnd(start - 1) { start -= 1 }
    var end = min(offset, scalars.count)
    while end < scalars.count, end - offset < 300, !isEnd(end) { end += 1 }
    return start..<end
  }

  /// The names between braces in a part of the text.
  func blanks(in range: Range<Int>) -> ArraySlice<Blank> {
    let first = index(of: range.lowerBound)
    return blanks[first..<max(first, index(of: range.upperBound))]
  }

  /// The first name at or after an offset.
  private func index(of offset: Int) -> Int {
    var (low, high) = (0, blanks.count)
    while low < high {
      let middle = (low + high) / 2
      if blanks[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Every sentence, in order.
  func sentences() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    for offset in scalars.indices where isEnd(offset) {
      if start < offset { found.append(start..<offset) }
      start = offset + 1
    }
    if start < scalars.count { found.append(start..<scalars.count) }
    return found
  }

  private func isEnd(_ offset: Int) -> Bool {
    switch scalars[offset] {
    case "。", "！", "？", "；", "!", "?", ";": return true
    case ".":
      let next = offset + 1
      return next == scalars.count || scalars[next] == " " || scalars[next] == "\n"
    default: return false
    }
  }
}
