import DocumentModel

extension ReportWriter {
  /// Bars from zero, label above, value at the end. Widths are shares of the drawing, which has no
  /// view box, so that text keeps its size on every screen.
  func barChart(_ chart: BarChart, _ illustration: Illustration) -> HTMLNode {
    let longest = chart.bars.map(\.value).max() ?? 0
    let titleID = PageID.title(of: illustration.anchor)
    let textID = PageID.text(of: illustration.anchor)
    var y = 0
    var marks: [HTMLNode] = []
    for bar in chart.bars {
      let lines = Self.labelLines(of: bar.label)
      marks += labels(lines, from: y)
      y += lines.count * Self.lineHeight
      marks += self.marks(of: bar, longest: longest, at: y + 4)
      y += Self.barHeight + Self.gap
    }
    let height = max(y - Self.gap + 4, 1)
    let axis = HTMLNode.element(
      .line, [.class("axis"), .set(.x1, "0.5"), .set(.x2, "0.5"), .set(.y1, 0), .set(.y2, height)],
      [])
    let caption = illustration.caption.plainText
    return .element(
      .svg,
      [
        .class("bars"), .set(.width, "100%"), .set(.height, height), .set(.role, "img"),
        .set(.ariaLabelledBy, titleID + " " + textID), .set(.focusable, "false"),
      ],
      [
        .element(.title, [.id(titleID)], [.text(caption.isEmpty ? chart.subtitle : caption)]),
        .element(.desc, [.id(textID)], [.text(illustration.alternative)]), axis,
      ] + marks)
  }

  private func labels(_ lines: [String], from y: Int) -> [HTMLNode] {
    lines.enumerated().map { index, line in
      .element(
        .text,
        [
          .class("bar-label"), .set(.x, 8),
          .set(.y, y + index * Self.lineHeight + Self.lineHeight - 5),
        ],
        [.text(line)])
    }
  }

  private func marks(of bar: BarChart.Bar, longest: Double, at y: Int) -> [HTMLNode] {
    // The longest bar leaves room for its value.
    let share = longest > 0 ? bar.value / longest * 78 : 0
    let width = SVGNumber.text(share) + "%"
    return [
      .element(
        .rect,
        [
          .class("bar"), .set(.x, 0), .set(.y, y), .set(.width, width),
          .set(.height, Self.barHeight),
        ], []),
      .element(
        .text,
        [.class("bar-value"), .set(.x, width), .set(.dx, 8), .set(.y, y + Self.barHeight - 2)],
        [.text(bar.text)]),
    ]
  }

  /// The same figures for those who do not see the chart, and for copying.
  func table(of chart: BarChart) -> HTMLNode {
    let head = HTMLNode.element(
      .tr, [],
      [
        .element(.th, [.set(.scope, "col")], [.text(words.item)]),
        .element(.th, [.class("number-cell"), .set(.scope, "col")], [.text(words.value)]),
      ])
    let rows = chart.bars.map { bar in
      HTMLNode.element(
        .tr, [],
        [
          .element(.th, [.set(.scope, "row")], [.text(bar.label)]),
          .element(.td, [.class("number-cell")], [.text(bar.text)]),
        ])
    }
    return .element(
      .details, [.class("chart-data")],
      [
        .element(.summary, [], [.text(words.data)]),
        .element(
          .table, [], [.element(.thead, [], [head]), .element(.tbody, [], rows)]),
      ])
  }

  private static let lineHeight = 20
  private static let barHeight = 14
  private static let gap = 16
  /// What a phone of 320 pixels shows of a label, in half widths of a Han character, when its
  /// reader spaces letters by 0.12 em (WCAG 2.2, 1.4.12).
  private static let lineBudget = 30

  /// A label in lines that a phone can show: broken at spaces, or anywhere in Chinese.
  static func labelLines(of label: String) -> [String] {
    var lines = [""]
    var width = 0
    for word in pieces(of: label) {
      let wordWidth = word.unicodeScalars.reduce(0) { $0 + ($1.value < 0x2E80 ? 1 : 2) }
      if width > 0, width + wordWidth > lineBudget {
        lines.append("")
        width = 0
      }
      lines[lines.count - 1] += width == 0 && word == " " ? "" : word
      width += wordWidth
    }
    return lines
  }

  private static func pieces(of label: String) -> [String] {
    var pieces: [String] = []
    var word = ""
    for character in label {
      let isWide = character.unicodeScalars.contains { $0.value >= 0x2E80 }
      if !isWide && !character.isWhitespace {
        word.append(character)
        continue
      }
      if !word.isEmpty { pieces.append(word) }
      word = ""
      pieces.append(isWide ? String(character) : " ")
    }
    return word.isEmpty ? pieces : pieces + [word]
  }
}
