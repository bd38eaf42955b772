import DisplayList

/// One range of page labels (ISO 32000-1, 12.4.2).
struct PageLabelRange: Equatable {
  /// How the pages of a range are numbered.
  enum Style: Equatable {
    case decimal(from: Int)
    case roman(from: Int)
    case fixed(String)
  }
  var firstPage: Int
  var style: Style

  /// The fewest ranges that give the labels.
  static func ranges(of labels: [String]) -> [PageLabelRange] {
    if labels.allSatisfy(\.isEmpty) { return [] }
    var ranges: [PageLabelRange] = []
    for (page, label) in labels.enumerated() {
      if let last = ranges.last, last.label(of: page) == label { continue }
      ranges.append(PageLabelRange(firstPage: page, style: style(of: label)))
    }
    return ranges
  }

  /// The label that the range gives to a page.
  func label(of page: Int) -> String {
    switch style {
    case .decimal(let start): String(start + page - firstPage)
    case .roman(let start): roman(start + page - firstPage)
    case .fixed(let text): text
    }
  }

  private static func style(of label: String) -> Style {
    if let number = Int(label), number > 0, String(number) == label {
      return .decimal(from: number)
    }
    if let number = (1...399).first(where: { roman($0) == label }) { return .roman(from: number) }
    return .fixed(label)
  }
}

/// A small Roman number.
private func roman(_ number: Int) -> String {
  let steps = [
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"),
    (1, "i"),
  ]
  var rest = number
  var text = ""
  for (value, letters) in steps {
    while rest >= value {
      text += letters
      rest -= value
    }
  }
  return text
}

extension PDFDocument {
  /// Hangs the page labels into the catalog.
  func writePageLabels(_ pages: [Page]) {
    let ranges = PageLabelRange.ranges(of: pages.map(\.label))
    if ranges.isEmpty { return }
    let tree = add { source in
      source.write("<</Nums[")
      for range in ranges {
        source.number(range.firstPage)
        range.style.write(to: &source)
      }
      source.write("]>>")
    }
    changeCatalog { $0.set("PageLabels") { $0.reference(tree) } }
  }
}

extension PageLabelRange.Style {
  fileprivate func write(to source: inout PDFSource) {
    switch self {
    case .decimal(let start):
      source.write("<</S/D/St")
      source.number(start)
    case .roman(let start):
      source.write("<</S/r/St")
      source.number(start)
    case .fixed(let prefix):
      source.write("<</P")
      source.text(prefix)
    }
    source.write(">>")
  }
}
