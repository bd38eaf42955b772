/// A file in the making: the objects that were painted, and those that are added to them.
final class PDFDocument {
  /// What was painted.
  private(set) var painted: PaintedFile
  private let deflate: Deflate
  /// The number that the next new object gets.
  private var next: Int
  /// The source of all new objects but streams, one after the other.
  private var source = PDFSource()
  private var places: [(number: Int, range: Range<Int>)] = []
  private var streams: [Stream] = []
  /// Data that take the place of painted ones, by the number of their stream.
  private var replaced: [Int: [UInt8]] = [:]

  private struct Stream {
    var number: Int
    /// Its dictionary, not yet closed, without the length.
    var head: PDFSource
    var data: [UInt8]
  }

  /// Takes a painted file. Its bytes must outlive this object.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    painted = try PaintedFile(bytes)
    deflate = try Deflate()
    next = painted.objects.count
  }

  // MARK: What was painted

  /// Changes the catalog.
  func changeCatalog(_ change: (inout PDFDictionary) -> Void) {
    self.change(painted.catalog, change)
  }

  /// Changes the dictionary of a painted object.
  func change(_ object: Int, _ change: (inout PDFDictionary) -> Void) {
    change(&painted.objects[object].dictionary)
  }

  /// The number of the painted object that a value refers to.
  func object(_ value: [UInt8]?) -> Int? {
    value.flatMap(ObjectParser.reference).flatMap {
      painted.objects.indices.contains($0) ? $0 : nil
    }
  }

  /// The dictionary that a value is or refers to; an empty one for anything else.
  func dictionary(_ value: [UInt8]?) -> PDFDictionary {
    if let object = object(value) { return painted.objects[object].dictionary }
    return parsed(value) { (parser) throws(ObjectParser.Fault) in try parser.dictionary() }
      ?? PDFDictionary()
  }

  /// The items of the array that a value is or refers to; none for anything else.
  func items(_ value: [UInt8]?) -> [[UInt8]] {
    let source = object(value).map { painted.objects[$0].source } ?? value
    return parsed(source) { (parser) throws(ObjectParser.Fault) in try parser.items() } ?? []
  }

  private func parsed<Value>(
    _ source: [UInt8]?, _ read: (inout ObjectParser) throws(ObjectParser.Fault) -> Value
  ) -> Value? {
    source?.withUnsafeBufferPointer { bytes in
      var parser = ObjectParser(bytes)
      do throws(ObjectParser.Fault) { return try read(&parser) } catch { return nil }
    }
  }

  /// The pages in order, by number.
  func pages() throws(FinishingError) -> [Int] {
    var pages: [Int] = []
    var visited: Set<Int> = []
    var open = [object(painted.objects[painted.catalog].dictionary["Pages"])]
    while let node = open.popLast() {
      guard let node, visited.insert(node).inserted else { throw .painted("its pages are no tree") }
      let dictionary = painted.objects[node].dictionary
      if dictionary.isName("Type", "Page") {
        pages.append(node)
      } else {
        open += items(dictionary["Kids"]).reversed().map(object)
      }
    }
    return pages
  }

  /// A painted stream's data, expanded.
  func data(_ object: Int, _ what: @autoclosure () -> String) throws(FinishingError) -> [UInt8] {
    guard painted.objects.indices.contains(object), let range = painted.objects[object].data else {
      throw .painted("\(what()) is no stream")
    }
    let raw = UnsafeBufferPointer(rebasing: painted.bytes[range])
    let dictionary = painted.objects[object].dictionary
    guard dictionary["Filter"] != nil else { return Array(raw) }
    guard dictionary.isName("Filter", "FlateDecode"), dictionary["DecodeParms"] == nil,
      let data = deflate.expanded(raw)
    else { throw .painted("\(what()) cannot be expanded") }
    return data
  }

  /// Gives a painted stream other data.
  func replace(_ object: Int, by data: [UInt8]) {
    replaced[object] = deflate.compressed(data)
    painted.objects[object].dictionary.set("Filter") { $0.name("FlateDecode") }
  }

  // MARK: New objects

  /// So many numbers for new objects, one after the other; the first of them.
  func reserve(_ count: Int = 1) -> Int {
    next += count
    return next - count
  }

  /// Writes a new object.
  func write(_ number: Int, _ body: (inout PDFSource) -> Void) {
    let start = source.count
    body(&source)
    places.append((number, start..<source.count))
  }

  /// Adds a new object, and gives its number.
  func add(_ body: (inout PDFSource) -> Void) -> Int {
    let number = reserve()
    write(number, body)
    return number
  }

  /// Adds a stream.
  ///
  /// - Parameter entries: The entries of its dictionary beside its filter and length.
  func addStream(
    _ data: [UInt8], compressed: Bool = true, _ entries: (inout PDFSource) -> Void
  ) -> Int {
    let number = reserve()
    var head = PDFSource()
    head.write("<<")
    entries(&head)
    if compressed { head.write("/Filter/FlateDecode") }
    streams.append(
      Stream(number: number, head: head, data: compressed ? deflate.compressed(data) : data))
    return number
  }

  // MARK: The file

  /// The whole file, with object streams and an identifier made from its content.
  func bytes(info: Int, version: String = "1.7") -> [UInt8] {
    var file = FileWriter(
      deflate: deflate, version: version, capacity: painted.bytes.count)
    for number in painted.objects.indices.dropFirst() { write(number, to: &file) }
    for stream in streams { file.stream(stream.number, stream.head, stream.data[...]) }
    for (number, range) in places { file.object(number, source.bytes[range]) }
    return file.finished(catalog: painted.catalog, info: info, next: next)
  }

  private func write(_ number: Int, to file: inout FileWriter) {
    let object = painted.objects[number]
    if let source = object.source { return file.object(number, source[...]) }
    var head = PDFSource()
    object.dictionary.writeOpen(to: &head)
    if let data = replaced[number] {
      file.stream(number, head, data[...])
    } else if let range = object.data {
      file.stream(number, head, painted.bytes[range])
    } else {
      head.write(">>")
      file.object(number, head.bytes[...])
    }
  }
}
