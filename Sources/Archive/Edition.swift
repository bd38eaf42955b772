public import Foundation
import Glibc

/// What became of content that was put into an archive.
public enum Edition: Hashable, Sendable {
  /// It is a new edition in a package of its own.
  case added(number: Int, package: URL)
  /// The latest edition holds the same bytes under the same names and is sound; nothing was
  /// written.
  case unchanged(number: Int, package: URL)
}

/// Puts content into an archive as the next edition of a name: packages are called `NAME-ed1`,
/// `NAME-ed2` and so on, and none is ever overwritten.
///
/// Content that equals the latest edition byte for byte makes no new one, unless that edition is
/// damaged. The archive's folder is made if it is not there.
/// - Throws: `ArchiveError`; then the archive is as it was.
public func addEdition(
  named name: String, to archive: URL, payload: [FileEntry], info: BagInfo
) throws(ArchiveError) -> Edition {
  try checkPath(name)
  guard !name.utf8.contains(slash) else {
    throw .refusedName(name, reason: "the name of an edition has no slash")
  }
  try checkPaths(payload.map(\.path))
  try AtomicWrite.makeFolders(to: archive)
  let folder = try outputPath(archive)
  let manifest = try manifest(of: payload)
  while true {
    let latest = try latestEdition(of: name, in: folder)
    if latest > 0, try holds("\(folder)/\(name)-ed\(latest)", exactly: manifest) {
      return .unchanged(number: latest, package: packageURL(name, latest, in: archive))
    }
    let next = packageURL(name, latest + 1, in: archive)
    do {
      try writeBag(at: next, payload: payload, info: info)
      return .added(number: latest + 1, package: next)
    } catch .alreadyExists(_) {
      // Another run has just added this number: look again at what is the latest.
      if try latestEdition(of: name, in: folder) == latest { throw .alreadyExists(path: next.path) }
    }
  }
}

private func packageURL(_ name: String, _ number: Int, in archive: URL) -> URL {
  archive.appendingPathComponent("\(name)-ed\(number)", isDirectory: true)
}

/// The highest number of an edition in an archive; 0 for none.
private func latestEdition(of name: String, in folder: String) throws(ArchiveError) -> Int {
  let prefix = Array("\(name)-ed".utf8)
  var latest = 0
  for entry in try names(in: folder) where entry.starts(with: prefix) {
    let digits = String(decoding: entry.dropFirst(prefix.count), as: UTF8.self)
    if let number = Int(digits), number > 0, "\(number)" == digits, number < Int.max {
      latest = max(latest, number)
    }
  }
  return latest
}

private func manifest(of payload: [FileEntry]) throws(ArchiveError) -> Manifest {
  var manifest = Manifest([])
  for file in payload {
    let digest = try digests(of: file.content, [.sha512]).digests[.sha512] ?? ""
    manifest.entries.append(.init(digest: digest, path: "data/" + file.path))
  }
  return manifest
}

/// Whether a package has exactly this payload and is sound.
private func holds(_ bag: String, exactly manifest: Manifest) throws(ArchiveError) -> Bool {
  let path = bag + "/manifest-sha512.txt"
  guard try statusIfPresent(path) != nil else { return false }
  let stored = try OpenFile.reading(path, followLinks: false).readAll(limit: tagFileLimit)
  guard let stored, stored == Array(manifest.text.utf8) else { return false }
  return try verifyBag(at: URL(fileURLWithPath: bag, isDirectory: true)).isSound
}
