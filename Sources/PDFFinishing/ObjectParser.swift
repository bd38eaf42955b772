/// Reads objects from source text, and copies their values with single spaces.
struct ObjectParser {
  /// What is no object.
  struct Fault: Error {}

  private(set) var scanner: ContentScanner
  /// The most brackets within brackets.
  private static let depthLimit = 64

  init(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int = 0) {
    scanner = ContentScanner(bytes)
    scanner.end = place
  }

  /// Copies the next value; each reference goes through `renumbered`, which gives its object another
  /// number, or nil for an object that is not there.
  mutating func copyValue(
    to output: inout PDFSource, depth: Int = 0, _ renumbered: (Int) -> Int?
  ) throws(Fault) {
    guard depth < Self.depthLimit, let token = scanner.next() else { throw Fault() }
    let range = scanner.start..<scanner.end
    switch token {
    case .name, .literal, .hexadecimal: output.write(scanner.bytes[range])
    case .keyword:
      guard
        ["true", "false", "null"].contains(where: { scanner.bytes[range].elementsEqual($0.utf8) })
      else { throw Fault() }
      output.write(" ")
      output.write(scanner.bytes[range])
    case .other:
      switch scanner.bytes[range.lowerBound] {
      case UInt8(ascii: "["):
        try copyItems(to: &output, until: UInt8(ascii: "]"), range, depth, renumbered)
      case UInt8(ascii: "<"):
        try copyItems(to: &output, until: UInt8(ascii: ">"), range, depth, renumbered)
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), 48...57:
        if let object = reference(startingWith: range) {
          if let number = renumbered(object) {
            output.reference(number)
          } else {
            output.write(" null")
          }
        } else {
          output.write(" ")
          output.write(scanner.bytes[range])
        }
      default: throw Fault()
      }
    }
  }

  private mutating func copyItems(
    to output: inout PDFSource, until end: UInt8, _ opening: Range<Int>, _ depth: Int,
    _ renumbered: (Int) -> Int?
  ) throws(Fault) {
    output.write(scanner.bytes[opening])
    while true {
      var ahead = scanner
      guard ahead.next() != nil else { throw Fault() }
      if ahead.bytes[ahead.start] == end {
        output.write(ahead.bytes[ahead.start..<ahead.end])
        scanner = ahead
        return
      }
      try copyValue(to: &output, depth: depth + 1, renumbered)
    }
  }

  /// The object of `N G R`, whose first number has been read; nil, and nothing more read, for what is
  /// a number.
  private mutating func reference(startingWith first: Range<Int>) -> Int? {
    var ahead = scanner
    guard let object = Self.integer(scanner.bytes[first]), ahead.next() != nil,
      Self.integer(ahead.bytes[ahead.start..<ahead.end]) != nil, ahead.next() != nil,
      ahead.end - ahead.start == 1, ahead.bytes[ahead.start] == UInt8(ascii: "R")
    else { return nil }
    scanner = ahead
    return object
  }

  /// Reads a dictionary.
  ///
  /// - Parameter left: Keys whose values are left as they are, references too.
  mutating func dictionary(
    leaving left: [String] = [], _ renumbered: (Int) -> Int? = { $0 }
  ) throws(Fault) -> PDFDictionary {
    guard take("<<") else { throw Fault() }
    var result = PDFDictionary()
    while true {
      guard let token = scanner.next() else { throw Fault() }
      guard case .name(let key) = token else {
        guard scanner.bytes[scanner.start..<scanner.end].elementsEqual(">>".utf8) else {
          throw Fault()
        }
        return result
      }
      let name = String(decoding: scanner.bytes[key], as: UTF8.self)
      let isLeft = left.contains(name)
      var value = PDFSource()
      try copyValue(to: &value) { isLeft ? $0 : renumbered($0) }
      result[name] = Self.trimmed(value.bytes)
    }
  }

  /// Reads the items of an array.
  mutating func items() throws(Fault) -> [[UInt8]] {
    guard take("[") else { throw Fault() }
    var items: [[UInt8]] = []
    while !take("]") {
      var item = PDFSource()
      try copyValue(to: &item) { $0 }
      items.append(Self.trimmed(item.bytes))
    }
    return items
  }

  /// Goes over a word where it comes next; else nothing is read.
  mutating func take(_ word: StaticString) -> Bool {
    var ahead = scanner
    guard ahead.next() != nil else { return false }
    let found = word.withUTF8Buffer { ahead.bytes[ahead.start..<ahead.end].elementsEqual($0) }
    if found { scanner = ahead }
    return found
  }

  /// Reads a whole number that is not negative; nil, and nothing read, for anything else.
  mutating func integer() -> Int? {
    var ahead = scanner
    guard ahead.next() != nil, let value = Self.integer(ahead.bytes[ahead.start..<ahead.end])
    else { return nil }
    scanner = ahead
    return value
  }

  /// A number of at most ten digits; nil for anything else.
  static func integer(_ digits: some Collection<UInt8>) -> Int? {
    guard (1...10).contains(digits.count) else { return nil }
    var value = 0
    for digit in digits {
      guard (48...57).contains(digit) else { return nil }
      value = value * 10 + Int(digit) - 48
    }
    return value
  }

  /// The object that a value refers to; nil for another value.
  static func reference(_ value: [UInt8]) -> Int? {
    guard value.last == UInt8(ascii: "R") else { return nil }
    return value.firstIndex(of: UInt8(ascii: " ")).flatMap { integer(value[..<$0]) }
  }

  private static func trimmed(_ value: [UInt8]) -> [UInt8] {
    value.first == UInt8(ascii: " ") ? Array(value.dropFirst()) : value
  }
}
