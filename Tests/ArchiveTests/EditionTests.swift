import Archive
import Foundation
import Testing

@Suite struct EditionTests {
  let scratch: Scratch
  init() throws { scratch = try Scratch() }

  private func add(_ payload: [FileEntry]) throws(ArchiveError) -> Edition {
    try addEdition(
      named: "sample-2019", to: scratch.file("deep/archive"), payload: payload, info: info)
  }

  private func package(_ number: Int) -> URL {
    scratch.file("deep/archive").appendingPathComponent(
      "sample-2019-ed\(number)", isDirectory: true)
  }

  @Test func `editions are counted and the same bytes make no new one`() throws {
    #expect(try add(payload) == .added(number: 1, package: package(1)))
    #expect(try add(payload.reversed()) == .unchanged(number: 1, package: package(1)))
    let more = payload + [FileEntry(path: "more", bytes: [7])]
    #expect(try add(more) == .added(number: 2, package: package(2)))
    #expect(try add(payload) == .added(number: 3, package: package(3)))
    let found = try verifyArchive(at: scratch.file("deep/archive"))
    #expect(found.map(\.isSound) == [true, true, true])
  }

  @Test func `a damaged edition is not taken for the content`() throws {
    _ = try add(payload)
    try Data([1]).write(to: package(1).appendingPathComponent("data/empty"))
    #expect(try add(payload) == .added(number: 2, package: package(2)))
  }

  @Test func `numbers go on after ten and other names do not count`() throws {
    for name in ["sample-2019-ed10", "sample-2019-ed011", "sample-2019-edx", "sample-ed99"] {
      try FileManager.default.createDirectory(
        at: scratch.file("deep/archive/" + name), withIntermediateDirectories: true)
    }
    #expect(try add(payload) == .added(number: 11, package: package(11)))
  }

  @Test func `two at once make one edition`() async throws {
    let archive = scratch.file("two")
    let made = try await withThrowingTaskGroup(of: Edition.self) { group in
      for _ in 0..<4 {
        group.addTask {
          try addEdition(named: "x", to: archive, payload: payload, info: info)
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    let added = made.filter { if case .added = $0 { true } else { false } }
    #expect(added.count == 1)
    #expect(try verifyArchive(at: archive).map(\.isSound) == [true])
  }

  @Test(arguments: ["", "a/b", "..", "x:y"])
  func `a name that cannot be a folder is refused`(name: String) {
    #expect(throws: ArchiveError.self) {
      try addEdition(named: name, to: scratch.url, payload: payload, info: info)
    }
  }
}
