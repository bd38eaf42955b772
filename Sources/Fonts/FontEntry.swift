import Foundation

/// One line of `fonts.tsv`.
struct FontEntry {
  let file: FontFile
  let family: String
  let weight: Int
  let slant: FontSlant

  static func list(in folder: URL) throws(FontError) -> [FontEntry] {
    let path = folder.appendingPathComponent("fonts.tsv").path
    let text: String
    do { text = try String(contentsOfFile: path, encoding: .utf8) } catch {
      throw .unreadableList(path: path)
    }
    var entries: [FontEntry] = []
    for (number, line) in text.split(separator: "\n").enumerated() where !line.hasPrefix("#") {
      let fields = line.split(separator: "\t").map(String.init)
      guard fields.count == 6, let face = Int(fields[1]), let weight = Int(fields[4]),
        let slant = FontSlant(rawValue: fields[5])
      else { throw .malformedList(path: path, line: number + 1) }
      let file = FontFile(
        path: folder.appendingPathComponent(fields[0]).path, face: face, name: fields[2])
      entries.append(FontEntry(file: file, family: fields[3], weight: weight, slant: slant))
    }
    return entries
  }
}
