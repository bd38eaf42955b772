import Fonts
import Foundation
import Typesetting

/// What the suites share: the project's fonts and styles for text.
enum Support {
  static func root(_ file: String = #filePath) -> URL {
    var folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    while folder.path != "/" {
      let package = folder.appendingPathComponent("Package.swift")
      if FileManager.default.fileExists(atPath: package.path) { return folder }
      folder.deleteLastPathComponent()
    }
    return folder
  }

  static func typesetter() throws -> Typesetter {
    Typesetter(fonts: try FontLibrary(folder: root().appendingPathComponent("fonts")))
  }

  static let english = TextStyle(family: "Source Serif Pro", size: 10)
  static let chinese = TextStyle(family: "Source Serif Pro", size: 10, language: "zh-Hans")

  static func set(
    _ text: String, _ style: TextStyle = english, measure: Double,
    alignment: ParagraphStyle.Alignment = .justified,
    balance: ParagraphStyle.Balance = .natural, indent: Double = 0,
    protrusion: ParagraphStyle.Protrusion = .automatic,
    expansion: ParagraphStyle.Expansion = .automatic
  ) throws -> SetParagraph {
    try typesetter().set(
      StyledText([StyledText.Span(text, style)]),
      ParagraphStyle(
        measure: measure, alignment: alignment, balance: balance, firstIndent: indent,
        language: style.language, protrusion: protrusion, expansion: expansion))
  }

  static func width(_ text: String, _ style: TextStyle = english) throws -> Double {
    try typesetter().width(of: StyledText([StyledText.Span(text, style)]))
  }
}

extension SetParagraph {
  /// The text of each line, as it is extracted.
  var lineTexts: [String] {
    lines.map { line in
      runs[line.runs].map { String(decoding: text[$0.text], as: UTF8.self) }.joined()
    }
  }

  /// The advances between the first glyphs of the characters of a line.
  func steps(line: Int = 0) -> [(text: String, step: Double)] {
    var placed: [(text: String, x: Double)] = []
    for run in runs[lines[line].runs] {
      var glyph = run.glyphs.lowerBound
      var byte = run.text.lowerBound
      for cluster in clusters[run.clusters] {
        let bytes = text[byte..<byte + Int(cluster.bytes)]
        placed.append((String(decoding: bytes, as: UTF8.self), glyphs[glyph].x))
        glyph += Int(cluster.glyphs)
        byte += Int(cluster.bytes)
      }
    }
    return zip(placed, placed.dropFirst()).map { ($0.text, $1.x - $0.x) }
  }
}
