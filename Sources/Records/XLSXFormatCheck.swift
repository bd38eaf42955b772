import Glibc

/// Says what a file is that is no workbook, and the way out.
enum XLSXFormatCheck {
  static let saveAgain = "open it in the spreadsheet program and save it again as .xlsx"

  /// Refuses what is no regular file of a size that can be read; a FIFO would wait for ever.
  static func regular(_ path: String, at place: Place) throws(Diagnostic) {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Diagnostic(
        .error, code: "unreadable-file", "cannot read \(quoted(place.file))", at: place,
        hint: "check that the file exists and may be read")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Diagnostic(
        .error, code: "not-a-file", "\(quoted(place.file)) is not a regular file", at: place)
    }
    guard status.st_size <= XLSXPackage.fileLimit else {
      throw Diagnostic(
        .error, code: "file-too-large", "\(quoted(place.file)) is larger than 256 MiB", at: place,
        hint: "split the file")
    }
  }

  static func encrypted(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "xlsx-encrypted", "the workbook is protected by a password", at: place,
      hint: "open it, remove the password and save it again")
  }

  /// What is wrong with a file that is no zip archive.
  static func notAnArchive(_ path: String, at place: Place) -> Diagnostic {
    guard let bytes = beginning(of: path) else {
      return Diagnostic(
        .error, code: "unreadable-file", "cannot read \(quoted(place.file))", at: place,
        hint: "check that the file may be read")
    }
    func problem(_ code: String, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(.error, code: code, message, at: place, hint: hint)
    }
    if bytes.isEmpty {
      return problem("xlsx-not-a-workbook", "the file is empty", "copy it again")
    }
    if bytes.starts(with: [0x50, 0x4B]) {
      return problem(
        "xlsx-damaged", "the workbook is cut or damaged",
        "copy it again from where it came; a download may have stopped early")
    }
    if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      if contains(bytes, "EncryptedPackage") { return encrypted(at: place) }
      return problem(
        "xlsx-old-format", "the file is a workbook of the old .xls format",
        "open it in the spreadsheet program and save it as .xlsx")
    }
    let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
    if head.contains("<html") || head.contains("<table") || head.contains("<?xml") {
      return problem(
        "xlsx-not-a-workbook", "the file is a web page or XML, not a workbook",
        "open it in the spreadsheet program and save it as .xlsx")
    }
    if !bytes.prefix(2048).contains(0), head.contains(where: { ",;\t".contains($0) }) {
      return problem(
        "xlsx-not-a-workbook", "the file is text, not a workbook",
        "if it is a table of text, name it .csv")
    }
    return problem(
      "xlsx-not-a-workbook", "the file is not a workbook",
      "open it in the spreadsheet program and save it as .xlsx")
  }

  /// What is wrong with an archive that holds no workbook.
  static func notAWorkbook(_ package: XLSXPackage) -> Diagnostic {
    func problem(_ code: String, _ message: String, _ hint: String) -> Diagnostic {
      Diagnostic(.error, code: code, message, at: package.place, hint: hint)
    }
    let save = "open it in the program that made it and save it as .xlsx"
    if package.has("content.xml") {
      return problem(
        "xlsx-opendocument", "the file is an OpenDocument file (.ods), not .xlsx", save)
    }
    if package.has("xl/workbook.bin") {
      return problem("xlsx-binary", "the file is a binary workbook (.xlsb), not .xlsx", save)
    }
    if package.has("index/document.iwa") {
      return problem("xlsx-not-a-workbook", "the file is of Numbers, not .xlsx", save)
    }
    return problem("xlsx-not-a-workbook", "the archive holds no workbook", save)
  }

  private static func beginning(of path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: 4 << 20) { buffer, count in
      count = fread(buffer.baseAddress, 1, buffer.count, file)
    }
  }

  /// Whether bytes hold a word of ASCII in UTF-16, as the names inside old office files are.
  private static func contains(_ bytes: [UInt8], _ word: String) -> Bool {
    var mark: [UInt8] = []
    for byte in word.utf8 { mark += [byte, 0] }
    // The directory that names them lies near the beginning or the end.
    return [bytes.prefix(1 << 16), bytes.suffix(1 << 16)].contains {
      $0.firstRange(of: mark) != nil
    }
  }
}
