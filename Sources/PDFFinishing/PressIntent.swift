extension PDFDocument {
  /// Hangs the output intent of a press into the catalog (ISO 15930-7, 6.2). The profile is embedded:
  /// a name alone would do for PDF/X-1a and X-3 only, a profile elsewhere for X-4p.
  func writePressIntent(_ condition: PressCondition) throws(FinishingError) {
    let profile =
      if let own = condition.profile { addProfile(own, channels: 4) } else {
        try addShippedProfile("ISOcoated_v2_300_bas", channels: 4)
      }
    writeIntent("GTS_PDFX", of: condition.name, profile: profile)
  }
}
