import Foundation
import Records

/// A shipped theme's file, as it lies in the sources.
struct ShippedFile {
  let keys: Set<String>

  init(_ name: String) throws {
    let url = Self.root.appending(path: "Sources/Themes/Styles/\(name).yaml")
    let node = try YAMLReader.parse([UInt8](try Data(contentsOf: url)), file: name)
    keys = Set((node?.entries ?? []).map(\.key))
  }

  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
