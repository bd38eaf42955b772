import DocumentModel
import Typesetting

/// Tables that set a few things side by side: what is compared at their heads, large values, names
/// beside them.
extension LayoutSession {
  /// The type of a cell, how far apart its lines are, and how far beneath the row's top they begin.
  ///
  /// In a comparison names and words stand on the baselines of the large values.
  func cellType(
    _ cell: TableBlock.Cell, column: Int, _ kind: TableBlock.Row.Kind, _ role: TextRole,
    in table: TableBlock
  ) -> (style: TextStyle, leading: Double, drop: Double) {
    guard table.look == .comparison, kind == .body else {
      return (scale.style(role), scale.grid, 0)
    }
    var style = scale.style(.tableCell)
    let leading = scale.grid * 1.25
    guard column > 0, cell.content.plainText.contains(where: \.isNumber) else {
      style.size = scale.base
      if column > 0 { style.colour = theme.quiet }
      return (style, scale.grid, (leading - scale.grid) * 0.72)
    }
    style.size = scale.size(of: .lead)
    style.family = theme.type.numberIsSans ? theme.sans : theme.serif
    return (style, leading, 0)
  }

  /// The type of the heads of columns: what is compared is named in words as they are.
  func headType(of table: TableBlock) -> TextStyle {
    guard table.look == .comparison else { return scale.columnHead }
    var style = scale.style(.tableHead)
    style.size = scale.base
    return style
  }
}
