/// The fixed words of references, lists and indexes in one language.
public struct ReferenceWords: Hashable, Sendable {
  /// What stands before and after a number.
  public struct Frame: Hashable, Sendable {
    /// Before the number, with its space.
    public var before: String
    /// After the number.
    public var after: String
    /// What stands before and after a number.
    public init(_ before: String, _ after: String = "") {
      self.before = before
      self.after = after
    }
    /// The number with what stands around it.
    public func around(_ number: String) -> String { before + number + after }
  }
  /// "section 3" / "第3章".
  public var chapter: Frame
  /// "section 3.1" / "第3.1节".
  public var section: Frame
  /// "annex A" / "附录A".
  public var annex: Frame
  /// The title of the list of tables.
  public var tables: String
  /// The title of the list of figures.
  public var figures: String
  /// Before the name to which another leads: "see" / "见".
  public var see: String
  /// Between numbers of pages: ", " / "、".
  public var comma: String
  /// What a link says that leads from a note to its call.
  public var back: String

  /// The words of a language; English where they are left out.
  public init(
    chapter: Frame = Frame("section\u{A0}"), section: Frame = Frame("section\u{A0}"),
    annex: Frame = Frame("annex\u{A0}"), tables: String = "Tables", figures: String = "Figures",
    see: String = "see", comma: String = ", ", back: String = "Back to the text"
  ) {
    self.chapter = chapter
    self.section = section
    self.annex = annex
    self.tables = tables
    self.figures = figures
    self.see = see
    self.comma = comma
    self.back = back
  }

  /// A section's number with its word; empty for a section without one.
  ///
  /// - Parameters:
  ///   - depth: 0 for a chapter or an annex, more for what stands in one.
  ///   - isAnnex: whether it is an annex or stands in one.
  public func number(of section: Section, depth: Int, isAnnex: Bool) -> String {
    guard let number = section.number else { return "" }
    let frame = isAnnex ? annex : depth == 0 ? chapter : self.section
    return frame.around(number)
  }
}
