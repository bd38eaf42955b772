import Checking
import DisplayList
import DocumentModel
import Foundation
import Geometry
import HTMLWriter
import PDFPainter
import Pictures
import ReportComposition

extension Edition.Output {
  /// How fine the pictures of a PDF are: a screen shows no more than 220 dots per inch at the size of
  /// a page, sheets for print and the archive keep all that there is.
  var pictures: PictureResolution {
    switch self {
    case .pages(.plain): .reduced(dotsPerInch: 220)
    case .document, .trial, .pages(.archival), .booklet, .press: .original
    }
  }
}

extension EditionMaker {
  /// The pictures on the pages, by their paths in the report's folder.
  func printedPictures(_ list: DisplayList) -> [PrintedPicture] {
    let names = Dictionary(
      report.files.images.map { ($0.value.path, $0.key) }, uniquingKeysWith: { min($0, $1) })
    let isPrint = edition.outline.format == .brochure || edition.isForPress
    var pictures: [PrintedPicture] = []
    for item in list.pages.lazy.flatMap(\.runs).flatMap(\.items) {
      guard case .image(let image) = item, let name = names[image.path] else { continue }
      let width = Int(exactly: image.pixels.width) ?? 0
      let height = Int(exactly: image.pixels.height) ?? 0
      pictures.append(
        PrintedPicture(
          file: name, width: Length(points: image.frame.width).millimetres,
          dotsPerInch: image.dotsPerInch, pixels: (width, height),
          medium: isPrint ? .print : .screen))
    }
    return pictures
  }
}

/// The bytes of a picture of the web edition: a source that is shown whole keeps its coded pixels.
func bytes(
  of picture: WebPicture, in report: LoadedReport
) throws(PublishingFailure) -> [UInt8] {
  do {
    let data = try Data(contentsOf: URL(fileURLWithPath: picture.path), options: .mappedIfSafe)
    let file = try PictureFile([UInt8](data))
    if picture.isWhole, file.header.orientation == .upright { return file.withoutMetadata() }
    let crop = picture.crop
    return try file.copy(
      PictureCopy(
        part: Rectangle(x: crop.x, y: crop.y, width: crop.width, height: crop.height),
        width: picture.width, height: picture.height, quality: .web))
  } catch let fault as PictureFault {
    throw .use("bad-image", "the picture \"\(picture.path)\" \(fault.fact)", hint: fault.hint)
  } catch {
    throw .use(
      "bad-image", "the picture \"\(picture.path)\" cannot be read: \(error.localizedDescription)",
      hint: "copy the file again from where it came")
  }
}

/// A picture as it may be kept for others: without what cameras and programs note in it. What is no
/// picture is an error elsewhere and stays as it is here.
func withoutMetadata(_ bytes: [UInt8]) -> [UInt8] {
  do throws(PictureFault) {
    return try PictureFile(bytes).withoutMetadata(keepingOrientation: true)
  } catch {
    return bytes
  }
}
