import Glibc

/// What keeps a file, a folder or a package from being written or read.
public enum ArchiveError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A call to the system failed: what was tried, on which path, and the `errno` it gave.
  case system(Action, path: String, errno: Int32)
  /// A path is not the kind of file that is needed there.
  case wrongKind(path: String, expected: String)
  /// A file name that a package must not hold, and why.
  case refusedName(String, reason: String)
  /// Two names that some file systems take for one.
  case collision(String, String)
  /// The place is taken; an issued package is never overwritten.
  case alreadyExists(path: String)
  /// A package's own description breaks a rule of RFC 8493.
  case badInfo(label: String, reason: String)
  /// A folder that should hold packages holds none.
  case noPackages(path: String)

  /// What was tried when the system said no.
  public enum Action: String, Hashable, Sendable {
    case open, read, write, synchronise, lock, inspect, rename, remove, list
    case makeFolder = "make the folder"
  }

  /// One line for people, without a full stop.
  public var description: String {
    switch self {
    case .system(let action, let path, let code):
      "cannot \(action.rawValue) \(printable(path)): \(reason(of: code))"
    case .wrongKind(let path, let expected): "\(printable(path)) is not a \(expected)"
    case .refusedName(let name, let reason): "a package cannot hold \(printable(name)): \(reason)"
    case .collision(let a, let b):
      "a package cannot hold both \(printable(a)) and \(printable(b)): "
        + "some file systems take them for one"
    case .alreadyExists(let path):
      "\(printable(path)) exists already, and an issued package is never overwritten"
    case .badInfo(let label, let reason): "bag-info \(printable(label)): \(reason)"
    case .noPackages(let path): "\(printable(path)) holds no packages"
    }
  }
}

/// A file name in quotation marks, with control characters made visible, so that a name cannot
/// forge a second line of a message.
func printable(_ name: String) -> String {
  var text = "“"
  for scalar in name.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .format:
      text += "\\u{\(String(scalar.value, radix: 16))}"
    default: text.unicodeScalars.append(scalar)
    }
  }
  return text + "”"
}

/// What an `errno` means for the person who sees it; in English whatever the locale.
private func reason(of code: Int32) -> String {
  switch code {
  case ENOSPC: "the disk is full"
  case EDQUOT: "the disk quota is used up"
  case EFBIG: "the file would be larger than the system allows"
  case EACCES, EPERM: "permission is denied"
  case EROFS: "the file system is read-only"
  case ENOENT: "there is no such file or folder"
  case ENOTDIR: "a part of the path is not a folder"
  case EISDIR: "it is a folder"
  case EEXIST, ENOTEMPTY: "it exists already"
  case ENAMETOOLONG: "the name is too long"
  case ELOOP: "it is a symbolic link, or there are too many of them"
  case EMFILE, ENFILE: "too many files are open"
  case EIO: "the device failed"
  case EXDEV: "it is on another file system"
  default: "system error \(code)"
  }
}
