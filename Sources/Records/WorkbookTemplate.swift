import CXLSXWriter
import Glibc

/// Writes an empty workbook of a vocabulary, which an office fills in and Annals reads back: a
/// sheet for each kind of record, its head named after the fields, with notes, lists of words and
/// messages; and sheets that say how, and which places there are.
public enum WorkbookTemplate {
  /// The names of the sheets that hold no records.
  public static let readMe = "read me"
  /// The sheet of countries and regions.
  public static let places = "places"
  /// The sheet of the words of long lists.
  public static let words = "words"

  /// Writes the workbook; the same vocabulary gives the same bytes.
  ///
  /// - Parameters:
  ///   - languages: The languages of localized fields, such as `en` and `zh`, the main one first.
  ///   - kinds: The names of the kinds to write, in order; nil for all.
  ///   - path: The file, which takes its name in one step when it is whole.
  /// - Throws: `Diagnostic` with the code `template-kind` or `template-write`.
  public static func write(
    vocabulary: Vocabulary, languages: [String], kinds: [String]? = nil, to path: String
  ) throws(Diagnostic) {
    var chosen: [Vocabulary.Kind] = []
    for name in kinds ?? vocabulary.kinds.map(\.name) {
      guard let kind = vocabulary.kind(named: name) else {
        throw Diagnostic(
          .error, code: "template-kind", "\(quoted(name)) is not a kind of record",
          hint: Spelling.hint(for: name, among: vocabulary.kinds.map(\.name)))
      }
      chosen.append(kind)
    }
    let part = path + ".part"
    let book = try WorkbookFile(path: part)
    var writer = WorkbookTemplateWriter(
      book: book, vocabulary: vocabulary, languages: languages, kinds: chosen)
    writer.write()
    do throws(Diagnostic) {
      try book.close()
      guard rename(part, path) == 0 else { throw WorkbookFile.failure(path) }
    } catch {
      unlink(part)
      throw error
    }
  }

  /// The name of a kind's sheet, which Excel limits to 31 characters.
  static func sheetName(of kind: Vocabulary.Kind) -> String { String(kind.plural.prefix(31)) }
}
