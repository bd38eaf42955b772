/// How the number of a cell is shown, as far as it decides what the number means.
enum XLSXFormat: UInt8 {
  /// A number.
  case number
  /// A day; a month or a year where no more of the day is shown.
  case day, month, year
  /// A day with its time.
  case moment
  /// A time of a day.
  case time
  /// A span of time, such as `[h]:mm`.
  case elapsed
}

/// The formats of a workbook's cells, by the index that a cell gives.
final class XLSXStyles: XLSXHandler {
  private(set) var formats: [XLSXFormat] = []
  private var custom: [Int: XLSXFormat] = [:]
  private var isInCells = false

  override func start(_ name: XLSXName, _ attributes: XLSXAttributes) {
    if name == "numFmt" {
      guard let id = attributes.text("numFmtId").flatMap({ Int($0) }),
        let code = attributes.text("formatCode")
      else { return }
      custom[id] = Self.format(code)
    } else if name == "cellXfs" {
      isInCells = true
    } else if isInCells, name == "xf" {
      let id = attributes.text("numFmtId").flatMap { Int($0) } ?? 0
      formats.append(custom[id] ?? Self.builtIn(id))
    }
  }

  override func end(_ name: XLSXName) {
    if name == "cellXfs" { isInCells = false }
  }

  /// The formats that no workbook writes out; those from 27 on are of East Asian editions.
  static func builtIn(_ id: Int) -> XLSXFormat {
    switch id {
    case 17: .month
    case 22: .moment
    case 18...21, 32...35, 45, 47, 55, 56: .time
    case 46: .elapsed
    case 14...16, 27...31, 36, 50...54, 57, 58: .day
    default: .number
    }
  }

  /// What a format's code shows: `yyyy"年"m"月"` a month, `0.0%` a number.
  static func format(_ code: String) -> XLSXFormat {
    guard !code.lowercased().hasPrefix("general") else { return .number }
    var shown = Shown()
    var scalars = Array(code.unicodeScalars.prefix(255))[...]
    while let scalar = scalars.popFirst(), scalar != ";" {
      switch scalar {
      case "\"": scalars = scalars.drop { $0 != "\"" }.dropFirst()
      case "\\", "_", "*": scalars = scalars.dropFirst()
      case "[":
        let inner = scalars.prefix { $0 != "]" }
        scalars = scalars.dropFirst(inner.count + 1)
        if let first = inner.first, inner.allSatisfy({ $0 == first }),
          "hmsHMS".unicodeScalars
            .contains(first)
        {
          return .elapsed
        }
      default: shown.take(scalar)
      }
    }
    return shown.format
  }

  private struct Shown {
    var year = false
    var month = false
    var day = false
    var time = false
    var isNumber = false
    var last: Unicode.Scalar = " "
    /// Whether the letters before were hours: the m after them are minutes.
    var afterHours = false
    var pendingMonth = false

    mutating func take(_ scalar: Unicode.Scalar) {
      defer { last = scalar }
      switch scalar {
      case "y", "Y", "e", "g", "b", "B":
        // The e of 0.00e+00 is an exponent, any other the year of an era.
        if last != "0", last != "#" { year = true }
        afterHours = false
      case "m", "M":
        if !afterHours { pendingMonth = true }
      case "d", "D":
        day = true
        afterHours = false
      case "h", "H":
        time = true
        afterHours = true
        settle()
      case "s", "S":
        // The m before seconds were minutes.
        time = true
        pendingMonth = false
      case "0", "#", "?": if !time { isNumber = true }
      case ":", " ", "/", "-", ".", ",", "年", "月", "日": if scalar != ":" { settle() }
      default: break
      }
    }

    private mutating func settle() {
      if pendingMonth { month = true }
      pendingMonth = false
    }

    var format: XLSXFormat {
      let month = month || pendingMonth
      guard year || month || day else { return time ? .time : .number }
      if isNumber { return .number }
      if time { return .moment }
      if day || !year { return .day }
      return month ? .month : .year
    }
  }
}
