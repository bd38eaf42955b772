import Records

/// How many pages a report is to have, as its outline says it.
public enum OutlinePages: Hashable, Sendable {
  /// So many.
  case exactly(Int)
  /// A whole number of sheets: 4 for saddle stitching.
  case multiple(of: Int)

  /// Reads "24" or "multiple of 4"; nil where it is neither, or is beyond 10,000 pages.
  init?(_ text: String) {
    let words = text.split(whereSeparator: \.isWhitespace)
    guard let number = words.last.flatMap({ Int($0) }), (1...10_000).contains(number) else {
      return nil
    }
    switch words.count {
    case 1: self = .exactly(number)
    case 3 where words[0] == "multiple" && words[1] == "of": self = .multiple(of: number)
    default: return nil
    }
  }
}

extension OutlineParser {
  /// `pages: 24` or `pages: multiple of 4`.
  mutating func pages(_ keys: inout YAMLFields) -> OutlinePages? {
    guard let node = keys.node("pages") else { return nil }
    if let pages = node.text.flatMap({ OutlinePages($0) }) { return pages }
    let written = node.text.map { " \"\($0)\"" } ?? " a list or a mapping"
    problems.append(
      Diagnostic(
        .error, code: "bad-pages", "\"pages\" cannot be\(written)", at: node.place,
        hint: "write pages: 24, or pages: multiple of 4"))
    return nil
  }
}
