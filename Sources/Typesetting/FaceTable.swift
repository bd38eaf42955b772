import CUnicode
import Fonts

/// A text style that has been looked up: its fonts by script.
struct StyleEntry {
  var style: TextStyle
  var isChinese: Bool
  /// The name of the hyphenation patterns, nil for a language without.
  var patterns: String?
  /// The face for ASCII.
  var base: Int32
}

/// Chooses the font and size of each character of a style, and remembers the choice.
final class FaceTable {
  private(set) var styles = ContiguousArray<StyleEntry>()
  private(set) var faces = ContiguousArray<Face>()
  private let fonts: FontLibrary
  private let shaper: Shaper
  private var styleIndex: [TextStyle: Int32] = [:]
  /// The style that was asked for last.
  private var recent = 0
  private var choices: [UInt64: Int32] = [:]
  /// The faces made so far, and the fonts to try for the characters of a style.
  private var made: [FaceName: Int32] = [:]
  private var families: [FamilyName: [(FontID, Bool)]] = [:]
  /// The script of each face, and its partner for text from right to left.
  private var scripts = ContiguousArray<UInt32>()
  private var mirrors: [Int32: Int32] = [:]
  /// The partner of each face for words of capitals.
  private var wider: [Int32: Int32] = [:]
  /// Whether any style so far spaces capitals.
  private(set) var spacesCapitals = false
  /// The styles that no font has as they were asked for.
  private(set) var substitutions: [FontSubstitution] = []
  /// Whether one of them is for a script that only the text shows.
  private(set) var substitutesGuests = false
  /// Space kerning in points by face, side and ASCII neighbour; NaN where not yet known.
  private var kerns = ContiguousArray<Double>()
  /// Kerning in points by face and two ASCII characters.
  private var pairKerns: [UInt64: Double] = [:]

  private struct FaceName: Hashable {
    var style: Int32
    var font: FontID
    var script: UInt32
    var direction: TextDirection
  }
  private struct FamilyName: Hashable {
    var style: Int32
    var han: Bool
    var guest: GuestScript?
  }

  private static let latin: UInt32 = 0x4C61_746E
  private static let han: UInt32 = 0x4861_6E69
  private static let common: UInt32 = 0x5A79_7979
  private static let inherited: UInt32 = 0x5A69_6E68

  init(fonts: FontLibrary, shaper: Shaper) {
    self.fonts = fonts
    self.shaper = shaper
  }

  /// The index of a style; its base font is opened the first time.
  func style(_ style: TextStyle) throws(TypesettingError) -> Int32 {
    if recent < styles.count, styles[recent].style == style { return Int32(recent) }
    if let known = styleIndex[style] {
      recent = Int(known)
      return known
    }
    let index = Int32(styles.count)
    let chinese = isChinese(style.language)
    // A hyphen in code would be read as part of it.
    let isCode = style.family.contains("Code")
    styles.append(
      StyleEntry(
        style: style, isChinese: chinese,
        patterns: isCode ? nil : Hyphens.patterns(for: style.language), base: -1))
    styleIndex[style] = index
    recent = styles.count - 1
    if style.capitalSpacing > 0 { spacesCapitals = true }
    do {
      let font = try fonts.font(
        family: style.family, weight: style.weight, slant: style.fontSlant)
      record(font, for: style)
      let base = try face(font, of: index, script: Self.latin, isHan: false)
      styles[Int(index)].base = base
    } catch {
      styles.removeLast()
      styleIndex[style] = nil
      throw .font(error)
    }
    return index
  }

  /// The face of a code point in a style, -1 when no font has it.
  func face(_ codePoint: UInt32, style: Int32) throws(TypesettingError) -> Int32 {
    let entry = styles[Int(style)]
    if codePoint < 0x7F, codePoint >= 0x20 { return entry.base }
    let choice = UInt64(UInt32(bitPattern: style)) << 32 | UInt64(codePoint)
    if let known = choices[choice] { return known }
    do {
      let found = try choose(codePoint, entry: entry, style: style)
      choices[choice] = found
      return found
    } catch { throw .font(error) }
  }

  /// Whether the font of a face has a character.
  func has(_ c: UInt32, face: Int32) throws(FontError) -> Bool {
    try fonts.glyph(c, in: faces[Int(face)].font) != 0
  }

