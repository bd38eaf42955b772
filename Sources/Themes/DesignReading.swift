import Foundation
import Geometry
public import Records

extension Design {
  /// The theme of a report: a shipped one with single tokens replaced.
  ///
  /// - Parameters:
  ///   - node: what the outline says under `theme:`: a name, or a mapping with `base:` and tokens.
  ///   - form: `report`, or `brochure`, which lays its own page over the theme.
  ///   - base: a name that goes before the one in the outline.
  /// - Returns: a theme that can be used whatever is wrong, and what is wrong: unknown names, bad
  ///   values, pairs of colours that cannot be told apart.
  public static func read(
    _ node: YAMLNode?, form: String = "report", base: String? = nil
  ) -> (design: Design, problems: [Diagnostic]) {
    var reader = DesignReader()
    let design = reader.design(node, form: form, base: base)
    return (design, reader.problems)
  }

  /// A shipped theme with tokens replaced, each as text.
  ///
  /// - Throws: the first problem, a `Diagnostic`.
  public static func named(
    _ name: String, form: String = "report", overrides: [String: String] = [:]
  ) throws -> Design {
    var reader = DesignReader()
    let place = Place(file: name)
    let written = overrides.sorted { $0.key < $1.key }.map { key, value in
      (key: key, value: Written(text: value, place: place))
    }
    let design = reader.design(name, form: form, chosen: reader.known(written), at: place)
    let problems = reader.problems
    if let first = problems.first(where: { $0.severity == .error }) { throw first }
    return design
  }
}

/// A token's value as it was written.
private struct Written {
  var text: String
  var place: Place
}

private struct DesignReader {
  var problems: [Diagnostic] = []
  private var written: [String: Written] = [:]

  mutating func design(_ node: YAMLNode?, form: String, base: String?) -> Design {
    let name = base ?? node?.text ?? node?["base"]?.text ?? Design.names[0]
    let known = Design.names.contains(name)
    if !known {
      problems.append(
        Diagnostic(
          .error, code: "unknown-theme", "there is no theme \"\(name)\"",
          at: base == nil ? (node?["base"] ?? node)?.place : nil,
          hint: Spelling.hint(for: name, among: Design.names)))
    }
    return design(
      known ? name : Design.names[0], form: form, chosen: entries(of: node), at: node?.place)
  }

  mutating func design(
    _ shipped: String, form: String, chosen: [(key: String, value: Written)], at place: Place?
  ) -> Design {
    guard Design.names.contains(shipped) else {
      problems.append(
        Diagnostic(.error, code: "unknown-theme", "there is no theme \"\(shipped)\"", at: place))
      return Design(name: shipped)
    }
    layer(shipped)
    if form == "brochure" { layer("brochure") }
    for entry in chosen { written[entry.key] = entry.value }
    let own = Set(chosen.map(\.key))
    if own.contains("body-size"), !own.contains("body-size-zh") {
      written["body-size-zh"] = written["body-size"]
    }
    if own.contains("leading"), !own.contains("leading-zh") {
      written["leading-zh"] = written["leading"]
    }
    var design = Design(name: shipped)
    fill(&design, own: own)
    if problems.contains(where: { $0.severity == .error }) { return design }
    checkContrast(of: design, place)
    checkInks(of: design, own: own)
    return design
  }

  /// Lays a shipped file over what is there.
  private mutating func layer(_ name: String) {
    guard let url = Bundle.module.resourceURL?.appending(path: "Styles/\(name).yaml") else {
      return
    }
    do {
      let bytes = [UInt8](try Data(contentsOf: url))
      for entry in try YAMLReader.parse(bytes, file: "\(name).yaml")?.entries ?? [] {
        written[entry.key] = Written(text: entry.value.text ?? "", place: entry.value.place)
      }
    } catch {
      problems.append(
        Diagnostic(
          .error, code: "unreadable-theme", "the theme \"\(name)\" cannot be read: \(error)",
          hint: "restore the files that came with Annals"))
    }
  }

  private mutating func entries(of node: YAMLNode?) -> [(key: String, value: Written)] {
    guard let node, node.content != .null, node.text == nil else { return [] }
    guard let entries = node.entries else {
      problems.append(
        Diagnostic(
          .error, code: "wrong-type", "\"theme\" is \(node.kindName)", at: node.place,
          hint: "write a name, or a mapping of tokens"))
      return []
    }
    var found: [(key: String, value: Written)] = []
    for entry in entries where entry.key != "base" {
      guard let text = entry.value.text else {
        bad(entry.key, entry.value.kindName, "a single value", at: entry.value.place)
        continue
      }
      let value = Written(text: text, place: entry.value.place)
      found += known([(entry.key, value)], at: entry.place)
    }
    return found
  }

  /// Those of some tokens that there are.
  mutating func known(
    _ chosen: [(key: String, value: Written)], at place: Place? = nil
  ) -> [(key: String, value: Written)] {
    let tokens = Set(Design.tokens)
    return chosen.filter { key, value in
      if tokens.contains(key) { return true }
      let near = Spelling.nearest(to: key, among: Design.tokens)
      problems.append(
        Diagnostic(
          .error, code: "unknown-token", "the theme has no \"\(key)\"", at: place ?? value.place,
          hint: near.map { "did you mean \"\($0)\"?" }
            ?? "docs/outline/themes.md lists all tokens"))
      return false
    }
  }

