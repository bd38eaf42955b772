import Archive
import Foundation
import Testing

@Suite struct BagVerifierTests {
  let scratch: Scratch
  init() throws {
    scratch = try Scratch()
    try writeBag(at: scratch.file("a"), payload: payload, info: info)
  }

  private func problems() throws -> [Verification.Problem] {
    try verifyBag(at: scratch.file("a")).problems
  }

  private func put(_ text: String, in path: String) throws {
    try Data(text.utf8).write(to: scratch.file("a/" + path))
  }

  private func copyPackage(to name: String) throws {
    try FileManager.default.copyItem(at: scratch.file("a"), to: scratch.file(name))
  }

  @Test func `a fresh package is sound`() throws {
    let found = try verifyBag(at: scratch.file("a"))
    #expect(found.isSound)
    #expect(found.files == 3)
    #expect(found.bytes == 37)
    #expect(found.package == scratch.file("a").path)
  }

  @Test func `any changed byte of any file is found`() throws {
    for name in try scratch.names() where !isFolder(name) {
      let good = try scratch.read(name)
      for index in good.indices {
        // One bit, another at each byte; in the file that no other vouches for, also the bit
        // between a and A, and a tab for a space.
        let isLast = name.hasSuffix("tagmanifest-sha512.txt")
        for mask in [UInt8(1) << UInt8(index % 8)] + (isLast ? [0x20, 0x29] : []) {
          var bad = good
          bad[index] ^= mask
          try Data(bad).write(to: scratch.file(name))
          #expect(try !problems().isEmpty, "\(name), byte \(index), mask \(mask)")
        }
      }
      try Data(good).write(to: scratch.file(name))
    }
    #expect(try problems().isEmpty)
  }

  private func isFolder(_ name: String) -> Bool {
    var isFolder: ObjCBool = false
    let exists = FileManager.default.fileExists(
      atPath: scratch.file(name).path, isDirectory: &isFolder)
    return exists && isFolder.boolValue
  }

  @Test func `a changed file is reported with both digests`() throws {
    try put("<p>Hello</p>", in: "data/web/图书馆 é.html")
    let found = try problems()
    guard case .changed(let path, let expected, let digest)? = found.first else {
      Issue.record("\(found)")
      return
    }
    #expect(found.count == 1)
    #expect(path == "data/web/图书馆 é.html")
    #expect(expected.count == 128 && digest.count == 128 && expected != digest)
    #expect(found[0].description.contains("expected \(expected), found \(digest)"))
  }

  @Test func `missing and extra files are all reported`() throws {
    try FileManager.default.removeItem(at: scratch.file("a/data/empty"))
    try put("x", in: "data/more")
    try put("x", in: "notes.txt")
    #expect(
      try problems()
        == [
          .extra(path: "data/more"), .extra(path: "notes.txt"), .missing(path: "data/empty"),
          .size(expected: "37.3", found: "38.3"),
        ])
  }

  @Test func `each tag file is needed`() throws {
    for name in ["bagit.txt", "bag-info.txt", "manifest-sha512.txt"] {
      let good = try scratch.read("a/" + name)
      try FileManager.default.removeItem(at: scratch.file("a/" + name))
      #expect(try problems().contains(.missing(path: name)), "\(name)")
      try Data(good).write(to: scratch.file("a/" + name))
    }
  }

  @Test func `the payload folder is needed even without payload`() throws {
    try writeBag(at: scratch.file("b"), payload: [], info: info)
    #expect(try verifyBag(at: scratch.file("b")).problems == [])
    try FileManager.default.removeItem(at: scratch.file("b/data"))
    #expect(try verifyBag(at: scratch.file("b")).problems == [.missing(path: "data")])
  }

  @Test func `links and devices are reported and not followed`() throws {
    let data = scratch.file("a/data/empty")
    try FileManager.default.removeItem(at: data)
    try FileManager.default.createSymbolicLink(
      at: data, withDestinationURL: URL(fileURLWithPath: "/dev/null"))
    try FileManager.default.createSymbolicLink(
      at: scratch.file("a/data/loop"), withDestinationURL: scratch.file("a"))
    let found = try problems()
    #expect(found.contains(.missing(path: "data/empty")))
    for path in ["data/empty", "data/loop"] {
      let reason = "it is neither a file nor a folder"
      #expect(found.contains(.unreadable(path: path, reason: reason)))
    }
  }

  @Test func `a manifest cannot lead out of the package`() throws {
    let digest = String(repeating: "0", count: 128)
    try put("\(digest)  ../../etc/passwd\n\(digest)  /etc/passwd\n", in: "manifest-sha512.txt")
    let lines = try problems().compactMap { problem -> Int? in
      guard case .badTagFile(_, let line, let reason) = problem else { return nil }
      return reason == "the path could lead out of the package" ? line : nil
    }
    #expect(lines == [1, 2])
  }

  @Test(arguments: ["", "\n\n", "abc", "zz  data/x\n", "\u{feff}x", "0  \n"])
  func `a manifest of nonsense is reported`(text: String) throws {
    try put(text, in: "manifest-sha512.txt")
    #expect(try problems().contains(.extra(path: "data/empty")))
  }

  @Test func `a package of another program with SHA-256 and capitals is checked`() throws {
    let bag = scratch.file("b")
    try FileManager.default.createDirectory(
      at: bag.appendingPathComponent("data"), withIntermediateDirectories: true)
    let abc = "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD"
    for (name, text) in [
      ("data/x", "abc"), ("manifest-sha256.txt", "\(abc)\t data/x\r\n"),
      ("bagit.txt", "BagIt-Version: 0.97\r\nTag-File-Character-Encoding: UTF-8\r\n"),
      ("notes.txt", "not in a manifest, and there is no tag manifest"),
    ] {
      try Data(text.utf8).write(to: bag.appendingPathComponent(name))
    }
    #expect(try verifyBag(at: bag).problems == [])
    try Data("abd".utf8).write(to: bag.appendingPathComponent("data/x"))
    #expect(try verifyBag(at: bag).problems.count == 1)
  }

  @Test func `an archive is checked package by package`() throws {
    try copyPackage(to: "b")
    try FileManager.default.removeItem(at: scratch.file("b/bagit.txt"))
    try FileManager.default.createDirectory(
      at: scratch.file("c.part"), withIntermediateDirectories: false)
    let found = try verifyArchive(at: scratch.url)
    #expect(found.map(\.package) == [scratch.file("a").path, scratch.file("b").path])
    #expect(found.map(\.isSound) == [true, false])
    #expect(try verifyArchive(at: scratch.file("a")).map(\.isSound) == [true])
  }

  @Test func `an archive without packages is an error`() throws {
    let empty = scratch.file("empty")
    try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: false)
    #expect(throws: ArchiveError.noPackages(path: empty.path)) { try verifyArchive(at: empty) }
    let gone = scratch.file("gone")
    #expect(throws: ArchiveError.system(.list, path: gone.path, errno: ENOENT)) {
      try verifyArchive(at: gone)
    }
  }
}
