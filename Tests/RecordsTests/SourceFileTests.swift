import Foundation
import Glibc
import Testing

@testable import Records

@Suite struct SourceFileTests {
  private func code(_ path: String, under root: URL) -> String? {
    do throws(Diagnostic) {
      _ = try SourceFile.open(root.appendingPathComponent(path), under: root)
      return nil
    } catch {
      return error.code
    }
  }

  @Test func `Only regular files under the root are opened`() throws {
    try withReport([("report/a.csv", [0x61]), ("b.csv", [0x62])]) { folder in
      let root = folder.appendingPathComponent("report")
      #expect(mkfifo(root.appendingPathComponent("pipe.csv").path, 0o600) == 0)
      #expect(symlink("../b.csv", root.appendingPathComponent("out.csv").path) == 0)
      #expect(symlink("a.csv", root.appendingPathComponent("in.csv").path) == 0)
      #expect(symlink("/dev/zero", root.appendingPathComponent("zero.csv").path) == 0)
      #expect(symlink("loop.csv", root.appendingPathComponent("loop.csv").path) == 0)
      #expect(code("a.csv", under: root) == nil && code("in.csv", under: root) == nil)
      #expect(code("pipe.csv", under: root) == "not-a-file")
      #expect(code(".", under: root) == "not-a-file")
      #expect(code("out.csv", under: root) == "outside-root")
      #expect(code("../b.csv", under: root) == "outside-root")
      #expect(code("zero.csv", under: root) == "outside-root")
      #expect(code("missing.csv", under: root) == "unreadable-file")
      #expect(code("loop.csv", under: root) == "unreadable-file")
      #expect(code(String(repeating: "x", count: 5000), under: root) == "unreadable-file")
    }
  }

  @Test func `A table above the limit is refused before it is read`() throws {
    try withReport([("a.csv", [0x61])]) { root in
      let url = root.appendingPathComponent("a.csv")
      // A hole: the size is there, the bytes take no room.
      #expect(truncate(url.path, off_t(1 << 30)) == 0)
      #expect(code("a.csv", under: root) == "file-too-large")
      #expect(throws: Diagnostic.self) { try SourceFile.read(url, under: root) }
    }
  }

  @Test func `Values are small`() {
    #expect(MemoryLayout<Value>.stride <= 40)
    #expect(MemoryLayout<Value?>.stride <= 40)
    #expect(MemoryLayout<PartialDate.Day>.size == 4)
  }
}
