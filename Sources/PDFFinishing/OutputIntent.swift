import Foundation

extension PDFDocument {
  /// Hangs the sRGB output intent into the catalog (ISO 19005-2, 6.2.3).
  func writeOutputIntent() throws(FinishingError) {
    let place = Bundle.module.url(
      forResource: "sRGB", withExtension: "icc", subdirectory: "Profiles")
    guard let place else { throw .profileMissing }
    let data: Data
    do {
      data = try Data(contentsOf: place)
    } catch {
      throw .profileMissing
    }
    let profile = addStream([UInt8](data)) { $0.write("/N 3") }
    changeCatalog { catalog in
      catalog.set("OutputIntents") { source in
        source.write("[<</Type/OutputIntent/S/GTS_PDFA1")
        source.write("/OutputConditionIdentifier(sRGB IEC61966-2.1)/Info(sRGB IEC61966-2.1)")
        source.write("/RegistryName(http://www.color.org)/DestOutputProfile")
        source.reference(profile)
        source.write(">>]")
      }
    }
  }
}
