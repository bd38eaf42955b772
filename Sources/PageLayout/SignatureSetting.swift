import DisplayList
import DocumentModel
import Geometry
import Typesetting

/// The statement of responsibility: what is stated, of which data, and room for signatures on paper.
extension LayoutSession {
  /// Room for a hand above the line that is signed, in points.
  private static let handRoom = 46.0

  func items(
    of signature: SignatureBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    // What is signed does not stand in the columns of a section, but where text stands by itself.
    let frame = band == nil ? frame : textFrame
    let node = tree.add(StructureNode(.division), to: parent)
    let statement = tree.add(StructureNode(.paragraph), to: node)
    let paragraph = try set(
      styled(signature.statement, scale.style(.lead), under: statement), style(frame.width))
    var items = lineItems(
      paragraph, owner: statement, x: frame.x, leading: scale.leading(of: .lead),
      keepTogether: true)
    for index in items.indices { items[index].breakAfter = .forbidden }
    let depth = items.reduce(0) { $0 + $1.height }
    items.append(GalleyItem(height: gridRest(depth) + scale.grid, breakAfter: .forbidden))
    let list = figureList(under: node)
    for fact in signature.facts {
      items.append(try row(of: fact, under: list, in: frame))
    }
    if !signature.check.isEmpty {
      let element = tree.add(StructureNode(.paragraph), to: node)
      let box = try textBox(
        signature.check, scale.style(.small), leading: scale.leading(of: .small), owner: element,
        x: frame.x, y: scale.grid * 0.5, style(frame.width))
      let height = box.height + scale.grid * 0.5
      items.append(
        GalleyItem(
          height: height + gridRest(height), fragments: box.fragments, breakAfter: .forbidden))
    }
    return items + (try rows(of: signature, under: node, in: frame))
  }

  /// What it is at the left, its value beside it, a hairline above.
  private func row(
    of fact: FactLine, under list: Int, in frame: Frame
  ) throws(LayoutError) -> GalleyItem {
    let item = tree.add(StructureNode(.listItem), to: list)
    let label = tree.add(StructureNode(.label), to: item)
    let body = tree.add(StructureNode(.listBody), to: item)
    let x = frame.x + frame.width * 0.4
    var quiet = scale.style(.tableCell)
    quiet.colour = theme.quiet
    let name = try textBox(
      fact.label, quiet, leading: scale.grid, owner: label, x: frame.x, y: scale.grid * 0.25,
      style(x - frame.x - theme.gutter))
    let value = try textBox(
      fact.value, scale.style(.tableCell), leading: scale.grid, owner: body, x: x,
      y: scale.grid * 0.25, style(frame.x + frame.width - x))
    let rule = Fragment(
      ruleAt: 0, x: frame.x, width: frame.width, weight: theme.lines.hairline, theme.hairline)
    return GalleyItem(
      height: max(name.height, value.height) + scale.grid * 0.5,
      fragments: [rule] + name.fragments + value.fragments, breakAfter: .forbidden)
  }

  /// Those who sign, two in a row where there is room; a row is on one page.
  private func rows(
    of signature: SignatureBlock, under parent: Int, in frame: Frame
  ) throws(LayoutError) -> [GalleyItem] {
    let list = figureList(under: parent)
    let across = signature.signers.count > 1 && frame.width >= 240 ? 2 : 1
    let gap = theme.gutter * 2
    let most = (frame.width - gap) / 2
    let width = across == 2 ? most : min(frame.width, max(most, 200))
    var items: [GalleyItem] = []
    for start in stride(from: 0, to: signature.signers.count, by: across) {
      var row = GalleyItem(height: 0)
      let end = min(start + across, signature.signers.count)
      for (column, signer) in signature.signers[start..<end].enumerated() {
        let x = frame.x + Double(column) * (width + gap)
        let cell = try cell(of: signer, signature, under: list, x: x, width: width)
        row.fragments += cell.fragments
        row.height = max(row.height, cell.height)
      }
      // Rows are apart; the last one ends the block.
      if end < signature.signers.count { row.height += scale.grid }
      row.height += gridRest(row.height)
      items.append(row)
    }
    return items
  }

  /// White for the hand, the line, who signs, where and when; what is not printed of that is a line
  /// to be filled in.
  private func cell(
    of signer: SignatureBlock.Signer, _ signature: SignatureBlock, under list: Int, x: Double,
    width: Double
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double) {
    let item = tree.add(StructureNode(.listItem), to: list)
    let body = tree.add(StructureNode(.listBody), to: item)
    var y = Self.handRoom + gridRest(Self.handRoom)
    var fragments: [Fragment] = []
    let small = scale.style(.small)
    var name = scale.style(.tableHead)
    name.size = scale.base
    func rule() {
      fragments.append(
        Fragment(ruleAt: y, x: x, width: width, weight: theme.lines.rule, theme.palette.rule))
      y += scale.grid * 0.25
    }
    func add(_ words: [Inline], _ style: TextStyle, _ leading: Double) throws(LayoutError) {
      guard !words.isEmpty else { return }
      let node = tree.add(StructureNode(.paragraph), to: body)
      let box = try textBox(
        words, style, leading: leading, owner: node, x: x, y: y, self.style(width))
      fragments += box.fragments
      y += box.height
    }
    let leading = scale.leading(of: .small)
    rule()
    try add([.text(signature.signatureWord)], small, leading)
    y += scale.grid * 0.25
    try add(signer.name, name, scale.grid)
    try add(signer.role, scale.style(.tableCell), scale.grid)
    if signer.date.isEmpty {
      y += scale.grid * 2
      rule()
      try add([.text(signature.dateWord)], small, leading)
    } else {
      try add(signer.date, small, leading)
    }
    return (fragments, y)
  }
}
