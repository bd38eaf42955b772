import Geometry

/// The operators that set inks, and the resources that they name.
struct InkOperators {
  /// What sets one ink.
  struct Entry {
    var fill: [UInt8]
    var stroke: [UInt8]
    /// Whether it prints over what lies beneath.
    var overprints: Bool
  }

  /// What sets each colour's inks.
  private(set) var entries: [Colour: Entry] = [:]
  /// The entries of the dictionaries of resources that the operators name.
  private(set) var spaces: [(name: String, object: Int)] = []
  private(set) var states: [(name: String, object: Int)] = []

  /// The operators of a table; adds what they name to a document.
  init(_ table: [Colour: PressInk], in document: PDFDocument) {
    // A name stands for one ink in all of a file, so for one build (ISO 15930-7, 6.4).
    let colours = table.sorted { $0.key.hex < $1.key.hex }
    var names: [String: String] = [:]
    for (_, ink) in colours {
      guard let spot = ink.spot, names[spot] == nil else { continue }
      let name = "AnnalsInk\(names.count)"
      names[spot] = name
      spaces.append((name, document.addSeparation(spot, ink.process)))
    }
    for (colour, ink) in colours {
      entries[colour] =
        ink.spot.flatMap { names[$0] }.map { Entry(spot: $0, tint: ink.tint) }
        ?? Entry(ink)
    }
    for overprints in [false, true] {
      let object = document.add { source in
        source.write("<</Type/ExtGState/OP \(overprints)/op \(overprints)/OPM 1>>")
      }
      states.append((Self.stateName(overprints: overprints), object))
    }
  }

  /// The name of the graphics state that prints over what lies beneath, or does not.
  static func stateName(overprints: Bool) -> String {
    overprints ? "AnnalsOver" : "AnnalsKnock"
  }
}

extension InkOperators.Entry {
  /// Shares of the process inks (ISO 32000-1, 8.6.8).
  init(_ ink: PressInk) {
    var source = PDFSource()
    for share in ink.process {
      if source.count > 0 { source.real(share) } else { source.first(share) }
    }
    fill = source.bytes + Array(" k".utf8)
    stroke = source.bytes + Array(" K".utf8)
    overprints = ink.isBlack
  }

  /// A share of a spot ink, by the name of its colour space.
  init(spot name: String, tint: Double) {
    var share = PDFSource()
    share.real(tint)
    fill = Array("/\(name) cs".utf8) + share.bytes + Array(" scn".utf8)
    stroke = Array("/\(name) CS".utf8) + share.bytes + Array(" SCN".utf8)
    overprints = false
  }
}

extension PDFSource {
  /// A number without the space before it.
  fileprivate mutating func first(_ value: Double) {
    var source = PDFSource()
    source.real(value)
    write(source.bytes.dropFirst())
  }
}

extension PDFDocument {
  /// Adds a spot ink (ISO 32000-1, 8.6.6.4) with the process inks that stand for it elsewhere.
  fileprivate func addSeparation(_ spot: String, _ process: [Double]) -> Int {
    let tints = add { source in
      source.write("<</FunctionType 2/Domain[0 1]/N 1/C0[0 0 0 0]/C1[")
      for share in process { source.real(share) }
      source.write("]>>")
    }
    return add { source in
      source.write("[/Separation")
      source.name(spot)
      source.write("/DeviceCMYK")
      source.reference(tints)
      source.write("]")
    }
  }
}
