/// Says where a number and what counts with it stay on one line: 2025年, 第12届, 120余, 30万元,
/// 2019—2020学年, 100 km.
struct NumberKeeping {
  /// The last character that is neither a space nor part of a number's end.
  var last: UInt32 = 0
  /// Where the second character of a unit of two stands, or the second year of a span; -1 for none.
  private var rest = -1

  /// Whether a character stays with the text before it; `before` is the character before it.
  mutating func keeps(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32, after before: UInt32
  ) -> Bool {
    if c < 0x80 { return keepsASCII(text, at, c, after: before) }
    if at == rest { return advance(c, keeping: true) }
    guard ScalarClass.isDigit(last) else { return advance(c, keeping: false) }
    if Self.isMultiple(c) { return true }
    if Self.isRoughly(c) { return advance(c, keeping: true) }
    if before != 0x20 || ScalarClass.isCounter(c), let length = Self.unit(text, at, c) {
      rest = length > 3 ? at + 3 : -1
      return advance(c, keeping: true)
    }
    let isSpan = c == 0x2014 && at + 3 < text.count && ScalarClass.isDigit(UInt32(text[at + 3]))
    if isSpan { rest = at + 3 }
    return advance(c, keeping: isSpan)
  }

  private mutating func keepsASCII(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32, after before: UInt32
  ) -> Bool {
    let keeps =
      // 第 begins an ordinal.
      ScalarClass.isDigit(c) && (at == rest || before == 0x7B2C)
      || before == 0x20 && ScalarClass.isDigit(last) && c < 0x7F && Units.stands(in: text, at: at)
    if !ScalarClass.isSpace(c) { last = c }
    return keeps
  }

  private mutating func advance(_ c: UInt32, keeping: Bool) -> Bool {
    last = c
    return keeping
  }

  /// 余, 多 and 几 stay with the number; after them a line may end, as in 160多|所, because three
  /// characters and a number that cannot part tear short lines open.
  private static func isRoughly(_ c: UInt32) -> Bool { c == 0x4F59 || c == 0x591A || c == 0x51E0 }

  /// 十, 百, 千, 万 and 亿 are part of the number: 30万元 is one.
  private static func isMultiple(_ c: UInt32) -> Bool {
    switch c {
    case 0x5341, 0x767E, 0x5343, 0x4E07, 0x4EBF: true
    default: false
    }
  }

  /// How many bytes a unit of one or two characters has; nil for none.
  private static func unit(
    _ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ c: UInt32
  ) -> Int? {
    if at + 6 <= text.count {
      let pair = UInt64(c) << 32 | UInt64(decodeScalar(text, at + 3).value)
      if pairs.contains(pair) { return 6 }
    }
    return ScalarClass.isCounter(c) ? 3 : nil
  }

  private static let pairs: Set<UInt64> = Set(
    [
      "学年", "学期", "学时", "学分", "世纪", "年级", "周年", "年代", "月份", "小时", "分钟", "公里", "公斤",
      "公顷", "平方", "美元", "欧元", "日元", "英镑", "人次",
    ].map { pair in
      pair.unicodeScalars.reduce(UInt64(0)) { $0 << 32 | UInt64($1.value) }
    })
}
