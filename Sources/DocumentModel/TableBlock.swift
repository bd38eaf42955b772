/// A table: columns, head rows, groups of body rows, notes.
public struct TableBlock: Hashable, Sendable {
  /// How the cells of a column are aligned.
  public enum Alignment: String, Hashable, Sendable {
    case leading
    case trailing
    case centre
    /// On the decimal sign, digits tabular; words before a number do not move it.
    case decimal
  }
  /// A column.
  public struct Column: Hashable, Sendable {
    /// How its cells are aligned.
    public var alignment: Alignment
    /// A share of the width; 0 lets content decide.
    public var share: Double
    /// A column.
    public init(alignment: Alignment, share: Double = 0) {
      self.alignment = alignment
      self.share = share
    }
  }
  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// Its text.
    public var content: [Inline]
    /// How many columns it covers, from 1 to 1,000.
    public let span: Int
    /// How many rows of the head it covers, from 1 to 1,000; 1 in the body.
    public let rows: Int
    /// A cell.
    public init(_ content: [Inline], span: Int = 1, rows: Int = 1) {
      self.content = content
      self.span = min(max(1, span), 1000)
      self.rows = min(max(1, rows), 1000)
    }
  }
  /// A row.
  public struct Row: Hashable, Sendable {
    /// What a row is.
    public enum Kind: String, Hashable, Sendable {
      case body
      /// A heading of a group of rows.
      case group
      /// The sums of a group, after its rows.
      case subtotal
      /// A total, set apart.
      case total
    }
    /// Where a page may end in a row.
    public enum Breaking: String, Hashable, Sendable {
      /// Nowhere, as long as the row is no longer than a page can bear.
      case whole
      /// Between its lines.
      case anywhere
    }
    /// What it is.
    public var kind: Kind
    /// Its cells; spans add up to the number of columns.
    public var cells: [Cell]
    /// Where a page may end in it.
    public var breaking: Breaking
    /// The sums over the table's rows up to and with this one, one a column, as printed; empty where a
    /// column has none, and empty altogether for a table that carries no sums forward.
    public var running: [[Inline]]
    /// A row.
    public init(
      kind: Kind = .body, cells: [Cell], breaking: Breaking = .whole, running: [[Inline]] = []
    ) {
      self.kind = kind
      self.cells = cells
      self.breaking = breaking
      self.running = running
    }
  }
  /// How a table stands on paper.
  public enum Orientation: String, Hashable, Sendable {
    /// On a page of its own across the paper where its words do not fit upright, else upright.
    case automatic
    /// In the text.
    case upright
    /// On a page of its own, across the paper.
    case landscape
  }
  /// What a table is for, which its type shows.
  public enum Look: String, Hashable, Sendable {
    /// Many values, to be looked up.
    case plain
    /// A few things side by side, to be compared: large values, the change small beside them.
    case comparison
  }
  /// The anchor.
  public var anchor: String
  /// The printed number, "Table 2" without the word; nil for none.
  public var number: String?
  /// The caption; empty for none.
  public var caption: [Inline]
  /// The columns.
  public var columns: [Column]
  /// The head rows, the widest headings first; a cell of several rows stands in the first of them.
  public var head: [Row]
  /// The body rows; the first cell of a row is its header where `rowHeaders`.
  public var rows: [Row]
  /// Whether the first column names the rows.
  public var rowHeaders: Bool
  /// A note under the table; empty for none. Notes called in its cells follow it.
  public var note: [Inline]
  /// How it stands on paper.
  public var orientation: Orientation
  /// Where it stands; text does not run beside a table.
  public var placement: Placement
  /// What it is for.
  public var look: Look
  /// A table.
  public init(
    anchor: String, number: String?, caption: [Inline], columns: [Column], head: [Row],
    rows: [Row], rowHeaders: Bool = true, note: [Inline] = [],
    orientation: Orientation = .automatic, placement: Placement = Placement(),
    look: Look = .plain
  ) {
    self.anchor = anchor
    self.number = number
    self.caption = caption
    self.columns = columns
    self.head = head
    self.rows = rows
    self.rowHeaders = rowHeaders
    self.note = note
    self.orientation = orientation
    self.placement = placement
    self.look = look
  }
}

extension TableBlock {
  /// The column in which each cell of some rows begins, cells that reach down from rows above
  /// counted in.
  public func firstColumns(of rows: [Row]) -> [[Int]] {
    var depth = [Int](repeating: 0, count: columns.count)
    return rows.map { row in
      var column = 0
      let firsts = row.cells.map { cell in
        while column < depth.count, depth[column] > 0 { column += 1 }
        let first = column
        column = min(first, depth.count) + cell.span
        for covered in first..<max(first, min(column, depth.count)) {
          depth[covered] = cell.rows
        }
        return first
      }
      for index in depth.indices { depth[index] = max(0, depth[index] - 1) }
      return firsts
    }
  }
}
