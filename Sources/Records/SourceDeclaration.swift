/// A foreign table of a report's `sources:`: where it lies, which kind of record its rows are, and
/// which of its columns are which fields.
public struct SourceDeclaration: Hashable, Sendable {
  /// Where a table lies.
  public enum Location: Hashable, Sendable {
    /// A file under the report's folder.
    case file(String)
    /// A query on a SQLite database under the report's folder.
    case sqlite(path: String, query: String)
    /// A query on a PostgreSQL server.
    case postgres(Connection, query: String)
  }

  /// How a server is reached.
  public enum Connection: Hashable, Sendable {
    /// A connection string, or the name of a service.
    case stated(String)
    /// The variable of the environment that holds the connection string, so that no secret is
    /// written down.
    case environment(String)
  }

  /// Where the ids of the records come from.
  public enum Identity: Hashable, Sendable {
    /// A column, with what is put before its text.
    case column(String, prefix: String)
    /// The number of the row, after a word and a hyphen.
    case rows(String)
  }

  /// A column of the table, and the field that it fills.
  public struct Column: Hashable, Sendable {
    /// The index of the field in its kind.
    public var field: Int
    /// The language, if the field has its text by language.
    public var language: String?
    /// What the table heads it with.
    public var head: String
    /// Where the outline names it.
    public var place: Place
  }

  /// A word of the table, and the one of the vocabulary that it stands for.
  public struct Word: Hashable, Sendable {
    /// The text of a whole cell, or of one value of a list.
    public var said: String
    /// What it means; nil for "not reported".
    public var meant: String?
  }

  /// Where the table lies.
  public var location: Location
  /// The sheet of a workbook; the first if nil.
  public var sheet: String?
  /// The rows of the head, of which several are joined with ` / `; the first row that is not blank
  /// if there are none.
  public var headRows: [Int] = []
  /// The encoding of a text file, if it is stated.
  public var encoding: TextEncoding?
  /// What splits the cells of a text file, if it is stated.
  public var delimiter: UInt8?
  /// The index of the kind in the vocabulary.
  public var kind: Int
  /// Where ids come from.
  public var identity = Identity.column("id", prefix: "")
  /// The columns with a head that is not the name of their field.
  public var columns: [Column] = []
  /// The words of fields, by the index of the field.
  public var words: [Int: [Word]] = [:]
  /// Values that every record gets, by the index of the field.
  public var constants: [Int: Value] = [:]
  /// The heads of columns that are not read.
  public var ignored: [String] = []
  /// Where the outline declares it.
  public var place: Place

  /// The file that it is read from, if it is one.
  public var file: String? {
    switch location {
    case .file(let path), .sqlite(let path, _): path
    case .postgres: nil
    }
  }

  /// Reads the list `sources:` of an outline, with every problem in it.
  public static func parse(
    _ node: YAMLNode, vocabulary: Vocabulary
  ) -> ([SourceDeclaration], [Diagnostic]) {
    guard let items = node.items else {
      let isEmpty = node.content == .null
      let problem = Diagnostic(
        .error, code: "wrong-type", "sources is \(node.kindName)", at: node.place,
        hint: "write a list, each with file and kind")
      return ([], isEmpty ? [] : [problem])
    }
    var (sources, problems): ([SourceDeclaration], [Diagnostic]) = ([], [])
    for item in items {
      var parser = SourceParser(vocabulary: vocabulary)
      if let source = parser.source(item) { sources.append(source) }
      problems += parser.problems
    }
    return (sources, problems)
  }
}
