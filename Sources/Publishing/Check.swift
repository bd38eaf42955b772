public import Foundation
public import Records
import ReportComposition

/// Every problem of a report: what reading found, and what composing and laying out each language
/// finds, such as a character that no font has. Nothing is written.
public func check(_ reading: ReportReading, fonts: URL) async -> [Diagnostic] {
  guard let report = reading.report else { return reading.diagnostics }
  let outlines = [report.outline] + (report.brochure.map { [$0] } ?? [])
  let editions = outlines.flatMap { outline in
    outline.languages.map { Edition(outline: outline, language: $0, output: .trial) }
  }
  let results = await make(editions, fonts: fonts, from: report) { _ in }
  var problems = reading.diagnostics + results.flatMap(\.problems)
  problems += findings(of: report, results)
  problems = told(problems, report, isComplete: true)
  problems += results.compactMap(\.fault).flatMap(\.diagnostics)
  do throws(PublishingFailure) {
    if !problems.hasErrors { _ = try webFiles(of: report, results, pdfFolder: nil, isTrial: true) }
  } catch {
    problems += error.diagnostics
  }
  return problems.inOrder()
}
