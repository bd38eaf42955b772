import DocumentModel
import Testing

@testable import PageLayout

@Suite("The cover's projection")
struct AzimuthalTests {
  private func place(_ latitude: Double, _ longitude: Double) -> PlaceField.Place {
    PlaceField.Place(name: "", latitude: latitude, longitude: longitude, weight: 1)
  }

  @Test("A quarter of the equator lies a right angle to the east")
  func east() {
    let polar = Azimuthal(centre: place(0, 0)).polar(of: place(0, 90))
    #expect(abs(polar.angle - .pi / 2) < 1e-12)
    #expect(abs(polar.sine - 1) < 1e-12)
    #expect(abs(polar.cosine) < 1e-12)
  }

  @Test("The pole lies north of everywhere")
  func north() {
    let polar = Azimuthal(centre: place(30, 100)).polar(of: place(90, 0))
    #expect(abs(polar.angle - .pi / 3) < 1e-12)
    #expect(abs(polar.cosine - 1) < 1e-9)
  }

  @Test("The centre itself has no bearing and no distance")
  func centre() {
    let polar = Azimuthal(centre: place(22, 114)).polar(of: place(22, 114))
    #expect(polar.angle < 1e-6)
    #expect(polar.sine == 0)
  }
}
