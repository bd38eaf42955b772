import Records

/// Where each field of a record stands, in two or three bytes a field: the field's index, the
/// distance of its line from the record's, and its column, as numbers of seven bits a byte.
struct SpotCoding {
  /// Where the bytes are written.
  let start: UnsafeMutableRawPointer
  private(set) var count = 0

  /// Writes into room for the spots of all fields.
  init(in room: UnsafeMutableRawPointer) { start = room }

  /// The most bytes that the spots of a number of fields take.
  static func size(_ fields: Int) -> Int { 15 * fields }

  mutating func append(field: Int, _ spot: Spot, from first: Spot) {
    append(UInt32(truncatingIfNeeded: field))
    let distance = spot.line &- first.line
    append(UInt32(bitPattern: (distance << 1) ^ (distance >> 31)))
    append(UInt32(bitPattern: spot.column))
  }

  private mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      start.storeBytes(
        of: UInt8(truncatingIfNeeded: rest) | 0x80, toByteOffset: count, as: UInt8.self)
      count += 1
      rest >>= 7
    }
    start.storeBytes(of: UInt8(truncatingIfNeeded: rest), toByteOffset: count, as: UInt8.self)
    count += 1
  }

  /// Reads the spots of a record, by the index of their field; nil for a field that it lacks.
  static func spots(
    _ bytes: UnsafeRawBufferPointer, count: Int, from start: Spot
  ) -> [Spot?] {
    var spots: [Spot?] = Array(repeating: nil, count: count)
    var rest = bytes[...]
    while let field = number(&rest), let line = number(&rest), let column = number(&rest) {
      guard field < count else { continue }
      let distance = Int32(bitPattern: line >> 1) ^ -Int32(bitPattern: line & 1)
      spots[Int(field)] = Spot(line: start.line &+ distance, column: Int32(bitPattern: column))
    }
    return spots
  }

  private static func number(_ rest: inout Slice<UnsafeRawBufferPointer>) -> UInt32? {
    var (result, shift): (UInt32, UInt32) = (0, 0)
    while let byte = rest.popFirst(), shift < 35 {
      result |= UInt32(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return result }
      shift += 7
    }
    return nil
  }
}
