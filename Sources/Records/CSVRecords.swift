/// Finds the records of a CSV file: one a row, of the kind that the file's name gives; `name.en`
/// and `name.zh` are the languages of one field, and `;` splits the values of a list.
struct CSVRecords {
  let kind: Vocabulary.Kind
  let file: String
  var records: [RawRecord] = []
  var problems: [Diagnostic] = []

  mutating func read(_ bytes: [UInt8]) {
    do {
      let table = try CSVReader.parse(bytes, file: file)
      guard let head = table.rows.first, isUsable(head) else { return }
      for row in table.rows.dropFirst() { read(row, head: head) }
    } catch {
      problems.append(error)
    }
  }

  private mutating func isUsable(_ head: CSVTable.Row) -> Bool {
    let before = problems.count
    if head.count == 1, let only = head.first,
      let mark = [";", "\t"].first(where: only.text.contains)
    {
      report(
        "csv-delimiter", "the head is split by \(mark == ";" ? "semicolons" : "tabs")",
        at: only.place,
        hint: "save the file with commas")
      return false
    }
    var seen: Set<String> = []
    for cell in head {
      let name = trimmed(cell.text)
      if name.isEmpty {
        report("csv-head", "a column has no head", at: cell.place, hint: "name it or remove it")
      } else if !seen.insert(name).inserted {
        report(
          "csv-head", "two columns are headed \(quoted(name))", at: cell.place, hint: "remove one")
      }
    }
    if let first = head.first, !seen.contains("id") {
      report(
        "csv-head", "no column is headed \"id\"", at: first.place,
        hint: "the first row names the fields")
    }
    return problems.count == before
  }

  private mutating func read(_ row: CSVTable.Row, head: CSVTable.Row) {
    guard let first = row.first else { return }
    // A row of nothing but commas is what spreadsheets leave at the end.
    if row.allSatisfy({ trimmed($0.text).isEmpty }) { return }
    guard row.count == head.count else {
      return report(
        "csv-ragged", "the row has \(row.count) cells, the head \(head.count)", at: first.place,
        hint: row.count > head.count
          ? "quote a cell that contains a comma" : "add a comma for each empty cell")
    }
    var fields: [RawField] = []
    for (name, cell) in zip(head, row) where !trimmed(cell.text).isEmpty {
      add(
        trimmed(cell.text), at: cell.place, head: trimmed(name.text), headPlace: name.place,
        to: &fields)
    }
    records.append(RawRecord(kind: kind, place: first.place, fields: fields))
  }

  private func add(
    _ text: String, at place: Place, head: String, headPlace: Place, to fields: inout [RawField]
  ) {
    if let dot = head.firstIndex(of: ".") {
      let name = String(head[..<dot])
      let language = String(head[head.index(after: dot)...])
      if let index = fields.firstIndex(where: { $0.name == name }),
        case .languages(let texts) = fields[index].content
      {
        fields[index].content = .languages(texts + [(language, text, place)])
      } else {
        fields.append(
          RawField(
            name: name, namePlace: headPlace, place: place,
            content: .languages([(language, text, place)])))
      }
    } else if kind.field(head)?.isList == true {
      let parts = text.split(separator: ";").map { (trimmed(String($0)), place) }
      fields.append(
        RawField(
          name: head, namePlace: headPlace, place: place,
          content: .list(parts.filter { !$0.0.isEmpty })))
    } else {
      fields.append(
        RawField(name: head, namePlace: headPlace, place: place, content: .single(text)))
    }
  }

  private mutating func report(_ code: String, _ message: String, at place: Place, hint: String?) {
    problems.append(Diagnostic(.error, code: code, message, at: place, hint: hint))
  }
}
