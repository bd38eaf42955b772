import Foundation

extension PDFDocument {
  /// Hangs the output intent of a press into the catalog (ISO 15930-7, 6.2). The profile is embedded:
  /// a name alone would do for PDF/X-1a and X-3 only, a profile elsewhere for X-4p.
  func writePressIntent(_ condition: PressCondition) throws(FinishingError) {
    let profile: Int
    if let own = condition.profile {
      profile = addProfile(own, channels: 4)
    } else {
      profile = try addShippedProfile("ISOcoated_v2_300_bas", channels: 4)
    }
    changeCatalog { catalog in
      catalog.set("OutputIntents") { source in
        source.write("[<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier")
        source.text(condition.name)
        source.write("/Info")
        source.text(condition.name)
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

  private func addProfile(_ bytes: [UInt8], channels: Int) -> Int {
    addStream(bytes) { source in
      source.write("/N")
      source.number(channels)
    }
  }
}
