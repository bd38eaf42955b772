public import Records

/// What an outline says of the file for a printer.
public struct OutlinePress: Hashable, Sendable {
  /// Where it says so.
  public var place: Place
  /// How far grounds and pictures reach over the trimmed page, in millimetres.
  public var bleed = OutlinePress.usualBleed
  /// The file of the printer's ICC profile, relative to the report's folder; nil for the shipped one.
  public var profile: String?
  /// The name of the printing condition that the profile describes, such as `FOGRA51`.
  public var condition: String?

  /// The bleed that printers ask for where they say nothing: 3 mm.
  public static let usualBleed = 3.0

  /// A declaration that leaves all as it is usual.
  public init(place: Place) { self.place = place }
}

extension OutlineParser {
  /// `press: {bleed: 5, profile: press/PSOcoated_v3.icc, condition: FOGRA51}`.
  mutating func press(_ keys: inout YAMLFields) -> OutlinePress? {
    guard let node = keys.node("press") else { return nil }
    guard let entries = node.entries else {
      problems.append(
        keys.wrongType("press", node, wants: "a mapping of bleed, profile, condition"))
      return nil
    }
    var fields = YAMLFields(entries, place: node.place, what: "\"press\"")
    var press = OutlinePress(place: node.place)
    if let text = fields.string("bleed", &problems) {
      if let bleed = Double(text), (0...20).contains(bleed) {
        press.bleed = bleed
      } else {
        bad("\"bleed\" cannot be \"\(text)\"", at: node.place, hint: "write 0 to 20 millimetres")
      }
    }
    press.profile = fields.string("profile", &problems)
    press.condition = fields.string("condition", &problems)
    if press.profile != nil, press.condition?.isEmpty ?? true {
      bad(
        "\"press\" names a profile and no condition", at: node.place,
        hint: "add `condition:` with the name that the printer gives, such as FOGRA51")
    } else if press.profile == nil, press.condition != nil {
      bad(
        "\"press\" names a condition and no profile", at: node.place,
        hint: "add `profile:` with the file that the printer gives")
    }
    problems += fields.unknownKeys()
    return press
  }

  private mutating func bad(_ message: String, at place: Place, hint: String) {
    problems.append(Diagnostic(.error, code: "bad-press", message, at: place, hint: hint))
  }
}
