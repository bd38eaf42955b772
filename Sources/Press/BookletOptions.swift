public import Geometry

/// How a booklet is put on sheets.
public struct BookletOptions: Hashable, Sendable {
  /// The sheet as it lies in the printer, two pages side by side; A4 across unless set.
  public var sheet: Size
  /// How thick one sheet of the paper is. Each sheet further inside is pushed out by that much, so
  /// its pages move as far towards the fold; zero for no such correction.
  public var paperThickness: Length
  /// Whether fold and crop marks are drawn, for which the sheet needs margins of 5 mm around the
  /// pages; A5 pages on A4 have none.
  public var hasMarks: Bool

  /// Settings of a booklet.
  public init(
    sheet: Size = Size.a4.turned, paperThickness: Length = .zero, hasMarks: Bool = false
  ) {
    self.sheet = sheet
    self.paperThickness = paperThickness
    self.hasMarks = hasMarks
  }
}

/// Why pages cannot be put on sheets; pages count from 1.
public enum PressError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There are no pages.
  case noPages
  /// A page has not the size of the first.
  case unequalPage(page: Int)
  /// Two pages do not fit side by side on the sheet.
  case pagesTooLarge(page: Size, sheet: Size)
  /// The margins of the sheet are too small for marks.
  case noRoomForMarks(sheet: Size)
  /// The paper's thickness is negative, or so large that pages would leave their half.
  case badThickness(Length, sheets: Int)
  /// A link, a bookmark or the structure names a page that is not there.
  case noSuchPage(page: Int)

  /// One line for people, without a full stop.
  public var description: String {
    switch self {
    case .noPages: "a booklet needs at least one page"
    case .unequalPage(let page): "page \(page) has not the size of page 1"
    case .pagesTooLarge(let page, let sheet):
      "two pages of \(millimetres(page)) do not fit on a sheet of \(millimetres(sheet))"
    case .noRoomForMarks(let sheet):
      "a sheet of \(millimetres(sheet)) leaves no margin of 5 mm for marks"
    case .badThickness(let thickness, let sheets):
      "paper of \(tenths(thickness.millimetres)) mm cannot be folded in \(sheets) sheets"
    case .noSuchPage(let page): "page \(page) is named, but it is not there"
    }
  }
}

private func millimetres(_ size: Size) -> String {
  let width = Length(points: size.width).millimetres
  let height = Length(points: size.height).millimetres
  return "\(tenths(width)) x \(tenths(height)) mm"
}

private func tenths(_ value: Double) -> String {
  guard value.isFinite else { return "\(value)" }
  let rounded = (value * 10).rounded() / 10
  return Int(exactly: rounded).map { "\($0)" } ?? "\(rounded)"
}
