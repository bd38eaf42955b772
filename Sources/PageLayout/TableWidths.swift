import DocumentModel
import Geometry
import Typesetting

/// Where the columns of a table stand, and how their cells fit.
struct TableColumns {
  /// Left edges and widths, in points from the left margin.
  var frames: [Frame] = []
  /// Whether a cell is broken into lines.
  var wraps = false
  /// Whether the white between columns is so wide that an eye loses the row.
  var isTorn = false
}

/// The widths of a table's columns, and where its numbers are aligned.
extension LayoutSession {
  /// Column edges from content: numbers get what they need, text gives way; all share what is left over.
  func columns(
    of table: TableBlock, in frame: Frame, tails: [Double]
  ) throws(LayoutError) -> TableColumns {
    var natural = try naturalWidths(of: table, tails: tails)
    try widen(&natural, forHeadsOf: table)
    let gaps = columnGap * Double(max(0, table.columns.count - 1))
    let widths = try share(frame.width - gaps, among: natural, of: table)
    var x = frame.x
    let frames = widths.map { width in
      defer { x += width + columnGap }
      return Frame(x: x, width: width)
    }
    let spare = widths.reduce(0, +) - natural.reduce(0, +)
    return TableColumns(
      frames: frames, wraps: zip(natural, widths).contains { $0 > $1 + 0.5 },
      isTorn: spare > scale.base * 6 * Double(natural.count))
  }

  /// Whether no cell of a table has to be broken in a frame.
  func fitsWhole(_ table: TableBlock, in frame: Frame) throws(LayoutError) -> Bool {
    var natural = try naturalWidths(of: table, tails: try tailWidths(of: table))
    try widen(&natural, forHeadsOf: table)
    return natural.reduce(columnGap * Double(natural.count - 1), +) <= frame.width
  }

  private func naturalWidths(
    of table: TableBlock, tails: [Double]
  ) throws(LayoutError) -> [Double] {
    var widths = [Double](repeating: scale.base * 2, count: table.columns.count)
    for (row, firsts) in zip(table.head, table.firstColumns(of: table.head)) {
      for (cell, column) in zip(row.cells, firsts) where column < widths.count && cell.span == 1 {
        widths[column] = max(widths[column], try measured(cell.content, scale.columnHead))
      }
    }
    for row in table.rows {
      let role: TextRole = row.kind == .body ? .tableCell : .tableHead
      var column = 0
      for cell in row.cells where column < widths.count {
        if cell.span == 1 {
          let room = try tailRoom(of: cell.content, tails: tails[column])
          widths[column] = max(widths[column], try measured(cell.content, scale.style(role)) + room)
        }
        column += cell.span
      }
    }
    for (column, sum) in longestSums(of: table).enumerated() where !sum.isEmpty {
      let room = try tailRoom(of: sum, tails: tails[column])
      widths[column] = max(widths[column], try measured(sum, scale.style(.tableCell)) + room)
    }
    return widths
  }

  /// For each column the running sum of most characters: digits are of one width.
  private func longestSums(of table: TableBlock) -> [[Inline]] {
    var sums = [[Inline]](repeating: [], count: table.columns.count)
    var lengths = [Int](repeating: 0, count: table.columns.count)
    for row in table.rows {
      for (column, sum) in row.running.enumerated() where column < sums.count {
        let length = sum.plainText.utf8.count
        if length > lengths[column] { (sums[column], lengths[column]) = (sum, length) }
      }
    }
    return sums
  }

  /// Gives the columns under a common heading the room that it needs.
  private func widen(
    _ widths: inout [Double], forHeadsOf table: TableBlock
  ) throws(LayoutError) {
    for (row, firsts) in zip(table.head, table.firstColumns(of: table.head)) {
      for (cell, column) in zip(row.cells, firsts) where column < widths.count && cell.span > 1 {
        let covered = column..<min(column + cell.span, widths.count)
        let room = widths[covered].reduce(columnGap * Double(covered.count - 1), +)
        let missing = try measured(cell.content, scale.columnHead) - room
        guard missing > 0 else { continue }
        for index in covered { widths[index] += missing / Double(covered.count) }
      }
    }
  }

