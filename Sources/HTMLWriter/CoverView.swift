import DocumentModel

/// The picture of a cover on the web, in one shape for all screens, which crop it round its middle.
enum CoverView {
  /// Its width for a height of one.
  static let shape = 1.5

  static func view(of picture: CoverPicture) -> PictureView {
    PictureView(picture.image, shape: shape)
  }
}

extension ReportWriter {
  /// The cover's picture; nil where it has none.
  mutating func coverPicture() -> HTMLNode? {
    guard let cover = document.cover.picture else { return nil }
    return .element(
      .div, [.class("cover-picture")],
      [picture(CoverView.view(of: cover), cover.alternative, isLazy: false)])
  }
}
