import Charts
import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Large figures on a grid: in a row their numbers, labels, drawings and small print each begin on one
/// line.
extension LayoutSession {
  /// Where tiles stand and how large their numbers are.
  struct TileGrid {
    var x = 0.0
    var width: Double
    var columns: Int
    var role = TextRole.bigNumber
    /// The size of the numbers in points.
    var size: Double
    /// Whether units stand beneath the numbers, since one of them has no room beside its own.
    var unitsBeneath = false
  }

  /// Figures in rows over the whole width.
  func tileItems(of figures: [KeyFigure], under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let columns = tileColumns(figures.count, most: theme.keyFigureColumns)
    var grid = TileGrid(width: theme.width, columns: columns, size: scale.size(of: .bigNumber))
    if figures.count == 1, figures[0].picture != nil { grid.columns = 1 }
    return try tileItems(of: figures, on: grid, under: parent)
  }

  /// How many of some figures stand beside each other, so that rows are equally full.
  func tileColumns(_ count: Int, most: Int) -> Int {
    // Three beside each other leave no hole, where two and one would.
    let most = most == 2 && count == 3 && theme.width > 330 ? 3 : max(1, most)
    let rows = max(1, (count + most - 1) / most)
    return max(1, (count + rows - 1) / rows)
  }

  /// Figures in rows on a grid; their numbers are smaller than asked for where one would not fit.
  func tileItems(
    of figures: [KeyFigure], on grid: TileGrid, under parent: Int
  ) throws(LayoutError) -> [GalleyItem] {
    guard let first = figures.first else { return [] }
    let list = figureList(under: parent)
    var grid = grid
    let isWide = grid.columns == 1 && figures.count == 1 && first.picture != nil
    let gaps = theme.gutter * Double(grid.columns - 1)
    let width = isWide ? grid.width * 0.36 : (grid.width - gaps) / Double(grid.columns)
    grid.size = try fittingSize(of: figures, in: width, grid)
    grid.unitsBeneath = try hasLongUnits(figures, in: width, grid)
    if grid.unitsBeneath, let size = try sizeWithCounters(figures, in: width, grid) {
      grid.size = size
      grid.unitsBeneath = false
    }
    var items: [GalleyItem] = []
    for start in stride(from: 0, to: figures.count, by: grid.columns) {
      let row = Array(figures[start..<min(start + grid.columns, figures.count)])
      var item =
        isWide
        ? try wideTile(first, width, on: grid, under: list)
        : try tileRow(row, width, on: grid, under: list)
      item.isWide = grid.x < theme.textX
      item.height += gridRest(item.height + scale.grid * 0.5) + scale.grid * 0.5
      items.append(item)
    }
    return items
  }

  /// The largest size on the type scale, up to the one asked for, at which every number with its
  /// qualifier stands on one line.
  private func fittingSize(
    of figures: [KeyFigure], in width: Double, _ grid: TileGrid
  ) throws(LayoutError) -> Double {
    var size = grid.size
    var style = numberStyle(grid.role)
    while size / theme.type.ratio >= scale.size(1) {
      style.size = size
      var widest = 0.0
      for figure in figures where figure.value.text.contains(where: \.isNumber) {
        widest = max(widest, try self.width(of: plainNumber(figure, style, grid.role)))
      }
      if widest <= width { return size }
      size = (size / theme.type.ratio * 10).rounded() / 10
    }
    return size
  }

  /// The size, up to two steps smaller, at which Chinese counters of a character or two stand behind
  /// their numbers, where they belong; nil where units are longer, or numbers would be too small.
  private func sizeWithCounters(
    _ figures: [KeyFigure], in width: Double, _ grid: TileGrid
  ) throws(LayoutError) -> Double? {
    guard scale.isChinese, figures.allSatisfy({ $0.unit.count <= 2 }) else { return nil }
    var grid = grid
    for _ in 0..<2 {
      grid.size = (grid.size / theme.type.ratio * 10).rounded() / 10
      guard grid.size >= scale.size(1) else { return nil }
      if try !hasLongUnits(figures, in: width, grid) { return grid.size }
    }
    return nil
  }

  private func plainNumber(
    _ figure: KeyFigure, _ style: TextStyle, _ role: TextRole, hasUnit: Bool = false
  ) -> StyledText {
    let quiet = quietUnit(role)
    var text = StyledText([.init(figure.value.text, style)])
    if !figure.qualifier.isEmpty {
      text.spans.insert(.init(figure.qualifier + "\u{2002}", quiet), at: 0)
    }
    if hasUnit, !figure.unit.isEmpty { text.spans.append(.init("\u{2002}" + figure.unit, quiet)) }
    return text
  }

  private func hasLongUnits(
    _ figures: [KeyFigure], in width: Double, _ grid: TileGrid
  ) throws(LayoutError) -> Bool {
    var style = numberStyle(grid.role)
    style.size = grid.size
    for figure in figures where !figure.unit.isEmpty {
      let whole = plainNumber(figure, style, grid.role, hasUnit: true)
      if try self.width(of: whole) > width { return true }
    }
    return false
  }

  // MARK: Rows

  private struct Tile {
    var number: (fragments: [Fragment], height: Double) = ([], 0)
    var label: (fragments: [Fragment], height: Double) = ([], 0)
    var drawing: (fragments: [Fragment], height: Double) = ([], 0)
    var detail: (fragments: [Fragment], height: Double) = ([], 0)
    /// How far its number stands beneath those of the largest in the row.
    var lead = 0.0
  }

