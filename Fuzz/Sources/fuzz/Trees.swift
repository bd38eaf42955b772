import Foundation
import Records

/// YAML as the outline and hand-written records have it.
let yaml: Target = { bytes in
  guard let node = try? YAMLReader.parse(bytes, file: "input.yaml") else { return }
  walk(node)
}

/// JSON, and JSON by lines.
let json: Target = { bytes in
  if let node = try? JSONReader.parse(bytes, file: "input.json") { walk(node) }
  if let node = try? JSONReader.parseLines(bytes, file: "input.jsonl") { walk(node) }
}

/// Touches every node; their depth is the readers' to limit.
private func walk(_ node: YAMLNode) {
  _ = node.text
  for entry in node.entries ?? [] { walk(entry.value) }
  for item in node.items ?? [] { walk(item) }
}

/// A folder of records, from the bytes to typed values: the first byte chooses the type of file.
let records: Target = { bytes in
  guard let first = bytes.first, let shipped else { return }
  let types = ["csv", "tsv", "yaml", "json"]
  let name = "mobilities." + types[Int(first) % types.count]
  Scratch.withFile(Array(bytes.dropFirst()), named: name) { path in
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent()
    let collection = RecordReader.records(
      folder: folder, root: folder, vocabulary: shipped, cutOff: "2019-12-31")
    for problem in collection.problems {
      precondition(!problem.code.isEmpty && !problem.message.isEmpty, "a problem says nothing")
    }
  }
}

/// The shipped vocabulary, read once.
let shipped = try? Vocabulary.shipped(named: "cooperation")
