import Foundation

extension Vocabulary {
  /// A vocabulary that the package ships, with the shipped places.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-vocabulary`, or those of `parse`.
  public static func shipped(named name: String) throws(Diagnostic) -> Vocabulary {
    var vocabulary = try parse(try shippedBytes("\(name).yaml"), file: "\(name).yaml")
    let tables = try PlaceTables.shipped()
    vocabulary.places = tables.places
    vocabulary.regions = tables.regions
    vocabulary.placeLists = tables.lists
    return vocabulary
  }

  /// The bytes of a file that ships beside the vocabularies: `cooperation-indicators.yaml`.
  ///
  /// - Throws: `Diagnostic` with the code `unknown-vocabulary`.
  public static func shippedBytes(_ file: String) throws(Diagnostic) -> [UInt8] {
    let plain = file.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
        || byte == 0x2E
    }
    guard plain, let url = folder?.appendingPathComponent(file),
      let data = FileManager.default.contents(atPath: url.path)
    else {
      throw Diagnostic(
        .error, code: "unknown-vocabulary", "no vocabulary file \(quoted(file)) is shipped")
    }
    return [UInt8](data)
  }

  /// Whether a file of this name ships beside the vocabularies.
  public static func ships(_ file: String) -> Bool {
    guard !file.isEmpty, !file.contains("/"), let url = folder?.appendingPathComponent(file) else {
      return false
    }
    return FileManager.default.fileExists(atPath: url.path)
  }

  /// The names that a report may write in `vocabulary`, in order: vocabularies, and extensions that
  /// add indicators to one.
  public static var shippedNames: [String] {
    guard let folder, let list = FileManager.default.enumerator(atPath: folder.path) else {
      return []
    }
    return list.compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") }
      .map { String($0.dropLast(5)) }.filter { !$0.hasSuffix("-indicators") }.sorted()
  }

  private static var folder: URL? {
    Bundle.module.resourceURL?.appendingPathComponent("Vocabularies")
  }

  /// Reads a vocabulary from the YAML of one file.
  ///
  /// - Throws: The first error: `Diagnostic` with the code `bad-vocabulary`, or those of
  ///   `YAMLReader.parse`. `load` tells all problems.
  public static func parse(_ bytes: [UInt8], file: String) throws(Diagnostic) -> Vocabulary {
    var draft = VocabularyDraft()
    draft.add(try YAMLReader.parse(bytes, file: file), file: file, role: .base)
    let vocabulary = draft.finished()
    if let first = draft.problems.first(where: { $0.severity == .error }) { throw first }
    return vocabulary
  }
}
