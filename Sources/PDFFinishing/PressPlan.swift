public import Geometry

/// How a press prints a colour: shares of the four process inks, or of a spot ink.
public struct PressInk: Hashable, Sendable {
  /// Cyan, from 0 to 1.
  public var cyan: Double
  /// Magenta, from 0 to 1.
  public var magenta: Double
  /// Yellow, from 0 to 1.
  public var yellow: Double
  /// Black, from 0 to 1.
  public var black: Double
  /// The name of the spot ink; nil for process inks.
  public var spot: String?
  /// How much of the spot ink is printed, from 0 to 1. The process inks are then the nearest to all of
  /// it.
  public var tint: Double

  /// A colour in inks.
  public init(
    cyan: Double, magenta: Double, yellow: Double, black: Double, spot: String? = nil,
    tint: Double = 1
  ) {
    self.cyan = cyan
    self.magenta = magenta
    self.yellow = yellow
    self.black = black
    self.spot = spot
    self.tint = tint
  }

  /// Whether it is solid black and nothing else, which prints over what lies beneath.
  var isBlack: Bool {
    spot == nil && cyan == 0 && magenta == 0 && yellow == 0 && black == 1
  }

  var process: [Double] { [cyan, magenta, yellow, black] }
}

/// For which press a file is made (ISO 15930-7, 6.2: the output intent).
public struct PressCondition: Hashable, Sendable {
  /// The name of the printing condition, in the ICC's registry where it has one: `FOGRA39`.
  public let name: String
  /// The bytes of its ICC profile; nil for the shipped one.
  let profile: [UInt8]?

  /// Coated paper printed in offset (ISO 12647-2:2004, paper types 1 and 2), 300 % of ink at most.
  public static let coated = PressCondition(shipped: "FOGRA39")

  private init(shipped name: String) {
    self.name = name
    profile = nil
  }

  /// A printer's own condition.
  /// - Throws: `FinishingError.notAPressProfile` for a profile of anything but a press in CMYK.
  public init(name: String, profile: [UInt8]) throws(FinishingError) {
    // ICC.1:2001-04, 6.1: the class of device, the space of its colours, and the signature.
    guard profile.count > 128, profile[12..<16].elementsEqual("prtr".utf8),
      profile[16..<20].elementsEqual("CMYK".utf8), profile[36..<40].elementsEqual("acsp".utf8)
    else { throw .notAPressProfile }
    self.name = name
    self.profile = profile
  }
}

/// What a file for the press says of itself, and how its colours are printed.
public struct PressPlan: Sendable {
  /// The title and what else describes the document; what it claims is not heeded.
  public var document: FinishingPlan
  /// How each colour is printed in which pages were painted.
  public var inks: [Colour: PressInk]
  /// How far each painted page reaches over the trimmed one, on all four sides.
  public var bleed: Length
  /// The press.
  public var condition: PressCondition

  /// A plan.
  public init(
    document: FinishingPlan, inks: [Colour: PressInk], bleed: Length,
    condition: PressCondition = .coated
  ) {
    self.document = document
    self.inks = inks
    self.bleed = bleed
    self.condition = condition
  }
}
