import Glibc

/// The text of a file or of bytes as UTF-8, piece by piece, so that its size costs no memory.
///
/// What is offered, from `position` to `limit`, is valid and without NUL. An encoding that is not
/// stated is decided at the first byte that is not ASCII; all before it is the same in every
/// encoding but UTF-16, which its first four bytes show.
final class TextInput {
  /// Why the text ends before the bytes do.
  enum Fault { case nul, invalid, cut }

  private enum Origin {
    case file(OpenFile)
    case bytes([UInt8], next: Int)
  }
  private enum Mode {
    case undecided
    case plain
    case converting(TextConverter)
  }

  /// The bytes of a piece.
  static let capacity = 1 << 18

  /// The piece that is offered now.
  let bytes = UnsafeMutablePointer<UInt8>.allocate(capacity: TextInput.capacity)
  /// The next byte to read.
  var position = 0
  /// The end of what can be read.
  private(set) var limit = 0
  /// How many bytes of text stood before the piece.
  private(set) var base = 0
  /// What is wrong at the limit.
  private(set) var fault: Fault?
  /// An encoding that was guessed for the text from `position` on, until it is told.
  var guessed: TextEncoding?

  private let name: String
  private var origin: Origin
  private var mode = Mode.undecided
  /// The end of the bytes at hand; what lies beyond the limit is not yet known to be text.
  private(set) var filled = 0
  private var raw: UnsafeMutablePointer<UInt8>?
  private var rawCount = 0
  private var isAtEnd = false
  private var isStarted = false
  private let stated: TextEncoding?

  init(file: OpenFile, encoding: TextEncoding?) {
    (origin, stated, name) = (.file(file), encoding, file.name)
  }

  init(bytes: [UInt8], name: String, encoding: TextEncoding?) {
    (origin, stated, self.name) = (.bytes(bytes, next: 0), encoding, name)
  }

  deinit {
    bytes.deallocate()
    raw?.deallocate()
  }

  /// Offers the next piece after the one that was read to its limit; false at the end and at a
  /// fault.
  func refill() throws(Diagnostic) -> Bool {
    guard fault == nil else { return false }
    if !isStarted { try start() }
    base += limit
    if limit > 0 { memmove(bytes, bytes + limit, filled - limit) }
    filled -= limit
    (position, limit) = (0, 0)
    if case .converting(let converter) = mode {
      try convert(converter)
    } else {
      filled += try read(into: bytes + filled, room: Self.capacity - filled)
      try settle()
    }
    return limit > 0
  }

  /// Reads the mark, and settles on what is stated.
  private func start() throws(Diagnostic) {
    isStarted = true
    filled = try read(into: bytes, room: Self.capacity)
    let mark = TextEncoding.mark(bytes, filled)
    if let mark {
      memmove(bytes, bytes + mark.length, filled - mark.length)
      filled -= mark.length
    }
    if let encoding = mark?.encoding ?? stated {
      try take(encoding)
    } else if let encoding = TextEncoding.unmarkedUTF16(bytes, filled) {
      guessed = encoding
      try take(encoding)
    }
  }

  private func take(_ encoding: TextEncoding) throws(Diagnostic) {
    guard encoding != .utf8 else { return mode = .plain }
    guard let converter = TextConverter(from: encoding) else {
      throw Diagnostic(
        .error, code: "wrong-encoding",
        "the text is in \(encoding.rawValue), which this machine cannot convert",
        at: Place(file: name), hint: "save the file as UTF-8")
    }
    mode = .converting(converter)
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: Self.capacity)
    memcpy(buffer, bytes, filled)
    (raw, rawCount, filled) = (buffer, filled, 0)
  }

  /// Finds how far the plain bytes are text.
  private func settle() throws(Diagnostic) {
    if case .undecided = mode {
      limit = UTF8Scan.asciiEnd(bytes, from: 0, to: filled)
      // What is read up to here leaves the most room for the sample by which to decide.
      if limit > 0 || filled == 0 { return }
      guard bytes[0] != 0 else { return fault = .nul }
      let guess = TextEncoding.guess(bytes, filled)
      try take(guess)
      if case .converting(let converter) = mode {
        guessed = guess
        return try convert(converter)
      }
    }
    limit = UTF8Scan.textEnd(bytes, from: 0, to: filled)
    guard limit < filled else { return }
    if bytes[limit] == 0 {
      fault = .nul
    } else if UTF8Scan.piece(bytes, limit, filled) == .invalid {
      fault = .invalid
    } else if isAtEnd {
      fault = .cut
    }
  }

  private func convert(_ converter: TextConverter) throws(Diagnostic) {
    guard let start = raw else { return }
    repeat {
      rawCount += try read(into: start + rawCount, room: Self.capacity - rawCount)
      let step = converter.convert(
        UnsafeMutableBufferPointer(start: start, count: rawCount),
        into: UnsafeMutableBufferPointer(start: bytes + filled, count: Self.capacity - filled))
      memmove(start, start + step.read, rawCount - step.read)
      rawCount -= step.read
      filled += step.written
      switch step.end {
      case .invalid: fault = .invalid
      case .cut: if isAtEnd { fault = .cut }
      case .all, .full: break
      }
      if case .full = step.end { break }
    } while fault == nil && !(isAtEnd && rawCount == 0) && filled < Self.capacity / 2
    limit = UTF8Scan.textEnd(bytes, from: 0, to: filled)
    if limit < filled { fault = .nul }
  }

  /// Fills the room as far as there is something to read.
  private func read(into target: UnsafeMutablePointer<UInt8>, room: Int) throws(Diagnostic) -> Int {
    var count = 0
    while count < room, !isAtEnd {
      switch origin {
      case .file(let file):
        let piece = try file.read(
          into: UnsafeMutableRawBufferPointer(start: target + count, count: room - count))
        if piece == 0 { isAtEnd = true }
        count += piece
      case .bytes(let all, let next):
        let piece = min(room - count, all.count - next)
        all.withUnsafeBufferPointer { source in
          if let from = source.baseAddress { memcpy(target + count, from + next, piece) }
        }
        count += piece
        origin = .bytes(all, next: next + piece)
        if next + piece == all.count { isAtEnd = true }
      }
    }
    return count
  }
}
