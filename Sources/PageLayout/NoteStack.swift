/// The notes at the foot of a page: one under the other, or side by side in columns where all of
/// them were set for columns, or in those of two languages.
struct NoteStack {
  /// The notes of each column, by index in `LayoutSession.notes`.
  private(set) var columns: [[Int]] = []
  /// From one column to the next, in points.
  private(set) var pitch = 0.0
  /// The height of the highest column, in points; 0 for no notes.
  private(set) var height = 0.0

  init(_ called: [Int], of notes: [SetNote]) {
    guard let first = called.first else { return }
    guard !called.contains(where: { notes[$0].isSecond }) else {
      // Those of two languages stand beside each other.
      columns = [called.filter { !notes[$0].isSecond }, called.filter { notes[$0].isSecond }]
      let heights = columns.map { $0.reduce(0) { $0 + notes[$1].height } }
      height = heights.max() ?? 0
      return
    }
    let band = notes[first].columns
    let isNarrow = called.allSatisfy { notes[$0].columns?.count == band?.count }
    guard let band, band.count > 1, isNarrow else {
      columns = [called]
      height = called.reduce(0) { $0 + notes[$1].height }
      return
    }
    pitch = band.pitch
    let items = called.map { GalleyItem(height: notes[$0].height) }
    let fill = ColumnFill(items: items, grid: 0, count: band.count)
    let cut = fill.cut(0..<items.count, limit: .infinity)
    columns = cut?.columns.map { $0.map { called[$0] } } ?? [called]
    height = cut?.height ?? 0
  }
}
