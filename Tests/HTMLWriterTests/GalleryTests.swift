import DocumentModel
import HTMLWriter
import Testing

@Suite("Pictures of the web edition")
struct GalleryTests {
  private func picture(_ width: Int, _ height: Int, _ path: String = "a.jpg") -> ImageSource {
    ImageSource(path: "/made-up/" + path, format: .jpeg, width: width, height: height)
  }

  private func edition(_ block: Block) throws -> [WebFile] {
    var document = Sample.english
    document.sections = [
      Section(anchor: "one", number: "1", title: [.text("T")], role: .chapter, blocks: [block])
    ]
    return try webEdition(of: [document], settings: WebSettings())
  }

  private func pictures(_ files: [WebFile]) -> [WebPicture] {
    files.compactMap { if case .picture(let picture) = $0.content { picture } else { nil } }
  }

  private func illustration(_ image: ImageSource) -> Block {
    .illustration(
      Illustration(
        anchor: "i", number: nil, content: .image(image), alternative: "Alt", caption: []))
  }

  @Test("A wide picture comes in two widths, and the page names both")
  func widths() throws {
    let files = try edition(illustration(picture(4200, 2800)))
    // Three eighths are near 1,600; two eighths are too far from 800.
    #expect(pictures(files).map(\.width) == [800, 1575])
    #expect(pictures(files).map(\.height) == [533, 1050])
    let html = page("en/index.html", of: files)
    #expect(
      html.contains("srcset=\"../assets/img/a.800.jpg 800w, ../assets/img/a.jpg 1575w\""))
    #expect(html.contains("width=\"1575\" height=\"1050\""))
  }

  @Test("Copies of a JPEG are eighths of it where one is near, and no two are alike")
  func eighths() throws {
    let near = [(1200, 750, 500), (2400, 900, 600), (6000, 750, 500)]
    for (width, narrow, low) in near {
      let files = pictures(try edition(illustration(picture(width, width / 3 * 2))))
      #expect(files.first?.width == narrow)
      #expect(files.first?.height == low)
      #expect(Set(files.map(\.width)).count == files.count)
    }
    let drawing = ImageSource(path: "/made-up/a.png", format: .png, width: 1200, height: 800)
    #expect(pictures(try edition(illustration(drawing))).map(\.width) == [800, 1200])
  }

  @Test("A small picture is taken as it is")
  func small() throws {
    let files = try edition(illustration(picture(900, 600)))
    #expect(pictures(files).map(\.width) == [900])
    #expect(pictures(files).map(\.isWhole) == [true])
    #expect(!page("en/index.html", of: files).contains("srcset"))
  }

  @Test("What is cropped away is not published")
  func crop() throws {
    var image = picture(1000, 2000)
    image.framing = PictureFraming(focus: .init(x: 0.5, y: 0.9), shape: .ratio(1))
    let files = pictures(try edition(illustration(image)))
    #expect(files.last?.crop == PictureCrop(x: 0, y: 0.5, width: 1, height: 0.5))
    #expect(files.last?.width == files.last?.height)
    #expect(files.last?.isWhole == false)
  }

  @Test("A gallery is rows of figures with their captions and alternatives")
  func gallery() throws {
    let cells = (0..<5).map { index in
      GalleryBlock.Picture(
        image: picture(3000, index == 1 ? 4500 : 2000, "\(index).jpg"), alternative: "Alt \(index)",
        caption: [.text("Guests \(index)")], credit: [.text("Made up")])
    }
    let block = GalleryBlock(anchor: "g", number: "2", caption: [.text("Visits")], pictures: cells)
    let html = page("en/index.html", of: try edition(.gallery(block)))
    #expect(try matches("(class=\"gallery-row\")", in: html).count == 2)
    #expect(
      try matches("<figure class=\"span-([0-9]+)\"", in: html) == ["8", "4", "4", "4", "4"])
    #expect(try matches("alt=\"(Alt [0-9])\"", in: html).count == 5)
    #expect(try matches("<figcaption>(Guests [0-9])", in: html).count == 5)
    #expect(html.contains("gallery-caption"))
  }

  @Test("A gallery's picture without words is an error")
  func alternative() throws {
    let cell = GalleryBlock.Picture(image: picture(3, 2), alternative: " ", caption: [])
    let block = GalleryBlock(anchor: "g", number: nil, caption: [], pictures: [cell])
    #expect(
      fault(of: [.gallery(block)]) == .missingAlternative(illustration: "g", language: "en"))
  }
}
