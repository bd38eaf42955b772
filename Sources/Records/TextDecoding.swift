/// The text of a file's bytes with its byte order mark removed.
///
/// - Throws: `Diagnostic` with the code `wrong-encoding` or `nul-character`, with the place of the
///   first byte that is not UTF-8.
func decoded(_ bytes: [UInt8], file: String) throws(Diagnostic) -> String {
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    throw Diagnostic(
      .error, code: "wrong-encoding", "the file is in UTF-16",
      at: Place(file: file, line: 1, column: 1),
      hint: "save it as UTF-8")
  }
  let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
  var line = 1
  var column = 1
  var decoder = Unicode.UTF8.ForwardParser()
  var iterator = body.makeIterator()
  scan: while true {
    switch decoder.parseScalar(from: &iterator) {
    case .valid(let unit):
      let scalar = Unicode.UTF8.decode(unit)
      if scalar.value == 0 {
        throw Diagnostic(
          .error, code: "nul-character", "the file contains a NUL character",
          at: Place(file: file, line: line, column: column), hint: "is this a text file?")
      }
      (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
    case .error:
      throw Diagnostic(
        .error, code: "wrong-encoding", "the text is not valid UTF-8",
        at: Place(file: file, line: line, column: column),
        hint: "save the file as UTF-8 (it may be in GB18030 or Latin-1)")
    case .emptyInput: break scan
    }
  }
  return String(decoding: body, as: UTF8.self)
}
