public import Records

/// What a code of a diagnostic means.
public struct Rule: Hashable, Sendable {
  /// What a group of rules is about.
  public enum Family: String, Hashable, Sendable, CaseIterable {
    case data, figures, text, claims, privacy, languages, media
    case records, files, vocabulary, outline, composition, layout, archive, switches

    /// The heading of the family in the documentation.
    public var title: String {
      switch self {
      case .data: "Records that contradict one another"
      case .figures: "Figures"
      case .text: "Numbers and names in texts"
      case .claims: "Claims"
      case .privacy: "Privacy"
      case .languages: "Languages in step"
      case .media: "Pictures and evidence"
      case .records: "Reading records"
      case .files: "Reading files and databases"
      case .vocabulary: "Vocabulary, indicators and the ledger"
      case .outline: "The outline"
      case .composition: "Composing"
      case .layout: "Layout and output"
      case .archive: "The command and the archive"
      case .switches: "Switches"
      }
    }
  }
  /// The code: `similar-partners`.
  public var code: String
  /// How bad it is; the worst, where it depends.
  public var severity: Diagnostic.Severity
  /// Whether a report may switch it off, with a reason.
  public var canBeOff: Bool
  /// What is found.
  public var summary: String
  /// Why it matters, or what to do.
  public var remedy: String
  /// What the rule is about.
  public var family: Family

  init(
    _ severity: Diagnostic.Severity, _ code: String, _ family: Family, off canBeOff: Bool = false,
    _ summary: String, _ remedy: String
  ) {
    self.code = code
    self.severity = severity
    self.canBeOff = canBeOff
    self.summary = summary
    self.remedy = remedy
    self.family = family
  }
}

/// Every code that a diagnostic can have.
public enum CheckCatalogue {
  /// The rules, by family, each code once.
  public static let all: [Rule] = {
    let rules =
      dataRules + figureRules + textRules + languageRules + recordRules + fileRules
      + vocabularyRules + compositionRules + outputRules
    return Rule.Family.allCases.flatMap { family in rules.filter { $0.family == family } }
  }()

  /// The rule of a code.
  public static func rule(_ code: String) -> Rule? { all.first { $0.code == code } }
}