  private func measured(_ inlines: [Inline], _ style: TextStyle) throws(LayoutError) -> Double {
    try width(of: StyledText([.init(inlines.plainText, style)]).withLiningNumerals) + 0.5
      + calls(in: inlines, style)
  }

  /// The width of the note marks in a cell, in points: they hang after its number.
  private func calls(in inlines: [Inline], _ style: TextStyle) throws(LayoutError) -> Double {
    var width = 0.0
    for case .note(let note) in inlines {
      width += try self.width(of: StyledText([.init(String(note.number), callStyle(style))]))
    }
    return width
  }

  private func share(
    _ available: Double, among natural: [Double], of table: TableBlock
  ) throws(LayoutError) -> [Double] {
    let shares = table.columns.map(\.share)
    if shares.allSatisfy({ $0 > 0 }) {
      let total = shares.reduce(0, +)
      return shares.map { available * $0 / total }
    }
    let total = natural.reduce(0, +)
    if total <= available {
      // All columns share what is left over, so that no row is torn open behind its name.
      return natural.map { $0 + (available - total) / Double(natural.count) }
    }
    // Numbers are not broken as long as words have room beside them.
    let texts = table.columns.indices.filter { table.columns[$0].alignment == .leading }
    let rest = available - natural.indices.reduce(0) { $0 + (texts.contains($1) ? 0 : natural[$1]) }
    guard !texts.isEmpty, rest >= scale.base * 5 * Double(texts.count) else {
      return narrowed(natural, to: available)
    }
    var widths = natural
    // Short entries such as "not reported" stay whole while the long ones can give way.
    var least = try texts.map { (text) throws(LayoutError) in
      try leastWidth(of: text, in: table, natural[text], wholeTo: 14)
    }
    if least.reduce(0, +) > rest {
      least = try texts.map { (text) throws(LayoutError) in
        try leastWidth(of: text, in: table, natural[text], wholeTo: 0)
      }
    }
    let shared = narrowed(texts.map { natural[$0] }, from: least, to: rest)
    for (column, width) in zip(texts, shared) {
      widths[column] = width
    }
    return widths
  }

  /// The least width of a column: of the longest word in its heads and cells, of its longest short
  /// entry with numerals, a date, and of entries of at most `wholeTo` bytes, which are not parted as
  /// long as others can give way. In points.
  private func leastWidth(
    of column: Int, in table: TableBlock, _ natural: Double, wholeTo: Int
  ) throws(LayoutError) -> Double {
    var longest: Substring = ""
    for row in table.rows {
      var first = 0
      for cell in row.cells {
        defer { first += cell.span }
        guard first == column, cell.span == 1 else { continue }
        let text = cell.content.plainText
        // A date in either language is shorter.
        let isWhole =
          text.utf8.count <= 24 && text.utf8.contains { (48...57).contains($0) }
          || text.utf8.count <= wholeTo
        for word in isWhole ? [text[...]] : text.split(separator: " ")
        where word.utf8.count > longest.utf8.count {
          // Chinese breaks anywhere.
          if isWhole || word.utf8.allSatisfy({ $0 < 0x80 }) { longest = word }
        }
      }
    }
    let cells = try measured([.text(String(longest))], scale.style(.tableCell)) * 1.02
    let width = try max(cells, leastHeadWidth(of: column, in: table), scale.base * 3)
    return min(natural, width)
  }

  /// The width of the longest word in the heads that stand over one column alone, in points: heads
  /// are letterspaced small capitals, often wider than what stands under them.
  private func leastHeadWidth(
    of column: Int, in table: TableBlock
  ) throws(LayoutError) -> Double {
    var width = 0.0
    for (row, firsts) in zip(table.head, table.firstColumns(of: table.head)) {
      for (cell, first) in zip(row.cells, firsts) where first == column && cell.span == 1 {
        guard let word = cell.content.longestWord() else { continue }
        width = try max(width, measured([.text(word)], scale.columnHead) * 1.02)
      }
    }
    return width
  }

  /// Widths that fill what there is: each column has its least width, and of the rest as much as it
  /// wants more.
  private func narrowed(
    _ natural: [Double], from least: [Double], to available: Double
  ) -> [Double] {
    let (wanted, needed) = (natural.reduce(0, +), least.reduce(0, +))
    guard needed <= available, wanted > needed else { return narrowed(natural, to: available) }
    let share = (available - needed) / (wanted - needed)
    return zip(natural, least).map { $1 + ($0 - $1) * share }
  }

