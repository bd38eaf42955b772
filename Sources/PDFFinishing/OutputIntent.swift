import Foundation

extension PDFDocument {
  /// Hangs the sRGB output intent into the catalog (ISO 19005-2, 6.2.3).
  func writeOutputIntent() throws(FinishingError) {
    let profile = try addShippedProfile("sRGB", channels: 3)
    writeIntent("GTS_PDFA1", of: "sRGB IEC61966-2.1", profile: profile)
  }

  /// Hangs an output intent into the catalog, for a condition by name, with its profile.
  func writeIntent(_ kind: String, of condition: String, profile: Int) {
    changeCatalog { catalog in
      catalog.set("OutputIntents") { source in
        source.write("[<</Type/OutputIntent/S/\(kind)/OutputConditionIdentifier")
        source.text(condition)
        source.write("/Info")
        source.text(condition)
        source.write("/RegistryName(http://www.color.org)/DestOutputProfile")
        source.reference(profile)
        source.write(">>]")
      }
    }
  }

  /// Adds a profile that comes with Annals; its number.
  func addShippedProfile(_ name: String, channels: Int) throws(FinishingError) -> Int {
    let place = Bundle.module.url(
      forResource: name, withExtension: "icc", subdirectory: "Profiles")
    guard let place else { throw .profileMissing }
    do {
      return addProfile([UInt8](try Data(contentsOf: place)), channels: channels)
    } catch {
      throw .profileMissing
    }
  }

  /// Adds a profile; its number.
  func addProfile(_ bytes: [UInt8], channels: Int) -> Int {
    addStream(bytes) { source in
      source.write("/N")
      source.number(channels)
    }
  }
}