  private mutating func fill(_ design: inout Design, own: Set<String>) {
    for token in NumberToken.allCases {
      design.numbers[token] = number(token)
    }
    for token in ChoiceToken.allCases {
      guard let value = written[token.rawValue] else { continue }
      guard token.words.contains(value.text) else {
        bad(
          token.rawValue, value.text, "one of " + token.words.joined(separator: ", "),
          at: value.place, hint: Spelling.nearest(to: value.text, among: token.words))
        continue
      }
      design.choices[token] = value.text
    }
    for token in FaceToken.allCases { design.faces[token] = written[token.rawValue]?.text }
    for role in ColourRole.allCases {
      design.light[role] = colour(role.rawValue, mode: "")
    }
    addFollowers(of: design, own: own)
    for role in ColourRole.allCases {
      design.dark[role] = colour("dark-" + role.rawValue, mode: "dark-")
      design.press[role] = inks("press-" + role.rawValue)
    }
  }

  /// The dark colour and the inks of a role whose light colour alone a report replaced: made from
  /// it, or led to the role that it leads to.
  private mutating func addFollowers(of design: Design, own: Set<String>) {
    let paper = colour("dark-paper", mode: "dark-") ?? .black
    for role in ColourRole.allCases where own.contains(role.rawValue) {
      guard let light = design.light[role], let value = written[role.rawValue] else { continue }
      let leads = ColourRole(rawValue: value.text) != nil
      let isFront = ContrastPair.all.contains { $0.front == role && $0.ground == .paper }
      let dark = isFront ? light.lightened(on: paper) : light
      let made = ["dark-": dark.hex, "press-": light.plainInks.text]
      for (mode, text) in made where !own.contains(mode + role.rawValue) {
        written[mode + role.rawValue] = Written(
          text: leads ? value.text : text, place: value.place)
      }
    }
  }

  private mutating func number(_ token: NumberToken) -> Double? {
    guard let value = written[token.rawValue] else { return nil }
    let range = token.range
    if let number = Double(value.text), range.contains(number),
      !token.isWhole || number == number.rounded()
    {
      return number
    }
    let kind = token.isWhole ? "a whole number" : "a number"
    bad(
      token.rawValue, value.text,
      "\(kind) from \(plain(range.lowerBound)) to \(plain(range.upperBound))", at: value.place)
    return nil
  }

  /// What a token of a colour says, through the role that it names where it names one.
  private func resolved(_ key: String, mode: String) -> Written? {
    var value = written[key]
    for _ in 0..<8 {
      guard let text = value?.text, ColourRole(rawValue: text) != nil else { return value }
      value = written[mode + text]
    }
    return value
  }

  private mutating func colour(_ key: String, mode: String) -> Colour? {
    guard let value = resolved(key, mode: mode) else { return nil }
    if value.text.utf8.count == 7, value.text.hasPrefix("#"),
      let rgb = UInt32(value.text.dropFirst(), radix: 16)
    {
      return Colour(rgb)
    }
    bad(
      key, value.text, "a colour such as #a3281c, or the name of another colour's role",
      at: value.place)
    return nil
  }

  private mutating func inks(_ key: String) -> InkBuild? {
    guard let value = resolved(key, mode: "press-") else { return nil }
    if let build = InkBuild(text: value.text) { return build }
    bad(
      key, value.text, "four percentages of ink, 300 together at most, such as 0 95 100 15",
      at: value.place)
    return nil
  }

  private mutating func bad(
    _ token: String, _ value: String, _ expected: String, at place: Place, hint: String? = nil
  ) {
    problems.append(
      Diagnostic(
        .error, code: "bad-token", "\"\(token)\" cannot be \"\(value)\"", at: place,
        hint: hint.map { "did you mean \"\($0)\"?" } ?? "write \(expected)"))
  }

  private mutating func checkContrast(of design: Design, _ place: Place?) {
    for fault in design.contrastFaults {
      let mode = fault.mode == .light ? "" : fault.mode.rawValue + "-"
      let names = [fault.pair.front, fault.pair.ground].map { mode + $0.rawValue }
      let light = [fault.pair.front, fault.pair.ground].map(\.rawValue)
      let at = (names + light).compactMap { written[$0]?.place }.first { $0.file == place?.file }
      let ratio = plain((fault.ratio * 100).rounded(.down) / 100)
      problems.append(
        Diagnostic(
          .error, code: "low-contrast",
          "\"\(names[0])\" on \"\(names[1])\" has a contrast of \(ratio):1", at: at ?? place,
          hint: "make it \(plain(fault.pair.needed)):1 or more: one darker, or the other lighter"))
    }
  }

  /// Tells of colours that a report chose without saying how a press prints them: what is calculated
  /// from a screen's colour is seldom the colour that was meant.
  private mutating func checkInks(of design: Design, own: Set<String>) {
    for role in ColourRole.allCases where own.contains(role.rawValue) {
      let token = "press-" + role.rawValue
      guard !own.contains(token), let value = written[role.rawValue],
        ColourRole(rawValue: value.text) == nil
      else { continue }
      problems.append(
        Diagnostic(
          .warning, code: "calculated-inks",
          "\"\(role.rawValue)\" has no ink build, so \"\(design[inks: role].text)\" is calculated",
          at: value.place,
          hint: "write `\(token):` with the four percentages that the printer gives for it"))
    }
  }

  private func plain(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : String(number)
  }
}

extension Colour {
  /// The same hue, as light as it takes to be read on a dark ground.
  func lightened(on ground: Colour) -> Colour {
    for step in 0...20 {
      let colour = mixed(with: .white, by: Double(step) / 20)
      if colour.contrast(with: ground) >= 5.5 { return colour }
    }
    return .white
  }
}
