import Foundation
import Geometry
import Testing

@testable import Themes

@Suite("Contrast and colours")
struct ContrastTests {
  @Test("The ratio is WCAG's: black on white 21, a known grey 4.54")
  func ratio() {
    #expect(abs(Colour.black.contrast(with: .white) - 21) < 1e-9)
    #expect(abs(Colour(0x767676).contrast(with: .white) - 4.54) < 0.01)
  }

  @Test("Shipped themes pass on paper, on dark screens and in inks", arguments: Design.names)
  func shipped(name: String) throws {
    let faults = Design.read(nil, base: name).design.contrastFaults
    #expect(faults.map { "\($0.mode) \($0.pair.front) on \($0.pair.ground): \($0.ratio)" } == [])
    #expect(try Design.named(name).name == name)
  }

  @Test("Printed in one ink, the same pairs pass", arguments: Design.names)
  func grey(name: String) throws {
    let design = try Design.named(name)
    for pair in ContrastPair.all {
      let front = design[inks: pair.front].appearance.inGrey
      let ground = design[inks: pair.ground].appearance.inGrey
      // Greys are rounded to eight bits.
      #expect(front.contrast(with: ground) > pair.needed * 0.98, "\(pair)")
    }
  }

  @Test("A bad override fails by the names of both tokens, the ratio and the ratio needed")
  func override() throws {
    let problem = try #require(
      throws: (any Error).self,
      performing: { try Design.named("editorial", overrides: ["quiet": "#c0b0a0"]) })
    #expect("\(problem)".contains("low-contrast"))
    #expect("\(problem)".contains("quiet"))
    #expect("\(problem)".contains("paper"))
  }

  @Test(
    "Series are told apart by the colour-blind, on paper and dark screens", arguments: Design.names)
  func series(name: String) throws {
    let design = try Design.named(name)
    for colours in [
      ColourRole.series.map { design[$0] }, ColourRole.series.map { design[dark: $0] },
    ] {
      for vision in Vision.all {
        let seen = colours.map { vision.seen($0) }
        for (index, a) in seen.enumerated() {
          for b in seen[(index + 1)...] { #expect(a.distance(to: b) > 0.08, "\(vision.name)") }
        }
      }
    }
  }

  @Test("A press takes no more ink than paper can hold", arguments: Design.names)
  func inkLimit(name: String) throws {
    let design = try Design.named(name)
    for role in ColourRole.allCases {
      #expect(design[inks: role].parts.reduce(0, +) <= InkBuild.limit)
    }
    #expect(design[inks: .ink] == InkBuild([0, 0, 0, 100]), "text is black alone")
  }

  @Test("Each colour of a page has one build of inks", arguments: Design.names)
  func inkTable(name: String) throws {
    let design = try Design.named(name)
    for role in ColourRole.allCases {
      #expect(design.inkTable[design[role]] == design[inks: role], "\(role)")
    }
  }

  @Test(
    "Inks are read as they are written", arguments: ["0 85 100 12", "18 96 100 10 PANTONE 484 C"])
  func inks(text: String) throws {
    #expect(try #require(InkBuild(text: text)).text == text)
  }

  @Test(
    "What is no build of inks is refused",
    arguments: ["", "0 0 0", "0 0 0 101", "a b c d", "100 100 100 1", "0 0 0 nan"])
  func badInks(text: String) {
    #expect(InkBuild(text: text) == nil)
  }
}

/// How a kind of eye sees colours: matrices on linear light (Machado, Oliveira and Fernandes 2009,
/// severity 1).
private struct Vision {
  var name: String
  var rows: [[Double]]

  static let all = [
    Vision(name: "usual", rows: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    Vision(
      name: "protanopia",
      rows: [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]),
    Vision(
      name: "deuteranopia",
      rows: [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]),
    Vision(
      name: "tritanopia",
      rows: [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]),
  ]

  func seen(_ colour: Colour) -> OKLab {
    let linear = [colour.red, colour.green, colour.blue].map { channel in
      let share = Double(channel) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    let light = rows.map { row in zip(row, linear).map(*).reduce(0, +) }
    return OKLab(linear: light.map { min(max($0, 0), 1) })
  }
}

/// A colour in OKLab (Ottosson 2020), where distances are roughly those that are seen.
private struct OKLab {
  var parts: [Double]

  init(linear: [Double]) {
    func product(_ rows: [[Double]], _ vector: [Double]) -> [Double] {
      rows.map { row in zip(row, vector).map(*).reduce(0, +) }
    }
    let cones = product(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ], linear)
    parts = product(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ], cones.map { cbrt($0) })
  }

  func distance(to other: OKLab) -> Double {
    zip(parts, other.parts).map { ($0 - $1) * ($0 - $1) }.reduce(0, +).squareRoot()
  }
}
