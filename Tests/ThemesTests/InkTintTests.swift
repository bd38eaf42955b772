import Geometry
import Testing

@testable import Themes

@Suite struct InkTintTests {
  @Test(arguments: Design.names)
  func `The colour of each role has the role's inks`(theme: String) throws {
    let design = try Design.named(theme)
    for role in ColourRole.allCases {
      let inks = try #require(design.inks(of: design[role]))
      #expect(inks == InkTint(build: try #require(design.inkTable[design[role]])))
    }
  }

  @Test(arguments: Design.names)
  func `A tint of a role is as much of the role's inks`(theme: String) throws {
    let design = try Design.named(theme)
    for role in ColourRole.series + [.ink, .accent, .second] {
      for share in [0.18, 0.32, 0.5, 0.85] {
        let tint = design[.paper].mixed(with: design[role], by: share)
        let inks = try #require(design.inks(of: tint), "\(role) \(share)")
        #expect(abs(inks.share - share) < 0.02)
      }
    }
  }

  @Test func `A step of the scale is a mixture of its ends`() throws {
    let design = try Design.named("institutional")
    let middle = design[.scaleLow].mixed(with: design[.scaleHigh], by: 0.5)
    let inks = try #require(design.inks(of: middle))
    #expect(inks.share == 1)
    for (part, wanted) in zip(inks.build.parts, [12.5, 58, 56, 17.5]) {
      #expect(abs(part - wanted) < 0.6)
    }
  }

  @Test func `A tint of a spot ink is a share of the spot ink`() throws {
    let design = try Design.named(
      "institutional", overrides: ["press-accent": "18 96 100 10 PANTONE 484 C"])
    let tint = design[.paper].mixed(with: design[.accent], by: 0.32)
    let inks = try #require(design.inks(of: tint))
    #expect(inks.build.spot == "PANTONE 484 C")
    #expect(abs(inks.share - 0.32) < 0.01)
  }

  @Test func `A colour that is no mixture of roles has no inks`() throws {
    let design = try Design.named("institutional")
    for colour in [Colour(0x00FF00), Colour(0x123456), Colour(0x808080), .black] {
      #expect(design.inks(of: colour) == nil, "\(colour.hex)")
    }
  }

  @Test(arguments: Design.names)
  func `No tint has more ink than the paper takes`(theme: String) throws {
    let design = try Design.named(theme)
    for step in 0...20 {
      let colour = design[.scaleLow].mixed(with: design[.scaleHigh], by: Double(step) / 20)
      let inks = try #require(design.inks(of: colour))
      #expect(inks.build.parts.reduce(0, +) <= InkBuild.limit)
    }
  }
}
