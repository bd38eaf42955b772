import Records

/// The most rows of one input: a few bytes of a workbook can stand for a million blank ones.
private let rowLimit = 10_000

/// Reads a table to its end, and looks at every cell.
private func readAll(_ table: some TableSource) throws(Diagnostic) {
  var table = table
  var row = TableRow()
  var count = 0
  while count < rowLimit, try table.next(into: &row) {
    count += 1
    for cell in 0..<row.count {
      precondition(row.range(of: cell).upperBound <= row.bytes.count, "a cell leaves its row")
      precondition(row.spot(cell).line >= 0, "a cell has no place")
    }
  }
  _ = table.problems
}

/// CSV and TSV in any encoding.
let csv: Target = { bytes in
  try? readAll(CSVSource(bytes: bytes, file: "input.csv"))
}

/// A workbook as a whole: mostly the package, since few changes survive its checksums.
let xlsx: Target = { bytes in
  readSheet(of: bytes)
}

/// The XML of a workbook in a package that is in order: the sheet, the shared strings and the
/// styles, with a NUL between them.
let sheet: Target = { bytes in
  readSheet(of: Workbook.package(bytes.split(separator: 0, omittingEmptySubsequences: false)))
}

private func readSheet(of package: [UInt8]) {
  Scratch.withFile(package, named: "input.xlsx") { path in
    _ = try? XLSXSource.sheetNames(path: path, name: "input.xlsx")
    do throws(Diagnostic) {
      try readAll(XLSXSource(path: path, name: "input.xlsx", sheet: nil, headRows: []))
    } catch {
      precondition(!error.message.isEmpty, "a problem says nothing")
    }
  }
}

/// A database file, read by a query that touches every table of the seed.
let sqlite: Target = { bytes in
  Scratch.withFile(bytes, named: "input.db") { path in
    do throws(Diagnostic) {
      let query = "SELECT e.*, n.text FROM events e LEFT JOIN notes n ON n.event = e.id"
      try readAll(
        SQLiteSource(path: path, name: "input.db", query: query, timeLimit: .seconds(2)))
    } catch {
      precondition(!error.message.isEmpty, "a problem says nothing")
    }
  }
}
