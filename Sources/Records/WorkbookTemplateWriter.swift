import CXLSXWriter

/// Fills a workbook with the sheets of a vocabulary.
struct WorkbookTemplateWriter {
  let book: WorkbookFile
  let vocabulary: Vocabulary
  let languages: [String]
  let kinds: [Vocabulary.Kind]
  /// The formulas of the lists that are too long to stand in a rule, by their words.
  private var ranges: [[String]: String] = [:]

  init(book: WorkbookFile, vocabulary: Vocabulary, languages: [String], kinds: [Vocabulary.Kind]) {
    self.book = book
    self.vocabulary = vocabulary
    self.languages = languages
    self.kinds = kinds
  }

  mutating func write() {
    let guide = book.sheet(WorkbookTemplate.readMe)
    writeGuide(guide)
    // Formulas may name sheets that come later, so long lists get their places first.
    let lists = longLists
    for (column, list) in lists.enumerated() {
      let letters = Place.letters(column + 1)
      ranges[list.words] =
        "='\(WorkbookTemplate.words)'!$\(letters)$2:$\(letters)$\(list.words.count + 1)"
    }
    for kind in kinds { write(kind) }
    writePlaces()
    writeWords(lists)
  }

  private func write(_ kind: Vocabulary.Kind) {
    let sheet = book.sheet(WorkbookTemplate.sheetName(of: kind))
    var column = 0
    add("id", WorkbookWording.id(languages), WorkbookFile.Rule(), true, sheet, &column)
    for field in kind.fields {
      let rule = rule(of: field)
      let note = WorkbookWording.note(of: field, vocabulary: vocabulary, languages: languages)
      guard field.base == .localized else {
        add(field.name, note, rule, field.isRequired, sheet, &column)
        continue
      }
      for language in languages {
        add("\(field.name).\(language)", note, rule, field.isRequired, sheet, &column)
      }
    }
    book.freezeHead(sheet)
  }

  private func add(
    _ head: String, _ note: String, _ rule: WorkbookFile.Rule, _ isRequired: Bool,
    _ sheet: UnsafeMutablePointer<lxw_worksheet>?, _ column: inout Int
  ) {
    var rule = rule
    rule.title = head
    rule.message = note
    let isLong = head.hasPrefix("name") || head.hasPrefix("title") || head.hasPrefix("note")
    book.setWidth(
      isLong ? 30 : max(12, Double(head.utf8.count) + 3), sheet, column: column)
    book.set(head, sheet, row: 0, column: column, isRequired ? .requiredHead : .head)
    book.note(note, sheet, column: column)
    book.rule(rule, sheet, column: column)
    column += 1
  }

  private func rule(of field: Vocabulary.FieldType) -> WorkbookFile.Rule {
    // A cell of several values is checked when the workbook is read: a list would refuse it.
    guard !field.isList else { return WorkbookFile.Rule() }
    switch field.base {
    case .flag: return WorkbookFile.Rule(content: .words(["true", "false"]))
    case .choice:
      let words = field.choices.map(\.word)
      guard let range = ranges[words] else { return WorkbookFile.Rule(content: .words(words)) }
      return WorkbookFile.Rule(content: .range(range))
    case .reference: return ruleOfReference(field)
    case .text, .localized, .quantity, .date: return WorkbookFile.Rule()
    }
  }

  private func ruleOfReference(_ field: Vocabulary.FieldType) -> WorkbookFile.Rule {
    guard field.targets.count == 1, let target = field.targets.first else {
      return WorkbookFile.Rule()
    }
    if target == "place", !vocabulary.places.isEmpty {
      let last = vocabulary.places.count + 1
      return WorkbookFile.Rule(content: .range("='\(WorkbookTemplate.places)'!$A$2:$A$\(last)"))
    }
    guard let kind = kinds.first(where: { $0.name == target }) else { return WorkbookFile.Rule() }
    // The record may stand in another file, so another id is only asked about.
    let name = WorkbookTemplate.sheetName(of: kind)
    return WorkbookFile.Rule(
      content: .range("='\(name)'!$A$2:$A$\(WorkbookFile.lastRuledRow)"), isStrict: false)
  }

  /// The lists of words that are longer than a rule may be.
  private var longLists: [(name: String, words: [String])] {
    var lists: [(name: String, words: [String])] = []
    for kind in kinds {
      for field in kind.fields where field.base == .choice && !field.isList {
        let words = field.choices.map(\.word)
        let isLong =
          words.joined(separator: ",").utf16.count > 255 || words.contains { $0.contains(",") }
        if isLong, !lists.contains(where: { $0.words == words }) {
          lists.append(("\(kind.name).\(field.name)", words))
        }
      }
    }
    return lists
  }

  private func writePlaces() {
    let sheet = book.sheet(WorkbookTemplate.places)
    book.setWidth(10, sheet, column: 0)
    book.set("code", sheet, row: 0, column: 0, .head)
    for (index, language) in languages.enumerated() {
      book.setWidth(34, sheet, column: index + 1)
      book.set("name.\(language)", sheet, row: 0, column: index + 1, .head)
    }
    for (row, code) in vocabulary.places.keys.sorted().enumerated() {
      book.set(code, sheet, row: row + 1, column: 0)
      for (index, language) in languages.enumerated() {
        guard let name = vocabulary.places[code]?.names[language] else { continue }
        book.set(name, sheet, row: row + 1, column: index + 1)
      }
    }
    book.freezeHead(sheet)
  }

  private func writeWords(_ lists: [(name: String, words: [String])]) {
    guard !lists.isEmpty else { return }
    let sheet = book.sheet(WorkbookTemplate.words)
    for (column, list) in lists.enumerated() {
      book.setWidth(24, sheet, column: column)
      book.set(list.name, sheet, row: 0, column: column, .head)
      for (row, word) in list.words.enumerated() {
        book.set(word, sheet, row: row + 1, column: column)
      }
    }
    book.freezeHead(sheet)
  }

  private func writeGuide(_ sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    book.setWidth(34, sheet, column: 0)
    book.setWidth(60, sheet, column: 1)
    book.setWidth(60, sheet, column: 2)
    book.set(WorkbookWording.title, sheet, row: 0, column: 0, .title)
    var row = 2
    for line in WorkbookWording.guide {
      book.set(line.en, sheet, row: row, column: 1)
      book.set(line.zh, sheet, row: row, column: 2)
      row += 1
    }
    row += 1
    for (column, head) in ["sheet 工作表", "English", "中文"].enumerated() {
      book.set(head, sheet, row: row, column: column, .head)
    }
    for kind in kinds {
      row += 1
      book.set(WorkbookTemplate.sheetName(of: kind), sheet, row: row, column: 0)
      book.set(kind.names["en"] ?? kind.name, sheet, row: row, column: 1)
      book.set(kind.names["zh"] ?? "", sheet, row: row, column: 2)
    }
  }
}
