import CQPDF
import DisplayList
import PDFPainter

@testable import PDFFinishing

/// A plan for tests.
let samplePlan = FinishingPlan(
  title: "A report", author: "An office", subject: "What happened", keywords: ["one", "two"],
  language: "en", created: "2024-03-01T09:00:00+08:00")

/// Paints and finishes a list.
func finished(_ list: DisplayList, _ plan: FinishingPlan = samplePlan) throws -> [UInt8] {
  try finishPDF(try paintPDF(list), list: list, plan: plan)
}

/// A finished file, read back.
final class FinishedFile {
  private let bytes: UnsafeMutableBufferPointer<UInt8>
  let document: QPDFDocument

  init(_ source: [UInt8]) throws {
    bytes = .allocate(capacity: source.count)
    _ = bytes.initialize(from: source)
    document = try QPDFDocument(UnsafeBufferPointer(bytes))
  }

  deinit { bytes.deallocate() }

  var pageCount: Int { Int(qpdf_get_num_pages(document.data)) }

  func page(_ index: Int) -> Handle { qpdf_get_page_n(document.data, index) }

  func content(_ index: Int) throws -> [UInt8] {
    try document.streamData(document.get("/Contents", of: page(index)), "reading")
  }

  /// What a path of keys leads to, from a dictionary.
  func value(_ path: String..., of start: Handle? = nil) -> Handle {
    path.reduce(start ?? document.catalog) { document.get($1, of: $0) }
  }

  func items(_ array: Handle) -> [Handle] {
    (0..<max(0, qpdf_oh_get_array_n_items(document.data, array))).map {
      qpdf_oh_get_array_item(document.data, array, $0)
    }
  }

  func source(_ handle: Handle) -> String {
    String(cString: qpdf_oh_unparse_resolved(document.data, handle))
  }

  func text(_ handle: Handle) -> String {
    String(cString: qpdf_oh_get_utf8_value(document.data, handle))
  }

  func number(_ handle: Handle) -> Int {
    Int(qpdf_oh_get_int_value(document.data, handle))
  }

  func object(_ handle: Handle) -> Int { Int(qpdf_oh_get_object_id(document.data, handle)) }

  /// The parent tree as a table.
  func parentTree() -> [Int: Handle] {
    let numbers = items(value("/StructTreeRoot", "/ParentTree", "/Nums"))
    var table: [Int: Handle] = [:]
    for at in stride(from: 0, to: numbers.count - 1, by: 2) {
      table[number(numbers[at])] = numbers[at + 1]
    }
    return table
  }
}
