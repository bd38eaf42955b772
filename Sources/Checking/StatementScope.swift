import Ledger
import Records

/// Whether a sentence speaks of all that an indicator counts, or of a part, another year, another
/// institution.
struct StatementScope {
  enum Answer {
    /// All that the institution has.
    case total
    /// What the institution has; of all or of some.
    case ours
    /// Some of it, another year, another institution.
    case part
    case unknown
  }
  private let isChinese: Bool
  private let placeNames: [(name: String, scalars: [Unicode.Scalar])]
  private let year: Double?
  private let institution: String

  init(
    _ language: String, places: [String: Vocabulary.PlaceEntry], period: String,
    institution: String
  ) {
    self.institution = institution
    isChinese = Checking.isChinese(language)
    placeNames = places.values.compactMap { $0.names[language] }.filter { $0.count > 1 }
      .map { ($0, Array($0.unicodeScalars)) }
    year = Double(period.prefix(4))
  }

  private static let totalWords = [
    "in total", "altogether", "in all", "a total of", "to date", "now has", "currently",
  ]
  private static let partWords = [
    "new", "newly", "opened", "another", "other", "others", "further", "more", "additional",
    "each", "every", "per", "of which", "of them", "of these", "including", "among",
    "last year", "year before", "previous", "previously", "formerly", "plan", "plans", "planned",
    "will", "hopes", "aims", "joined", "added", "closed", "signed", "first", "nationwide",
    "country's", "national", "worldwide", "if", "would", "their", "his", "her",
  ]
  private static let chineseTotal = ["共有", "总计", "合计", "累计", "现有", "共设", "共建", "迄今", "总数"]
  private static let chinesePart = [
    "其中", "新增", "新建", "新设", "新签", "另", "其他", "其余", "每", "各", "分别", "首", "去年",
    "上年", "此前", "曾", "计划", "将", "拟", "全国", "全省", "全球", "世界", "以前", "如果", "部分",
  ]

  func isTotal(_ unit: ProseUnit, _ number: FoundNumber, _ match: UnitWords.Match) -> Answer {
    let range = unit.sentence(at: number.range.lowerBound)
    let before = unit.string(range.lowerBound..<number.range.lowerBound)
    let after = unit.string(match.end..<max(match.end, range.upperBound))
    let around = before + " \u{FFFC} " + after
    if isPart(around) || hasOtherYear(unit, range) { return .part }
    // A name or value between braces says of which record the sentence speaks.
    let names = unit.blanks(in: range)
    if names.contains(where: { !$0.name.hasPrefix("report.") }) { return .part }
    if namesPlace(around) { return .part }
    if saysTotal(before) || saysTotal(after) || isOfAll(before) { return .total }
    return isOurs(before) ? .ours : .unknown
  }

  /// Whether a place is named; nearly every name is ruled out by a character that the text lacks.
  private func namesPlace(_ text: String) -> Bool {
    let here = Set(text.unicodeScalars)
    return placeNames.contains { place in
      place.scalars.allSatisfy(here.contains) && text.contains(place.name)
    }
  }

  private func isPart(_ text: String) -> Bool {
    if isChinese { return Self.chinesePart.contains { text.contains($0) } }
    let words =
      " " + text.lowercased().split { !($0.isLetter || $0 == "'") }.joined(separator: " ") + " "
    return Self.partWords.contains { words.contains(" \($0) ") }
  }

  /// "One of the seven centres" says that there are seven.
  private func isOfAll(_ before: String) -> Bool {
    let text = before.lowercased()
    return ["of the ", "of its ", "of our ", "all ", "all the ", "全部", "所有", "这"].contains {
      text.hasSuffix($0)
    }
  }

  private static let subjects = [
    "we", "our", "its", "the institution", "the institute", "the university", "the college",
    "the school", "the polytechnic", "there are", "there were",
  ]
  private static let chineseSubjects = ["学校", "我校", "本校", "我院", "本院", "我们", "学院"]

  private func isOurs(_ before: String) -> Bool {
    if institution.count > 1, before.contains(institution) { return true }
    if isChinese { return Self.chineseSubjects.contains { before.contains($0) } }
    let words = " " + before.lowercased().split { !$0.isLetter }.joined(separator: " ") + " "
    return Self.subjects.contains { words.contains(" \($0) ") }
  }

  private func saysTotal(_ text: String) -> Bool {
    if isChinese { return Self.chineseTotal.contains { text.contains($0) } }
    let lower = text.lowercased()
    return Self.totalWords.contains { lower.contains($0) }
  }

  private func hasOtherYear(_ unit: ProseUnit, _ range: Range<Int>) -> Bool {
    let text = Array(unit.scalars[range])
    return NumberFinder(text, isChinese: isChinese).found.contains { number in
      number.kind == .decade
        || (number.kind == .date && number.value >= 1500 && number.value != year)
    }
  }
}
