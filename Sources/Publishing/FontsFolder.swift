public import Foundation

/// Finds the folder of fonts: the one named, `ANNALS_FONTS`, a `fonts` folder beside or above the
/// program, or the system's.
public func findFonts(
  named folder: String?, environment: [String: String], executable: String
) throws(PublishingFailure) -> URL {
  if let folder { return try fontsFolder(folder, from: "--fonts") }
  if let folder = environment["ANNALS_FONTS"], !folder.isEmpty {
    return try fontsFolder(folder, from: "ANNALS_FONTS")
  }
  var above = URL(fileURLWithPath: realPath(executable) ?? executable)
  while above.path != "/", !above.path.isEmpty {
    above.deleteLastPathComponent()
    let candidate = above.appendingPathComponent("fonts", isDirectory: true)
    if holdsFonts(candidate) { return candidate }
  }
  let system = URL(fileURLWithPath: "/usr/share/annals/fonts", isDirectory: true)
  if holdsFonts(system) { return system }
  throw .use(
    "no-fonts", "no folder of fonts was found",
    hint: "name one with --fonts, or set ANNALS_FONTS")
}

private func fontsFolder(_ path: String, from source: String) throws(PublishingFailure) -> URL {
  let url = URL(fileURLWithPath: path, isDirectory: true)
  guard holdsFonts(url) else {
    throw .use(
      "no-fonts", "\(source): \"\(path)\" holds no fonts.tsv",
      hint: "name the folder of fonts that came with Annals, or one made like it")
  }
  return url
}

/// A folder of fonts has a list of them, `fonts.tsv`.
private func holdsFonts(_ folder: URL) -> Bool {
  fileKind(folder.appendingPathComponent("fonts.tsv").path) == .file
}
