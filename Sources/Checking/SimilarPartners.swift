import Records

extension CheckContext {
  /// Partners of one place whose names differ by a letter, or by the order of their words.
  ///
  /// Every name is filed under what is left when one letter of one word is taken out, so that names
  /// that differ by a letter meet, and no name is compared with all others.
  func similarPartnerProblems() -> [Diagnostic] {
    var buckets: [UInt64: [Int32]] = [:]
    for (index, partner) in partners.enumerated() {
      for file in Set(partner.keys.flatMap { SimilarNames.files(of: $0.key) }) {
        let place = SimilarNames.hash(partner.place ?? "", file)
        buckets[place, default: []].append(Int32(clamping: index))
      }
    }
    var pairs = Set<[Int32]>()
    for bucket in buckets.values where bucket.count > 1 {
      // A crowded file says that what is left of the names is too little to tell anything.
      for (offset, a) in bucket.prefix(40).enumerated() {
        for b in bucket.prefix(40).dropFirst(offset + 1) { pairs.insert([a, b]) }
      }
    }
    return pairs.sorted { ($0[0], $0[1]) < ($1[0], $1[1]) }.compactMap { pair in
      similar(partners[Int(pair[0])], partners[Int(pair[1])])
    }
  }

  private func similar(_ a: PartnerNames, _ b: PartnerNames) -> Diagnostic? {
    guard a.record.kind == b.record.kind, a.place == b.place else { return nil }
    // Names that are the same are told as duplicates.
    guard Set(a.all).isDisjoint(with: b.all) else { return nil }
    var shown: (String, String)?
    for (language, key) in a.keys {
      guard let other = b.keys.first(where: { $0.language == language })?.key else { continue }
      guard SimilarNames.areSimilar(key, other) else { return nil }
      let names = [a, b].map { $0.record.fields["name"]?.value.localized?[language] ?? "" }
      shown = shown ?? (names[0], names[1])
    }
    guard let shown else { return nil }
    return Diagnostic(
      .warning, code: "similar-partners",
      "\(quoted(shown.1)) is very like \(quoted(shown.0)) (\(quoted(a.record.id)))",
      at: b.record.fields["name"]?.place ?? b.record.place,
      hint: "if they are one institution, keep one record and list the other name under aliases")
  }
}

/// When two names are so alike that one may be a slip.
enum SimilarNames {
  /// Whether names differ by one letter of a long word, or by the order of their words only.
  static func areSimilar(_ a: NameKey, _ b: NameKey) -> Bool {
    guard a.isHan == b.isHan else { return false }
    if a == b { return true }
    if a.isHan { return areSimilarHan(a.tokens, b.tokens) }
    let (left, right) = (a.tokens.sorted(), b.tokens.sorted())
    if left == right { return true }
    if a.tokens.joined() == b.tokens.joined() { return true }
    var (mine, theirs) = (left, right)
    for token in left where theirs.contains(token) {
      if let i = theirs.firstIndex(of: token), let j = mine.firstIndex(of: token) {
        theirs.remove(at: i)
        mine.remove(at: j)
      }
    }
    guard mine.count == 1, theirs.count == 1, let one = mine.first, let other = theirs.first else {
      return false
    }
    return isSlip(one, other)
  }

  /// Words that are one letter apart and both are real.
  private static let known: Set<[String]> = [["shaanxi", "shanxi"]]
  private static let numbers = "一二三四五六七八九十东南西北中上下大小"

  private static func isSlip(_ a: String, _ b: String) -> Bool {
    guard min(a.count, b.count) >= 6, !known.contains([a, b].sorted()) else { return false }
    guard (a + b).allSatisfy(\.isLetter) else { return false }
    return isOneEdit(Array(a.unicodeScalars), Array(b.unicodeScalars))
  }

  private static func areSimilarHan(_ a: [String], _ b: [String]) -> Bool {
    let isRenamed =
      a.count == b.count && a.count >= 6 && a.dropLast(2) == b.dropLast(2)
      && ["大学", "学院"].contains(a.suffix(2).joined()) && ["大学", "学院"].contains(b.suffix(2).joined())
    if isRenamed { return true }
    guard min(a.count, b.count) >= 6, a.prefix(2) == b.prefix(2) else { return false }
    let shared = zip(a, b).prefix { $0 == $1 }.count
    let changed = [a, b].compactMap { $0.count > shared ? $0[shared] : nil }
    // Another number, direction or size is another institution.
    guard changed.allSatisfy({ !numbers.contains($0) && $0.allSatisfy(\.isLetter) }) else {
      return false
    }
    let scalars = [a, b].map { $0.flatMap { Array($0.unicodeScalars) } }
    return isOneEdit(scalars[0], scalars[1])
  }

  /// Whether one insertion, deletion, change or swap of neighbours makes one of the other.
  private static func isOneEdit(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Bool {
    guard abs(a.count - b.count) <= 1 else { return false }
    let head = zip(a, b).prefix { $0 == $1 }.count
    let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
    let (restA, restB) = (a.count - head - tail, b.count - head - tail)
    if restA <= 1, restB <= 1 { return true }
    return a.count == b.count && restA == 2 && a[head] == b[head + 1] && a[head + 1] == b[head]
  }

  /// The hashes under which a name is filed.
  static func files(of key: NameKey) -> [UInt64] {
    if key.isHan { return key.tokens.count < 6 ? [] : hanFiles(key.tokens) }
    let sorted = key.tokens.sorted()
    var files = [hash(key.tokens.joined(), 2), hash(sorted.joined(separator: " "), 1)]
    for (index, token) in sorted.enumerated() where token.count >= 6 && token.allSatisfy(\.isLetter)
    {
      var rest = sorted
      rest.remove(at: index)
      let base = hash(rest.joined(separator: " "), 3)
      files.append(hash(token, base))
      let scalars = Array(token.unicodeScalars)
      for gap in scalars.indices { files.append(hash(scalars, without: gap, base)) }
    }
    return files
  }

  private static func hanFiles(_ tokens: [String]) -> [UInt64] {
    let scalars = tokens.flatMap { Array($0.unicodeScalars) }
    let renamed = tokens.dropLast(2).joined()
    // Another number or direction is another institution, and the first characters tell most.
    let gaps = scalars.indices.dropFirst(2).filter { !numbers.unicodeScalars.contains(scalars[$0]) }
    return [hash(tokens.joined(), 4), hash(renamed, 5)]
      + gaps.filter { NameKey.isHan(scalars[$0]) }.map { hash(scalars, without: $0, 4) }
  }

  /// FNV-1a, which is the same in every run.
  static func hash(_ text: String, _ seed: UInt64) -> UInt64 {
    text.utf8.reduce(14_695_981_039_346_656_037 ^ seed) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 }
  }

  private static func hash(
    _ scalars: [Unicode.Scalar], without gap: Int, _ seed: UInt64
  ) -> UInt64 {
    var view = String.UnicodeScalarView()
    for (index, scalar) in scalars.enumerated() where index != gap { view.append(scalar) }
    return hash(String(view), seed)
  }
}
