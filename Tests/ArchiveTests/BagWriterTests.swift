import Archive
import Foundation
import Testing

@Suite struct BagWriterTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  @Test func `a package has the files of RFC 8493 and nothing else`() throws {
    try writeBag(at: scratch.file("a"), payload: payload, info: info)
    #expect(
      try scratch.names().filter { $0.hasPrefix("a/") } == [
        "a/bag-info.txt", "a/bagit.txt", "a/data", "a/data/empty", "a/data/records",
        "a/data/records/event.csv", "a/data/web", "a/data/web/图书馆 é.html",
        "a/manifest-sha512.txt", "a/tagmanifest-sha512.txt",
      ])
    let names = try scratch.names()
    #expect(!names.contains { $0.hasSuffix(".part") })
    #expect(
      try scratch.text("a/bagit.txt")
        == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n")
    let expected = """
      Source-Organization: A college of ours
      External-Identifier: sample-2019
      Bagging-Date: 2020-01-31
      Bag-Software-Agent: annals 0.1
      Payload-Oxum: 37.3
      Contact-Name: A. Person

      """
    #expect(try scratch.text("a/bag-info.txt") == expected)
  }

  @Test func `the manifest is sorted and has the digests of FIPS 180-4`() throws {
    let abc = [FileEntry(path: "b", bytes: Array("abc".utf8)), FileEntry(path: "a", bytes: [])]
    try writeBag(at: scratch.file("a"), payload: abc, info: info)
    let lines = try scratch.text("a/manifest-sha512.txt").split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].hasPrefix("cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"))
    #expect(lines[0].hasSuffix("da3e  data/a"))
    #expect(lines[1].hasPrefix("ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"))
    #expect(lines[1].hasSuffix("a54ca49f  data/b"))
  }

  @Test func `the order of the payload does not matter and the bytes are the same`() throws {
    try writeBag(at: scratch.file("a"), payload: payload, info: info)
    try writeBag(at: scratch.file("b"), payload: payload.reversed(), info: info)
    for name in try scratch.names() where name.hasPrefix("a/") && !name.hasPrefix("a/data") {
      #expect(try scratch.read(name) == scratch.read("b" + name.dropFirst()), "\(name)")
    }
  }

  @Test func `files are packed as they are, however large`() throws {
    let bytes = (0..<700_001).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 / 7) }
    try Data(bytes).write(to: scratch.file("large"))
    let large = FileEntry(path: "large", content: .file(scratch.file("large")))
    try writeBag(at: scratch.file("a"), payload: [large], info: info)
    #expect(try scratch.read("a/data/large") == bytes)
    let found = try verifyBag(at: scratch.file("a"))
    #expect(found.problems == [])
    #expect(found.bytes == 700_001)
    #expect(found.files == 1)
  }

  @Test func `a package is never overwritten`() throws {
    try writeBag(at: scratch.file("a"), payload: payload, info: info)
    let before = try scratch.read("a/tagmanifest-sha512.txt")
    #expect(throws: ArchiveError.alreadyExists(path: scratch.file("a").path)) {
      try writeBag(at: scratch.file("a"), payload: [], info: info)
    }
    #expect(try scratch.read("a/tagmanifest-sha512.txt") == before)
  }

  @Test func `what fails leaves nothing behind`() throws {
    let gone = FileEntry(path: "gone", content: .file(scratch.file("nothing")))
    let expected = ArchiveError.system(.open, path: scratch.file("nothing").path, errno: ENOENT)
    #expect(throws: expected) {
      try writeBag(at: scratch.file("a"), payload: payload + [gone], info: info)
    }
    #expect(try scratch.names() == [])
  }

  @Test func `a payload file that is a device or a folder is refused`() throws {
    for path in ["/dev/null", "/proc"] {
      let entry = FileEntry(path: "x", content: .file(URL(fileURLWithPath: path)))
      #expect(throws: ArchiveError.self) {
        try writeBag(at: scratch.file("a"), payload: [entry], info: info)
      }
    }
    #expect(try scratch.names() == [])
  }

  @Test func `line breaks and percent signs are encoded in manifests`() throws {
    let names = ["a\nb", "c\rd", "100%25"]
    let entries = names.map { FileEntry(path: $0, bytes: [1]) }
    try writeBag(at: scratch.file("a"), payload: entries, info: info)
    let manifest = try scratch.text("a/manifest-sha512.txt")
    #expect(manifest.contains("data/a%0Ab\n"))
    #expect(manifest.contains("data/c%0Dd\n"))
    #expect(manifest.contains("data/100%2525\n"))
    #expect(try verifyBag(at: scratch.file("a")).problems == [])
  }

  @Test(arguments: ["2020-02-30", "2019-02-29", "20-1-1", "", "2020-13-01", "2020-01-1é"])
  func `a day that does not exist is refused`(day: String) {
    var wrong = info
    wrong.baggingDate = day
    #expect(throws: ArchiveError.self) {
      try writeBag(at: scratch.file("a"), payload: payload, info: wrong)
    }
  }

  @Test(arguments: ["", "Payload-Oxum", "bagging-date", "A: b", "Nam\u{e9}", "two words"])
  func `a label that could forge another is refused`(label: String) {
    var wrong = info
    wrong.fields = [.init(label, "x")]
    #expect(throws: ArchiveError.self) {
      try writeBag(at: scratch.file("a"), payload: payload, info: wrong)
    }
  }
}
