import CQPDF
import DisplayList
import Foundation
import Geometry
import PDFPainter
import Testing

@testable import PDFFinishing

@Suite("Resources that Cairo writes")
struct ResourceTests {
  /// A red pixel with half transparency.
  private let png = """
    iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGP4z8DQAAAEgQGALFXOsAAAAABJRU5Erk\
    Jggg==
    """

  @Test("A picture painted more than once on a page is named once")
  func pictures() throws {
    let place = FileManager.default.temporaryDirectory
      .appendingPathComponent("annals-resources-\(UUID().uuidString)")
    try #require(Data(base64Encoded: png)).write(to: place)
    defer { #expect(throws: Never.self) { try FileManager.default.removeItem(at: place) } }
    var sample = try SampleList([])
    for (index, x) in [10.0, 60, 110].enumerated() {
      let image = Image(
        path: place.path, format: .png, pixels: Size(width: 1, height: 1),
        frame: Rectangle(x: x, y: 10, width: 30 + 10 * Double(index), height: 20))
      let node = sample.node(StructureNode(.figure, alternative: "A pixel"))
      sample.run(.node(node), [.image(image)])
    }
    let painted = try paintPDF(sample.list)
    let file = try FinishedFile(
      try finishPDF(painted, list: sample.list, plan: samplePlan))
    let pictures = file.source(file.value("/Resources", "/XObject", of: file.page(0)))
    #expect(pictures.contains("/x"))
    // qpdf warns of a key that a dictionary has twice.
    #expect(qpdf_more_warnings(file.document.data) == 0)
  }
}
