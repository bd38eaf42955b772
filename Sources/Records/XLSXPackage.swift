import CZip
import Glibc

/// The zip archive of a workbook, opened within limits; nothing that it says of itself is trusted.
final class XLSXPackage {
  /// The largest workbook that is opened, in bytes.
  static let fileLimit = 256 << 20
  /// The most parts that an archive may have.
  static let entryLimit: Int64 = 10_000
  /// The largest part, unpacked, and the most that one reading may unpack.
  static let partLimit: UInt64 = 1 << 30
  static let totalLimit: UInt64 = 3 << 30
  /// How many times a part may grow; small parts may grow more.
  static let ratioLimit: UInt64 = 50
  static let ratioFloor: UInt64 = 4 << 20

  struct Entry {
    let index: UInt64
    let size: UInt64
  }

  let place: Place
  private let archive: OpaquePointer
  private var entries: [String: Entry] = [:]
  private var unpacked: UInt64 = 0

  init(path: String, name: String) throws(Diagnostic) {
    place = Place(file: name)
    try XLSXFormatCheck.regular(path, at: place)
    var code: Int32 = 0
    guard let archive = zip_open(path, ZIP_RDONLY, &code) else {
      throw XLSXFormatCheck.notAnArchive(path, at: place)
    }
    self.archive = archive
    try index()
  }

  deinit { zip_discard(archive) }

  private func index() throws(Diagnostic) {
    let count = zip_get_num_entries(archive, 0)
    guard count <= Self.entryLimit else {
      throw bomb("the workbook has \(count) parts")
    }
    for number in 0..<UInt64(max(0, count)) {
      var status = zip_stat_t()
      zip_stat_init(&status)
      guard zip_stat_index(archive, number, 0, &status) == 0, let bytes = status.name else {
        throw damaged("part \(number + 1) has no name")
      }
      let name = Self.key(String(cString: bytes))
      guard !name.hasSuffix("/") else { continue }
      guard status.encryption_method == 0 else { throw XLSXFormatCheck.encrypted(at: place) }
      guard status.size <= Self.partLimit,
        status.size <= Self.ratioFloor
          || status.size / Self.ratioLimit <= max(1, status.comp_size)
      else {
        throw bomb(
          "\(quoted(name)) unpacks from \(status.comp_size) to \(status.size) bytes")
      }
      let entry = Entry(index: number, size: status.size)
      guard entries.updateValue(entry, forKey: name) == nil else {
        throw Diagnostic(
          .error, code: "xlsx-duplicate-part", "the workbook has two parts named \(quoted(name))",
          at: place, hint: XLSXFormatCheck.saveAgain)
      }
    }
  }

  /// Parts are found whatever the case of their names and the slashes that the writer used.
  static func key(_ name: String) -> String {
    var key = String(name.lowercased().map { $0 == "\\" ? "/" : $0 })
    while key.hasPrefix("/") { key.removeFirst() }
    return key
  }

  func has(_ name: String) -> Bool { entries[Self.key(name)] != nil }

  /// Opens a part.
  ///
  /// - Parameter limit: The most bytes that the part may have.
  func open(_ name: String, limit: UInt64 = partLimit) throws(Diagnostic) -> XLSXPart {
    guard let entry = entries[Self.key(name)] else {
      throw Diagnostic(
        .error, code: "xlsx-missing-part", "the workbook has no part \(quoted(name))", at: place,
        hint: XLSXFormatCheck.saveAgain)
    }
    guard entry.size <= limit else { throw bomb("\(quoted(name)) has \(entry.size) bytes") }
    guard let file = zip_fopen_index(archive, entry.index, 0) else {
      throw damaged("\(quoted(name)) cannot be unpacked")
    }
    return XLSXPart(package: self, file: file, name: name, size: entry.size)
  }

  fileprivate func count(_ bytes: UInt64) throws(Diagnostic) {
    unpacked += bytes
    guard unpacked <= Self.totalLimit else { throw bomb("the workbook is too large unpacked") }
  }

  fileprivate func bomb(_ message: String) -> Diagnostic {
    Diagnostic(
      .error, code: "xlsx-bomb", message, at: place,
      hint: "delete empty rows that carry a format, or save the sheet as CSV")
  }

  fileprivate func damaged(_ message: String) -> Diagnostic {
    Diagnostic(
      .error, code: "xlsx-damaged", message, at: place,
      hint: "the file is cut or damaged; copy it again from where it came")
  }
}

/// A part of the archive that is being unpacked.
final class XLSXPart {
  let package: XLSXPackage
  let name: String
  private let file: OpaquePointer
  private let size: UInt64
  private var taken: UInt64 = 0

  fileprivate init(package: XLSXPackage, file: OpaquePointer, name: String, size: UInt64) {
    self.package = package
    self.file = file
    self.name = name
    self.size = size
  }

  deinit { zip_fclose(file) }

  /// Unpacks the next bytes; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    let count = zip_fread(file, buffer.baseAddress, UInt64(buffer.count))
    guard count >= 0 else {
      throw package.damaged("\(quoted(name)) cannot be unpacked to its end")
    }
    taken += UInt64(count)
    guard taken <= size else {
      throw package.bomb("\(quoted(name)) is larger than it says")
    }
    guard count > 0 || taken == size else {
      throw package.damaged("\(quoted(name)) ends early")
    }
    try package.count(UInt64(count))
    return Int(count)
  }
}
