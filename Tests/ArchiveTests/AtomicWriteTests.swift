import Archive
import Foundation
import Testing

@Suite struct AtomicWriteTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  @Test func `a file is written and replaced`() throws {
    try AtomicWrite.file([1, 2, 3], to: scratch.file("a"))
    #expect(try scratch.read("a") == [1, 2, 3])
    try AtomicWrite.file([4], to: scratch.file("a"))
    #expect(try scratch.read("a") == [4])
    #expect(try scratch.names() == ["a"])
  }

  @Test func `several files are replaced all or not at all`() throws {
    let a = scratch.file("a")
    let b = scratch.file("b")
    try AtomicWrite.files([(b, .bytes([1])), (a, .bytes([2]))])
    #expect(try scratch.read("a") + scratch.read("b") == [2, 1])
    #expect(throws: ArchiveError.self) {
      try AtomicWrite.files([(a, .bytes([3])), (b, .file(scratch.file("nothing")))])
    }
    #expect(throws: ArchiveError.collision(a.path, a.path)) {
      try AtomicWrite.files([(a, .bytes([3])), (a, .bytes([4]))])
    }
    #expect(try scratch.read("a") + scratch.read("b") == [2, 1])
    #expect(try scratch.names() == ["a", "b"])
  }

  @Test func `what a killed run left is no hindrance`() throws {
    try Data([9, 9, 9, 9]).write(to: scratch.file("a.part"))
    try FileManager.default.createDirectory(
      at: scratch.file("b.part/deep"), withIntermediateDirectories: true)
    try Data([9]).write(to: scratch.file("c.part"))
    try AtomicWrite.file([1], to: scratch.file("a"))
    try AtomicWrite.file([2], to: scratch.file("b"))
    try AtomicWrite.folder(at: scratch.file("c"), files: [])
    #expect(try scratch.names() == ["a", "b", "c"])
    #expect(try scratch.read("a") == [1])
  }

  @Test func `a folder is replaced with all in it`() throws {
    let first = [FileEntry(path: "old/x", bytes: [1]), FileEntry(path: "y", bytes: [2])]
    try AtomicWrite.folder(at: scratch.file("web"), files: first)
    #expect(try scratch.names() == ["web", "web/old", "web/old/x", "web/y"])
    try AtomicWrite.folder(at: scratch.file("web"), files: [FileEntry(path: "z", bytes: [3])])
    #expect(try scratch.names() == ["web", "web/z"])
  }

  @Test func `a folder that fails leaves the old one as it was`() throws {
    let old = [FileEntry(path: "x", bytes: [1])]
    try AtomicWrite.folder(at: scratch.file("web"), files: old)
    let gone = FileEntry(path: "y", content: .file(scratch.file("nothing")))
    #expect(throws: ArchiveError.self) {
      try AtomicWrite.folder(at: scratch.file("web"), files: [gone])
    }
    #expect(throws: ArchiveError.self) {
      try AtomicWrite.folder(at: scratch.file("web"), files: [FileEntry(path: "../z", bytes: [])])
    }
    #expect(try scratch.names() == ["web", "web/x"])
  }

  @Test func `an old folder that lost its name in a kill gets it back`() throws {
    for name in ["web", "site", "kept"] {
      try FileManager.default.createDirectory(
        at: scratch.file(name + ".old.part"), withIntermediateDirectories: false)
      try Data([7]).write(to: scratch.file(name + ".old.part/x"))
    }
    try AtomicWrite.folder(at: scratch.file("kept"), files: [FileEntry(path: "y", bytes: [8])])
    let gone = FileEntry(path: "y", content: .file(scratch.file("nothing")))
    #expect(throws: ArchiveError.self) {
      try AtomicWrite.folder(at: scratch.file("web"), files: [gone])
    }
    try AtomicWrite.removeLeftovers(in: scratch.url)
    #expect(try scratch.names() == ["kept", "kept/y", "site", "site/x", "web", "web/x"])
  }

  @Test func `a file is not put where a folder is, nor a folder where a file is`() throws {
    try AtomicWrite.folder(at: scratch.file("web"), files: [])
    try AtomicWrite.file([1], to: scratch.file("a"))
    #expect(throws: ArchiveError.system(.write, path: scratch.file("web").path, errno: EISDIR)) {
      try AtomicWrite.file([1], to: scratch.file("web"))
    }
    let expected = ArchiveError.wrongKind(path: scratch.file("a").path, expected: "folder")
    #expect(throws: expected) { try AtomicWrite.folder(at: scratch.file("a"), files: []) }
    #expect(try scratch.names() == ["a", "web"])
  }

  @Test func `folders are made as far as they are missing`() throws {
    try AtomicWrite.makeFolders(to: scratch.file("p/q/r"))
    try AtomicWrite.makeFolders(to: scratch.file("p/q"))
    #expect(try scratch.names() == ["p", "p/q", "p/q/r"])
    try AtomicWrite.file([1], to: scratch.file("f"))
    #expect(throws: ArchiveError.self) { try AtomicWrite.makeFolders(to: scratch.file("f/g")) }
    #expect(throws: ArchiveError.self) { try AtomicWrite.makeFolders(to: scratch.file("f")) }
  }

  @Test func `leftovers are removed and nothing else is`() throws {
    for name in ["a.part", "b", "c.party"] { try Data([1]).write(to: scratch.file(name)) }
    try FileManager.default.createDirectory(
      at: scratch.file("d.part/deep"), withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      at: scratch.file("e.part"), withDestinationURL: scratch.file("b"))
    try AtomicWrite.removeLeftovers(in: scratch.url)
    #expect(try scratch.names() == ["b", "c.party", "e.part"])
  }

  @Test func `many at once leave one of their outputs whole`() async throws {
    let target = scratch.file("a")
    let web = scratch.file("web")
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<UInt8(8) {
        group.addTask {
          let bytes = [UInt8](repeating: number, count: 50_000)
          try AtomicWrite.file(bytes, to: target)
          let files = (0..<5).map { FileEntry(path: "\($0)", bytes: bytes) }
          try AtomicWrite.folder(at: web, files: files)
        }
      }
      try await group.waitForAll()
    }
    #expect(Set(try scratch.read("a")).count == 1)
    let bytes = try (0..<5).flatMap { try scratch.read("web/\($0)") }
    #expect(Set(bytes).count == 1)
    #expect(bytes.count == 250_000)
    #expect(try scratch.names() == ["a", "web", "web/0", "web/1", "web/2", "web/3", "web/4"])
  }
}
