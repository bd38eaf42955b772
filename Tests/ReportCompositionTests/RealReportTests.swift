import DocumentModel
import Foundation
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct RealReportTests {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("reports/szpt-2019")

  static func made(_ file: String, _ language: String) throws -> Composition {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    let parsed = ReportOutline.parse(text, file: file)
    #expect(parsed.problems == [])
    let outline = try #require(parsed.outline)
    let vocabulary = try Vocabulary.shipped(named: outline.vocabulary)
    let reading = RecordReader.records(
      folder: folder.appendingPathComponent(outline.recordsFolder), root: folder,
      vocabulary: vocabulary, cutOff: outline.cutOff)
    let book = try LedgerBuilder(vocabulary: vocabulary).build(
      records: reading.records,
      indicators: try Indicator.shipped(named: outline.vocabulary, vocabulary: vocabulary),
      period: outline.period, cutOff: outline.cutOff)
    var files = ReportFiles()
    for path in outline.textPaths {
      files.texts[path] = try String(
        contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    return compose(
      outline: outline, language: language, book: book, vocabulary: vocabulary, files: files)
  }

  @Test(arguments: ["report.yaml", "brochure.yaml"], ["en", "zh"])
  func itComposesWithoutAProblem(_ file: String, _ language: String) throws {
    #expect(try Self.made(file, language).problems == [])
  }

  @Test func bothLanguagesHaveTheSameAnchors() throws {
    let english = try Self.made("report.yaml", "en").document
    let chinese = try Self.made("report.yaml", "zh").document
    #expect(Self.anchors(english.sections) == Self.anchors(chinese.sections))
  }

  @Test func everyFigureOfTheBrochureIsTheReportsFigure() throws {
    let report = try Self.made("report.yaml", "en").values
    let numbers = Dictionary(
      report.compactMap { value in value.machine.map { (value.name, $0) } },
      uniquingKeysWith: { first, _ in first })
    for value in try Self.made("brochure.yaml", "en").values {
      guard let machine = value.machine, let known = numbers[value.name] else { continue }
      #expect(machine == known, "\(value.name)")
    }
  }

  static func anchors(_ sections: [Section]) -> [String] {
    sections.flatMap { [$0.anchor] + anchors($0.subsections) }
  }
}
