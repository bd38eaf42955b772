import DocumentModel
import Foundation
import Testing
import Themes

@testable import Publishing
@testable import ReportComposition

/// The examples of `docs/gallery/source`, put together as `scripts/gallery.py` does.
enum Gallery {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  static let folder = root.appendingPathComponent("docs/gallery")
  static let groups = ["blocks", "charts", "maps", "themes", "patterns"]

  struct Example: CustomStringConvertible {
    var group: String
    var name: String
    var yaml: String
    /// Whether it is blocks, which a section holds, or keys of the outline.
    var isList: Bool { yaml.hasPrefix("-") }
    var description: String { "\(group)/\(name)" }
  }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
  }

  static func examples(_ group: String) throws -> [Example] {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("source/\(group)").path)
    return try files.filter { $0.hasSuffix(".yaml") }.sorted().map { file in
      let lines = try text("source/\(group)/\(file)").split(
        separator: "\n", omittingEmptySubsequences: false)
      return Example(
        group: group, name: String(file.dropLast(5)),
        yaml: lines.filter { !$0.hasPrefix("#") }.joined(separator: "\n"))
    }
  }

  /// The outlines of a group: one with a section for each example that is blocks, and one for each
  /// that is keys of the outline.
  static func outlines(_ group: String) throws -> [String] {
    let (lists, others) = try examples(group).partitioned(by: \.isList)
    let head = try text("source/head.yaml")
    let sections = lists.map { example in
      let blocks = example.yaml.split(separator: "\n").map { "      \($0)\n" }.joined()
      return "  - anchor: example-\(example.name)\n    title: {en: Example, zh: 示例}\n    blocks:\n"
        + blocks
    }
    let own = try others.map { example in
      let rest = example.yaml.contains("sections:") ? "" : try text("source/sections.yaml")
      return head + example.yaml + rest
    }
    return (sections.isEmpty ? [] : [head + "sections:\n" + sections.joined()]) + own
  }

  /// A report in a temporary folder with all that examples name.
  static func report(in folder: URL) throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for (from, to) in [
      ("reports/sample-university/records", "records"),
      ("reports/sample-university/indicators.yaml", "indicators.yaml"),
      ("reports/sample-university/text", "text"), ("reports/specimen/pictures", "pictures"),
      ("docs/gallery/source/maps", "maps"),
    ] {
      try files.copyItem(
        at: root.appendingPathComponent(from), to: folder.appendingPathComponent(to))
    }
    let own = self.folder.appendingPathComponent("source/text")
    for file in try files.contentsOfDirectory(atPath: own.path) {
      try files.copyItem(
        at: own.appendingPathComponent(file), to: folder.appendingPathComponent("text/\(file)"))
    }
  }
}

@Suite("The gallery of the documentation", .serialized)
struct GalleryTests {
  private func names(_ group: String) throws -> Set<String> {
    Set(try Gallery.examples(group).map(\.name))
  }

  @Test("Every block, chart form, map form and theme has an example")
  func complete() throws {
    let patterns = [ChoiceToken.cover, .opener, .keyFigures].flatMap { token in
      token.words.map { "\(token.rawValue)-\($0)" }
    }
    for (group, known) in [
      ("blocks", OutlineParser.blockKeys), ("charts", Chart.Form.allCases.map(\.rawValue)),
      ("maps", WorldMap.Form.allCases.map(\.rawValue)), ("themes", Design.names),
      ("patterns", patterns),
    ] {
      let missing = Set(known).subtracting(try names(group)).sorted()
      #expect(missing == [], "docs/gallery/source/\(group) has no example")
    }
  }

  @Test("Every example has its picture and its place in the documentation")
  func made() throws {
    for group in Gallery.groups {
      let page = try Gallery.text("\(group).md")
      for example in try Gallery.examples(group) {
        let picture = "pictures/\(group)-\(example.name).png"
        let size =
          try FileManager.default.attributesOfItem(
            atPath: Gallery.folder.appendingPathComponent(picture).path)[.size] as? Int
        #expect((size ?? .max) < 40_000, "\(picture)")
        #expect(page.contains(picture), "\(example): run make gallery")
        let yaml = example.yaml.drop { $0 == "\n" }
        #expect(
          page.contains(yaml.trimmingCharacters(in: .newlines)), "\(example): run make gallery")
      }
    }
  }

  @Test("Every chart and map is shown as the web draws it too, in a small file")
  func drawings() throws {
    var sum = 0
    for group in ["charts", "maps"] {
      let page = try Gallery.text("\(group).md")
      for example in try Gallery.examples(group) {
        let picture = "pictures/\(group)-\(example.name).svg"
        let drawing = try Gallery.text(picture)
        sum += drawing.utf8.count
        #expect(page.contains("on the web](\(picture))"), "\(example): run make gallery")
        #expect(drawing.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""), "\(picture)")
        #expect(drawing.contains("<title>") && drawing.contains("</text>"), "\(picture)")
        #expect(drawing.contains("prefers-color-scheme: dark"), "\(picture)")
        #expect(!drawing.contains("class=\"spot\""), "\(picture)")
        #expect(!drawing.contains("<script"), "\(picture)")
        #expect(drawing.utf8.count < 160_000, "\(picture)")
      }
    }
    #expect(sum < 2_000_000)
  }

  @Test("Every example composes in each language without a word of complaint")
  func composes() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-gallery-\(UUID().uuidString)")
    defer { remove(folder) }
    try Gallery.report(in: folder)
    let outlines = try Gallery.groups.flatMap { group in
      try Gallery.outlines(group).map { (group, $0) }
    }
    try #require(outlines.first).1.write(
      to: folder.appendingPathComponent("report.yaml"), atomically: true, encoding: .utf8)
    // The records are read once; they are the same for all.
    let base = try ReportFolder(at: folder.path)
    let reading = loadReport(in: base)
    #expect(reading.diagnostics == [])
    let report = try #require(reading.report)
    for (group, text) in outlines {
      let (outline, problems) = ReportOutline.parse(text, file: group)
      #expect(problems == [], "\(text)")
      guard let outline else { continue }
      #expect(Design.read(outline.themeNode, form: outline.format.rawValue).problems == [])
      var reader = ReportReader(folder: base, cache: nil)
      let files = reader.files(of: [outline], report.book).0
      for language in outline.languages {
        let made = compose(
          outline: outline, language: language, book: report.book,
          vocabulary: report.vocabulary, files: files)
        #expect(made.problems == [], "\(group), \(language): \(text)")
      }
    }
  }

  private func remove(_ folder: URL) {
    do { try FileManager.default.removeItem(at: folder) } catch { print(error) }
  }
}

extension Array {
  fileprivate func partitioned(by test: (Element) -> Bool) -> (yes: [Element], no: [Element]) {
    (filter(test), filter { !test($0) })
  }
}
