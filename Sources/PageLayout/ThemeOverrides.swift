import Geometry
public import Themes

extension Theme {
  /// The page design of a theme.
  public init(_ design: Design) {
    self.init()
    name = design.name
    page =
      [.a4, .a5, Size(width: Length.mm(210).points, height: Length.mm(210).points)][
        ChoiceToken.page.words.firstIndex(of: design[.page]) ?? 0]
    columns = Columns(rawValue: design[.columns]) ?? .sided
    apparatus = Apparatus(rawValue: design[.apparatus]) ?? .full
    chapterStart = ChapterStart(rawValue: design[.chapterStart]) ?? .any
    setGeometry(design)
    setType(design)
    setColours(design)
    forms = Forms(design)
    lines.hairline = design[.hairlineWidth]
    lines.rule = design[.ruleWidth]
    lines.strong = design[.strongRuleWidth]
  }

  /// A shipped theme with tokens replaced: `report` and `brochure` are the forms of `institutional`.
  ///
  /// - Throws: a diagnostic that names the token.
  public static func named(_ name: String, overrides: [String: String] = [:]) throws -> Theme {
    let isForm = name == "report" || name == "brochure"
    return Theme(
      try Design.named(
        isForm ? Design.names[0] : name, form: isForm ? name : "report", overrides: overrides))
  }

  private mutating func setGeometry(_ design: Design) {
    inner = Length.mm(design[.inner]).points
    outer = Length.mm(design[.outer]).points
    top = Length.mm(design[.top]).points
    bottom = Length.mm(design[.bottom]).points
    gutter = Length.mm(design[.gutter]).points
    sideColumns = Int(design[.sideColumns])
    textColumns = Int(design[.textColumns])
    openerDepth = design[.openerDepth]
    keyFigureColumns = Int(design[.keyFiguresAcross])
    let measure = Length.mm(design[.measure]).points
    if measure > 0, measure < page.width {
      let side = (page.width - measure) / 2
      (inner, outer, columns, textColumns) = (side, side, .single, 1)
    }
  }

  private mutating func setType(_ design: Design) {
    latinSize = design[.bodySize]
    chineseSize = design[.chineseBodySize]
    latinLeading = design[.leading]
    chineseLeading = design[.chineseLeading]
    type.ratio = design[.ratio]
    type.table = design[.tableSize]
    (type.lead, type.heading, type.title) = (
      design[.leadStep], design[.headingStep], design[.titleStep]
    )
    (type.number, type.cover) = (design[.numberStep], design[.coverStep])
    type.headingWeight = Int(design[.headingWeight])
    type.titleWeight = Int(design[.titleWeight])
    type.numberWeight = Int(design[.numberWeight])
    type.coverWeight = Int(design[.coverWeight])
    type.textIsSans = design[.textFace] == "sans"
    type.headingIsSans = design[.headingFace] == "sans"
    type.titleIsSans = design[.titleFace] == "sans"
    type.numberIsSans = design[.numberFace] == "sans"
    type.oldStyleFigures = design[.figures] == "old-style"
    type.buildsFractions = design[.fractions] == "built"
    type.labelsAreSmallCapitals = design[.labels] == "small-capitals"
    type.hasEmphasisDots = design[.chineseEmphasis] == "dots"
    type.indentsAllChinese = design[.chineseIndents] == "all"
    (serif, sans, mono) = (design[.serif], design[.sans], design[.mono])
  }

  private mutating func setColours(_ design: Design) {
    ink = design[.ink]
    quiet = design[.quiet]
    hairline = design[.hairline]
    accent = design[.accent]
    tint = design[.tint]
    palette.rule = design[.rule]
    palette.paper = design[.paper]
    palette.band = design[.band]
    palette.second = design[.second]
    palette.field = design[.field]
    palette.onField = design[.onField]
    palette.lineOnField = design[.lineOnField]
    palette.greys = [design[.grey1], design[.grey2], design[.grey3]]
    palette.series = ColourRole.series.map { design[$0] }
    palette.scale = [design[.scaleLow], design[.scaleHigh]]
  }
}

extension Forms {
  init(_ design: Design) {
    cover = Cover(rawValue: design[.cover]) ?? .field
    coverPicture = CoverPicture(rawValue: design[.coverPicture]) ?? .foot
    folios = Folios(rawValue: design[.folios]) ?? .aligned
    opener = Opener(rawValue: design[.opener]) ?? .hanging
    keyFigures = KeyFigures(rawValue: design[.keyFigures]) ?? .hairline
    heads = Heads(rawValue: design[.heads]) ?? .foot
    bandsTables = design[.tables] == "banded"
    hasBackCover = design[.backCover] == "field"
  }
}
