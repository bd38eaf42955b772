import PageLayout
import Records
import ReportComposition

/// The editions in two languages that make up the products: those that the outline declares come with
/// the PDF; one that is asked for by name and not declared has the first two languages.
func bilingualEditions(
  of report: LoadedReport, _ products: [Product], _ languages: [String]
) throws(PublishingFailure) -> [Edition] {
  var pairs = report.outline.editions.filter { edition in
    edition.languages.allSatisfy(languages.contains)
      && (products.contains(.pdf) || products.contains(edition.kind.product))
  }
  for kind in BilingualEdition.Kind.allCases where products.contains(kind.product) {
    guard !pairs.contains(where: { $0.kind == kind }) else { continue }
    guard languages.count > 1 else {
      throw .use(
        "unknown-language", "an edition in two languages needs two",
        hint: "the report's languages are \(report.outline.languages.joined(separator: ", "))")
    }
    pairs.append(BilingualEdition(kind: kind, languages: Array(languages.prefix(2))))
  }
  return pairs.map { pair in
    Edition(
      outline: report.outline, language: pair.languages[0], output: .pages(.plain),
      second: (pair.languages[1], pair.kind.form))
  }
}

extension BilingualEdition.Kind {
  fileprivate var product: Product {
    switch self {
    case .facing: .facing
    case .parallel: .parallel
    }
  }

  fileprivate var form: BilingualForm {
    switch self {
    case .facing: .facing
    case .parallel: .parallel
    }
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order: two editions of one text have its problems.
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