  /// Widths that fill what there is: those below the mean stay, the others give way.
  private func narrowed(_ natural: [Double], to available: Double) -> [Double] {
    let fair = available / Double(natural.count)
    let narrow = natural.filter { $0 <= fair }.reduce(0, +)
    let wide = natural.filter { $0 > fair }.reduce(0, +)
    guard wide > 0 else { return natural }
    return natural.map { $0 <= fair ? $0 : $0 * (available - narrow) / wide }
  }

  /// For each decimal column the widest tail: what follows the whole part of a number.
  func tailWidths(of table: TableBlock) throws(LayoutError) -> [Double] {
    var widths = [Double](repeating: 0, count: table.columns.count)
    for column in table.columns.indices where table.columns[column].alignment == .decimal {
      for row in table.rows {
        if row.running.indices.contains(column), let tail = row.running[column].decimalTail {
          widths[column] = max(widths[column], try tailWidth(tail))
        }
      }
    }
    for row in table.rows {
      var column = 0
      for cell in row.cells where column < widths.count {
        if table.columns[column].alignment == .decimal, cell.content.decimalTail != nil {
          widths[column] = max(widths[column], try tailWidth(of: cell.content))
        }
        column += cell.span
      }
    }
    return widths
  }

  /// What is kept free at the right of a cell, so that its number stands under the others.
  func tailRoom(
    of inlines: [Inline], column: Int, in setting: TableSetting
  ) throws(LayoutError) -> Double {
    try tailRoom(of: inlines, tails: setting.tails[column])
  }

  private func tailRoom(of inlines: [Inline], tails: Double) throws(LayoutError) -> Double {
    guard tails > 0, inlines.decimalTail != nil else { return 0 }
    return max(0, tails - (try tailWidth(of: inlines)))
  }

  /// The width of what follows the whole part of a cell's number, its note marks among it.
  private func tailWidth(of inlines: [Inline]) throws(LayoutError) -> Double {
    try tailWidth(inlines.decimalTail ?? "") + calls(in: inlines, scale.style(.tableCell))
  }

  /// Tails are few and come again in each row, so their widths are kept.
  private func tailWidth(_ tail: String) throws(LayoutError) -> Double {
    guard !tail.isEmpty else { return 0 }
    if let known = tailWidths[tail] { return known }
    let width = try width(of: StyledText([.init(tail, scale.style(.tableCell))]))
    tailWidths[tail] = width
    return width
  }

  /// Whether a table stands across the paper: where that is asked for, or where its longest words
  /// do not fit upright.
  func isLandscape(_ table: TableBlock) throws(LayoutError) -> Bool {
    // Pages across the paper would part two languages that stand side by side.
    guard theme.apparatus == .full, companion == nil else { return false }
    switch table.orientation {
    case .upright: return false
    case .landscape: return true
    case .automatic:
      guard table.columns.count > 6 else { return false }
      let gaps = columnGap * Double(table.columns.count - 1)
      return try leastWidth(of: table) + gaps > fullFrame.width
    }
  }

  /// What the columns need for their longest words, in points.
  private func leastWidth(of table: TableBlock) throws(LayoutError) -> Double {
    var longest = [String](repeating: "", count: table.columns.count)
    for row in table.head + table.rows {
      var column = 0
      for cell in row.cells where column < longest.count {
        if cell.span == 1, let word = cell.content.longestWord(),
          word.utf8.count > longest[column].utf8.count
        {
          longest[column] = word
        }
        column += cell.span
      }
    }
    var sum = 0.0
    for word in longest {
      sum += word.isEmpty ? scale.base * 2 : try measured([.text(word)], scale.style(.tableCell))
    }
    return sum
  }
}

extension [Inline] {
  /// The longest word that cannot be broken; nil where there is none, as in Chinese.
  fileprivate func longestWord() -> String? {
    plainText.split(whereSeparator: \.isWhitespace).filter { word in
      word.unicodeScalars.allSatisfy { $0.value < 0x2E80 }
    }.max { $0.utf8.count < $1.utf8.count }.map(String.init)
  }
}
