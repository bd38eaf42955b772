/// A number that a theme sets.
public enum NumberToken: String, Hashable, Sendable, CaseIterable {
  case inner = "inner-mm"
  case outer = "outer-mm"
  case top = "top-mm"
  case bottom = "bottom-mm"
  case gutter = "gutter-mm"
  case measure = "measure-mm"
  case sideColumns = "side-columns"
  case textColumns = "text-columns"
  case openerDepth = "opener-depth"
  case keyFiguresAcross = "key-figures-across"
  case bodySize = "body-size"
  case chineseBodySize = "body-size-zh"
  case leading
  case chineseLeading = "leading-zh"
  case ratio
  case tableSize = "table-size"
  case leadStep = "lead-step"
  case headingStep = "heading-step"
  case titleStep = "title-step"
  case numberStep = "number-step"
  case coverStep = "cover-step"
  case headingWeight = "heading-weight"
  case titleWeight = "title-weight"
  case numberWeight = "number-weight"
  case coverWeight = "cover-weight"
  case hairlineWidth = "hairline-pt"
  case ruleWidth = "rule-pt"
  case strongRuleWidth = "strong-rule-pt"
  case radius = "radius-px"

  /// The values that it may have.
  public var range: ClosedRange<Double> {
    switch self {
    case .inner, .outer, .top, .bottom: 5...80
    case .gutter: 2...12
    case .measure: 0...190
    case .sideColumns: 2...6
    case .textColumns: 1...3
    case .openerDepth: 0...0.6
    case .keyFiguresAcross: 1...6
    case .bodySize, .chineseBodySize: 5...24
    case .leading, .chineseLeading: 6...40
    case .ratio: 1.05...1.8
    case .tableSize: 0.7...1.2
    case .leadStep, .headingStep, .titleStep, .numberStep, .coverStep: 0...9
    case .headingWeight, .titleWeight, .numberWeight, .coverWeight: 200...900
    case .hairlineWidth, .ruleWidth, .strongRuleWidth: 0.1...8
    case .radius: 0...24
    }
  }

  /// Whether only whole numbers make sense.
  public var isWhole: Bool {
    switch self {
    case .sideColumns, .textColumns, .keyFiguresAcross: true
    default: false
    }
  }

  /// What the number is, for the table of tokens.
  public var meaning: String {
    switch self {
    case .inner: "the margin at the binding"
    case .outer: "the margin at the open side"
    case .top: "the margin above the text"
    case .bottom: "the margin below the text"
    case .gutter: "the gutter between the twelve columns of the grid"
    case .measure: "the measure of one centred column; 0 to keep the margins and the columns"
    case .sideColumns: "how many of the twelve columns the side column takes"
    case .textColumns: "columns of text in a section that does not say how many"
    case .openerDepth: "how deep a chapter's title may stand, as a share of the text's height"
    case .keyFiguresAcross: "how many key figures stand side by side"
    case .bodySize: "the body's size in points"
    case .chineseBodySize: "the body's size in points, Chinese; `body-size` alone sets both"
    case .leading: "the baseline grid in points"
    case .chineseLeading: "the baseline grid in points, Chinese; `leading` alone sets both"
    case .ratio: "the ratio of the type scale: each step is so much larger than the one below"
    case .tableSize: "the size of tables, as a share of the body's"
    case .leadStep: "the step of leads and third headings; the body is step 0"
    case .headingStep: "the step of second headings"
    case .titleStep: "the step of chapter titles"
    case .numberStep: "the step of large figures and chapter numbers"
    case .coverStep: "the step of the title on the cover"
    case .headingWeight: "the weight of second and third headings"
    case .titleWeight: "the weight of chapter titles"
    case .numberWeight: "the weight of large figures"
    case .coverWeight: "the weight of the title on the cover"
    case .hairlineWidth: "the width of hairlines in points"
    case .ruleWidth: "the width of rules in points"
    case .strongRuleWidth: "the width of the rules above and below tables in points"
    case .radius: "the radius of corners on the web, in pixels"
    }
  }
}

/// A family of type that a theme sets.
public enum FaceToken: String, Hashable, Sendable, CaseIterable {
  case serif
  case sans
  case mono

  /// What the family is for, for the table of tokens.
  public var meaning: String {
    switch self {
    case .serif: "the family with serifs"
    case .sans: "the family without serifs"
    case .mono: "the family of code"
    }
  }
}

/// A choice among forms that a theme makes.
public enum ChoiceToken: String, Hashable, Sendable, CaseIterable {
  case page
  case columns
  case apparatus
  case chapterStart = "chapter-start"
  case cover
  case coverPicture = "cover-picture"
  case folios
  case opener
  case backCover = "back-cover"
  case keyFigures = "key-figures"
  case heads
  case tables
  case figures
  case fractions
  case labels
  case chineseEmphasis = "emphasis-zh"
  case chineseIndents = "indents-zh"
  case textFace = "text-face"
  case headingFace = "heading-face"
  case titleFace = "title-face"
  case numberFace = "number-face"

  /// The words that it may have, the plainest first.
  public var words: [String] {
    switch self {
    case .page: ["a4", "a5", "square"]
    case .columns: ["sided", "single"]
    case .apparatus: ["full", "light"]
    case .chapterStart: ["any", "recto"]
    case .cover: ["type", "field", "pattern"]
    case .coverPicture: ["foot", "head", "full"]
    case .folios: ["aligned", "leaders"]
    case .opener: ["hanging", "field", "bar"]
    case .backCover: ["none", "field"]
    case .keyFigures: ["hairline", "large", "rows"]
    case .heads: ["foot", "head", "folio"]
    case .tables: ["open", "banded"]
    case .figures: ["old-style", "lining"]
    case .fractions: ["plain", "built"]
    case .labels: ["plain", "small-capitals"]
    case .chineseEmphasis: ["dots", "weight"]
    case .chineseIndents: ["all", "continued"]
    case .textFace, .headingFace, .titleFace, .numberFace: ["serif", "sans"]
    }
  }

  /// What is chosen, for the table of tokens.
  public var meaning: String {
    switch self {
    case .page: "the trimmed page: A4, A5, or 210 mm square"
    case .columns: "a side column beside the text, or one column"
    case .apparatus: "contents and running heads, or neither"
    case .chapterStart: "chapters start on the next page, or on a right-hand page"
    case .cover:
      "words alone; the field of places; a pattern made of the report's figures"
    case .coverPicture:
      "where a report's picture stands on the cover: beneath the words; above them; over the page"
    case .folios: "page numbers of the contents in a line, or dots that lead to them"
    case .opener: "a number hanging in the side column; a ground that bleeds; a bar"
    case .backCover: "no back cover, or one in the colour of the field"
    case .keyFigures: "under hairlines; large and bare; or in rows, like a table"
    case .heads: "running heads at the foot; at the head over a rule; or the folio alone"
    case .tables: "white ground, or every second row on a band"
    case .figures: "the figures of running text"
    case .fractions: "fractions such as 3/4: as they are typed, or one sign of small figures"
    case .labels: "small heads, such as the letters of an index, and running heads"
    case .chineseEmphasis: "emphasised Han: dots below it, or the semibold weight"
    case .chineseIndents:
      "Chinese paragraphs that begin two em further in: all, or those that go on from another"
    case .textFace: "the face of running text"
    case .headingFace: "the face of second and third headings"
    case .titleFace: "the face of chapter titles and the cover"
    case .numberFace: "the face of large figures"
    }
  }
}
