import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// Names on one line each, a leader from the name to what is said of it.
struct NameLeaders {
  /// The number of columns and the width of each, in points.
  var columns: Int
  var width: Double
  /// The widths of the names and of what is said of them, in points.
  var extents: [(name: Double, detail: Double)]
}

extension LayoutSession {
  /// The leaders of a list; nil where nothing is said of its names, or a name with what is said of it
  /// does not fit on a line of the fewest columns.
  func leaders(
    of names: [NameEntry], in frame: Frame, most: Int
  ) throws(LayoutError) -> NameLeaders? {
    guard names.contains(where: { !$0.detail.isEmpty }) else { return nil }
    var extents: [(name: Double, detail: Double)] = []
    var longest = 0.0
    let (nameStyle, detailStyle) = (leaderStyle(isDetail: false), leaderStyle(isDetail: true))
    for entry in names {
      let name = try width(of: StyledText([.init(entry.name.plainText, nameStyle)]))
      let detail =
        entry.detail.isEmpty
        ? 0 : try width(of: StyledText([.init(entry.detail.plainText, detailStyle)]))
      extents.append((name, detail))
      longest = max(longest, name + (detail > 0 ? detail + 2 * nameStyle.size : 0))
    }
    for columns in stride(from: most, through: max(1, most - 1), by: -1) {
      let width = (frame.width - theme.gutter * 2 * Double(columns - 1)) / Double(columns)
      if longest <= width {
        return NameLeaders(columns: columns, width: width, extents: extents)
      }
    }
    return nil
  }

  private func leaderStyle(isDetail: Bool) -> TextStyle {
    var style = scale.style(.tableCell)
    if isDetail { style.colour = theme.quiet }
    return style
  }

  /// The cells of a list with leaders, each a line high.
  func leaderCells(
    _ names: [NameEntry], _ leaders: NameLeaders, under list: Int
  ) throws(LayoutError) -> [[Fragment]] {
    let dots = try LeaderDots(self, style: leaderStyle(isDetail: true))
    var lines: [Int: Int] = [:]
    var cells: [[Fragment]] = []
    for (entry, extent) in zip(names, leaders.extents) {
      let item = tree.add(StructureNode(.listItem), to: list)
      let body = tree.add(StructureNode(.listBody), to: item)
      let name = try textBox(
        entry.name, leaderStyle(isDetail: false), leading: scale.grid, owner: body, x: 0, y: 0,
        style(leaders.width))
      var cell = name.fragments
      if extent.detail > 0 {
        let detail = try textBox(
          entry.detail, leaderStyle(isDetail: true), leading: scale.grid, owner: body, x: 0, y: 0,
          style(leaders.width, .trailing))
        if let (x, count) = dots.span(from: extent.name, to: leaders.width - extent.detail) {
          if lines[count] == nil { lines[count] = try set(dots.text(count), style(leaders.width)) }
          let line = lines[count] ?? 0
          cell.append(
            Fragment(
              owner: .artifact(.layout), x: x, y: scale.drop,
              content: .line(paragraph: line, line: 0)))
        }
        cell += detail.fragments
      }
      cells.append(cell)
    }
    return cells
  }
}

/// The dots of leaders, on places that all lines of a column share.
struct LeaderDots {
  var style: TextStyle
  /// The distance of the dots, in points.
  var pitch: Double

  init(_ session: LayoutSession, style: TextStyle) throws(LayoutError) {
    self.style = style
    pitch = style.size * 0.5
    let natural = try session.pitch(of: style)
    guard natural < pitch else {
      pitch = natural
      return
    }
    // Letters of another script than the text's are larger than their style says, and so is their
    // tracking: what it does is measured.
    self.style.tracking = (pitch - natural) / style.size
    let tracked = try session.pitch(of: self.style)
    if tracked > natural { self.style.tracking *= (pitch - natural) / (tracked - natural) }
  }

  /// Where the dots between two texts begin, and how many there are; nil for fewer than three.
  func span(from start: Double, to end: Double) -> (x: Double, count: Int)? {
    let air = style.size * 0.4
    let first = ((start + air) / pitch).rounded(.up)
    let last = ((end - air) / pitch).rounded(.down)
    guard let count = Int(exactly: last - first), count > 2 else { return nil }
    return (first * pitch, count)
  }

  func text(_ count: Int) -> StyledText {
    StyledText([.init(String(repeating: ".", count: count), style)])
  }
}

extension LayoutSession {
  /// The distance of dots of a style in a row, in points.
  fileprivate func pitch(of style: TextStyle) throws(LayoutError) -> Double {
    let count = 10
    let dots = StyledText([.init(String(repeating: ".", count: count), style)])
    return try width(of: dots) / Double(count)
  }
}
