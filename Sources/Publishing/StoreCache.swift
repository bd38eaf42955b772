import Archive
import Foundation

/// Where compiled stores are kept between runs, outside the report's folder: a store holds all that
/// the records hold, private fields too, and can be made again from them at any time.
///
/// The folder is `ANNALS_CACHE`, else `annals` in `XDG_CACHE_HOME` or `~/.cache`;
/// `ANNALS_CACHE=off` keeps nothing. Its files can be read by their owner alone.
public struct StoreCache: Sendable {
  let folder: URL
  /// Stores of fewer records are compiled faster than they are kept.
  static let leastRecords = 2_000
  /// No file of so few bytes holds so many records.
  static let leastBytes = 4 * leastRecords

  /// The cache of an environment; nil where it is off or has no place.
  public init?(environment: [String: String]) {
    if let named = environment["ANNALS_CACHE"], !named.isEmpty {
      guard named != "off" else { return nil }
      folder = URL(fileURLWithPath: named, isDirectory: true)
      return
    }
    let base = environment["XDG_CACHE_HOME"] ?? environment["HOME"].map { $0 + "/.cache" }
    guard let base, base.hasPrefix("/") else { return nil }
    folder = URL(fileURLWithPath: base, isDirectory: true)
      .appendingPathComponent("annals", isDirectory: true)
  }

  private func file(for report: ReportFolder) -> URL {
    let name = ContentDigest.sha256(Array((report.root.path + "/" + report.outlineFile).utf8))
    return folder.appendingPathComponent(name.prefix(32) + ".store")
  }

  /// The store kept for a report; nil where there is none or it cannot be read.
  func bytes(for report: ReportFolder) -> [UInt8]? {
    let url = file(for: report)
    guard fileKind(url.path) == .file,
      let data = FileManager.default.contents(atPath: url.path)
    else { return nil }
    return [UInt8](data)
  }

  /// Keeps a store. That it cannot be kept, on a full disk or in a folder that cannot be written,
  /// costs the next run its time and nothing else.
  func keep(_ bytes: [UInt8], for report: ReportFolder) {
    let url = file(for: report)
    do throws(ArchiveError) {
      try AtomicWrite.makeFolders(to: folder)
      chmod(folder.path, 0o700)
      try AtomicWrite.file(bytes, to: url)
      chmod(url.path, 0o600)
    } catch {
      return
    }
  }
}
