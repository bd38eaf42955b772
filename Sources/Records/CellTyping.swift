/// Types the cells of one column from their bytes: what is common directly, all else by the rules
/// that every reader shares, so that both give the same values and the same problems.
///
/// It is a class so that a cell costs one reference, not one for each of its tables.
final class CellTyping {
  private let type: Vocabulary.FieldType
  private let base: Vocabulary.FieldType.Base
  private let isList: Bool
  private let hasWords: Bool
  private let origin: RecordOrigin
  /// Words of the file that stand for others; nil for "not reported".
  private let words: [(said: [UInt8], meant: [UInt8]?)]
  private let choices: [(bytes: [UInt8], word: String)]
  private let cutOff: PartialDate.Day?
  /// The shared rules, with the problems that they found.
  private var shared: FieldTyping

  /// What a cell holds.
  enum Content {
    case value(Value)
    case nothing
    /// A value that was refused; `takeProblems` says why.
    case refused
  }

  init(
    _ type: Vocabulary.FieldType, cutOff: String?, words: [SourceDeclaration.Word],
    origin: RecordOrigin
  ) {
    (self.type, self.origin) = (type, origin)
    (base, isList) = (type.base, type.isList && type.base != .localized)
    hasWords = !words.isEmpty
    self.words = words.map { (Array($0.said.utf8), $0.meant.map { Array($0.utf8) }) }
    choices = type.choices.map { (Array($0.word.utf8), $0.word) }
    self.cutOff = cutOff.flatMap { text in
      Array(text.utf8).withUnsafeBufferPointer { ByteText.day($0) }
    }
    shared = FieldTyping(type: type, cutOff: cutOff)
  }

  /// The problems found since the last call.
  func takeProblems() -> [Diagnostic] {
    defer { shared.problems = [] }
    return shared.problems
  }

  /// The content of a cell whose white space at either end is cut off.
  func content(_ text: UnsafeBufferPointer<UInt8>, at spot: Spot) -> Content {
    isList ? list(text, at: spot) : single(text, at: spot)
  }

  private func list(_ text: UnsafeBufferPointer<UInt8>, at spot: Spot) -> Content {
    guard text.contains(UInt8(ascii: ";")) else {
      let content = single(text, at: spot)
      guard case .value(let value) = content else { return content }
      return .value(.list([value]))
    }
    var values: [Value] = []
    var isRefused = false
    for part in text.split(separator: UInt8(ascii: ";")) {
      ByteText.withTrimmed(UnsafeBufferPointer(rebasing: part)) { piece in
        guard piece.count > 0 else { return }
        switch single(piece, at: spot) {
        case .value(let value): values.append(value)
        case .nothing: break
        case .refused: isRefused = true
        }
      }
    }
    return isRefused ? .refused : values.isEmpty ? .nothing : .value(.list(values))
  }

  private func single(_ text: UnsafeBufferPointer<UInt8>, at spot: Spot) -> Content {
    if hasWords {
      for word in words where ByteText.isEqual(word.said, text) {
        guard let meant = word.meant else { return .nothing }
        return meant.withUnsafeBufferPointer { typed($0, at: spot) }
      }
    }
    return typed(text, at: spot)
  }

  private func typed(_ text: UnsafeBufferPointer<UInt8>, at spot: Spot) -> Content {
    if let value = common(text) { return .value(value) }
    let value = shared.value(ByteText.string(text), at: origin.place(spot))
    return value.map(Content.value) ?? .refused
  }

  /// The value of a text in its most common form; nil for any other, which may still be right.
  private func common(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    switch base {
    case .text, .localized:
      return ByteText.isPlain(text) ? .text(ByteText.string(text)) : nil
    case .reference: return ByteText.isPlain(text) ? .reference(ByteText.string(text)) : nil
    case .quantity: return ByteText.quantity(text).map(Value.quantity)
    case .date: return date(text)
    case .choice:
      for index in choices.indices where ByteText.isEqual(choices[index].bytes, text) {
        return .choice(choices[index].word)
      }
      return nil
    case .flag: return nil
    }
  }

  private func date(_ text: UnsafeBufferPointer<UInt8>) -> Value? {
    guard let day = ByteText.day(text) else { return nil }
    if type.isPast, shared.cutOff != nil {
      let first = PartialDate.Day(year: day.year, month: day.month ?? 1, day: day.day ?? 1)
      guard let cutOff, first.packed <= cutOff.packed else { return nil }
    }
    return .date(
      PartialDate(start: day, end: day, approximate: false, source: ByteText.string(text)))
  }
}
