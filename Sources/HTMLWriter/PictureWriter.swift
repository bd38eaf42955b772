import DocumentModel

extension PictureFiles {
  /// A picture, which a browser takes in the width that fits its window.
  /// - Parameter columns: How many of twelve columns it takes where there is room.
  /// - Parameter isLazy: Whether it is fetched only when it comes near the window.
  /// - Parameter root: The way from the page to the folder of the edition.
  func node(
    of view: PictureView, _ alternative: String, columns: Int, isLazy: Bool, root: String
  ) -> HTMLNode {
    let files = files(of: view)
    guard let widest = files.last else { return .text("") }
    var attributes: [HTMLAttribute] = [
      .src(.file(root + widest.path)), .set(.width, widest.picture.width),
      .set(.height, widest.picture.height), .set(.alt, alternative),
    ]
    if files.count > 1 {
      // The content is at most sixty rem wide; on a phone a picture takes the whole width.
      let width = columns * 5
      attributes += [
        .srcset(files.map { (.file(root + $0.path), $0.picture.width) }),
        .set(.sizes, "(min-width: 40rem) \(width)rem, 100vw"),
      ]
    }
    // What is seen first is not shown later than its words.
    if isLazy { attributes += [.set(.loading, "lazy"), .set(.decoding, "async")] }
    return .element(.img, attributes, [])
  }
}

extension ReportWriter {
  /// A picture of the page of a language.
  /// - Parameter columns: How many of twelve columns it takes where there is room.
  /// - Parameter isLazy: Whether it is fetched only when it comes near the window.
  func picture(
    _ view: PictureView, _ alternative: String, columns: Int = 12, isLazy: Bool = true
  ) -> HTMLNode {
    pictures.node(of: view, alternative, columns: columns, isLazy: isLazy, root: "../")
  }

  /// Pictures in rows, as on the page; on a phone one beneath the other.
  mutating func node(of gallery: GalleryBlock) -> HTMLNode {
    var rows: [HTMLNode] = []
    for row in gallery.rows {
      var cells: [HTMLNode] = []
      for (index, picture) in gallery.pictures[row.first..<row.end].enumerated() {
        let (span, shape) = (row.spans[index], row.shapes[index])
        let image = self.picture(
          PictureView(picture.image, shape: shape, columns: span), picture.alternative,
          columns: span)
        let words = captionNode(inlines(picture.caption), credit: picture.credit)
        cells.append(.element(.figure, [.class("span-\(span)")], [image] + words))
      }
      rows.append(.element(.div, [.class("gallery-row")], cells))
    }
    let caption = captionContent(
      word: document.words.figure, number: gallery.number, text: gallery.caption)
    if !caption.isEmpty {
      rows.append(.element(.p, [.class("gallery-caption")], caption))
    }
    return .element(.div, [.id(gallery.anchor), .class("gallery wide")], rows)
  }
}
