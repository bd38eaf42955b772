import Foundation
import Ledger
import Records
import ReportComposition
import Testing

@testable import Checking

@Suite struct RealReportTests {
  static let folder = root.appendingPathComponent("reports/szpt-2019")

  static func outline(_ file: String) throws -> ReportOutline {
    let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
    return try #require(ReportOutline.parse(text, file: file).outline)
  }

  static func input() throws -> CheckInput {
    let (outline, brochure) = (try outline("report.yaml"), try outline("brochure.yaml"))
    let vocabulary = try Vocabulary.shipped(named: outline.vocabulary)
    let reading = RecordReader.records(
      folder: folder.appendingPathComponent(outline.recordsFolder), root: folder,
      vocabulary: vocabulary, cutOff: outline.cutOff)
    let book = try LedgerBuilder(vocabulary: vocabulary).build(
      records: reading.records,
      indicators: try Indicator.shipped(named: outline.vocabulary, vocabulary: vocabulary),
      period: outline.period, cutOff: outline.cutOff)
    var texts: [String: String] = [:]
    for path in outline.textPaths + brochure.textPaths {
      texts[path] = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
    }
    var input = CheckInput(
      outline: outline, vocabulary: vocabulary, book: book, texts: texts, compositions: [:])
    input.brochure = brochure
    for language in outline.languages {
      let files = ReportFiles(texts: texts)
      input.compositions[language] = compose(
        outline: outline, language: language, book: book, vocabulary: vocabulary, files: files)
      input.brochureCompositions[language] = compose(
        outline: brochure, language: language, book: book, vocabulary: vocabulary, files: files)
    }
    return input
  }

  @Test func `The report has no problem but that its claims rest on its own page`() throws {
    let found = checks(try Self.input()).filter { $0.code != "claim-weak-evidence" }
    #expect(
      found.map { "\($0.place?.description ?? "-") \($0.code) \($0.message)" } == [])
  }

  @Test func `Changing one number in one language is found`() throws {
    var input = try Self.input()
    let path = "text/centres.zh.md"
    input.texts[path] = input.texts[path]?.replacing("迄今为止，", with: "学校共有9个海外职业教育培训中心。")
    let codes = Set(checks(input).map(\.code))
    #expect(codes.isSuperset(of: ["digits-differ", "number-contradicts"]))
  }
}
