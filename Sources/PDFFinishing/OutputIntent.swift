import Foundation

extension QPDFDocument {
  /// Hangs the sRGB output intent into the catalog (ISO 19005-2, 6.2.3).
  func writeOutputIntent() throws(FinishingError) {
    let place = Bundle.module.url(
      forResource: "sRGB", withExtension: "icc", subdirectory: "Profiles")
    guard let place else { throw .profileMissing }
    let profile: Data
    do {
      profile = try Data(contentsOf: place)
    } catch {
      throw .profileMissing
    }
    let intent = parse(
      """
      <</Type /OutputIntent /S /GTS_PDFA1 /OutputConditionIdentifier (sRGB IEC61966-2.1) \
      /RegistryName (http://www.color.org) /Info (sRGB IEC61966-2.1)>>
      """)
    set("/DestOutputProfile", of: intent, to: stream([UInt8](profile), "<</N 3>>"))
    set("/OutputIntents", of: catalog, to: array([intent]))
    try check("writing the output intent")
  }
}
