public import Foundation

/// The folder of a report: the only place that a report's files are read from.
public struct ReportFolder: Sendable {
  /// The folder, absolute, symbolic links resolved.
  public let root: URL
  /// The folder's name, from which the outputs take theirs.
  public let name: String
  /// The outline's file name: `report.yaml` unless another file was named.
  public let outlineFile: String

  /// Finds a report: a folder, or a YAML file in one.
  ///
  /// Throws a failure of wrong use where there is none.
  public init(at path: String) throws(PublishingFailure) {
    guard let real = realPath(path) else {
      throw .use(
        "no-report", "there is no report at \"\(path)\"",
        hint: "name a report's folder, such as reports/szpt-2019")
    }
    let isFolder = fileKind(real) == .folder
    let file = isFolder ? "report.yaml" : URL(fileURLWithPath: real).lastPathComponent
    root =
      isFolder
      ? URL(fileURLWithPath: real, isDirectory: true)
      : URL(fileURLWithPath: real).deletingLastPathComponent()
    outlineFile = file
    name = root.lastPathComponent
    let isOutline = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
    guard isOutline, fileKind(root.appendingPathComponent(file).path) == .file else {
      throw .use(
        "no-report", "\"\(path)\" is not a report: it has no report.yaml",
        hint: "a report is a folder with a report.yaml, or a .yaml file in one")
    }
  }

  /// Why a file of a report cannot be read.
  enum Failure: Error, Hashable {
    /// There is no such file.
    case missing
    /// The path leads out of the report's folder.
    case outside
    /// A folder, a device or a pipe.
    case notAFile
    /// The system's own reason.
    case unreadable(String)
    /// Larger than `limit` bytes.
    case tooLarge(Int)
  }

  /// The absolute path of a file of the report; symbolic links may not lead out of the folder.
  func path(of relative: String) throws(Failure) -> String {
    guard !relative.isEmpty, !relative.hasPrefix("/"), !relative.contains("\0") else {
      throw .outside
    }
    guard let real = realPath(root.appendingPathComponent(relative).path) else {
      // A missing file outside is still outside: the answer must not tell what exists there.
      if relative.split(separator: "/").contains("..") { throw .outside }
      throw .missing
    }
    guard real.hasPrefix(root.path.hasSuffix("/") ? root.path : root.path + "/") else {
      throw .outside
    }
    guard fileKind(real) == .file else { throw .notAFile }
    return real
  }

  /// The bytes of a file of the report, up to a limit.
  func bytes(of relative: String, limit: Int = 256 << 20) throws(Failure) -> [UInt8] {
    let real = try path(of: relative)
    do {
      let data = try Data(contentsOf: URL(fileURLWithPath: real), options: .alwaysMapped)
      guard data.count <= limit else { throw Failure.tooLarge(limit) }
      return [UInt8](data)
    } catch let failure as Failure {
      throw failure
    } catch {
      throw .unreadable(error.localizedDescription)
    }
  }

  /// The files below the root, relative, in the order of their names; hidden ones left out.
  public func files(under folder: String = "") -> [String] {
    let start = folder.isEmpty ? root : root.appendingPathComponent(folder)
    let found = FileManager.default.enumerator(atPath: start.path)
    var paths: [String] = []
    while let next = found?.nextObject() as? String {
      let isHidden = next.split(separator: "/").contains { $0.hasPrefix(".") }
      let relative = folder.isEmpty ? next : folder + "/" + next
      guard !isHidden, fileKind(root.appendingPathComponent(relative).path) == .file else {
        continue
      }
      paths.append(relative)
    }
    return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}

extension ReportFolder.Failure {
  /// The fact, after the name of the file.
  var fact: String {
    switch self {
    case .missing: "does not exist"
    case .outside: "lies outside the report's folder"
    case .notAFile: "is not a file"
    case .unreadable(let cause): "cannot be read: \(cause)"
    case .tooLarge(let limit): "is larger than \(limit >> 20) MiB"
    }
  }

  /// The way out.
  var hint: String {
    switch self {
    case .missing: "put the file there, or correct its name"
    case .outside: "copy the file into the report's folder; links may not lead out of it"
    case .notAFile: "name a file"
    case .unreadable: "check the file's permissions"
    case .tooLarge: "make the file smaller"
    }
  }
}

/// What a path leads to.
enum FileKind {
  case file
  case folder
  case other
}

/// What a path leads to, following links; nil for nothing.
func fileKind(_ path: String) -> FileKind? {
  var status = stat()
  guard stat(path, &status) == 0 else { return nil }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// `realpath`: absolute, without links; nil where nothing is there.
func realPath(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(cString: resolved)
}
