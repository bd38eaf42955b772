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
      """)
    #expect(
      reading.problems.map(\.code) == [
        "unknown-field", "bad-number", "unknown-choice",
      ])
    #expect(
      reading.problems.map { $0.place?.description } == [
        "records/events.yaml:4:3", "records/events.yaml:5:10", "records/events.yaml:8:9",
      ])
    #expect(reading.problems[0].hint == "did you mean \"title\"?")
    #expect(reading.problems[2].hint == "did you mean \"hosted\"?")
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
    let reading = RecordReader.records(
      folder: folder, root: root.appendingPathComponent("report"), vocabulary: try testVocabulary())
    #expect(reading.problems.map(\.code) == ["outside-root"])
  }

  @Test func `A missing folder and an empty one are told apart`() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = root.appendingPathComponent("records")
    let vocabulary = try testVocabulary()
    let missing = RecordReader.records(folder: folder, root: root, vocabulary: vocabulary)
    #expect(missing.problems.map(\.code) == ["no-records-folder"])
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: root) } }
    let empty = RecordReader.records(folder: folder, root: root, vocabulary: vocabulary)
    #expect(empty.problems.map(\.code) == ["no-records"])
  }

  @Test func `A folder with the name of a file is no file`() throws {
    let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    let folder = root.appendingPathComponent("records")
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("events.yaml"), withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: root) } }
    let reading = RecordReader.records(folder: folder, root: root, vocabulary: try testVocabulary())
    #expect(reading.problems.map(\.code) == ["not-a-file"])
  }

  @Test func `Files, origins and counts of a reading are told`() throws {
    let files: [(String, [UInt8])] = [
      ("records/events.csv", Array("id,title\na,x\nb,y\n".utf8)),
      ("records/partners-2019.tsv", Array("id\tplace\np\tBG\n".utf8)),
      ("records/more.yaml", Array("event:\n- id: c\n  title: z\n".utf8)),
      ("records/notes.md", Array("#".utf8)), ("records/~$events.xlsx", [0]),
      ("records/old.doc", [0]),
    ]
    try withReport(files) { root in
      let folder = root.appendingPathComponent("records")
      var sink = ArraySink(vocabulary: try testVocabulary())
      let reading = RecordReader.read(
        folder: folder, root: root, vocabulary: sink.vocabulary, into: &sink)
      #expect(reading.count == 4 && sink.records.map(\.id) == ["a", "b", "c", "p"])
      let names = ["records/events.csv", "records/more.yaml", "records/partners-2019.tsv"]
      #expect(reading.files == names && reading.origins.map(\.file) == names)
      #expect(RecordReader.files(folder: folder, root: root) == names)
      #expect(reading.problems.map(\.code) == ["ignored-file"])
      #expect(sink.records.last?.fields["place"]?.place.line == 2)
    }
  }

  @Test func `What the sink refuses ends the reading`() throws {
    struct Full: RecordSink {
      var taken = 0
      mutating func add(_ row: RecordRow, origins: [RecordOrigin]) throws(Diagnostic) {
        taken += 1
        if taken == 2 { throw Diagnostic(.error, code: "disk-full", "the disk is full") }
      }
    }
    try withReport([("records/events.csv", Array("id,title\na,x\nb,y\nc,z\n".utf8))]) { root in
      var sink = Full()
      let reading = RecordReader.read(
        folder: root.appendingPathComponent("records"), root: root,
        vocabulary: try testVocabulary(), into: &sink)
      #expect(reading.count == 1 && sink.taken == 2)
      #expect(reading.problems.map(\.code) == ["disk-full"])
    }
  }
}
