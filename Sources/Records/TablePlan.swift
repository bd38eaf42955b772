/// What each column of a table is for, found once from its head.
struct TablePlan {
  /// One use of a column: two fields may be filled from one.
  struct Use {
    /// The index of the cell in a row.
    var cell: Int
    /// The index of the field; nil for the id.
    var field: Int?
    var language: String?
  }

  private(set) var uses: [Use] = []
  /// The cells of the head that are blank, and where; what stands under them has no name.
  private(set) var blanks: [(cell: Int, spot: Spot)] = []
  private(set) var problems: [Diagnostic] = []
  /// The fields whose column is refused, which is no second problem in every row.
  private(set) var refused: Set<Int> = []
  /// Whether rows can be read at all.
  private(set) var isUsable = true
  /// The number of cells of the head.
  let width: Int

  private let kind: Vocabulary.Kind
  private let source: SourceDeclaration?
  private let origin: RecordOrigin
  private let code: String
  private var heads: [String] = []

  /// The plan of a table.
  ///
  /// - Parameter code: The code of what is wrong with a head: `csv-head` or `table-head`.
  init(
    head: TableRow, kind: Vocabulary.Kind, source: SourceDeclaration?, origin: RecordOrigin,
    code: String
  ) {
    (self.kind, self.source, self.origin, self.code) = (kind, source, origin, code)
    width = head.count
    for cell in 0..<head.count { take(trimmed(head.text(cell)), cell, head.spot(cell)) }
    checkColumns(head)
  }

  private mutating func take(_ name: String, _ cell: Int, _ spot: Spot) {
    guard !name.isEmpty else { return blanks.append((cell, spot)) }
    let place = origin.place(spot)
    let before = uses.count
    useDeclared(name, cell)
    let isRepeated = heads.contains(name)
    heads.append(name)
    if uses.count == before {
      if source?.ignored.contains(name) == true { return }
      if !isRepeated { useNamed(name, cell, place) }
    }
    if isRepeated {
      reject("two columns are headed \(quoted(name))", at: place, hint: "remove one")
    }
  }

  /// The fields that the declaration fills from a column of this head.
  private mutating func useDeclared(_ name: String, _ cell: Int) {
    guard let source else { return }
    if case .column(let head, _) = source.identity, head == name {
      uses.append(Use(cell: cell))
    }
    for column in source.columns where column.head == name {
      uses.append(Use(cell: cell, field: column.field, language: column.language))
    }
  }

  /// The field that a head names itself, `heads` or `name.en`.
  private mutating func useNamed(_ name: String, _ cell: Int, _ place: Place) {
    if name == "id", source == nil { return uses.append(Use(cell: cell)) }
    let parts = name.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let language = parts.count > 1 ? String(parts[1]) : nil
    guard let field = kind.fields.firstIndex(where: { $0.name == parts[0] }) else {
      return report(
        Diagnostic.unknownField(
          String(parts[0]), of: kind, at: place,
          hint: source.map { _ in "name it under fields: or list it under ignore:" }))
    }
    if let source,
      source.constants[field] != nil
        || source.columns.contains(where: { $0.field == field && $0.language == language })
    {
      return report(
        Diagnostic(
          .error, code: "unknown-field",
          "the column \(quoted(name)) is not needed, since the source fills \(parts[0]) otherwise",
          at: place, hint: "list it under ignore:"))
    }
    if let problem = Self.languageProblem(kind.fields[field], language, at: place) {
      refused.insert(field)
      return report(problem)
    }
    uses.append(Use(cell: cell, field: field, language: language))
  }

  /// What is wrong with the language of a field, or with its absence.
  static func languageProblem(
    _ type: Vocabulary.FieldType, _ language: String?, at place: Place
  ) -> Diagnostic? {
    guard let language else {
      guard type.base == .localized else { return nil }
      return Diagnostic(
        .error, code: "wrong-type", "\(type.name) is a single text", at: place,
        hint: "write a column for each language: \(type.name).en, \(type.name).zh")
    }
    guard type.base == .localized else {
      return Diagnostic(
        .error, code: "wrong-type", "\(type.name) is the same in every language", at: place,
        hint: "head the column \"\(type.name)\"")
    }
    guard !FieldTyping.isLanguage(language) else { return nil }
    return Diagnostic(
      .error, code: "bad-language", "\(quoted(language)) is not a language code", at: place,
      hint: "write en, zh or the like")
  }

  private mutating func checkColumns(_ head: TableRow) {
    let first = origin.place(head.count > 0 ? head.spot(0) : Spot())
    if let source {
      for column in source.columns where !heads.contains(column.head) {
        missing(column.head, at: column.place)
      }
      if case .column(let name, _) = source.identity, !heads.contains(name) {
        missing(name, at: source.place)
      }
    } else if !heads.contains("id") {
      reject("no column is headed \"id\"", at: first, hint: "the first row names the fields")
    }
  }

  private mutating func missing(_ head: String, at place: Place) {
    isUsable = false
    report(
      Diagnostic(
        .error, code: "missing-column", "\(quoted(origin.file)) has no column \(quoted(head))",
        at: place, hint: Spelling.hint(for: head, among: heads)))
  }

  private mutating func reject(_ message: String, at place: Place, hint: String) {
    isUsable = false
    report(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }

  private mutating func report(_ problem: Diagnostic) { problems.append(problem) }
}
