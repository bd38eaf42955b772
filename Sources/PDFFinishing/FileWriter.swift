/// Writes objects as a file: streams one by one, the others in object streams, and the table of them
/// as a stream too (ISO 32000-1, 7.5.7 and 7.5.8).
struct FileWriter {
  /// Where an object is.
  private enum Place {
    case none
    /// By itself, at a byte of the file.
    case byte(Int)
    /// In an object stream, by its number, at an index.
    case inside(Int, Int)
  }

  private let deflate: Deflate
  private var file = PDFSource()
  private var places: [Place] = []
  /// The objects of the open object stream, and their numbers and places as its head names them.
  private var group = PDFSource()
  private var heads = PDFSource()
  private var members: [Int] = []
  /// Object streams, whose numbers come after all others.
  private var groups: [(members: [Int], first: Int, data: [UInt8])] = []

  /// How many objects an object stream holds: a reader expands all for one of them.
  private static let groupSize = 200

  init(deflate: Deflate, version: String, capacity: Int) {
    self.deflate = deflate
    file.reserve(capacity)
    // Four bytes above 127 say that the file is binary (ISO 19005-2, 6.1.2).
    file.write("%PDF-\(version)\n%")
    file.write([0xE2, 0xE3, 0xCF, 0xD3, 10])
  }

  /// Writes a stream, whose dictionary is not yet closed and lacks its length.
  mutating func stream(_ number: Int, _ head: PDFSource, _ data: some Collection<UInt8>) {
    set(number, .byte(file.count))
    file.digits(number)
    file.write(" 0 obj\n")
    file.write(head.bytes)
    file.write("/Length")
    file.number(data.count)
    file.write(">>\nstream\n")
    file.write(data)
    // An end of line before endstream (ISO 19005-2, 6.1.7.1).
    file.write("\nendstream\nendobj\n")
  }

  /// Writes an object that is no stream.
  mutating func object(_ number: Int, _ source: ArraySlice<UInt8>) {
    heads.number(number)
    heads.number(group.count)
    group.write(source)
    group.write("\n")
    members.append(number)
    if members.count == Self.groupSize { endGroup() }
  }

  private mutating func endGroup() {
    guard !members.isEmpty else { return }
    heads.write("\n")
    let first = heads.count
    heads.write(group.bytes)
    groups.append((members, first, deflate.compressed(heads.bytes)))
    members.removeAll(keepingCapacity: true)
    group.removeAll()
    heads.removeAll()
  }

  /// Ends the file.
  ///
  /// - Parameters:
  ///   - catalog: The number of the catalog.
  ///   - info: The number of the document's information.
  ///   - next: The first number that no object has.
  mutating func finished(catalog: Int, info: Int, next: Int) -> [UInt8] {
    endGroup()
    var number = next
    for group in groups {
      for (index, member) in group.members.enumerated() { set(member, .inside(number, index)) }
      var head = PDFSource()
      head.write("<</Type/ObjStm/N")
      head.number(group.members.count)
      head.write("/First")
      head.number(group.first)
      head.write("/Filter/FlateDecode")
      stream(number, head, group.data)
      number += 1
    }
    let start = file.count
    let identifier = Self.identifier(of: file.bytes)
    set(number, .byte(start))
    var head = PDFSource()
    head.write("<</Type/XRef/W[1 4 2]/Size")
    head.number(number + 1)
    head.write("/Root")
    head.reference(catalog)
    head.write("/Info")
    head.reference(info)
    head.write("/ID[\(identifier)\(identifier)]")
    head.write("/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 7>>")
    stream(number, head, deflate.compressed(table()))
    file.write("startxref\n")
    file.digits(start)
    file.write("\n%%EOF\n")
    return file.bytes
  }

  private mutating func set(_ number: Int, _ place: Place) {
    while places.count <= number { places.append(.none) }
    places[number] = place
  }

  /// The rows of the table, each as its difference from the one before (PNG's filter Up).
  private func table() -> [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(places.count * 8)
    var above = [UInt8](repeating: 0, count: 7)
    var row = above
    for (number, place) in places.enumerated() {
      switch place {
      case .none: Self.fill(&row, 0, 0, number == 0 ? 0xFFFF : 0)
      case .byte(let place): Self.fill(&row, 1, place, 0)
      case .inside(let stream, let index): Self.fill(&row, 2, stream, index)
      }
      rows.append(2)
      for column in row.indices { rows.append(row[column] &- above[column]) }
      swap(&row, &above)
    }
    return rows
  }

  private static func fill(_ row: inout [UInt8], _ kind: UInt8, _ middle: Int, _ last: Int) {
    row[0] = kind
    for column in 0..<4 { row[1 + column] = UInt8(truncatingIfNeeded: middle >> (24 - 8 * column)) }
    row[5] = UInt8(truncatingIfNeeded: last >> 8)
    row[6] = UInt8(truncatingIfNeeded: last)
  }

  /// What tells one file from another, as a string's source: two sums over all bytes.
  private static func identifier(of bytes: [UInt8]) -> String {
    var sums: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15)
    bytes.withUnsafeBytes { bytes in
      let words = bytes.count / 8 * 8
      for at in stride(from: 0, to: words, by: 8) {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
        sums.0 = (sums.0 ^ word) &* 0x100_0000_01b3
        sums.0 ^= sums.0 >> 29
        sums.1 = (sums.1 &+ word) &* 0xff51_afd7_ed55_8ccd
        sums.1 ^= sums.1 >> 32
      }
      for byte in bytes[words...] { sums.0 = (sums.0 ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    sums.1 ^= UInt64(bytes.count)
    let digits = [sums.0, sums.1].map { sum in
      let digits = String(sum, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }
    return "<" + digits.joined() + ">"
  }
}
