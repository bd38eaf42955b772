/// The rows of a sheet as its part is parsed.
struct XLSXSheetReading {
  private let reading: XLSXCellReading
  private let origin: RecordOrigin
  private let findMerges: (Int) throws(Diagnostic) -> [XLSXMerge]
  private var head: XLSXHead
  private(set) var columns: [(column: Int, text: String)]?
  private var slots: [Int] = []
  var rows = XLSXRows()
  private(set) var isStopped = false
  private(set) var failure: Diagnostic?
  private(set) var problems: ProblemList

  private var row = 0
  private var use = Use.none
  private var cell = XLSXCell()
  private var source: [UInt8] = []
  private var isInSheet = false
  private var isInCell = false
  private var isCapturing = false
  private var isInline = false
  private var isPhonetic = false
  private var isHidden = false
  private var hidden = (count: 0, first: 0)
  private var warned: Set<Int> = []

  /// What the cells of the row are read for.
  private enum Use { case none, head, record }

  init(
    _ reading: XLSXCellReading, head: XLSXHead, origin: RecordOrigin,
    findMerges: @escaping (Int) throws(Diagnostic) -> [XLSXMerge]
  ) {
    self.reading = reading
    self.head = head
    self.origin = origin
    self.findMerges = findMerges
    problems = ProblemList(origin: origin)
  }

  var headLine: Int { head.last }

  mutating func start(_ name: XLSXName, _ attributes: XLSXAttributes) {
    switch name.letter {
    case UInt8(ascii: "c"): if isInSheet { startCell(attributes) }
    case UInt8(ascii: "v"):
      isCapturing = isInCell
      cell.hasValue = true
    case UInt8(ascii: "f"): cell.hasFormula = true
    case UInt8(ascii: "t"): isCapturing = isInCell && isInline && !isPhonetic
    default:
      if name == "row" {
        if isInSheet { startRow(attributes) }
      } else if name == "is" {
        isInline = true
      } else if name == "rPh" {
        isPhonetic = true
      } else if name == "sheetData" {
        isInSheet = true
      } else if name == "mergeCell" {
        warn(ofMerge: attributes.text("ref") ?? "")
      }
    }
  }

  mutating func end(_ name: XLSXName) {
    switch name.letter {
    case UInt8(ascii: "c"): if isInCell { endCell() }
    case UInt8(ascii: "v"), UInt8(ascii: "t"): isCapturing = false
    case 0:
      if name == "row" {
        endRow()
      } else if name == "is" {
        isInline = false
      } else if name == "rPh" {
        isPhonetic = false
      } else if name == "sheetData" {
        isInSheet = false
        finishHead()
        warnOfHiddenRows()
      }
    default: break
    }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isCapturing else { return }
    source.append(contentsOf: bytes)
    if source.count > XLSXText.limit {
      stop("xlsx-cell-size", "a cell holds more than 1 MiB", column: cell.column, hint: nil)
    }
  }

  private mutating func startRow(_ attributes: XLSXAttributes) {
    let last = row
    row = last + 1
    if let text = attributes.text("r") {
      guard let number = Int(text), (1...XLSXReference.lastRow).contains(number) else {
        return stop("xlsx-cell-reference", "\(quoted(text)) is not the number of a row", column: 0)
      }
      row = number
    }
    guard row > last else {
      return stop("xlsx-row-order", "row \(row) stands after row \(last)", column: 0)
    }
    guard row <= XLSXReference.lastRow else {
      return stop("xlsx-cell-reference", "the sheet has too many rows", column: 0)
    }
    if columns == nil, head.last > 0, row > head.last { finishHead() }
    guard !isStopped else { return }
    isHidden = attributes.flag("hidden")
    cell.column = 0
    use = columns != nil ? .record : head.includes(row) ? .head : .none
    if use == .record { rows.begin(width: columns?.count ?? 0) }
  }

  private mutating func endRow() {
    if use == .record, rows.end(line: row), isHidden {
      hidden = (hidden.count + 1, hidden.count == 0 ? row : hidden.first)
    }
    use = .none
  }

  private mutating func startCell(_ attributes: XLSXAttributes) {
    let last = cell.column
    cell = XLSXCell()
    cell.column = last + 1
    source.removeAll(keepingCapacity: true)
    isInCell = true
    for index in 0..<attributes.count {
      let bytes = attributes.bytes(index)
      switch attributes.letter(index) {
      case UInt8(ascii: "r"):
        guard let place = XLSXReference(bytes), place.row == row else {
          let text = String(decoding: bytes, as: UTF8.self)
          return stop(
            "xlsx-cell-reference", "\(quoted(text)) is not a cell of row \(row)", column: 0)
        }
        cell.column = place.column
      case UInt8(ascii: "s"):
        cell.style = Self.index(bytes)
      case UInt8(ascii: "t"):
        guard let kind = XLSXCell.kind(bytes) else {
          let text = String(decoding: bytes, as: UTF8.self)
          return stop(
            "xlsx-cell-type", "\(quoted(text)) is not a type of cell", column: cell.column)
        }
        cell.kind = kind
      default: break
      }
    }
    if cell.column > XLSXReference.lastColumn {
      stop("xlsx-cell-reference", "the row has too many cells", column: 0)
    }
  }

