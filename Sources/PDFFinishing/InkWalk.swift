import Geometry

/// The one walk over the content of a page or form for the press: colours become inks, black type
/// overprints, and marked content, which is for readers on screens, goes.
struct InkWalk {
  let page: Int
  let inks: InkOperators
  /// The rewritten content.
  private(set) var output: [UInt8] = []
  /// The colours that have no inks.
  private(set) var unknown: Set<Colour> = []
  /// How many of the painter's markers there were.
  private(set) var markers = 0

  private var operands: [Range<Int>] = []
  private var copied = 0
  /// Whether fills are black alone: type in it prints over what lies beneath, so that no light shows
  /// round it where the plates are a little off. Shapes do not: over a strong colour they would have
  /// more ink than the paper takes.
  private var isBlack = false
  private var saved: [Bool] = []
  private var isInText = false
  private var overprints = false
  private var opened = 0

  init(page: Int, inks: InkOperators) {
    self.page = page
    self.inks = inks
  }

  /// Walks one content from end to end.
  mutating func walk(_ content: [UInt8]) throws(FinishingError) {
    output.reserveCapacity(content.count)
    try content.withUnsafeBufferPointer { (bytes) throws(FinishingError) in
      var scanner = ContentScanner(bytes)
      while let token = scanner.next() {
        if case .keyword(let word) = token {
          try apply(word, scanner)
          operands.removeAll(keepingCapacity: true)
        } else {
          operands.append(scanner.start..<scanner.end)
        }
      }
      copy(bytes, to: bytes.count)
    }
    guard opened == 0, saved.isEmpty else { throw fault("what is begun does not end") }
  }

  private mutating func apply(
    _ word: UInt32, _ scanner: ContentScanner
  ) throws(FinishingError) {
    switch word {
    case Self.fillRGB, Self.strokeRGB, Self.fillGrey, Self.strokeGrey:
      try recolour(word, scanner)
    case Self.save: saved.append(isBlack)
    case Self.restore:
      guard let state = saved.popLast() else {
        throw fault("a state is restored that was not saved")
      }
      isBlack = state
    case Self.beginText:
      copy(scanner.bytes, to: scanner.start)
      isInText = true
      set(overprint: isBlack)
    case Self.endText:
      copy(scanner.bytes, to: scanner.end)
      output.append(UInt8(ascii: "\n"))
      isInText = false
      set(overprint: false)
    case ContentOperator.beginMarked:
      let isMarker = operands.first.map { scanner.bytes[$0].elementsEqual("/Div".utf8) } ?? false
      if isMarker { markers += 1 }
      opened += 1
      drop(scanner)
    case ContentOperator.endMarked:
      guard opened > 0 else { throw fault("the end of no marked sequence") }
      opened -= 1
      drop(scanner)
    case ContentOperator.beginPlain, ContentOperator.inlineImage, Self.shading, Self.fillCMYK,
      Self.strokeCMYK, Self.fillSpace, Self.strokeSpace, Self.fillComponents, Self.strokeComponents,
      Self.fillNamed, Self.strokeNamed:
      throw fault("an operator that the painter does not write")
    default: break
    }
  }

  /// Puts inks in the place of `r g b rg`, `r g b RG`, `g g` or `g G`.
  private mutating func recolour(
    _ word: UInt32, _ scanner: ContentScanner
  ) throws(FinishingError) {
    let isGrey = word == Self.fillGrey || word == Self.strokeGrey
    let shares = operands.compactMap { channel(scanner.bytes[$0]) }
    guard shares.count == operands.count, shares.count == (isGrey ? 1 : 3), let red = shares.first,
      let blue = shares.last
    else { throw fault("a colour that the painter does not write") }
    let colour = Colour(red: red, green: isGrey ? red : shares[1], blue: blue)
    guard let entry = inks.entries[colour] else {
      unknown.insert(colour)
      return
    }
    let isFill = word == Self.fillRGB || word == Self.fillGrey
    copy(scanner.bytes, to: operands.first?.lowerBound ?? scanner.start)
    copied = scanner.end
    if isFill {
      isBlack = entry.overprints
      if isInText { set(overprint: isBlack) }
    }
    output.append(contentsOf: isFill ? entry.fill : entry.stroke)
  }

  /// Chooses the graphics state in which fills print over what lies beneath, or do not.
  private mutating func set(overprint wanted: Bool) {
    guard wanted != overprints else { return }
    output.append(contentsOf: "/\(InkOperators.stateName(overprints: wanted)) gs ".utf8)
    overprints = wanted
  }

  /// A channel of a colour as Cairo prints it, a share to six decimals; nil for another number.
  private func channel(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> UInt8? {
    guard let share = Double(String(decoding: digits, as: UTF8.self)) else { return nil }
    let value = (share * 255).rounded()
    return abs(share * 255 - value) < 0.001 ? UInt8(exactly: value) : nil
  }

  private mutating func drop(_ scanner: ContentScanner) {
    copy(scanner.bytes, to: operands.first?.lowerBound ?? scanner.start)
    copied = scanner.end
  }

  private mutating func copy(_ bytes: UnsafeBufferPointer<UInt8>, to end: Int) {
    if copied < end { output.append(contentsOf: bytes[copied..<end]) }
    copied = max(copied, end)
  }

  private func fault(_ reason: String) -> FinishingError { .content(page: page, reason: reason) }

  private static let fillRGB = ContentOperator.pack("rg")
  private static let strokeRGB = ContentOperator.pack("RG")
  private static let fillGrey = ContentOperator.pack("g")
  private static let strokeGrey = ContentOperator.pack("G")
  private static let fillCMYK = ContentOperator.pack("k")
  private static let strokeCMYK = ContentOperator.pack("K")
  private static let fillSpace = ContentOperator.pack("cs")
  private static let strokeSpace = ContentOperator.pack("CS")
  private static let fillComponents = ContentOperator.pack("sc")
  private static let strokeComponents = ContentOperator.pack("SC")
  private static let fillNamed = ContentOperator.pack("scn")
  private static let strokeNamed = ContentOperator.pack("SCN")
  private static let save = ContentOperator.pack("q")
  private static let restore = ContentOperator.pack("Q")
  private static let beginText = ContentOperator.pack("BT")
  private static let endText = ContentOperator.pack("ET")
  private static let shading = ContentOperator.pack("sh")
}
