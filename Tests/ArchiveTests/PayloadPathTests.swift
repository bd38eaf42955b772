import Archive
import Foundation
import Testing

@Suite struct PayloadPathTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func write(_ paths: [String]) throws(ArchiveError) {
    let entries = paths.map { FileEntry(path: $0, bytes: [1]) }
    try writeBag(at: scratch.file("a"), payload: entries, info: info)
  }

  static let refused = [
    "", "/etc/passwd", "../x", "a/../../x", "a/..", "./a", "a//b", "a/", "~/x", "a\0b", "a\\b",
    "a:b", "what?", "CON", "con.txt", "x/LPT1.csv", "dot.", "blank ", "a\tb", "a\u{2028}b",
    "..\u{2F}\u{301}x", "\u{2F}\u{301}x", String(repeating: "x", count: 256),
  ]

  @Test(arguments: refused)
  func `a name that is not safe everywhere is refused`(path: String) throws {
    let error = #expect(throws: ArchiveError.self) { try write([path]) }
    guard case .refusedName(let name, _)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name == path)
    #expect(error?.description.contains("\n") == false)
    #expect(try scratch.names() == [])
  }

  static let collisions = [
    ["a", "a"], ["Gate.jpg", "gate.JPG"], ["caf\u{e9}", "cafe\u{301}"], ["straße", "STRASSE"],
    ["a", "a/b"], ["a/b", "a"], ["A/x", "a/y"], ["É", "e\u{301}"], ["a/b/c", "A"],
  ]

  @Test(arguments: collisions)
  func `names that some file systems take for one are refused`(paths: [String]) throws {
    let error = #expect(throws: ArchiveError.self) { try write(paths) }
    guard case .collision? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try scratch.names() == [])
  }

  @Test func `other names of the world are packed`() throws {
    let paths = ["图书馆/年报.csv", "été/a", "été/b", "العربية.txt", ".hidden", "a b", "🏛️", "com", "a~"]
    try write(paths)
    let found = try verifyBag(at: scratch.file("a"))
    #expect(found.problems == [])
    #expect(found.files == paths.count)
  }
}
