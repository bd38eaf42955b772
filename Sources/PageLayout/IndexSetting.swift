import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// An index in columns: letters, and under each its names with the pages on which they are printed.
extension LayoutSession {
  func items(of index: IndexBlock, under parent: Int) throws(LayoutError) -> [GalleyItem] {
    let frame = theme.columns == .sided ? fullFrame : textFrame
    // Chinese names are short: where both languages stand on a page they need not run on overleaf.
    let most = form == .parallel && scale.isChinese ? 4 : 3
    let count = theme.columns == .sided || form == .parallel ? most : 2
    let width = (frame.width - theme.gutter * Double(count - 1)) / Double(count)
    var columns = NameColumns(
      edges: (0..<count).map { frame.x + Double($0) * (width + theme.gutter) },
      rowHeight: scale.leading(of: .small), cells: [])
    for group in index.groups {
      if !columns.cells.isEmpty { columns.append([], keeps: true) }
      try add(group, of: index, under: parent, width: width, to: &columns)
    }
    nameLists.append(columns)
    let rows = columns.rows
    var result = (0..<rows).map { row in
      var item = GalleyItem(height: columns.rowHeight)
      item.isWide = true
      item.names = NameRow(list: nameLists.count - 1, row: row)
      item.breakAfter = row < 2 || row > rows - 4 ? .forbidden : .allowed
      return item
    }
    if let last = result.indices.last { result[last].breakAfter = .allowed }
    return endingOnGrid(result)
  }

  private func add(
    _ group: IndexBlock.Group, of index: IndexBlock, under parent: Int, width: Double,
    to columns: inout NameColumns
  ) throws(LayoutError) {
    let heading = tree.add(StructureNode(.paragraph), to: parent)
    var style = scale.style(.label)
    style.colour = theme.accent
    try add([.init(group.letter, style)], owner: heading, width, keeps: true, to: &columns)
    var attributes = StructureNode.Attributes()
    attributes.numbering = StructureNode.Attributes.Numbering.none
    let list = tree.add(StructureNode(.list, attributes: attributes), to: parent)
    for entry in group.entries {
      let item = tree.add(StructureNode(.listItem), to: list)
      let body = tree.add(StructureNode(.listBody), to: item)
      let spans = spans(of: entry, except: index.except, under: body)
      try add(spans, owner: body, width, keeps: false, to: &columns)
    }
  }

  /// The lines of a letter or an entry; all but the first hang.
  private func add(
    _ spans: [StyledText.Span], owner: Int, _ width: Double, keeps: Bool,
    to columns: inout NameColumns
  ) throws(LayoutError) {
    let hang = scale.size(of: .small)
    let paragraph = try set(StyledText(spans), style(width - hang))
    let lines = paragraphs[paragraph].lines.indices
    for line in lines {
      let fragment = Fragment(
        owner: .node(owner), x: line == 0 ? 0 : hang, y: columns.rowHeight * 0.72,
        content: .line(paragraph: paragraph, line: line))
      let isSplit = line + 1 < lines.count
      columns.append([fragment], keeps: keeps || isSplit)
    }
  }

  private func spans(
    of entry: IndexBlock.Entry, except: [String], under node: Int
  ) -> [StyledText.Span] {
    var style = scale.style(.small)
    style.colour = theme.ink
    var quiet = scale.style(.small)
    if let see = entry.see {
      let gap = scale.isChinese ? "\u{2002}" : ", "
      let space = scale.isChinese ? "" : " "
      if !scale.isChinese { quiet.slant = .italic }
      return [
        .init(entry.name + gap, style), .init(document.words.references.see + space, quiet),
        .init(see, style),
      ]
    }
    let key = local(entry.key)
    let pages = References.pages(of: key, except: except, in: references.known)
    references.printed.append(
      References.Printed(
        name: "the entry \"\(entry.name)\" of the index",
        target: .entry(key: key, except: except), pages: pages, place: context))
    quiet.features = ["lnum"]
    var spans = [StyledText.Span(entry.name + "\u{2002}", style)]
    for (number, range) in ranges(of: pages).enumerated() {
      if number > 0 { spans.append(.init(document.words.references.comma, quiet)) }
      let first = String(range.lowerBound + 1)
      let text = range.count > 1 ? "\(first)–\(range.upperBound + 1)" : first
      let target = References.anchor(of: key, page: range.lowerBound)
      let description = document.words.pageBefore + text + document.words.pageAfter
      spans.append(
        .init(
          text,
          link(.anchor(target), description: "\(entry.name), \(description)", quiet, under: node)))
    }
    return spans
  }

  /// Three pages and more in a row are printed as a range.
  private func ranges(of pages: [Int]) -> [ClosedRange<Int>] {
    var ranges: [ClosedRange<Int>] = []
    for page in pages {
      if let last = ranges.last, last.upperBound + 1 == page {
        ranges[ranges.count - 1] = last.lowerBound...page
      } else {
        ranges.append(page...page)
      }
    }
    return ranges.flatMap { range in
      range.count == 2
        ? [range.lowerBound...range.lowerBound, range.upperBound...range.upperBound]
        : [range]
    }
  }
}

/// Lines in columns that keep letters with their names, and the lines of a name together: every eighth
/// row has room for one line less than it could hold, so that a column may end early.
extension NameColumns {
  mutating func append(_ cell: [Fragment], keeps: Bool) {
    cells.append(cell)
    self.keeps.append(keeps)
  }

  /// How many lines stand before a row.
  private func lines(before row: Int) -> Int {
    var lines = min(row * edges.count - row / 8, cells.count)
    guard lines < cells.count else { return lines }
    for _ in 0..<3 where lines > 1 && keeps[lines - 1] { lines -= 1 }
    return lines
  }

  /// The rows that all lines take, one of them to spare.
  var rows: Int {
    var rows = cells.count / edges.count
    while rows * edges.count - rows / 8 < cells.count { rows += 1 }
    return cells.isEmpty ? 0 : rows + 1
  }

  /// The lines of some rows, column by column.
  func lines(rows: Range<Int>) -> [Fragment] {
    var next = lines(before: rows.lowerBound)
    let end = lines(before: rows.upperBound)
    var fragments: [Fragment] = []
    for (column, edge) in edges.enumerated() {
      // White at the head of a column is dropped.
      while next < end, cells[next].isEmpty { next += 1 }
      let left = edges.count - column
      var stop = next + (end - next + left - 1) / left
      if left > 1 {
        var early = stop
        while early > next + 1, stop - early < 4, keeps[early - 1] { early -= 1 }
        if end - early <= (left - 1) * rows.count { stop = early }
      }
      for cell in next..<stop {
        fragments += cells[cell].map { $0.moved(x: edge, y: rowHeight * Double(cell - next)) }
      }
      next = stop
    }
    return fragments
  }
}
