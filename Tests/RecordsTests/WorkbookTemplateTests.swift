import Foundation
import Testing

@testable import Records

@Suite struct WorkbookTemplateTests {
  private func template(
    _ vocabulary: Vocabulary, kinds: [String]? = nil
  ) throws -> [UInt8] {
    try withFile([], named: "t.xlsx") { path throws in
      try WorkbookTemplate.write(
        vocabulary: vocabulary, languages: ["en", "zh"], kinds: kinds, to: path)
      let folder = (path as NSString).deletingLastPathComponent
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["t.xlsx"])
      return [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    }
  }

  @Test func `The shipped vocabulary becomes a workbook that reads back`() throws {
    let vocabulary = try Vocabulary.shipped(named: "cooperation")
    let bytes = try template(vocabulary)
    let names = try withFile(bytes, named: "t.xlsx") {
      try XLSXSource.sheetNames(path: $0, name: "t.xlsx")
    }
    #expect(names.first == "read me")
    #expect(names.contains("places"))
    for kind in vocabulary.kinds {
      #expect(names.contains(WorkbookTemplate.sheetName(of: kind)))
      let reading = try sheet(bytes, WorkbookTemplate.sheetName(of: kind))
      let heads = kind.fields.flatMap { field in
        field.base == .localized ? ["\(field.name).en", "\(field.name).zh"] : [field.name]
      }
      #expect(reading.rows == [["id"] + heads])
      #expect(reading.problems.isEmpty)
    }
    let places = try sheet(bytes, "places")
    #expect(places.rows.count == vocabulary.places.count + 1)
    #expect(places.rows.contains(["BG", "Bulgaria", "保加利亚"]))
  }

  @Test func `The same vocabulary gives the same bytes, whatever the clock and the zone`() throws {
    let vocabulary = try testVocabulary()
    let first = try template(vocabulary)
    Thread.sleep(forTimeInterval: 2.1)
    #expect(try template(vocabulary) == first)
  }

  @Test func `Only the kinds that are asked for are written`() throws {
    let bytes = try template(try testVocabulary(), kinds: ["events"])
    let names = try withFile(bytes, named: "t.xlsx") {
      try XLSXSource.sheetNames(path: $0, name: "t.xlsx")
    }
    #expect(names == ["read me", "events", "places"])
    #expect { try template(try testVocabulary(), kinds: ["evnt"]) } throws: { error in
      (error as? Diagnostic)?.code == "template-kind"
        && (error as? Diagnostic)?.hint == "did you mean \"event\"?"
    }
  }

  @Test func `Lists, notes and texts that look like formulas are in the workbook`() throws {
    var vocabulary = try testVocabulary()
    vocabulary.places["=X"] = Vocabulary.PlaceEntry(
      code: "=X", names: ["en": "=1+1"], latitude: 0, longitude: 0)
    let long = (0..<60).map { Vocabulary.Choice(word: "word_\($0)", names: [:]) }
    vocabulary.kinds[0].fields.append(
      Vocabulary.FieldType(name: "topic", base: .choice, choices: long))
    let bytes = try template(vocabulary)
    #expect(try sheet(bytes, "places").rows.contains(["=X", "=1+1", ""]))
    #expect(try sheet(bytes, "words").rows.count == 61)
    let events = try unpacked("xl/worksheets/sheet2.xml", of: bytes)
    #expect(events.contains("\"hosted,attended\""))
    #expect(events.contains("<formula1>'words'!$A$2:$A$61</formula1>"))
    #expect(events.contains("<formula1>'partners'!$A$2:$A$5000</formula1>"))
    #expect(events.contains("state=\"frozen\""))
    #expect(try unpacked("xl/comments1.xml", of: bytes).contains("a number: 105, 50+, ~50"))
    #expect(try unpacked("docProps/core.xml", of: bytes).contains("2000-01-01T00:00:00Z"))
  }

  private func unpacked(_ part: String, of bytes: [UInt8]) throws -> String {
    try withFile(bytes, named: "t.xlsx") { path throws in
      let stream = try XLSXPackage(path: path, name: "t.xlsx").open(part)
      let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
      defer { buffer.deallocate() }
      var text: [UInt8] = []
      while case let count = try stream.read(into: buffer), count > 0 { text += buffer[..<count] }
      return String(decoding: text, as: UTF8.self)
    }
  }

  @Test func `A folder that is not there is told`() throws {
    let vocabulary = try testVocabulary()
    #expect {
      try WorkbookTemplate.write(
        vocabulary: vocabulary, languages: ["en"], to: "/nowhere/at/all/t.xlsx")
    } throws: { ($0 as? Diagnostic)?.code == "template-write" }
  }
}