  private func choose(
    _ c: UInt32, entry: StyleEntry, style: Int32
  ) throws(FontError) -> Int32 {
    let han = ScalarClass.isHan(c) || entry.isChinese && ScalarClass.isHanInChinese(c)
    let guest = GuestScript(c)
    for (font, isHan) in try candidates(style, entry.style, han: han, guest: guest) {
      guard try fonts.glyph(c, in: font) != 0 else { continue }
      if !isHan, guest != nil, record(font, for: entry.style) { substitutesGuests = true }
      let script = isHan ? Self.han : guest?.tag ?? shapingScript(c)
      return try face(font, of: style, script: script, isHan: isHan)
    }
    return -1
  }

  /// Records a font that is not as its style was asked for; Han has a design of its own.
  @discardableResult
  private func record(_ font: FontID, for style: TextStyle) -> Bool {
    let found = FontSubstitution(style, font, fonts)
    guard found.differs else { return false }
    if !substitutions.contains(found) { substitutions.append(found) }
    return true
  }

  private func shapingScript(_ c: UInt32) -> UInt32 {
    let script = annals_script(c)
    return script == Self.common || script == Self.inherited ? Self.latin : script
  }

  private func candidates(
    _ index: Int32, _ style: TextStyle, han: Bool, guest: GuestScript?
  ) throws(FontError) -> [(FontID, Bool)] {
    let name = FamilyName(style: index, han: han, guest: guest)
    if let known = families[name] { return known }
    let found = try candidates(style, han: han, guest: guest)
    families[name] = found
    return found
  }

  private func candidates(
    _ style: TextStyle, han: Bool, guest: GuestScript?
  ) throws(FontError) -> [(FontID, Bool)] {
    let serif = style.isSerif
    let partner = serif ? "Annals Serif SC" : "Annals Sans SC"
    let other = serif ? "Annals Sans SC" : "Annals Serif SC"
    let chinese = [partner, other]
    var latin = guest.map { $0.families(serif: serif) } ?? []
    latin.append(style.family)
    if style.slant == .italic { latin.append("STIX Two Text") }
    for family in ["Source Serif Pro", "Source Sans Pro", "STIX Two Text", "Source Code Pro"]
    where !latin.contains(family) {
      latin.append(family)
    }
    var found: [(FontID, Bool)] = []
    for family in han ? chinese + latin : latin + chinese where fonts.has(family: family) {
      let isHan = chinese.contains(family)
      let weight = isHan ? hanWeight(style.weight) : style.weight
      found.append(
        (
          try fonts.font(
            family: family, weight: weight, slant: isHan ? .upright : style.fontSlant), isHan
        ))
    }
    return found
  }

  /// Semibold Latin pairs with Medium or SemiBold Han, never Bold.
  private func hanWeight(_ weight: Int) -> Int { weight >= 500 ? 550 : 400 }

  /// The face for text of a level: that of an odd one is shaped from right to left.
  func directed(_ face: Int32, level: UInt8) throws(TypesettingError) -> Int32 {
    if level & 1 == 0 { return face }
    if let known = mirrors[face] { return known }
    let plain = faces[Int(face)]
    do {
      let mirror = try self.face(
        plain.font, of: plain.style, script: scripts[Int(face)], isHan: plain.isHan,
        direction: .rightToLeft)
      mirrors[face] = mirror
      return mirror
    } catch { throw .font(error) }
  }

  /// What a face's style adds between capitals, in em.
  func spacing(of face: Int32) -> Double {
    let style = styles[Int(faces[Int(face)].style)].style
    return style.tracking == 0 ? min(style.capitalSpacing, 1) : 0
  }

  /// The partner of a face that spaces capitals.
  func spaced(_ face: Int32) -> Int32 {
    if let known = wider[face] { return known }
    var spaced = faces[Int(face)]
    spaced.tracking = spacing(of: face) * spaced.size
    spaced.flexes = false
    faces.append(spaced)
    scripts.append(scripts[Int(face)])
    kerns.append(contentsOf: repeatElement(.nan, count: 256))
    let index = Int32(faces.count - 1)
    wider[face] = index
    return index
  }

  private func face(
    _ font: FontID, of style: Int32, script: UInt32, isHan: Bool,
    direction: TextDirection = .leftToRight
  ) throws(FontError) -> Int32 {
    let name = FaceName(style: style, font: font, script: script, direction: direction)
    if let known = made[name] { return known }
    let index = try make(name, isHan: isHan)
    made[name] = index
    return index
  }

