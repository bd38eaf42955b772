import Glibc

/// What the first 100 bytes of a database tell before it is opened.
enum SQLiteHeader {
  /// Refuses what is no database, a cut one, and one of a version that is not known.
  static func check(_ path: String, at place: Place) throws(Diagnostic) {
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
    guard let header = bytes(path), header.count == 100,
      header.starts(with: Array("SQLite format 3\0".utf8))
    else {
      throw Diagnostic(
        .error, code: "database-unknown",
        "\(quoted(place.file)) is not an SQLite database, or it is encrypted", at: place,
        hint: "name the database file itself, without a password")
    }
    guard header[19] <= 2, number(header, at: 44) <= 4 else {
      throw Diagnostic(
        .error, code: "database-newer",
        "\(quoted(place.file)) is of a newer version of SQLite", at: place,
        hint: "export the table as CSV")
    }
    let size = header[16] == 0 && header[17] == 1 ? 65_536 : number(header, at: 16) >> 16
    // The count of pages is good only if the writer was one that keeps it.
    let isCounted = number(header, at: 24) == number(header, at: 92)
    guard !isCounted || number(header, at: 28) * size <= Int(status.st_size) else {
      throw Diagnostic(
        .error, code: "database-damaged", "\(quoted(place.file)) is cut", at: place,
        hint: "copy it again from where it came")
    }
  }

  /// Whether the database can be read without regard to other programs: it keeps a write-ahead
  /// log, and none is there, so that none has it open. Opening it as usual would leave one.
  static func isAtRest(_ path: String) -> Bool {
    guard let header = bytes(path), header.count == 100, header[18] == 2 else { return false }
    var status = stat()
    return stat(path + "-wal", &status) != 0 || status.st_size == 0
  }

  private static func bytes(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    return [UInt8](unsafeUninitializedCapacity: 100) { buffer, count in
      count = fread(buffer.baseAddress, 1, 100, file)
    }
  }

  private static func number(_ header: [UInt8], at index: Int) -> Int {
    header[index..<(index + 4)].reduce(0) { $0 << 8 | Int($1) }
  }
}
