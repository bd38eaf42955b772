import CCollation
import DocumentModel

/// The order of an index: letters, and under each its names, English by Unicode's rules, Chinese by
/// pinyin. The order is that of a named language, never the machine's own.
struct IndexOrder {
  /// A name and what it is sorted by.
  struct Entry: Hashable {
    var entry: IndexBlock.Entry
    var sort: String
  }
  let isChinese: Bool

  /// What stands over names that begin with no letter: numbers first, other scripts last.
  private static let digits = "0–9"
  private static let others = "…"
  /// CLDR marks where each letter begins in its order by pinyin with this before the letter.
  private static let pinyinMark: UInt16 = 0xFDD0

  /// The entries under their letters. A Chinese name stands before the foreign ones of its letter; a
  /// foreign name that is to stand in the place of a Chinese one is sorted by characters read alike.
  func groups(of entries: [Entry]) -> [IndexBlock.Group] {
    guard !entries.isEmpty else { return [] }
    let collation = Collation(isChinese ? "zh@collation=pinyin" : "en")
    defer { collation?.close() }
    let key = { (text: String) in collation?.key(Array(text.utf16)) ?? Array(text.utf8) }
    let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".map { String($0) }
    let latin = letters.map { key($0.lowercased()) }
    // No syllable begins with I, U or V.
    let pinyin = letters.map { letter in
      "IUV".contains(letter) ? nil : collation?.key([Self.pinyinMark] + Array(letter.utf16))
    }
    let beyond = key("α")
    struct Sorted {
      var rank: Int
      var isForeign: Bool
      var key: [UInt8]
      var entry: IndexBlock.Entry
    }
    let sorted = entries.map { entry -> Sorted in
      let own = key(entry.sort)
      let isHan = isChinese && entry.sort.isHan
      let starts = isHan ? pinyin : latin
      let isOther = !isHan && !own.lexicographicallyPrecedes(beyond)
      let letter = starts.lastIndex { start in
        start.map { !own.lexicographicallyPrecedes($0) } ?? false
      }
      let rank = isOther ? 27 : letter.map { $0 + 1 } ?? 0
      return Sorted(rank: rank, isForeign: !isHan, key: own, entry: entry.entry)
    }.sorted { first, second in
      if first.rank != second.rank { return first.rank < second.rank }
      if isChinese, first.isForeign != second.isForeign { return second.isForeign }
      if first.key != second.key { return first.key.lexicographicallyPrecedes(second.key) }
      return first.entry.key < second.entry.key
    }
    var groups: [IndexBlock.Group] = []
    for entry in sorted {
      let letter =
        entry.rank == 0
        ? Self.digits : entry.rank > 26 ? Self.others : letters[entry.rank - 1]
      if groups.last?.letter != letter { groups.append(.init(letter: letter, entries: [])) }
      groups[groups.count - 1].entries.append(entry.entry)
    }
    return groups
  }
}

/// ICU's order of words in a language.
private struct Collation {
  private let collator: OpaquePointer

  init?(_ locale: String) {
    guard let collator = annals_collator_open(locale) else { return nil }
    self.collator = collator
  }

  func close() { annals_collator_close(collator) }

  /// The sort key of a text in UTF-16.
  func key(_ units: [UInt16]) -> [UInt8] {
    let length = Int32(clamping: units.count)
    var key = [UInt8](repeating: 0, count: 64)
    let size = Int(annals_collator_key(collator, units, length, &key, Int32(key.count)))
    if size + 1 > key.count {
      key = [UInt8](repeating: 0, count: size + 1)
      _ = annals_collator_key(collator, units, length, &key, Int32(clamping: key.count))
    }
    return Array(key.prefix(size))
  }
}
