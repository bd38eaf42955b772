import DisplayList
import DocumentModel
import Fonts
import Foundation
import Typesetting

@testable import PageLayout

/// Documents about an institution that does not exist, and what tests read off their pages.
enum Fixture {
  static let fontsFolder: URL = {
    var folder = URL(fileURLWithPath: #filePath)
    while folder.path != "/" {
      folder.deleteLastPathComponent()
      let fonts = folder.appendingPathComponent("fonts")
      if FileManager.default.fileExists(atPath: fonts.path) { return fonts }
    }
    return folder
  }()

  static func words(_ language: String) -> Words {
    language == "en"
      ? Words(
        contents: "Contents", table: "Table", figure: "Figure", continued: "(continued)",
        carriedForward: "Carried forward", broughtForward: "Brought forward",
        pageBefore: "page ", pageAfter: "", notes: "Notes", languageName: "English")
      : Words(
        contents: "目录", table: "表", figure: "图", continued: "（续）",
        carriedForward: "过次页", broughtForward: "承前页", pageBefore: "第",
        pageAfter: "页", notes: "注释", languageName: "中文")
  }

  static func document(_ sections: [Section], language: String = "en") -> ReportDocument {
    ReportDocument(
      language: language,
      metadata: Metadata(
        title: "Annual Report", institution: "Example Institute", period: "2031",
        cutOff: "2031-12-31", subject: "An invented report", keywords: [],
        created: "2032-01-31T00:00:00Z"),
      cover: Cover(
        title: language == "en" ? "Annual Report" : "年度报告", subtitle: "",
        institution: "Example Institute", period: "2031"),
      sections: sections, words: words(language))
  }

  static func chapter(
    _ anchor: String, _ blocks: [Block], number: String? = nil, inner: [Section] = []
  ) -> Section {
    Section(
      anchor: anchor, number: number, title: [.text("Chapter \(anchor)")], role: .chapter,
      blocks: blocks, subsections: inner)
  }

  /// A chart of columns A, B and so on.
  static func chart(_ numbers: [Double], form: Chart.Form = .column) -> Chart {
    let values = numbers.map { number in
      Chart.Value(ValueReference(name: "", text: "\(Int(number))"), number: number)
    }
    return Chart(
      form: form, subtitle: "Heads", source: [.text("Source: made up.")],
      categories: numbers.indices.map { String(UnicodeScalar(UInt8(65 + $0))) },
      series: [Chart.Series(name: "", values: values)])
  }

  static func prose(_ words: Int, seed: Int = 1) -> Block {
    let stock = [
      "institute", "partner", "agreement", "students", "of", "the", "year", "a", "training",
    ]
    let text = (0..<words).map { stock[($0 * 7 + seed + $0 / 3) % stock.count] }
    return .paragraph([.text(text.joined(separator: " ") + ".")])
  }

  static func layOut(
    _ document: ReportDocument, theme: Theme = Theme(), options: LayoutOptions = .init()
  ) throws -> LaidOut {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: fontsFolder))
    return try PageLayout.layOut(document, theme: theme, typesetter: typesetter, options: options)
  }
}

extension DisplayList {
  /// The text of the runs of a page that have an owner of this role.
  func text(_ role: Role, page: Int) -> String {
    pages[page].runs.reduce(into: "") { text, run in
      guard case .node(let node) = run.owner, structure[node].role == role else { return }
      for case .text(let item) in run.items {
        text += String(decoding: pages[page].text[item.text], as: UTF8.self)
      }
    }
  }

  /// The text of all runs of a page, decoration too.
  func allText(page: Int) -> String {
    pages[page].runs.reduce(into: "") { text, run in
      for case .text(let item) in run.items {
        text += String(decoding: pages[page].text[item.text], as: UTF8.self)
      }
    }
  }

  /// The distinct baselines of a role's text on a page, in points from the top.
  func baselines(_ role: Role, page: Int) -> [Double] {
    var ys: Set<Double> = []
    for run in pages[page].runs {
      guard case .node(let node) = run.owner, structure[node].role == role else { continue }
      for case .text(let item) in run.items {
        if let first = item.glyphs.first { ys.insert(pages[page].glyphs[first].y) }
      }
    }
    return ys.sorted()
  }
}