  private func make(_ name: FaceName, isHan: Bool) throws(FontError) -> Int32 {
    let (style, font, script, direction) = (name.style, name.font, name.script, name.direction)
    let entry = styles[Int(style)]
    let asked = entry.style.size.isNaN ? 0 : min(max(entry.style.size, 0), 10_000)
    let size = asked * scale(entry, isHan: isHan)
    let language = isHan && !entry.isChinese ? "zh" : entry.style.language
    // Letters that join would come apart.
    let tracking = direction == .rightToLeft ? 0 : entry.style.boundedTracking
    // A ligature between letters that stand apart would be a lump.
    let ligatures = tracking == 0 ? [] : ["-liga", "-clig", "-dlig"]
    let key = try shaper.key(
      font: font, script: script, language: language,
      features: entry.style.features + ligatures, direction: direction)
    for (index, face) in faces.enumerated().reversed()
    where face.style == style && face.key == key && !wider.values.contains(Int32(index)) {
      return Int32(index)
    }
    let rounded = (size * 100).rounded() / 100
    let space = [UInt8(0x20)].withUnsafeBufferPointer { shaper.word(key, $0) }
    let family = fonts.family(of: font)
    faces.append(
      Face(
        font: font, size: rounded, key: key, style: style, isHan: isHan,
        isRightToLeft: direction == .rightToLeft,
        isUnspaced: GuestScript.isUnspaced(script),
        isSuperior: entry.style.rise > 0
          || entry.style.features.contains(TextFeature.superiors.rawValue),
        spaceGlyph: try fonts.glyph(0x20, in: font), unitsPerEm: try fonts.unitsPerEm(font),
        space: shaper.words[space].width * rounded, rise: entry.style.rise,
        tracking: tracking * rounded,
        hanging: isHan ? .none : Hanging.Class(family: family, entry.style.slant),
        flexes: !isHan && tracking == 0 && script == Self.latin
          && direction == .leftToRight && !family.contains("Code"),
        hasDots: isHan && entry.style.hasDots))
    scripts.append(script)
    kerns.append(contentsOf: repeatElement(.nan, count: 256))
    return Int32(faces.count - 1)
  }

  /// The kerning between a space and an ASCII neighbour before it (`first`) or after it.
  func spaceKern(
    _ face: Face, _ index: Int32, _ byte: UInt8, first: Bool, _ shaper: Shaper
  ) -> Double {
    guard byte < 0x80 else { return 0 }
    let place = Int(index) * 256 + (first ? 0 : 128) + Int(byte)
    if !kerns[place].isNaN { return kerns[place] }
    func width(_ text: [UInt8]) -> Double {
      let word = text.withUnsafeBufferPointer { shaper.word(face.key, $0) }
      return shaper.words[word].width
    }
    let pair = first ? [byte, 0x20] : [0x20, byte]
    kerns[place] = (width(pair) - width([byte]) - width([0x20])) * face.size
    return kerns[place]
  }

  /// The kerning between two ASCII characters in points.
  func pairKern(
    _ face: Face, _ index: Int32, _ pair: (UInt8, UInt8), _ shaper: Shaper
  ) -> Double {
    let name = UInt64(UInt32(bitPattern: index)) << 16 | UInt64(pair.0) << 8 | UInt64(pair.1)
    if let known = pairKerns[name] { return known }
    func width(_ text: [UInt8]) -> Double {
      let word = text.withUnsafeBufferPointer { shaper.word(face.key, $0) }
      return shaper.words[word].width
    }
    let kern = (width([pair.0, pair.1]) - width([pair.0]) - width([pair.1])) * face.size
    pairKerns[name] = kern
    return kern
  }

  /// Han looks larger than Latin at one size, so the guest script is scaled to the host.
  private func scale(_ entry: StyleEntry, isHan: Bool) -> Double {
    let serif = entry.style.isSerif
    if entry.isChinese { return isHan ? 1 : serif ? 1.08 : 1.11 }
    return isHan ? (serif ? 0.92 : 0.9) : 1
  }
}

/// Whether a BCP 47 tag is of Chinese.
func isChinese(_ language: String) -> Bool {
  language == "zh" || language.hasPrefix("zh-")
}

extension TextStyle {
  var isSerif: Bool { family.contains("Serif") || family.contains("STIX") }
  var boundedTracking: Double { tracking.isNaN ? 0 : min(max(tracking, -1), 10) }
  var fontSlant: FontSlant { slant == .italic ? .italic : .upright }
}
