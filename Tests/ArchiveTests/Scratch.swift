import Archive
import Foundation
import Testing

/// A folder of its own for each test, removed afterwards.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory
      .appendingPathComponent("archive-tests-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    do { try FileManager.default.removeItem(at: url) } catch { Issue.record(error) }
  }

  func file(_ path: String) -> URL { url.appendingPathComponent(path) }

  func read(_ path: String) throws -> [UInt8] { try Array(Data(contentsOf: file(path))) }

  func text(_ path: String) throws -> String {
    String(decoding: try read(path), as: UTF8.self)
  }

  /// All names below the folder, sorted.
  func names() throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: url.path).sorted()
  }
}

/// A payload of three files, one empty and one with a name in Chinese and accents.
let payload = [
  FileEntry(path: "records/event.csv", bytes: Array("id,date\nevt-1,2019-03-01\n".utf8)),
  FileEntry(path: "web/图书馆 é.html", bytes: Array("<p>hello</p>".utf8)),
  FileEntry(path: "empty", bytes: []),
]

let info = BagInfo(
  baggingDate: "2020-01-31", softwareAgent: "annals 0.1", sourceOrganization: "A college\nof ours",
  externalIdentifier: "sample-2019", fields: [.init("Contact-Name", "A. Person")])
