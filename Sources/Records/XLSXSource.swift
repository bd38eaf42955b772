/// A sheet of a workbook (Office Open XML, `.xlsx`), read row by row; the memory that it takes
/// does not grow with the rows.
///
/// The first row is the head: the texts of the head's rows, merged cells repeated, joined by
/// " / ". Columns without a head and blank rows are left out. Numbers come with 15 digits, days as
/// ISO 8601, formulas as the value that was stored with them.
public struct XLSXSource: TableSource {
  /// The file and the sheet.
  public let origin: RecordOrigin
  private let markup: XLSXMarkup<XLSXSheet>
  private var numbers: [Int] = []
  private var hasHead = false
  private var isAtEnd = false

  /// Opens a sheet.
  ///
  /// - Parameters:
  ///   - path: The path of the file, which the caller has found to lie in the report's folder.
  ///   - name: What the file is called in messages.
  ///   - sheet: The name of the sheet; without one the first that is not hidden.
  ///   - headRows: The rows of the head, from 1; none for the first row that is not blank.
  /// - Throws: `Diagnostic` with a code that begins with `xlsx-`, or `unreadable-file`,
  ///   `not-a-file` or `file-too-large`.
  public init(
    path: String, name: String, sheet: String?, headRows: [Int]
  ) throws(Diagnostic) {
    let package = try XLSXPackage(path: path, name: name)
    let workbook = try XLSXWorkbook(package)
    let chosen = try workbook.sheet(sheet, in: package.place)
    let styles = XLSXStyles()
    if let part = workbook.stylesPart, package.has(part) {
      let limit = XLSXWorkbook.partLimit
      try XLSXMarkup(package.open(part, limit: limit), styles).finish()
    }
    let strings = XLSXStrings()
    if let part = workbook.stringsPart, package.has(part) {
      try XLSXMarkup(package.open(part, limit: XLSXStrings.partLimit), strings).finish()
    }
    origin = RecordOrigin(file: name, sheet: chosen.name)
    let reading = XLSXSheetReading(
      XLSXCellReading(
        strings: strings, formats: styles.formats, startsIn1904: workbook.startsIn1904,
        asksForCalculation: workbook.asksForCalculation),
      head: XLSXHead(rows: headRows), origin: origin
    ) { (limit: Int) throws(Diagnostic) in
      try XLSXMerge.touching(rows: limit, of: chosen.part, in: package)
    }
    markup = XLSXMarkup(try package.open(chosen.part), XLSXSheet(reading))
  }

  /// The names of the sheets of a workbook, hidden ones included, in their order.
  ///
  /// - Throws: `Diagnostic`, as `init` does.
  public static func sheetNames(path: String, name: String) throws(Diagnostic) -> [String] {
    try XLSXWorkbook(XLSXPackage(path: path, name: name)).sheets.map(\.name)
  }

  /// What is wrong with the rows so far, and did not stop the reading: cells that hold errors or
  /// formulas never calculated, hidden rows, columns without a head.
  public var problems: [Diagnostic] { markup.handler.problems }

  /// Reads the next row, the head first; false at the end.
  public mutating func next(into row: inout TableRow) throws(Diagnostic) -> Bool {
    let sheet = markup.handler
    if !hasHead {
      while sheet.columns == nil, try advance() {}
      guard let columns = sheet.columns else {
        throw Diagnostic(
          .error, code: "xlsx-no-head", "the sheet has no rows", at: origin.place(Spot()),
          hint: "name the sheet that holds the records")
      }
      row.removeAll()
      for column in columns {
        row.append(column.text.utf8)
        row.endCell(line: sheet.headLine, column: column.column)
      }
      numbers = columns.map(\.column)
      hasHead = true
      return true
    }
    while !sheet.pop(into: &row, columns: numbers) {
      guard try advance() else { return sheet.pop(into: &row, columns: numbers) }
    }
    return true
  }

  private mutating func advance() throws(Diagnostic) -> Bool {
    guard !isAtEnd else { return false }
    isAtEnd = !(try markup.advance())
    return !isAtEnd
  }
}
