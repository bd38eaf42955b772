import DocumentModel

/// The words for what a plan trades.
extension LayoutSession {
  /// What was given up for the pages asked for, in words.
  func trade(from natural: PagePlan, to found: PagePlan, _ target: PageTarget) -> String {
    var parts: [String] = []
    let lift = Int(((natural.depth - found.depth) / scale.grid).rounded())
    if lift != 0 {
      parts.append("chapters open \(counted(abs(lift), "line")) \(lift > 0 ? "higher" : "lower")")
    }
    let lost =
      found.chapters.flatMap(\.pages).reduce(0) { $0 + $1.shrink + $1.floatShrink }
      - natural.chapters.flatMap(\.pages).reduce(0) { $0 + $1.shrink + $1.floatShrink }
    if lost != 0 {
      parts.append("pictures are \(counted(abs(lost), "line")) \(lost > 0 ? "lower" : "higher")")
    }
    let lines =
      found.chapters.flatMap(\.pages).reduce(0) { $0 + abs($1.lines) }
      - natural.chapters.flatMap(\.pages).reduce(0) { $0 + abs($1.lines) }
    if lines > 0 { parts.append("paragraphs give or take \(counted(lines, "line"))") }
    for (section, pair) in zip(bodySections, zip(natural.chapters, found.chapters)) {
      let more = pair.1.pages.count - pair.0.pages.count
      guard more != 0 else { continue }
      let title = section.title.plainText
      parts.append(
        "\"\(title)\" has \(counted(abs(more), "page")) \(more > 0 ? "more" : "fewer")")
    }
    let blanks = found.blanksAtEnd
    if blanks > 0 {
      parts.append("\(counted(blanks, "page")) at the end \(blanks == 1 ? "is" : "are") blank")
    }
    let penalties = "penalty \(whole(found.penalty)) instead of \(whole(natural.penalty))"
    return "\(found.count) pages for \(target.words), \(natural.count) without: "
      + (parts + [penalties]).joined(separator: "; ")
  }

  private func whole(_ penalty: Double) -> Int { Int(exactly: penalty.rounded()) ?? .max }

  private func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)" + (count == 1 ? "" : "s")
  }
}
