public import Foundation
import Glibc

/// Checks a package: every file against its digests, every manifest against the files, and the tag
/// files against RFC 8493. It reports all that is wrong and not only the first.
/// - Throws: `ArchiveError`, if the folder itself cannot be read.
public func verifyBag(at folder: URL) throws(ArchiveError) -> Verification {
  let path = try outputPath(folder)
  var verifier = BagVerifier(path, try BagTree(path))
  verifier.run()
  return verifier.verification
}

/// Checks each package in an archive, or the folder itself if it is a package.
///
/// Every folder in an archive counts as a package, so one that has lost its `bagit.txt` is
/// reported; unfinished `.part` folders do not count.
/// - Throws: `ArchiveError`, if a folder cannot be read or there is no package.
public func verifyArchive(at folder: URL) throws(ArchiveError) -> [Verification] {
  let path = try outputPath(folder)
  if try statusIfPresent(path + "/bagit.txt") != nil { return [try verifyBag(at: folder)] }
  var found: [Verification] = []
  for name in try rawNames(in: path) where !name.hasSuffix(".part") {
    guard let status = try statusIfPresent(path + "/" + name) else { continue }
    if status.st_mode & S_IFMT == S_IFDIR {
      let package = URL(fileURLWithPath: path, isDirectory: true)
        .appendingPathComponent(name, isDirectory: true)
      found.append(try verifyBag(at: package))
    }
  }
  if found.isEmpty { throw .noPackages(path: path) }
  return found
}

/// The check of one package.
struct BagVerifier {
  var verification: Verification
  private let root: String
  private let tree: BagTree
  /// What the manifests say, by the bytes of the path: `String` would take NFC and NFD for one.
  private var expected: [[UInt8]: [DigestAlgorithm: String]] = [:]

  init(_ root: String, _ tree: BagTree) {
    self.root = root
    self.tree = tree
    verification = Verification(package: root)
  }

  /// Fills `verification`.
  mutating func run() {
    verification.problems = tree.problems
    checkDeclaration()
    let payload = readManifests(prefix: "manifest-")
    let tags = readManifests(prefix: "tagmanifest-")
    if payload.isEmpty {
      complain("manifest-sha512.txt", 0, "there is no manifest that can be read")
    }
    checkCompleteness(payloadManifests: payload)
    checkExtras(hasTagManifest: !tags.isEmpty)
    checkFiles()
    checkSize()
  }

  mutating func complain(_ path: String, _ line: Int, _ reason: String) {
    verification.problems.append(.badTagFile(path: path, line: line, reason: reason))
  }

  /// The lines of a tag file as text; nothing, and a problem, if there are none to read.
  mutating func tagFile(_ name: String) -> [UInt8]? {
    do {
      let file = try OpenFile.reading(root + "/" + name, followLinks: false)
      if let bytes = try file.readAll(limit: tagFileLimit) { return bytes }
      complain(name, 0, "it is larger than 256 MiB")
    } catch .system(_, _, ENOENT) {
      verification.problems.append(.missing(path: name))
    } catch {
      verification.problems.append(.unreadable(path: name, reason: error.description))
    }
    return nil
  }

  private mutating func checkDeclaration() {
    guard let bytes = tagFile("bagit.txt") else { return }
    let lines = textLines(bytes).map { String(decoding: $0.content, as: UTF8.self) }
    let versions = ["0.93", "0.94", "0.95", "0.96", "0.97", "1.0"].map { "BagIt-Version: \($0)" }
    if lines.count != 2 || !versions.contains(lines[0]) {
      complain("bagit.txt", 1, "it should be “BagIt-Version: 1.0”, and two lines in all")
    } else if lines[1] != "Tag-File-Character-Encoding: UTF-8" {
      complain("bagit.txt", 2, "it should be “Tag-File-Character-Encoding: UTF-8”")
    }
  }

