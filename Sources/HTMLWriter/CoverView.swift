import DocumentModel

/// The picture of a cover on the web, in one shape for all screens, which crop it round its middle.
enum CoverView {
  /// Its width for a height of one.
  static let shape = 1.5

  static func view(of picture: CoverPicture) -> PictureView {
    PictureView(picture.image, shape: shape)
  }
}

extension PictureFiles {
  /// A cover's picture; nil where it has none.
  /// - Parameter root: The way from the page to the folder of the edition.
  func coverNode(_ cover: Cover, root: String) -> HTMLNode? {
    guard let picture = cover.picture else { return nil }
    let image = node(
      of: CoverView.view(of: picture), picture.alternative, columns: 12, isLazy: false, root: root)
    return .element(.div, [.class("cover-picture")], [image])
  }
}
