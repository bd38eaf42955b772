import CQPDF
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
  var painted = painted
  strikeElements(from: &painted)
  return try painted.withUnsafeBufferPointer { (bytes) throws(FinishingError) in
    let document = try QPDFDocument(bytes)
    let pages = try preparePages(of: document, list)
    let markers = list.pages.map { Markers($0, list.structure) }
    var contents = PageContents(document, pages: pages, markers: markers)
    try contents.rewrite()
    var repairs = ResourceRepairs(document)
    for page in pages { repairs.repair(resourcesOf: page) }
    try document.check("repairing resources")
    let links = LinkAnnotations(document: document, list: list, pages: pages)
    let annotations = try links.write()
    try StructureTree(document, list, pages: pages, markers: markers, annotations: annotations)
      .write()
    try Outline(document: document, entries: list.outline, links: links).write()
    try document.writePageLabels(list.pages)
    try metadata.write(to: document)
    try document.writeOutputIntent()
    try document.writeAttachments(plan.attachments)
    return try document.write()
  }
}

/// Drops what Cairo said of structure and gives each page its true boxes; the pages' handles.
private func preparePages(
  of document: QPDFDocument, _ list: DisplayList
) throws(FinishingError) -> [Handle] {
  document.remove("/StructTreeRoot", of: document.catalog)
  document.remove("/MarkInfo", of: document.catalog)
  let count = Int(qpdf_get_num_pages(document.data))
  try document.check("counting pages")
  guard count == list.pages.count else {
    throw .pageCount(expected: list.pages.count, found: count)
  }
  var pages: [Handle] = []
  for (index, page) in list.pages.enumerated() {
    let handle = qpdf_get_page_n(document.data, index)
    document.remove("/Annots", of: handle)
    document.set("/StructParents", of: handle, to: document.integer(index))
    document.setKept("/Tabs", of: handle, to: document.name("/S"))
    let box = document.reals([0, 0, page.size.width, page.size.height])
    document.setKept("/MediaBox", of: handle, to: box)
    document.set("/TrimBox", of: handle, to: box)
    pages.append(handle)
  }
  try document.check("preparing pages")
  return pages
}

extension QPDFDocument {
  /// Writes version 1.7 with object streams and an identifier made from the content.
  fileprivate func write() throws(FinishingError) -> [UInt8] {
    _ = qpdf_init_write_memory(data)
    try check("starting to write")
    qpdf_force_pdf_version(data, "1.7")
    qpdf_set_deterministic_ID(data, QPDF_TRUE)
    qpdf_set_object_stream_mode(data, qpdf_o_generate)
    qpdf_set_compress_streams(data, QPDF_TRUE)
    // ISO 19005-2, 6.1.7.1: an end of line before endstream.
    qpdf_set_newline_before_endstream(data, QPDF_TRUE)
    _ = qpdf_write(data)
    try check("writing the file")
    let length = qpdf_get_buffer_length(data)
    return Array(UnsafeBufferPointer(start: qpdf_get_buffer(data), count: length))
  }
}
