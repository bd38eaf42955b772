import Foundation
import Publishing
import Records

/// A report of an institution that does not exist, in a temporary folder that goes with it.
final class Fixture {
  /// The folder around the report's folder.
  let around: URL
  /// The report's folder.
  let url: URL
  var path: String { url.path }
  var name: String { url.lastPathComponent }

  init() throws {
    around = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-\(UUID().uuidString)")
    url = around.appendingPathComponent("made-up-2031")
    for (path, text) in FixtureText.files { try write(path, text) }
  }

  deinit {
    do { try FileManager.default.removeItem(at: around) } catch { print(error) }
  }

  func write(_ path: String, _ text: String) throws { try write(path, bytes: Array(text.utf8)) }

  func write(_ path: String, bytes: [UInt8]) throws {
    let file = url.appendingPathComponent(path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: url.appendingPathComponent(path))
  }

  /// Replaces a text that the file must hold.
  func edit(_ path: String, _ old: String, _ new: String) throws {
    let file = url.appendingPathComponent(path)
    let text = try String(contentsOf: file, encoding: .utf8)
    guard text.contains(old) else { throw Missing(path: path, text: old) }
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  struct Missing: Error {
    var path: String
    var text: String
  }

  /// The report as it is read now.
  func reading() throws -> ReportReading { loadReport(in: try ReportFolder(at: path)) }

  /// All problems, those of the layout too.
  func problems() async throws -> [Diagnostic] { await check(try reading(), fonts: try fonts()) }

  /// Where a test writes.
  var output: URL { around.appendingPathComponent("out") }

  /// A build of the report into `output`.
  func built(_ products: [Product] = [.pdf, .html]) async throws -> BuildResult {
    let plan = BuildPlan(
      products: products, languages: nil, output: output.path, fonts: try fonts())
    return try await build(try reading(), plan)
  }
}

/// The fonts that came with the package.
func fonts() throws -> URL {
  try findFonts(named: nil, environment: [:], executable: "/proc/self/exe")
}

/// Every file below a folder with its bytes, by relative path.
func contents(of folder: URL) throws -> [String: Data] {
  var files: [String: Data] = [:]
  guard let found = FileManager.default.enumerator(atPath: folder.path) else { return [:] }
  while let path = found.nextObject() as? String {
    let url = folder.appendingPathComponent(path)
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else { continue }
    if !isFolder.boolValue { files[path] = try Data(contentsOf: url) }
  }
  return files
}
