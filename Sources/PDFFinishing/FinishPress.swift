public import DisplayList
import Geometry

/// Turns painted pages with their bleed into a file that claims PDF/X-4 (ISO 15930-7): colours become
/// inks, pictures keep the sRGB that they are coded in and say so, and what paper does not show is
/// left out: tags, links, bookmarks.
///
/// The same painted bytes, list and plan give the same bytes.
/// - Throws: `FinishingError.colourWithoutInks` with all colours for which the plan has none.
public func finishPress(
  _ painted: [UInt8], list: DisplayList, plan: PressPlan
) throws(FinishingError) -> [UInt8] {
  let metadata = try Metadata(plan.document)
  return try painted.withUnsafeBufferPointer { (bytes) throws(FinishingError) in
    let document = try PDFDocument(bytes)
    let pages = try document.pages()
    guard pages.count == list.pages.count else {
      throw .pageCount(expected: list.pages.count, found: pages.count)
    }
    let photographs = try document.addShippedProfile("sRGB", channels: 3)
    var separation = PressSeparation(
      document, inks: InkOperators(plan.inks, in: document), photographs: photographs)
    var repairs = ResourceRepairs(document)
    for (index, page) in pages.enumerated() {
      repairs.repair(resourcesOf: document.painted.objects[page].dictionary)
      try separation.separate(page: page, index, runs: list.pages[index].runs.count)
      document.prepare(page, of: list.pages[index].size, bleed: plan.bleed.points)
    }
    try separation.finish()
    document.writePageLabels(list.pages)
    try document.writePressIntent(plan.condition)
    let info = metadata.writeForPress(to: document, identity: identity(of: painted))
    // ISO 15930-7, 6.1: no version beyond 1.6, whose objects these are too.
    return document.bytes(info: info, version: "1.6")
  }
}

extension PDFDocument {
  /// Gives a page its boxes (ISO 15930-7, 6.5): the media with the bleed, and the trimmed page.
  fileprivate func prepare(_ page: Int, of size: Size, bleed: Double) {
    let media = (0.0, 0.0, size.width, size.height)
    let trim = (bleed, bleed, size.width - bleed, size.height - bleed)
    change(page) { dictionary in
      for key in ["Annots", "StructParents", "ArtBox", "CropBox"] { dictionary[key] = nil }
      for (key, box) in [("MediaBox", media), ("BleedBox", media), ("TrimBox", trim)] {
        dictionary.set(key) { source in
          source.write("[")
          for side in [box.0, box.1, box.2, box.3] { source.real(side) }
          source.write("]")
        }
      }
    }
    changeCatalog { catalog in
      for key in ["Outlines", "PageMode", "OpenAction", "Names"] { catalog[key] = nil }
    }
  }
}

/// What tells one painted document from another: 32 hexadecimal digits.
private func identity(of bytes: [UInt8]) -> String {
  var sums: (UInt64, UInt64) = (0xcbf2_9ce4_8422_2325, 0x9e37_79b9_7f4a_7c15)
  bytes.withUnsafeBufferPointer { bytes in
    for byte in bytes {
      sums.0 = (sums.0 ^ UInt64(byte)) &* 0x100_0000_01b3
      sums.1 = (sums.1 &+ UInt64(byte)) &* 0xff51_afd7_ed55_8ccd
      sums.1 ^= sums.1 >> 32
    }
  }
  return [sums.0, sums.1].map { sum in
    let digits = String(sum, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}
