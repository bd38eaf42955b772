import DocumentModel
import Foundation
import Ledger
import Publishing
import Records
import ReportComposition
import Testing

@Suite struct OutputFailureTests {
  @Test func aReportWithErrorsLeavesThePreviousOutput() async throws {
    let fixture = try Fixture()
    _ = try await fixture.built()
    let before = try contents(of: fixture.output)
    try fixture.edit("records/events.yaml", "participants: 117", "participants: many")
    let failure = await #expect(throws: PublishingFailure.self) { try await fixture.built() }
    #expect(failure?.cause == .content)
    #expect(try contents(of: fixture.output) == before)
  }

  @Test func aReportWithErrorsMakesNoFolder() async throws {
    let fixture = try Fixture()
    try fixture.edit("records/events.yaml", "participants: 117", "participants: many")
    await #expect(throws: PublishingFailure.self) { try await fixture.built() }
    #expect(!FileManager.default.fileExists(atPath: fixture.output.path))
  }

  @Test func aFileWhereTheOutputFolderShouldBeIsAnErrorThatNamesIt() async throws {
    let fixture = try Fixture()
    try Data("mine".utf8).write(to: fixture.output)
    let failure = await #expect(throws: PublishingFailure.self) { try await fixture.built() }
    #expect(failure?.cause == .use)
    #expect(failure?.diagnostics.first?.message.contains(fixture.output.path) == true)
    #expect(try String(contentsOf: fixture.output, encoding: .utf8) == "mine")
  }

  @Test func aFolderThatCannotBeWrittenIsAnErrorAndKeepsItsFiles() async throws {
    let fixture = try Fixture()
    _ = try await fixture.built([.html])
    let before = try contents(of: fixture.output)
    try fixture.edit("records/events.yaml", "participants: 117", "participants: 118")
    let folders = [fixture.output.path]
    for folder in folders {
      try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder)
    }
    let run = try annals(
      ["build", fixture.path, "--output", fixture.output.path], asNobody: true)
    for folder in folders {
      try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder)
    }
    #expect(run.code == 2, "\(run.errors)")
    #expect(run.errors.contains("permission is denied"))
    #expect(run.errors.contains("hint: choose another folder"))
    #expect(try contents(of: fixture.output) == before)
  }

  @Test func aLimitOnTheSizeOfFilesIsAnErrorAndKeepsThePreviousOutput() async throws {
    let fixture = try Fixture()
    _ = try await fixture.built()
    let before = try contents(of: fixture.output)
    try fixture.edit("records/events.yaml", "participants: 117", "participants: 118")
    let run = try annals(
      ["build", fixture.path, "--output", fixture.output.path], before: "ulimit -f 8")
    #expect(run.code == 2, "\(run.errors)")
    #expect(run.errors.contains("larger than the system allows"))
    #expect(try contents(of: fixture.output) == before)
  }

  @Test(.enabled(if: canMount, "mounting a small disk needs root with CAP_SYS_ADMIN"))
  func aFullDiskIsAnErrorAndKeepsThePreviousOutput() async throws {
    let fixture = try Fixture()
    try FileManager.default.createDirectory(
      at: fixture.output, withIntermediateDirectories: true)
    let disk = fixture.output.path
    try run("/bin/mount", ["-t", "tmpfs", "-o", "size=3m", "tmpfs", disk])
    defer { do { try run("/bin/umount", [disk]) } catch { print(error) } }
    _ = try await fixture.built([.pdf])
    let filler = fixture.output.appendingPathComponent("filler")
    let before = try contents(of: fixture.output)
    fill(filler)
    try fixture.edit("records/events.yaml", "participants: 117", "participants: 118")
    let failure = await #expect(throws: PublishingFailure.self) { try await fixture.built([.pdf]) }
    #expect(failure?.diagnostics.first?.message.contains("disk is full") == true)
    #expect(failure?.diagnostics.first?.hint != nil)
    try FileManager.default.removeItem(at: filler)
    #expect(try contents(of: fixture.output) == before)
  }
}

/// Writes until the disk is full.
private func fill(_ file: URL) {
  let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o644)
  defer { close(descriptor) }
  let block = [UInt8](repeating: 1, count: 1024)
  while write(descriptor, block, block.count) > 0 {}
}

/// Whether this process may mount a file system.
private let canMount: Bool = {
  let place = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  do {
    try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
    defer { rmdir(place.path) }
    try run("/bin/mount", ["-t", "tmpfs", "-o", "size=64k", "tmpfs", place.path])
    try run("/bin/umount", [place.path])
    return true
  } catch {
    return false
  }
}()
