import Foundation
import Testing

@testable import Records

@Suite struct RecordReaderTests {
  @Test func `All problems of a run are reported at once, in order, with hints`() throws {
    let reading = try read(
      """
      event:
      - id: a
        title: x
        tilte: y
        heads: 1O
      - id: b
        title: x
        role: hostd
        partner: c
      """)
    #expect(
      reading.problems.map(\.code) == [
        "unknown-field", "bad-number", "unknown-choice", "dangling-reference",
      ])
    #expect(
      reading.problems.map { $0.place?.description } == [
        "records/events.yaml:4:3", "records/events.yaml:5:10", "records/events.yaml:8:9",
        "records/events.yaml:9:12",
      ])
    #expect(reading.problems[0].hint == "did you mean \"title\"?")
    #expect(reading.problems[2].hint == "did you mean \"hosted\"?")
  }

  @Test func `A place by name is answered with its code`() throws {
    let problems = try read("event:\n- id: a\n  title: x\n  places: [Bulgaria]\n").problems
    #expect(problems.first?.hint == "write its ISO 3166 code, BG")
  }

  @Test func `A link that leads out of the report is refused`() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = root.appendingPathComponent("report/records")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: root) } }
    let outside = root.appendingPathComponent("outside.yaml")
    try Data("event: []".utf8).write(to: outside)
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("events.yaml"), withDestinationURL: outside)
    let reading = RecordReader.read(
      folder: folder, root: root.appendingPathComponent("report"), vocabulary: try testVocabulary())
    #expect(reading.problems.map(\.code) == ["outside-root"])
  }

  @Test func `A missing folder and an empty one are told apart`() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = root.appendingPathComponent("records")
    let vocabulary = try testVocabulary()
    let missing = RecordReader.read(folder: folder, root: root, vocabulary: vocabulary)
    #expect(missing.problems.map(\.code) == ["no-records-folder"])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: root) } }
    let empty = RecordReader.read(folder: folder, root: root, vocabulary: vocabulary)
    #expect(empty.problems.map(\.code) == ["no-records"])
  }

  @Test func `A folder with the name of a file is no file`() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = root.appendingPathComponent("records")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("events.yaml"), withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: root) } }
    let reading = RecordReader.read(folder: folder, root: root, vocabulary: try testVocabulary())
    #expect(reading.problems.map(\.code) == ["not-a-file"])
  }
}
