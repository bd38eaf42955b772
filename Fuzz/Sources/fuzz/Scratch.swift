import Foundation

/// Files for the readers that want a path; in memory where the system has room for that.
enum Scratch {
  private static let folder: URL = {
    let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
    let base =
      FileManager.default.isWritableFile(atPath: memory.path)
      ? memory : FileManager.default.temporaryDirectory
    let folder = base.appendingPathComponent("annals-fuzz-\(getpid())", isDirectory: true)
    do {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    } catch {
      fatalError("there is no scratch folder: \(error)")
    }
    atexit { try? FileManager.default.removeItem(at: Scratch.folder) }
    return folder
  }()

  /// Writes a file, hands its path on, and removes it.
  static func withFile(_ bytes: [UInt8], named name: String, _ body: (String) -> Void) {
    let path = folder.appendingPathComponent(name).path
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    guard file >= 0 else { fatalError("the scratch file cannot be written") }
    var start = 0
    while start < bytes.count {
      let written = bytes[start...].withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard written > 0 else { fatalError("the scratch file cannot be written") }
      start += written
    }
    close(file)
    body(path)
    unlink(path)
  }
}
