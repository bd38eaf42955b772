import Geometry

/// A number of points rounded to 0.01, the same in every locale: `12`, `12.5`, `-0.25`.
func rounded(_ value: Double) -> String {
  guard let hundredths = Int(exactly: (value * 100).rounded()) else { return "\(value)" }
  let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  if part == 0 { return "\(sign)\(whole)" }
  if part % 10 == 0 { return "\(sign)\(whole).\(part / 10)" }
  return "\(sign)\(whole).\(part < 10 ? "0" : "")\(part)"
}

func rounded(_ point: Point) -> String { "\(rounded(point.x)),\(rounded(point.y))" }

func rounded(_ r: Rectangle) -> String {
  "\(rounded(r.x)),\(rounded(r.y)) \(rounded(r.width))x\(rounded(r.height))"
}

/// A string in quotation marks, with line breaks and controls visible.
func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse:
      result += "\\u{\(String(scalar.value, radix: 16))}"
    default:
      if scalar == "\"" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

extension Page {
  /// The glyphs of a text run, as far as the page has them.
  func glyphs(of run: TextRun) -> ArraySlice<PlacedGlyph> {
    ArraySlice(glyphs[run.glyphs.clamped(to: glyphs.indices)])
  }

  /// The source text of a text run, as far as the page has it.
  func text(of run: TextRun) -> String {
    String(decoding: text[run.text.clamped(to: text.indices)], as: UTF8.self)
  }

  /// The source text of a marked run: the lines of one paragraph are parted by line breaks.
  func text(of run: MarkedRun) -> String {
    var result = ""
    var baseline: Double?
    for case .text(let part) in run.items {
      let y = glyphs(of: part).first?.y ?? baseline
      if let y, let old = baseline, abs(y - old) > part.size / 2 { result += "\n" }
      baseline = y
      result += text(of: part)
    }
    return result
  }
}
