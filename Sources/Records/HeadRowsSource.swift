/// A table of text whose head is not its first row, or spans several, which are joined with ` / `.
///
/// A blank cell of an upper row belongs to the cell on its left, since that is how a spreadsheet
/// writes merged cells.
struct HeadRowsSource: TableSource {
  private var base: any TableSource
  private let rows: [Int]
  private var hasHead = false

  init(_ base: any TableSource, rows: [Int]) { (self.base, self.rows) = (base, rows) }

  var origin: RecordOrigin { base.origin }
  var problems: [Diagnostic] { base.problems }
  var allowsShortRows: Bool { base.allowsShortRows }

  mutating func next(into row: inout TableRow) throws(Diagnostic) -> Bool {
    guard !hasHead else { return try base.next(into: &row) }
    hasHead = true
    guard let last = rows.last else { return try base.next(into: &row) }
    var parts: [[String]] = []
    while try base.next(into: &row) {
      let line = row.count > 0 ? Int(row.spot(0).line) : 0
      guard line <= last else { break }
      if rows.contains(line) { parts.append((0..<row.count).map { trimmed(row.text($0)) }) }
      if line == last {
        join(parts, into: &row)
        return true
      }
    }
    throw Diagnostic(
      .error, code: "csv-head", "the table has no row \(last)", at: origin.place(Spot()),
      hint: "head_row counts the lines of the file")
  }

  private func join(_ parts: [[String]], into row: inout TableRow) {
    let spots = (0..<row.count).map(row.spot)
    let width = parts.map(\.count).max() ?? 0
    let line = spots.first?.line ?? 0
    row.removeAll()
    var upper = Array(repeating: "", count: parts.count)
    for column in 0..<width {
      var head: [String] = []
      for (index, part) in parts.enumerated() {
        var text = column < part.count ? part[column] : ""
        if index < parts.count - 1 {
          if text.isEmpty { text = upper[index] }
          upper[index] = text
        }
        if !text.isEmpty, text != head.last { head.append(text) }
      }
      row.append(head.joined(separator: " / ").utf8)
      let spot = column < spots.count ? spots[column] : Spot(line: line)
      row.endCell(line: Int(spot.line), column: Int(spot.column))
    }
  }
}
