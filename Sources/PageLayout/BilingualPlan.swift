import DocumentModel

/// The pages of an edition in two languages: as many as its sections need, or as many as were asked
/// for.
extension LayoutSession {
  /// The plan of pairs of sections, each divided in one way; blank pages where one opens on a side of
  /// its own, and before a back cover, which is a left-hand page.
  func plan(
    _ divisions: [PageDivision], opening openings: [Section.Opening], after front: Int, back: Int
  ) -> PagePlan {
    var plan = PagePlan(chapters: divisions)
    var page = front
    for (division, opening) in zip(divisions, openings) {
      let isBlank = opening.needsBlank(before: page)
      plan.blanksBefore.append(isBlank)
      page += (isBlank ? 1 : 0) + division.pages.count
    }
    plan.blanksAtEnd = back > 0 && page.isMultiple(of: 2) ? 1 : 0
    plan.count = page + plan.blanksAtEnd + back
    let blanks = plan.blanksBefore.count { $0 } + plan.blanksAtEnd
    plan.penalty =
      divisions.reduce(0) { $0 + $1.penalty } + Double(blanks) * PagePlan.blankCost
    return plan
  }

  /// The natural plan, or the one found for the pages asked for; says what it trades.
  func settled(
    _ natural: PagePlan, _ search: (PageTarget) throws(LayoutError) -> PagePlan?
  ) throws(LayoutError) -> PagePlan {
    guard let target = options.pages, target.blanks(after: natural.count) != 0 else {
      return natural
    }
    guard let found = try search(target) else {
      let words = "\(target.words) cannot be made: the text fills \(natural.count)"
      warnings.append(LayoutWarning(message: words, place: "", kind: .pagesNotMet))
      return natural
    }
    let words = trade(from: natural, to: found, target)
    warnings.append(LayoutWarning(message: words, place: "", kind: .pagesTraded))
    return found
  }
}
