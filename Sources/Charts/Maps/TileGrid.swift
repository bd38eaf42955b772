/// The world as squares of one size: where each country or region has its square.
struct TileGrid {
  /// A square.
  struct Tile: Hashable {
    let code: String
    let column: Int
    let row: Int
  }

  let tiles: [Tile]
  let columns: Int
  let rows: Int

  static let shipped: Result<TileGrid, GeographyError> = Result { () throws(GeographyError) in
    guard let grid = TileGrid(String(decoding: try Geography.bytes("tiles.tsv"), as: UTF8.self))
    else { throw GeographyError(file: "tiles.tsv") }
    return grid
  }

  /// Reads lines of a code, a column and a row below a head; nil where one is something else.
  init?(_ text: String) {
    var tiles: [Tile] = []
    for line in text.split(separator: "\n").filter({ !$0.hasPrefix("#") }).dropFirst() {
      let cells = line.split(separator: "\t")
      guard cells.count == 3, let column = Int(cells[1]), let row = Int(cells[2]),
        (0..<64).contains(column), (0..<64).contains(row)
      else { return nil }
      tiles.append(Tile(code: String(cells[0]), column: column, row: row))
    }
    guard !tiles.isEmpty else { return nil }
    self.tiles = tiles
    columns = tiles.reduce(0) { max($0, $1.column + 1) }
    rows = tiles.reduce(0) { max($0, $1.row + 1) }
  }
}
