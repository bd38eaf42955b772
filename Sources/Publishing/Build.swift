import Archive
public import Foundation
import HTMLWriter
public import Records
import ReportComposition
public import Typesetting

/// What a build is asked for.
public struct BuildPlan: Sendable {
  /// What to make.
  public var products: [Product]
  /// The languages, by their codes in the outline; nil for all.
  public var languages: [String]?
  /// The folder to write to, as the user named it.
  public var output: String
  /// The folder of fonts.
  public var fonts: URL
  /// What is drawn over the pages of a second PDF, the proof; empty for no proof.
  public var proof: [ProofLayer]

  /// A plan.
  public init(
    products: [Product], languages: [String]?, output: String, fonts: URL,
    proof: [ProofLayer] = []
  ) {
    self.products = products
    self.languages = languages
    self.output = output
    self.fonts = fonts
    self.proof = proof
  }
}

/// What a build made.
public struct BuildResult: Sendable {
  /// The files, in the order of products and languages.
  public var made: [Made]
  /// The warnings.
  public var diagnostics: [Diagnostic]
  /// The steps with their times.
  public var steps: [Step]
}

/// Makes the editions of a report and writes them, all or none.
///
/// Throws the problems of the report, wrong use, or a fault; then nothing was written.
///
/// - Parameter paragraphs: Paragraphs of builds before, handed in again where one process builds a
///   report more than once: those that did not change are not broken again. Nil keeps none.
public func build(
  _ reading: ReportReading, _ plan: BuildPlan, paragraphs: ParagraphStore? = nil,
  progress: @escaping @Sendable (Step) -> Void = { _ in }
) async throws(PublishingFailure) -> BuildResult {
  guard let report = reading.report else { throw PublishingFailure(.content, reading.diagnostics) }
  let languages = try languages(plan.languages, of: report)
  var editions = try editions(of: report, plan.products, languages)
  var bilingual = try bilingualEditions(of: report, plan.products, languages)
  if !plan.proof.isEmpty {
    guard (editions + bilingual).contains(where: \.hasPages) else {
      throw .use(
        "no-proof", "there are no pages to make a proof of",
        hint: "add pdf or booklet to the products")
    }
    for index in editions.indices { editions[index].proof = plan.proof }
    for index in bilingual.indices { bilingual[index].proof = plan.proof }
  }
  // Where nothing else is made, the checks are of the pages for the press.
  let press = pressEditions(of: report, plan.products, languages)
  if editions.isEmpty { editions = press }
  let others = bilingual + (editions.first?.isForPress ?? false ? [] : press)
  let all = await make(
    editions + others, fonts: plan.fonts, from: report, paragraphs: paragraphs,
    progress: progress)
  // The web and the checks know editions in one language only.
  let results = Array(all.prefix(editions.count))
  let found =
    reading.diagnostics + all.flatMap(\.problems).uniqued() + findings(of: report, results)
  let problems = told(found, report, isComplete: false)
  if let fault = all.compactMap(\.fault).first { throw fault }
  guard !problems.hasErrors else { throw PublishingFailure(.content, problems) }
  var output = Output(files: all.flatMap(\.files).map { .init(name: $0.name, bytes: $0.bytes) })
  if plan.products.contains(.html) {
    output.web = try webFiles(
      of: report, results, pdfFolder: plan.products.contains(.pdf) ? "" : nil)
  }
  progress(Step(name: "write", subject: plan.output, seconds: 0))
  let clock = Stopwatch()
  do throws(ArchiveError) {
    try output.write(to: URL(fileURLWithPath: plan.output, isDirectory: true))
  } catch {
    throw writingFailure(error)
  }
  let written = Step(name: "write", subject: plan.output, seconds: clock.seconds)
  return BuildResult(
    made: made(output, all, in: plan.output), diagnostics: problems,
    steps: all.flatMap(\.steps) + [written])
}

/// The languages asked for, in the order of the outline.
private func languages(
  _ wanted: [String]?, of report: LoadedReport
) throws(PublishingFailure) -> [String] {
  let known = report.outline.languages
  guard let wanted else { return known }
  if let strange = wanted.first(where: { !known.contains($0) }) {
    throw .use(
      "unknown-language", "the report has no language \"\(strange)\"",
      hint: "its languages are \(known.joined(separator: ", "))")
  }
  return known.filter { wanted.contains($0) }
}

/// The editions that make up the products.
private func editions(
  of report: LoadedReport, _ products: [Product], _ languages: [String]
) throws(PublishingFailure) -> [Edition] {
  var editions: [Edition] = []
  if products.contains(.pdf) || products.contains(.html) {
    let makesPages = products.contains(.pdf)
    editions += languages.map {
      Edition(
        outline: report.outline, language: $0, output: makesPages ? .pages(.plain) : .document)
    }
  }
  if products.contains(.booklet) {
    guard let brochure = report.brochure else {
      throw .use(
        "no-brochure", "the report has no brochure to make a booklet of",
        hint: "put an outline with \"format: brochure\" into brochure.yaml")
    }
    editions += languages.filter { brochure.languages.contains($0) }.map {
      Edition(outline: brochure, language: $0, output: .booklet)
    }
  }
  return editions
}

/// What was made, in the order in which the user should see it.
private func made(_ output: Output, _ results: [EditionResult], in folder: String) -> [Made] {
  let start = folder.hasSuffix("/") ? folder : folder + "/"
  var made = results.flatMap(\.files).map {
    Made(path: start + $0.name, pages: $0.pages, bytes: $0.bytes.count)
  }
  if let web = output.web {
    made.append(
      Made(path: start + "web/index.html", pages: nil, bytes: web.reduce(0) { $0 + $1.size }))
  }
  return made
}
