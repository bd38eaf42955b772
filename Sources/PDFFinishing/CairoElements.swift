/// Strikes Cairo's own structure elements out of the cross-reference table, where there is one for
/// every marked sequence and nobody will refer to them: qpdf would parse them all for nothing,
/// which takes longer than the rest of its work.
///
/// Only entries whose object says that it is a StructElem are touched; a table of another form than
/// Cairo's stays as it is.
func strikeElements(from painted: inout [UInt8]) {
  guard let table = CrossReferences(painted) else { return }
  for entry in table.entries(in: painted) {
    let head = painted[entry.object..<min(entry.object + 48, painted.count)]
    guard isElement(head) else { continue }
    // A free entry keeps the length of a used one (ISO 32000-1, 7.5.4).
    painted.replaceSubrange(entry.place..<entry.place + 18, with: "0000000000 65535 f".utf8)
  }
}

/// `N 0 obj << /Type /StructElem`, as Cairo begins such an object.
private func isElement(_ head: ArraySlice<UInt8>) -> Bool {
  guard let name = head.firstIndex(of: UInt8(ascii: "/")) else { return false }
  return head[name...].starts(with: "/Type /StructElem".utf8)
}

/// The one classic cross-reference section that Cairo writes.
private struct CrossReferences {
  private let first: Int
  private let count: Int

  init?(_ bytes: [UInt8]) {
    guard let start = Self.start(bytes), start >= 0, start + 4 < bytes.count,
      bytes[start..<start + 4].elementsEqual("xref".utf8)
    else { return nil }
    var at = start + 4
    guard Self.number(bytes, &at) == 0, let count = Self.number(bytes, &at) else { return nil }
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    guard count < bytes.count / 20, at + count * 20 <= bytes.count else { return nil }
    first = at
    self.count = count
  }

  /// Each used entry's place and its object's.
  func entries(in bytes: [UInt8]) -> [(place: Int, object: Int)] {
    (0..<count).compactMap { index in
      let place = first + index * 20
      var at = place
      guard bytes[place + 17] == UInt8(ascii: "n"), let object = Self.number(bytes, &at),
        object < bytes.count
      else { return nil }
      return (place, object)
    }
  }

  /// The number after the last `startxref`.
  private static func start(_ bytes: [UInt8]) -> Int? {
    let word = Array("startxref".utf8)
    var at = bytes.count - word.count
    let limit = max(0, at - 200)
    while at >= limit {
      if bytes[at..<at + word.count].elementsEqual(word) {
        var after = at + word.count
        return number(bytes, &after)
      }
      at -= 1
    }
    return nil
  }

  /// A number of at most ten digits, after white space.
  private static func number(_ bytes: [UInt8], _ at: inout Int) -> Int? {
    while at < bytes.count, bytes[at] <= 32 { at += 1 }
    var value = 0
    let start = at
    while at < bytes.count, at - start < 10, (48...57).contains(bytes[at]) {
      value = value * 10 + Int(bytes[at]) - 48
      at += 1
    }
    return at > start ? value : nil
  }
}
