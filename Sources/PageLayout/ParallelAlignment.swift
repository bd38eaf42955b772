import DocumentModel

/// The blocks of two texts in pairs.
enum ParallelAlignment {
  /// The longest run of kinds that both have in one order is paired; what only
  /// one has stands alone.
  static func pairs(_ first: [Block], _ second: [Block]) -> [[Block?]] {
    let (rows, columns) = (first.count, second.count)
    // Long texts are paired one by one: a table of all ways would not fit.
    guard rows * columns < 1_000_000 else {
      return (0..<max(rows, columns)).map { index in
        [index < rows ? first[index] : nil, index < columns ? second[index] : nil]
      }
    }
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: columns + 1), count: rows + 1)
    for row in stride(from: rows - 1, through: 0, by: -1) {
      for column in stride(from: columns - 1, through: 0, by: -1) {
        lengths[row][column] =
          first[row].kind == second[column].kind
          ? lengths[row + 1][column + 1] + 1
          : max(lengths[row + 1][column], lengths[row][column + 1])
      }
    }
    var result: [[Block?]] = []
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      if row < rows, column < columns, first[row].kind == second[column].kind {
        result.append([first[row], second[column]])
        row += 1
        column += 1
      } else if column == columns
        || (row < rows && lengths[row + 1][column] >= lengths[row][column + 1])
      {
        result.append([first[row], nil])
        row += 1
      } else {
        result.append([nil, second[column]])
        column += 1
      }
    }
    return result
  }
}

extension Block {
  /// What kind of block it is, to pair it with that of another language: tables and pictures by their
  /// anchors too.
  fileprivate var kind: String {
    switch self {
    case .table(let table): "table " + table.anchor
    case .illustration(let picture): "illustration " + picture.anchor
    case .paragraph: "paragraph"
    case .list: "list"
    case .keyFigures: "figures"
    case .glance: "glance"
    case .profile(let profile): "profile " + profile.anchor
    case .timeline: "timeline"
    case .quotation: "quotation"
    case .pullQuote: "pull quote"
    case .box: "box"
    case .story: "story"
    case .signature: "signature"
    case .history: "history"
    case .remark: "remark"
    case .definitions: "definitions"
    case .nameList: "names"
    default: "other"
    }
  }

  /// Whether half a page is too narrow for it.
  var needsWholeWidth: Bool {
    switch self {
    case .table(let table): table.columns.count > 2
    case .timeline, .nameList, .index, .glance, .profile: true
    default: false
    }
  }
}
