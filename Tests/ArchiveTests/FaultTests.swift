import Archive
import Foundation
import Glibc
import Testing

/// Writing where the system says no. Running as root makes a real small disk possible; permissions
/// do not stop root, so places that nobody can write stand in for them.
@Suite struct FaultTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  static let hopeless = [
    ("/proc/nothing", ENOENT), ("/dev/null/x", ENOTDIR), ("/proc/self/status/x", ENOTDIR),
  ]

  @Test(arguments: hopeless)
  func `a place that cannot be written is named with its reason`(path: String, code: Int32) {
    let error = #expect(throws: ArchiveError.self) {
      try AtomicWrite.file([1], to: URL(fileURLWithPath: path))
    }
    guard case .system(_, let place, let errno)? = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(place.hasPrefix(path))
    #expect(errno == code)
    #expect(throws: ArchiveError.self) {
      try writeBag(at: URL(fileURLWithPath: path), payload: payload, info: info)
    }
  }

  @Test func `an unwritable folder is an error for people without rights`() throws {
    guard geteuid() != 0 else {
      // Root may write everywhere; the places above stand in for this.
      return
    }
    let folder = scratch.file("closed")
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o555])
    let part = folder.path + "/a.part"
    #expect(throws: ArchiveError.system(.open, path: part, errno: EACCES)) {
      try AtomicWrite.file([1], to: folder.appendingPathComponent("a"))
    }
  }

  @Test func `a full disk leaves the old output whole`() throws {
    let disk = scratch.file("disk")
    try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: false)
    guard mount("tmpfs", disk.path, "tmpfs", 0, "size=64k") == 0 else {
      // Only root may mount, and not in every container: errno says why.
      print("not tested: a small disk cannot be mounted here (errno \(errno))")
      return
    }
    defer { umount2(disk.path, Int32(MNT_DETACH)) }
    let small = [FileEntry(path: "x", bytes: [1])]
    try AtomicWrite.file([1, 2], to: disk.appendingPathComponent("a"))
    try AtomicWrite.folder(at: disk.appendingPathComponent("web"), files: small)
    let large = [UInt8](repeating: 7, count: 100_000)
    let full = ArchiveError.system(.write, path: disk.path + "/a.part", errno: ENOSPC)
    #expect(throws: full) { try AtomicWrite.file(large, to: disk.appendingPathComponent("a")) }
    #expect(full.description.hasSuffix("the disk is full"))
    #expect(throws: ArchiveError.self) {
      try AtomicWrite.folder(
        at: disk.appendingPathComponent("web"), files: [FileEntry(path: "y", bytes: large)])
    }
    #expect(throws: ArchiveError.self) {
      try writeBag(
        at: disk.appendingPathComponent("bag"), payload: [FileEntry(path: "y", bytes: large)],
        info: info)
    }
    #expect(try scratch.read("disk/a") == [1, 2])
    #expect(try scratch.names() == ["disk", "disk/a", "disk/web", "disk/web/x"])
  }
}