  private func tileRow(
    _ row: [KeyFigure], _ width: Double, on grid: TileGrid, under list: Int
  ) throws(LayoutError) -> GalleyItem {
    var tiles: [Tile] = []
    for (column, figure) in row.enumerated() {
      let x = grid.x + Double(column) * (width + theme.gutter)
      tiles.append(try tile(figure, x: x, width: width, on: grid, under: list))
    }
    let most = tiles.map(\.lead).max() ?? 0
    var y = scale.leading(of: .small) * 0.5
    var item = GalleyItem(height: 0)
    for tile in tiles {
      item.fragments += tile.number.fragments.map { $0.moved(y: y + most - tile.lead) }
    }
    y += tiles.map { $0.number.height + most - $0.lead }.max() ?? 0
    for part in [\Tile.label, \.drawing, \.detail] {
      for tile in tiles { item.fragments += tile[keyPath: part].fragments.map { $0.moved(y: y) } }
      y += tiles.map { $0[keyPath: part].height }.max() ?? 0
    }
    item.height = y
    item.fragments =
      tileRules(row.count, width, height: y, on: grid, form(of: row)) + item.fragments
    return item
  }

  /// Tiles stand under one rule, parted by hairlines; other forms under a rule each.
  private func tileRules(
    _ count: Int, _ width: Double, height: Double, on grid: TileGrid, _ form: KeyFigure.Form
  ) -> [Fragment] {
    let pitch = width + theme.gutter
    guard form == .tiles else {
      return (0..<count).map { column in
        Fragment(
          ruleAt: 0, x: grid.x + Double(column) * pitch, width: width, weight: theme.lines.rule,
          theme.palette.rule)
      }
    }
    let across = Fragment(
      ruleAt: 0, x: grid.x, width: grid.width, weight: theme.lines.rule, theme.palette.rule)
    let top = scale.grid * 0.75
    let parts = (1..<max(1, count)).map { column in
      Fragment(
        rectangle: Rectangle(
          x: grid.x + Double(column) * pitch - theme.gutter / 2 - theme.lines.hairline / 2, y: top,
          width: theme.lines.hairline, height: max(1, height - top)), theme.hairline)
    }
    return [across] + parts
  }

  /// The parts of a tile, each from its own top.
  private func tile(
    _ figure: KeyFigure, x: Double, width: Double, drawing: Frame? = nil, on grid: TileGrid,
    under list: Int
  ) throws(LayoutError) -> Tile {
    let item = tree.add(StructureNode(.listItem), to: list)
    let body = tree.add(StructureNode(.listBody), to: item)
    var tile = Tile()
    tile.number = try numberLine(
      figure, role: grid.role, size: grid.size, unitBeneath: grid.unitsBeneath, under: body, x: x,
      y: 0, width: width)
    let isNumber = figure.value.text.contains(where: \.isNumber)
    let size = isNumber ? grid.size : scale.size(of: .lead)
    tile.lead = (size * 1.1 / scale.grid).rounded(.up) * scale.grid
    var labelStyle = scale.style(.tableHead)
    labelStyle.size = scale.base
    let node = tree.add(StructureNode(.paragraph), to: body)
    tile.label = try textBox(
      figure.label, labelStyle, leading: scale.grid, owner: node, x: x, y: 0, style(width))
    if let picture = figure.picture {
      tile.drawing = try drawn(picture, under: body, in: drawing ?? Frame(x: x, width: width))
    }
    if !figure.detail.plainText.isEmpty {
      let small = tree.add(StructureNode(.paragraph), to: body)
      tile.detail = try textBox(
        figure.detail, scale.style(.small), leading: scale.leading(of: .small), owner: small, x: x,
        y: 0, style(width))
    }
    return tile
  }

  /// One figure alone with its drawing beside it.
  private func wideTile(
    _ figure: KeyFigure, _ width: Double, on grid: TileGrid, under list: Int
  ) throws(LayoutError) -> GalleyItem {
    let start = grid.x + width + theme.gutter
    let room = Frame(x: start, width: grid.x + grid.width - start)
    let tile = try tile(figure, x: grid.x, width: width, drawing: room, on: grid, under: list)
    let top = scale.leading(of: .small) * 0.5
    var y = top
    var item = GalleyItem(height: 0)
    for part in [tile.number, tile.label, tile.detail] {
      item.fragments += part.fragments.map { $0.moved(y: y) }
      y += part.height
    }
    item.fragments += tile.drawing.fragments.map { $0.moved(y: top) }
    item.height = max(y, top + tile.drawing.height)
    item.fragments.insert(
      Fragment(
        ruleAt: 0, x: grid.x, width: grid.width, weight: theme.lines.rule, theme.palette.rule),
      at: 0)
    return item
  }

  /// The line of the years or the array of marks, with its small print.
  private func drawn(
    _ picture: FigurePicture, under body: Int, in frame: Frame
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let figure = tree.add(StructureNode(.figure, alternative: picture.alternative), to: body)
    let drawing = Drawing(picture, width: frame.width, measure: labelMeasure)
    let top = scale.grid * 0.4
    var marks = try fragments(of: drawing, owner: figure, x: frame.x, y: top)
    var height = top + drawing.size.height
    if !picture.note.isEmpty {
      let node = tree.add(StructureNode(.paragraph), to: body)
      let note = try textBox(
        picture.note, scale.style(.small), leading: scale.leading(of: .small), owner: node,
        x: frame.x, y: height, style(frame.width))
      marks += note.fragments
      height += note.height
    }
    return (marks, height + scale.grid * 0.2)
  }
}
