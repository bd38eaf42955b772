/// The head of a sheet while its rows are read, and the columns that it names.
struct XLSXHead {
  /// The most columns that a head may name.
  static let columnLimit = 1000

  /// The rows of the head; empty until the first row that is not blank is found.
  private(set) var rows: [Int]
  private var texts: [XLSXReference: String] = [:]
  private var widest = 0

  init(rows: [Int]) { self.rows = Array(Set(rows.filter { $0 > 0 })).sorted() }

  /// The last row of the head; 0 while it is not known.
  var last: Int { rows.last ?? 0 }

  /// Whether a row is read as a part of the head.
  func includes(_ row: Int) -> Bool { rows.isEmpty || rows.contains(row) }

  mutating func add(_ text: String, at cell: XLSXReference) {
    widest = max(widest, cell.column)
    let shown = trimmed(text)
    guard !shown.isEmpty else { return }
    texts[cell] = shown
    if rows.isEmpty { rows = [cell.row] }
  }

  /// Whether merged cells may fill a gap.
  var hasGaps: Bool {
    rows.contains { row in
      (1...max(1, widest)).contains { column in text(row, column) == nil }
    }
  }

  private func text(_ row: Int, _ column: Int) -> String? {
    var place = XLSXReference([0x41, 0x31])
    place?.row = row
    place?.column = column
    return place.flatMap { texts[$0] }
  }

  /// The columns with their heads, those without one left out.
  func columns(merges: [XLSXMerge]) -> [(column: Int, text: String)] {
    var last = widest
    for merge in merges where rows.contains(where: merge.rows.contains) {
      last = max(last, min(merge.columns.upperBound, XLSXReference.lastColumn))
    }
    guard last > 0 else { return [] }
    return (1...last).compactMap { column in
      var parts: [String] = []
      for row in rows {
        let merge = merges.first { $0.rows.contains(row) && $0.columns.contains(column) }
        let part =
          text(row, column)
          ?? merge.flatMap { text($0.rows.lowerBound, $0.columns.lowerBound) }
        if let part, part != parts.last { parts.append(part) }
      }
      return parts.isEmpty ? nil : (column, parts.joined(separator: " / "))
    }
  }
}
