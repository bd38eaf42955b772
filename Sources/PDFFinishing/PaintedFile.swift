/// The objects of a painted file that its catalog leads to, numbered anew from 1; what Cairo wrote of
/// structure is not among them.
struct PaintedFile {
  /// An object: a dictionary, a stream, or source of another kind.
  struct Object {
    var dictionary = PDFDictionary()
    /// The source of what is no dictionary.
    var source: [UInt8]?
    /// A stream's data as its filter left it, by their place in the file.
    var data: Range<Int>?
  }

  let bytes: UnsafeBufferPointer<UInt8>
  /// The objects by number; 0 is nobody's.
  var objects: [Object] = [Object()]
  /// The number of the catalog.
  let catalog = 1
  private let table: CrossReferences
  /// The new number of each of Cairo's objects, and the other way round.
  private var numbers: [Int]
  private var olds = [0, 0]

  /// Reads a file of which nothing is copied but dictionaries; the bytes must outlive this value.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    self.bytes = bytes
    guard let table = CrossReferences(bytes) else { throw .painted("it has no table of objects") }
    self.table = table
    numbers = [Int](repeating: 0, count: table.places.count)
    var parser = ObjectParser(bytes, at: table.end)
    guard parser.take("trailer"), let trailer = Self.dictionary(&parser),
      let root = trailer["Root"].flatMap(ObjectParser.reference),
      table.places.indices.contains(root)
    else { throw .painted("it has no catalog") }
    numbers[root] = catalog
    olds[catalog] = root
    try read(leaving: ["StructTreeRoot", "MarkInfo"])
    while objects.count < olds.count { try read(leaving: ["Length"]) }
  }

  private static func dictionary(_ parser: inout ObjectParser) -> PDFDictionary? {
    do throws(ObjectParser.Fault) { return try parser.dictionary() } catch { return nil }
  }

  /// Reads the next object, and gives those it names their numbers, but not those under some keys,
  /// which it is read without.
  private mutating func read(leaving left: [String]) throws(FinishingError) {
    let old = olds[objects.count]
    do throws(ObjectParser.Fault) {
      var parser = try parser(of: old)
      var object = Object()
      var ahead = parser
      if ahead.take("<<") {
        object.dictionary = try parser.dictionary(leaving: left) { number(of: $0) }
        if parser.take("stream") { object.data = try data(of: object.dictionary, parser) }
        for key in left { object.dictionary[key] = nil }
      } else {
        var source = PDFSource()
        try parser.copyValue(to: &source) { number(of: $0) }
        object.source = source.bytes
      }
      objects.append(object)
    } catch {
      throw .painted("its object \(old) is damaged")
    }
  }

  /// A parser that has gone over the head of one of Cairo's objects.
  private func parser(of old: Int) throws(ObjectParser.Fault) -> ObjectParser {
    guard table.places.indices.contains(old) else { throw ObjectParser.Fault() }
    var parser = ObjectParser(bytes, at: table.places[old])
    guard parser.integer() == old, parser.integer() != nil, parser.take("obj") else {
      throw ObjectParser.Fault()
    }
    return parser
  }

  /// The new number of one of Cairo's objects; nil where there is no such object.
  private mutating func number(of old: Int) -> Int? {
    guard table.places.indices.contains(old), table.places[old] > 0 else { return nil }
    if numbers[old] == 0 {
      numbers[old] = olds.count
      olds.append(old)
    }
    return numbers[old]
  }

  /// Where a stream's data lie, before which a parser stands.
  private func data(
    of dictionary: PDFDictionary, _ parser: ObjectParser
  ) throws(ObjectParser.Fault) -> Range<Int> {
    guard let source = dictionary["Length"] else { throw ObjectParser.Fault() }
    var length = ObjectParser.integer(source)
    if let old = ObjectParser.reference(source) {
      var parser = try self.parser(of: old)
      length = parser.integer()
    }
    var start = parser.scanner.end
    if start < bytes.count, bytes[start] == 13 { start += 1 }
    guard start < bytes.count, bytes[start] == 10, let length, length < bytes.count - start else {
      throw ObjectParser.Fault()
    }
    let range = start + 1..<start + 1 + length
    var after = ObjectParser(bytes, at: range.upperBound)
    guard after.take("endstream") else { throw ObjectParser.Fault() }
    return range
  }
}

/// The one classic table of objects that Cairo writes (ISO 32000-1, 7.5.4).
private struct CrossReferences {
  /// Where each object begins; 0 for none.
  private(set) var places: [Int] = []
  /// Where the table ends.
  private(set) var end = 0

  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = Self.start(bytes), start < bytes.count else { return nil }
    var parser = ObjectParser(bytes, at: start)
    guard parser.take("xref"), parser.integer() == 0, let count = parser.integer() else {
      return nil
    }
    var at = parser.scanner.end
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    guard count < bytes.count / 20, at + count * 20 <= bytes.count else { return nil }
    end = at + count * 20
    places.reserveCapacity(count)
    for entry in stride(from: at, to: end, by: 20) {
      let isUsed = bytes[entry + 17] == UInt8(ascii: "n")
      let place = ObjectParser.integer(bytes[entry..<entry + 10]) ?? 0
      places.append(isUsed && place < bytes.count ? place : 0)
    }
  }

  /// The number after the last `startxref`, near the end of the file.
  private static func start(_ bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    let word = Array("startxref".utf8)
    var at = bytes.count - word.count
    let limit = max(0, at - 200)
    while at >= limit {
      if bytes[at..<at + word.count].elementsEqual(word) {
        var parser = ObjectParser(bytes, at: at + word.count)
        return parser.integer()
      }
      at -= 1
    }
    return nil
  }
}
