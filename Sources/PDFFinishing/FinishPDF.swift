public import DisplayList
import Geometry

/// Turns a painted document into a file that claims PDF/A and PDF/UA-1: marks get their meaning,
/// and structure, links, bookmarks, labels, metadata and output intent are added.
///
/// The same painted bytes, list and plan give the same bytes.
public func finishPDF(
  _ painted: [UInt8], list: DisplayList, plan: FinishingPlan
) throws(FinishingError) -> [UInt8] {
  let metadata = try Metadata(plan)
  if plan.conformance == .a2aUA1, !plan.attachments.isEmpty { throw .attachmentsNeedA3 }
  let problems = structureProblems(of: list)
  guard problems.isEmpty else { throw .structure(problems) }
  return try painted.withUnsafeBufferPointer { (bytes) throws(FinishingError) in
    let document = try PDFDocument(bytes)
    let pages = try preparePages(of: document, list)
    let markers = list.pages.map { Markers($0, list.structure) }
    var contents = PageContents(document, pages: pages, markers: markers)
    try contents.rewrite()
    var repairs = ResourceRepairs(document)
    for page in pages { repairs.repair(resourcesOf: document.painted.objects[page].dictionary) }
    let links = LinkAnnotations(document: document, list: list, pages: pages)
    let annotations = links.write()
    StructureTree(document, list, pages: pages, markers: markers, annotations: annotations).write()
    Outline(document: document, entries: list.outline, links: links).write()
    document.writePageLabels(list.pages)
    let info = metadata.write(to: document, packet: metadata.packet)
    try document.writeOutputIntent()
    try document.writeAttachments(plan.attachments)
    return document.bytes(info: info)
  }
}

/// Gives each page its true boxes; the pages' numbers.
private func preparePages(
  of document: PDFDocument, _ list: DisplayList
) throws(FinishingError) -> [Int] {
  let pages = try document.pages()
  guard pages.count == list.pages.count else {
    throw .pageCount(expected: list.pages.count, found: pages.count)
  }
  for (index, (number, page)) in zip(pages, list.pages).enumerated() {
    document.change(number) { dictionary in
      dictionary["Annots"] = nil
      dictionary.set("StructParents") { $0.digits(index) }
      dictionary.set("Tabs") { $0.write("/S") }
      for box in ["MediaBox", "TrimBox"] {
        dictionary.set(box) { source in
          source.write("[0 0")
          source.real(page.size.width)
          source.real(page.size.height)
          source.write("]")
        }
      }
    }
  }
  return pages
}
