/// Finds names in Chinese characters that are a character away from a recorded one.
///
/// One of the two halves of such a name is right, so every half is filed by its hash, and the text is
/// read once.
struct HanNameSlips {
  private struct Entry {
    var name: RecordedName
    var scalars: [Unicode.Scalar]
    var half: Int { scalars.count / 2 }
  }
  private var entries: [Entry] = []
  /// First halves and second halves by their hash.
  private var heads: [UInt64: [Int]] = [:]
  private var tails: [UInt64: [Int]] = [:]
  private var lengths = Set<Int>()
  private var exact = Set<String>()

  /// Names of six characters and more.
  init(_ names: [RecordedName]) {
    for name in names {
      for text in [name.text] + name.aliases { exact.insert(text) }
      let scalars = Array(name.text.unicodeScalars)
      guard (6...40).contains(scalars.count), scalars.allSatisfy({ NameKey.isHan($0) }) else {
        continue
      }
      let half = scalars.count / 2
      heads[Self.hash(scalars[..<half]), default: []].append(entries.count)
      tails[Self.hash(scalars[half...]), default: []].append(entries.count)
      lengths.formUnion([half, scalars.count - half])
      entries.append(Entry(name: name, scalars: scalars))
    }
  }

  private static let start: UInt64 = 14_695_981_039_346_656_037

  private static func add(_ scalar: Unicode.Scalar, to hash: UInt64) -> UInt64 {
    (hash ^ UInt64(scalar.value)) &* 1_099_511_628_211
  }

  private static func hash(_ scalars: ArraySlice<Unicode.Scalar>) -> UInt64 {
    scalars.reduce(start) { add($1, to: $0) }
  }

  func slips(in unit: ProseUnit) -> [NameSlip] {
    guard let longest = lengths.max() else { return [] }
    let text = unit.scalars
    var found: [Int: (end: Int, entry: Int)] = [:]
    for start in text.indices where NameKey.isHan(text[start]) {
      var hash = Self.start
      for end in start..<min(start + longest, text.count) {
        guard NameKey.isHan(text[end]) else { break }
        hash = Self.add(text[end], to: hash)
        guard lengths.contains(end + 1 - start) else { continue }
        for entry in heads[hash] ?? [] { keep(entry, at: start, in: text, &found) }
        for entry in tails[hash] ?? [] {
          keep(entry, at: start - entries[entry].half, in: text, &found)
        }
      }
    }
    return found.sorted { $0.key < $1.key }.map { start, hit in
      NameSlip(
        typed: unit.string(start..<hit.end), offset: start, name: entries[hit.entry].name)
    }
  }

  private func keep(
    _ index: Int, at start: Int, in text: [Unicode.Scalar],
    _ found: inout [Int: (end: Int, entry: Int)]
  ) {
    let name = entries[index].scalars
    let end = start + name.count
    guard start >= 0, end <= text.count, found[start] == nil else { return }
    let window = text[start..<end]
    let different = zip(window, name).filter { $0 != $1 }
    guard different.count == 1, let (typed, known) = different.first else { return }
    // Another number or direction is another institution, and the first character is often that of
    // a word before the name.
    guard !"一二三四五六七八九十东南西北中".unicodeScalars.contains(known), NameKey.isHan(typed),
      window.first == name.first
    else { return }
    guard !exact.contains(String(String.UnicodeScalarView(window))) else { return }
    found[start] = (end, index)
  }
}
