import DisplayList
import DocumentModel
import Geometry
import QRCodes
import Typesetting

/// The way from paper to the web edition: a code, and the address in words.
extension LayoutSession {
  /// How wide a code is at least with its quiet zone left out, in points: 20 mm, which a phone reads
  /// at arm's length.
  private static let leastSide = Length.mm(20).points

  /// The code on a light ground with its quiet zone, the invitation and the address under it, all at
  /// an x; one link leads from all of it to the web edition. Nil where the address makes no code.
  ///
  /// - Parameter onField: Whether it stands on the field, whose colours its words then take.
  func webCode(
    _ web: WebEditionLink, under parent: Int, x: Double, width: Double, onField: Bool
  ) throws(LayoutError) -> (fragments: [Fragment], height: Double)? {
    guard let code = QRCode(web.address) else { return nil }
    let node = tree.add(StructureNode(.division), to: parent)
    let figure = tree.add(StructureNode(.figure, alternative: web.alternative), to: node)
    let invitation = tree.add(StructureNode(.paragraph), to: node)
    let paragraph = tree.add(StructureNode(.paragraph), to: node)
    let link = tree.addInline(StructureNode(.link), to: paragraph)
    let tag = newTag(
      Tag(node: link, target: .address(web.address), description: web.alternative))
    // Modules are whole quarters of a point, so that all are equally wide on every device.
    let module = (Self.leastSide / Double(code.side) * 4).rounded(.up) / 4
    let quiet = module * Double(QRCode.quietZone)
    let side = module * Double(code.side)
    let ground = Rectangle(x: x, y: 0, width: side + 2 * quiet, height: side + 2 * quiet)
    var fragments = [Fragment(rectangle: ground, theme.palette.paper)]
    fragments.append(
      Fragment(
        owner: .node(figure), x: x + quiet, y: quiet,
        content: .fill(code.path(module: module), theme.ink)))
    fragments.append(
      Fragment(
        owner: .node(link), x: x, y: 0,
        content: .link(tag, Size(width: ground.width, height: ground.height))))
    // On paper the quiet zone is white already; the modules keep the edge of the words.
    if !onField { fragments = fragments.map { $0.moved(x: -quiet) } }
    var y = ground.height + (onField ? scale.grid * 0.5 : 0)
    let words = try textBox(
      [.text(web.invitation)], coloured(.tableHead, onField ? theme.palette.onField : theme.ink),
      leading: scale.grid, owner: invitation, x: x, y: y, style(width))
    y += words.height
    var address = coloured(.small, onField ? theme.palette.lineOnField : theme.quiet)
    address.tag = tag
    let printed = try textBox(
      StyledText([.init(web.address, address)]), leading: scale.leading(of: .small),
      owner: paragraph, x: x, y: y, style(width))
    return (fragments + words.fragments + printed.fragments, y + printed.height)
  }

  /// Whether the last page leads to the web edition.
  var hasWebCode: Bool { document.web != nil && companion == nil }

  private func coloured(_ role: TextRole, _ colour: Colour) -> TextStyle {
    var style = scale.style(role)
    style.colour = colour
    return style
  }

  /// The code as an item of a page that has text of its own.
  func webCodeItem(under parent: Int, in frame: Frame) throws(LayoutError) -> GalleyItem? {
    guard let web = document.web,
      let code = try webCode(web, under: parent, x: frame.x, width: frame.width, onField: false)
    else { return nil }
    return GalleyItem(
      height: code.height + gridRest(code.height), fragments: code.fragments)
  }

  /// The last page on paper: the code at its head, the report's names at its foot.
  func plainBackCover() throws(LayoutError) -> [Fragment] {
    let node = tree.add(StructureNode(.section), to: StructureTree.root)
    let (x, width) = (theme.outer, theme.width)
    var fragments: [Fragment] = []
    if let web = document.web,
      let code = try webCode(web, under: node, x: x, width: width, onField: false)
    {
      fragments += code.fragments.map { $0.moved(y: theme.top) }
    }
    return fragments + (try backCoverNames(under: node, x, width, onField: false))
  }
}

extension QRCode {
  /// The dark modules as one path, a rectangle for each stretch of a row.
  func path(module: Double) -> Path {
    var segments: [Path.Segment] = []
    for row in 0..<side {
      for stretch in stretches(ofRow: row) {
        segments +=
          Path.rectangle(
            Rectangle(
              x: Double(stretch.lowerBound) * module, y: Double(row) * module,
              width: Double(stretch.count) * module, height: module)
          ).segments
      }
    }
    return Path(segments)
  }
}
