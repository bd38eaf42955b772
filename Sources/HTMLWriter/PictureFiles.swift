import DocumentModel

/// The file of each picture in the edition: one file for one source, named after it.
struct PictureFiles {
  private var paths: [String: String] = [:]
  private(set) var files: [WebFile] = []

  /// Names the pictures in order; the first of two equal names keeps it.
  init(_ images: [ImageSource]) {
    var taken: Set<String> = []
    for image in images where paths[image.path] == nil {
      let stem = Self.stem(of: image.path)
      var name = stem
      var count = 2
      while !taken.insert(name).inserted {
        name = stem + "-" + String(count)
        count += 1
      }
      let path = "assets/img/" + name + (image.format == .jpeg ? ".jpg" : ".png")
      paths[image.path] = path
      files.append(WebFile(path: path, content: .copy(of: image.path)))
    }
  }

  /// The path in the edition of a picture that was named.
  func path(of image: ImageSource) -> String { paths[image.path, default: ""] }

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
