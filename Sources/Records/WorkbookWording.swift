/// What an empty workbook says to the office that fills it in.
enum WorkbookWording {
  static let title = "Records 记录"

  static let guide: [(en: String, zh: String)] = [
    (
      "One record a row, under the head; the heads stay as they are. Heads on orange must be filled.",
      "每行一条记录，写在表头下方；表头请勿改动。橙色表头为必填项。"
    ),
    (
      "id: a short word of a to z, digits and hyphens, given once and never changed.",
      "id：由小写字母、数字和连字符组成的短代码，一经确定不再更改。"
    ),
    (
      "An empty cell means \"not reported\", never zero. Write 0 where it is zero.",
      "空单元格表示“未报告”，不表示零；确实为零请填 0。"
    ),
    (
      "Dates: 2019, 2019-09, 2019-09-02, 2019~ (about), 2019-05-06/2019-05-08 (from/to), "
        + "2006/.. (still going on).",
      "日期：2019、2019-09、2019-09-02、2019~（约）、2019-05-06/2019-05-08（起/止）、2006/..（至今）。"
    ),
    (
      "Numbers: 105, 50+ (at least), ~50 (about), 10..20 (a range).",
      "数量：105、50+（至少）、~50（约）、10..20（范围）。"
    ),
    (
      "Several values in one cell are parted by a semicolon: a;b.",
      "同一单元格的多个值用英文分号分隔：a;b。"
    ),
    (
      "Countries and regions are codes; the sheet \"places\" lists them.",
      "国家和地区填代码，见工作表“places”。"
    ),
    (
      "Save the workbook as .xlsx into the folder records, or name it in report.yaml under sources.",
      "将工作簿保存为 .xlsx，放入 records 文件夹，或在 report.yaml 的 sources 中声明。"
    ),
  ]

  /// The note on the id of a kind.
  static func id(_ languages: [String]) -> String {
    languages.map { language in
      language == "zh" ? "代码：小写字母、数字和连字符，不可重复" : "a short id of letters, digits, hyphens"
    }.joined(separator: "\n")
  }

  /// The note on a field: its name and its rule in each language.
  static func note(
    of field: Vocabulary.FieldType, vocabulary: Vocabulary, languages: [String]
  ) -> String {
    var lines: [String] = []
    for language in languages {
      let isChinese = language.hasPrefix("zh")
      var parts = [rule(of: field, isChinese)]
      if field.isList { parts.append(isChinese ? "多个值用 ; 分隔" : "several, parted by ;") }
      if field.isRequired { parts.append(isChinese ? "必填" : "required") }
      if field.isPrivate { parts.append(isChinese ? "不公开" : "private") }
      let name = field.names[language] ?? field.names["en"] ?? field.name
      lines.append(
        name + (isChinese ? "：" : ": ") + parts.joined(separator: isChinese ? "；" : "; "))
    }
    for choice in field.choices.prefix(30) {
      let names = languages.compactMap { choice.names[$0] }
      lines.append(
        names.isEmpty ? choice.word : "\(choice.word) = \(names.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n")
  }

  private static func rule(of field: Vocabulary.FieldType, _ isChinese: Bool) -> String {
    switch field.base {
    case .text, .localized: return isChinese ? "文字" : "text"
    case .quantity: return isChinese ? "数量：105、50+、~50" : "a number: 105, 50+, ~50"
    case .date:
      return isChinese ? "日期：2019、2019-09、2019-09-02" : "a date: 2019, 2019-09, 2019-09-02"
    case .flag: return isChinese ? "true（是）或 false（否）" : "true or false"
    case .choice: return isChinese ? "从列表中选择" : "a word of the list"
    case .reference:
      let targets = field.targets.joined(separator: isChinese ? "、" : ", ")
      return isChinese ? "所指记录的 id：\(targets)" : "the id of: \(targets)"
    }
  }
}
