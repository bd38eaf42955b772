public import Geometry

/// Why a display list could not be painted.
public enum PaintingError: Error, Equatable, CustomStringConvertible {
  /// A list without pages: a PDF has at least one.
  case noPages
  /// A page whose size is not a finite length between 1 and 14400 points (ISO 32000-1, Annex C).
  case pageSize(page: Int, size: Size)
  /// A run with a coordinate, size or width that is not finite or not positive.
  case geometry(page: Int, run: Int)
  /// A text run whose ranges lie outside its page's arrays or do not agree with one another.
  case textRange(page: Int, run: Int)
  /// A font identifier outside the list's table.
  case unknownFont(index: Int, page: Int, run: Int)
  /// A font file that FreeType refuses, with its error number.
  case font(path: String, code: Int32)
  /// A picture that cannot be read or that the page cannot hold.
  case picture(path: String, reason: String)
  /// A status of Cairo other than success.
  case cairo(status: Int, message: String, doing: String)

  /// One line: the fact, with its place.
  public var description: String {
    switch self {
    case .noPages:
      "the display list has no pages"
    case .pageSize(let page, let size):
      "page \(page + 1): size \(size.width) x \(size.height) pt is not between 1 and 14400 pt"
    case .geometry(let page, let run):
      "page \(page + 1), run \(run): a coordinate or a size is not a finite, usable number"
    case .textRange(let page, let run):
      "page \(page + 1), run \(run): the text's ranges do not fit its page"
    case .unknownFont(let index, let page, let run):
      "page \(page + 1), run \(run): font \(index) is not in the list's table"
    case .font(let path, let code):
      "font \"\(path)\" cannot be opened: FreeType error \(code)"
    case .picture(let path, let reason):
      "picture \"\(path)\": \(reason)"
    case .cairo(let status, let message, let doing):
      "cairo failed \(doing): \(message) (status \(status))"
    }
  }
}
