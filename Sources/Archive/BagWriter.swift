public import Foundation
import Glibc

/// Writes a BagIt 1.0 package (RFC 8493) with SHA-512 manifests, whole or not at all.
///
/// The paths of the payload are those under `data/`. The folder around the package must exist, the
/// package itself must not: an issued package is never overwritten. The same payload and
/// information give the same bytes.
/// - Throws: `ArchiveError`; then nothing stands at `folder`.
public func writeBag(
  at folder: URL, payload: [FileEntry], info: BagInfo
) throws(ArchiveError) {
  let path = try outputPath(folder)
  try checkPaths(payload.map(\.path))
  // Information at fault is told before any byte is written.
  _ = try info.text(bytes: 0, files: 0)
  if try statusIfPresent(path) != nil { throw .alreadyExists(path: path) }
  let part = try lockedPart(path + ".part", isFolder: true)
  try cleaning(part.path) { () throws(ArchiveError) in
    try emptyFolder(part.path)
    try fill(part.path, payload, info)
    try synchroniseTree(part.path)
    try issue(part.path, as: path)
  }
  try synchroniseFolder(parent(of: path))
}

/// Writes the payload, the manifests and the tag files into an empty folder.
private func fill(_ bag: String, _ payload: [FileEntry], _ info: BagInfo) throws(ArchiveError) {
  try makeFolder(bag + "/data")
  let sorted = payload.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
  var bytes = 0
  var manifest = Manifest([])
  for file in sorted {
    let inBag = FileEntry(path: "data/" + file.path, content: file.content)
    let written = try writeDigested(inBag, into: bag)
    manifest.entries.append(.init(digest: written.digest, path: inBag.path))
    bytes += written.bytes
  }
  let tags = [
    ("bag-info.txt", try info.text(bytes: bytes, files: payload.count)),
    ("bagit.txt", "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"),
    ("manifest-sha512.txt", manifest.text),
  ]
  var tagManifest = Manifest([])
  for (name, text) in tags {
    let file = FileEntry(path: name, bytes: Array(text.utf8))
    tagManifest.entries.append(.init(digest: try writeDigested(file, into: bag).digest, path: name))
  }
  let last = FileEntry(path: "tagmanifest-sha512.txt", bytes: Array(tagManifest.text.utf8))
  try write(last, into: bag)
}

/// Writes a file and takes the digest of the very bytes it writes.
private func writeDigested(
  _ file: FileEntry, into folder: String
) throws(ArchiveError) -> (digest: String, bytes: Int) {
  let digest = SHA512Digest()
  var count = 0
  try write(file, into: folder) {
    digest.update($0)
    count += $0.count
  }
  return (digest.finished(), count)
}

/// Gives the finished folder its name, unless something has the name by now.
private func issue(_ part: String, as path: String) throws(ArchiveError) {
  do {
    try rename(part, to: path, .refuse)
  } catch .system(_, _, EEXIST) {
    throw .alreadyExists(path: path)
  } catch .system(_, _, ENOSYS), .system(_, _, EINVAL) {
    if try statusIfPresent(path) != nil { throw .alreadyExists(path: path) }
    try rename(part, to: path, .replace)
  }
}
