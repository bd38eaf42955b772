import Foundation

@testable import Records

/// A vocabulary small enough to read here, with every type of field.
func testVocabulary() throws -> Vocabulary {
  var vocabulary = try Vocabulary.parse(
    Array(
      """
      vocabulary: test
      common:
        name: {type: localized}
        secret: {type: text, private: true}
      kinds:
        event:
          plural: events
          fields:
            role: {type: choice, choices: [hosted, attended]}
            date: {type: date, past: true}
            until: {type: date, not_before: date}
            heads: {type: quantity}
            open: {type: flag}
            places: {type: reference, to: [place], list: true}
            partner: {type: reference, to: [partner]}
            title: {type: text, required: true}
        partner:
          plural: partners
          public_if: ground
          fields:
            place: {type: reference, to: [place]}
            ground: {type: text}
      """.utf8), file: "test.yaml")
  vocabulary.places["BG"] = Vocabulary.PlaceEntry(
    code: "BG", names: ["en": "Bulgaria"], latitude: 42.7, longitude: 25.5)
  return vocabulary
}

/// Reads one file's text as `RecordReader` would, with references checked.
func read(_ text: String, file: String = "events.yaml") throws -> RecordReading {
  try read(Array(text.utf8), file: file)
}

func read(_ bytes: [UInt8], file: String) throws -> RecordReading {
  let root = FileManager.default.temporaryDirectory
    .appendingPathComponent("annals-records-\(UUID().uuidString)")
  let folder = root.appendingPathComponent("records")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { _ = Result { try FileManager.default.removeItem(at: root) } }
  try Data(bytes).write(to: folder.appendingPathComponent(file))
  return RecordReader.read(
    folder: folder, root: root, vocabulary: try testVocabulary(), cutOff: "2019-12-31")
}