  /// Reads the manifests of one kind and remembers what they expect.
  private mutating func readManifests(prefix: String) -> [Manifest] {
    var found: [Manifest] = []
    let files = tree.files.filter { $0.hasPrefix(prefix) && $0.hasSuffix(".txt") }
    for file in files where !file.utf8.contains(slash) {
      let name = String(file.dropFirst(prefix.count).dropLast(4))
      guard let algorithm = DigestAlgorithm(rawValue: name) else {
        complain(file, 0, "digests of the kind “\(name)” are not checked")
        continue
      }
      guard let bytes = tagFile(file) else { continue }
      var complaints: [(Int, String)] = []
      let manifest = Manifest(parsing: bytes, algorithm) { complaints.append(($0, $1)) }
      for (line, reason) in complaints { complain(file, line, reason) }
      for entry in manifest.entries {
        let isPayload = entry.path.utf8.starts(with: "data/".utf8)
        if isPayload != (prefix == "manifest-") {
          complain(file, 0, "it names \(printable(entry.path)), which belongs elsewhere")
        }
        expected[Array(entry.path.utf8), default: [:]][algorithm] = entry.digest
      }
      found.append(manifest)
    }
    return found
  }

  /// Each payload manifest must name all payload files (RFC 8493, 3).
  private mutating func checkCompleteness(payloadManifests: [Manifest]) {
    let sets = payloadManifests.map { Set($0.entries.map { Array($0.path.utf8) }) }
    for file in tree.files where file.utf8.starts(with: "data/".utf8) {
      if sets.contains(where: { !$0.contains(Array(file.utf8)) }) {
        verification.problems.append(.extra(path: file))
      }
    }
  }

  /// Files beside the payload must be in the tag manifest, except that manifest itself.
  private mutating func checkExtras(hasTagManifest: Bool) {
    guard hasTagManifest else { return }
    for file in tree.files where !file.utf8.starts(with: "data/".utf8) {
      let isTagManifest = file.hasPrefix("tagmanifest-") && !file.utf8.contains(slash)
      if !isTagManifest && expected[Array(file.utf8)] == nil {
        verification.problems.append(.extra(path: file))
      }
    }
  }

  /// Reads every file and compares it with what the manifests expect.
  private mutating func checkFiles() {
    let present = Set(tree.files.map { Array($0.utf8) })
    let gone = expected.keys.filter { !present.contains($0) }
    for path in gone.sorted(by: { $0.lexicographicallyPrecedes($1) }) {
      let problem = Verification.Problem.missing(path: String(decoding: path, as: UTF8.self))
      if !verification.problems.contains(problem) { verification.problems.append(problem) }
    }
    for path in tree.files { checkFile(path, expected[Array(path.utf8)] ?? [:]) }
  }

  private mutating func checkFile(_ path: String, _ expected: [DigestAlgorithm: String]) {
    let algorithms = DigestAlgorithm.allCases.filter { expected[$0] != nil }
    do {
      let (found, count) = try digests(of: root + "/" + path, algorithms)
      for algorithm in algorithms {
        guard let wanted = expected[algorithm], let got = found[algorithm] else { continue }
        if wanted != got {
          verification.problems.append(.changed(path: path, expected: wanted, found: got))
        }
      }
      if path.utf8.starts(with: "data/".utf8) {
        verification.files += 1
        verification.bytes += count
      }
    } catch {
      verification.problems.append(.unreadable(path: path, reason: error.description))
    }
  }

  private mutating func checkSize() {
    guard tree.files.contains("bag-info.txt"), let bytes = tagFile("bag-info.txt") else { return }
    let label = Array("payload-oxum:".utf8)
    let found = "\(verification.bytes).\(verification.files)"
    for (index, line) in textLines(bytes).enumerated() {
      guard let text = String(validating: line.content, as: UTF8.self) else {
        complain("bag-info.txt", index + 1, "it is not UTF-8")
        continue
      }
      guard text.lowercased().utf8.starts(with: label) else { continue }
      let value = String(decoding: text.utf8.dropFirst(label.count), as: UTF8.self)
        .split(separator: " ").joined(separator: " ")
      if value != found { verification.problems.append(.size(expected: value, found: found)) }
    }
  }
}