  /// A small number; what is none counts as 0, the style of every cell without one.
  private static func index(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var index = 0
    for byte in bytes {
      guard (0x30...0x39).contains(byte), index < 1_000_000 else { return 0 }
      index = index * 10 + Int(byte - 0x30)
    }
    return index
  }

  private mutating func endCell() {
    isInCell = false
    switch use {
    case .none: break
    case .head: endHeadCell()
    case .record: endRecordCell()
    }
  }

  private mutating func endHeadCell() {
    var bytes: [UInt8] = []
    do {
      try reading.append(cell, source: &source, to: &bytes)
    } catch {
      report(error)
    }
    guard var place = XLSXReference("A1".utf8) else { return }
    (place.row, place.column) = (row, cell.column)
    head.add(String(decoding: bytes, as: UTF8.self), at: place)
  }

  private mutating func endRecordCell() {
    let slot = cell.column < slots.count ? slots[cell.column] : -1
    guard slot >= 0 else { return warnOfLostCell() }
    guard !rows.isSet(slot) else {
      return problems.add(
        .error, "xlsx-duplicate-cell", "the cell stands twice in its row", line: row,
        column: cell.column, hint: XLSXFormatCheck.saveAgain)
    }
    if source.isEmpty, !cell.hasFormula { return }
    var problem: XLSXCellReading.Problem?
    rows.set(slot) { bytes in
      do throws(XLSXCellReading.Problem) {
        try reading.append(cell, source: &source, to: &bytes)
        return true
      } catch {
        problem = error
        return false
      }
    }
    if let problem { report(problem) }
  }

  /// A column without a head is no field; that it holds something is said once.
  private mutating func warnOfLostCell() {
    guard !source.isEmpty, warned.insert(cell.column).inserted else { return }
    let letters = Place.letters(cell.column)
    problems.add(
      .warning, "xlsx-no-head", "column \(letters) has values but no head, and is not read",
      line: row, column: cell.column, hint: "write the name of a field into its head")
  }

  private mutating func warn(ofMerge text: String) {
    guard let merge = XLSXMerge(text), merge.rows.lowerBound > head.last,
      merge.columns.contains(where: { $0 < slots.count && slots[$0] >= 0 })
    else { return }
    problems.add(
      .warning, "xlsx-merged", "the cells \(quoted(text)) are merged; only the first has the value",
      line: merge.rows.lowerBound, column: merge.columns.lowerBound,
      hint: "separate them and fill in each")
  }

  private mutating func warnOfHiddenRows() {
    guard hidden.count > 0 else { return }
    problems.add(
      .warning, "xlsx-hidden-rows",
      hidden.count == 1 ? "a hidden row is read" : "\(hidden.count) hidden rows are read",
      line: hidden.first, column: 0, hint: "delete the rows that do not count")
  }

  private mutating func finishHead() {
    guard columns == nil else { return }
    do {
      let found = head.columns(merges: head.hasGaps ? try findMerges(head.last) : [])
      guard let last = found.last else {
        return stop(
          "xlsx-no-head", "there is no head", line: head.last, column: 0,
          hint: "say in which row it is: head_row: 2")
      }
      guard found.count <= XLSXHead.columnLimit else {
        return stop(
          "xlsx-columns", "the head names more than \(XLSXHead.columnLimit) columns",
          line: head.last, column: 0, hint: nil)
      }
      slots = Array(repeating: -1, count: last.column + 1)
      for (slot, column) in found.enumerated() { slots[column.column] = slot }
      columns = found
    } catch {
      (failure, isStopped) = (error, true)
    }
  }

  private mutating func report(_ problem: XLSXCellReading.Problem) {
    problems.add(
      .error, problem.code, problem.message, line: row, column: cell.column, hint: problem.hint)
  }

  private mutating func stop(
    _ code: String, _ message: String, line: Int? = nil, column: Int,
    hint: String? = XLSXFormatCheck.saveAgain
  ) {
    let spot = Spot(line: Int32(clamping: line ?? row), column: Int32(clamping: column))
    failure =
      failure ?? Diagnostic(.error, code: code, message, at: origin.place(spot), hint: hint)
    isStopped = true
  }
}
