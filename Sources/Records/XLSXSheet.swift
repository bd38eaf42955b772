/// Takes the markup of a sheet; what it reads lies behind a pointer, because the checks of exclusive
/// access that an object's properties get cost more than the reading.
final class XLSXSheet: XLSXHandler {
  private let reading: UnsafeMutablePointer<XLSXSheetReading>

  init(_ reading: XLSXSheetReading) {
    self.reading = .allocate(capacity: 1)
    self.reading.initialize(to: reading)
  }

  deinit {
    reading.deinitialize(count: 1)
    reading.deallocate()
  }

  /// The columns of the head; nil until it is read.
  var columns: [(column: Int, text: String)]? { reading.pointee.columns }
  /// The row of the head that is nearest to the records.
  var headLine: Int { reading.pointee.headLine }
  /// What is wrong so far, and did not stop the reading.
  var problems: [Diagnostic] { reading.pointee.problems.diagnostics }

  /// Hands on the next row; false where none is left of what was parsed.
  func pop(into row: inout TableRow, columns: [Int]) -> Bool {
    reading.pointee.rows.pop(into: &row, columns: columns)
  }

  override func start(_ name: XLSXName, _ attributes: XLSXAttributes) {
    reading.pointee.start(name, attributes)
    if reading.pointee.isStopped { failure = reading.pointee.failure }
  }

  override func end(_ name: XLSXName) {
    reading.pointee.end(name)
    if reading.pointee.isStopped { failure = reading.pointee.failure }
  }

  override func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    reading.pointee.text(bytes)
    if reading.pointee.isStopped { failure = reading.pointee.failure }
  }
}
