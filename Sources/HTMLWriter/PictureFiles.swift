import DocumentModel

/// The files of each picture in the edition, named after its source: one for a width, each the part
/// of the source that the page shows.
struct PictureFiles {
  /// A file with its width in pixels.
  struct File {
    var path: String
    var picture: WebPicture
  }
  private var views: [Key: [File]] = [:]
  private(set) var files: [WebFile] = []

  private struct Key: Hashable {
    var path: String
    var crop: PictureCrop
    var widths: [Int]
    init(_ view: PictureView) {
      (path, crop, widths) = (view.image.path, view.crop, view.widths)
    }
  }

  /// Names the pictures in order; the first of two equal names keeps it.
  init(_ pictures: [PictureView]) {
    var taken: Set<String> = []
    for view in pictures where views[Key(view)] == nil {
      let stem = Self.stem(of: view.image.path)
      var name = stem
      var count = 2
      while !taken.insert(name).inserted {
        name = stem + "-" + String(count)
        count += 1
      }
      let kind = view.image.format == .jpeg ? ".jpg" : ".png"
      let sizes = view.pictures
      let files = sizes.enumerated().map { index, picture in
        let size = index == sizes.count - 1 ? "" : "." + String(picture.width)
        return File(path: "assets/img/" + name + size + kind, picture: picture)
      }
      views[Key(view)] = files
      self.files += files.map { WebFile(path: $0.path, content: .picture($0.picture)) }
    }
  }

  /// The files of a picture that was named, from the narrowest.
  func files(of view: PictureView) -> [File] { views[Key(view), default: []] }

  /// The file's name without folder and extension, in characters that need no escape anywhere.
  private static func stem(of path: String) -> String {
    let name = path.split(separator: "/").last ?? ""
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name
    let clean = String(
      stem.lowercased().unicodeScalars.map { scalar -> Character in
        let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || isDigit(scalar))
        return isPlain ? Character(scalar) : "-"
      })
    return clean.allSatisfy { $0 == "-" } ? "picture" : clean
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    ("0"..."9").contains(Character(scalar))
  }
}
