import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

@Suite("Pictures in their frames, and galleries")
struct PictureFrameTests {
  private func source(
    _ width: Int, _ height: Int, _ framing: PictureFraming = .init()
  ) -> ImageSource {
    ImageSource(
      path: "/made-up/\(width)x\(height).jpg", format: .jpeg, width: width, height: height,
      framing: framing)
  }

  private func layOut(
    _ blocks: [Block], language: String = "en"
  ) throws -> (list: DisplayList, images: [Image]) {
    let list = try Fixture.layOut(
      Fixture.document([Fixture.chapter("a", blocks)], language: language)
    ).list
    #expect(list.problems() == [])
    let images = list.pages.flatMap(\.runs).flatMap(\.items).compactMap { item -> Image? in
      if case .image(let image) = item { image } else { nil }
    }
    return (list, images)
  }

  private func illustration(_ image: ImageSource) -> Block {
    .illustration(
      Illustration(
        anchor: "picture", number: "1", content: .image(image), alternative: "A picture.",
        caption: [.text("A caption.")]))
  }

  private func gallery(_ count: Int, of sizes: [(Int, Int)] = [(300, 200), (200, 300), (400, 150)])
    -> Block
  {
    let pictures = (0..<count).map { index in
      let size = sizes[index % sizes.count]
      return GalleryBlock.Picture(
        image: source(size.0 * 10, size.1 * 10), alternative: "Picture \(index).",
        caption: [.text("Guests \(index), Aldora, May 2031.")], credit: [.text("Made up.")])
    }
    return .gallery(
      GalleryBlock(anchor: "gallery", number: "1", caption: [.text("Visits")], pictures: pictures))
  }

  /// A part that fills its frame has the frame's shape: nothing is stretched.
  private func isTrue(_ image: Image) -> Bool {
    let shown = image.pixels.width * image.crop.width / (image.pixels.height * image.crop.height)
    return abs(shown / (image.frame.width / image.frame.height) - 1) < 1e-3
  }

  @Test("A picture is shown whole unless it is cropped, and never stretched")
  func whole() throws {
    for size in [(3000, 2000), (2000, 3000), (5000, 100), (100, 5000)] {
      let image = try #require(try layOut([illustration(source(size.0, size.1))]).images.first)
      #expect(image.crop == Image.whole)
      #expect(isTrue(image))
    }
  }

  @Test("A crop keeps the focal point in the frame, and the frame on the text's edges")
  func crop() throws {
    let framing = PictureFraming(focus: .init(x: 0.9, y: 0.1), shape: .ratio(16.0 / 9))
    let (list, images) = try layOut([illustration(source(2000, 3000, framing))])
    let image = try #require(images.first)
    #expect(isTrue(image))
    #expect(abs(image.frame.width - Theme().textWidth) < 1e-6)
    #expect(image.crop.width == 1)
    #expect(image.crop.y == 0)
    #expect(list.dump().contains("part 0% 0% 100%"))
    let low = PictureFraming(focus: .init(x: 0.5, y: 0.7), shape: .ratio(2))
    let other = try #require(try layOut([illustration(source(2000, 3000, low))]).images.first)
    #expect(abs(other.crop.y + other.crop.height / 2 - 0.7) < 1e-9)
  }

  @Test("A crop that follows the frame fills a shape of three to two")
  func frame() throws {
    let framing = PictureFraming(shape: .frame)
    let image = try #require(try layOut([illustration(source(900, 900, framing))]).images.first)
    #expect(isTrue(image))
    #expect(abs(image.frame.width / image.frame.height - 1.5) < 0.1)
  }

  @Test("Galleries of one to twelve have rows of one height within the page", arguments: 1...12)
  func rows(count: Int) throws {
    for language in ["en", "zh"] {
      let (list, images) = try layOut([Fixture.prose(40), gallery(count)], language: language)
      #expect(images.count == count)
      #expect(images.allSatisfy(isTrue))
      var pages: [[Image]] = []
      for page in list.pages {
        pages.append(
          page.runs.flatMap(\.items).compactMap { item in
            if case .image(let image) = item { image } else { nil }
          })
      }
      for (index, images) in pages.enumerated() {
        let theme = Theme().squared(for: language)
        let left = (index.isMultiple(of: 2) ? theme.inner : theme.outer) - 0.01
        for row in Dictionary(grouping: images, by: { $0.frame.y }).values {
          #expect(Set(row.map { ($0.frame.height * 100).rounded() }).count == 1)
          let edges = row.map(\.frame).sorted { $0.x < $1.x }
          #expect(abs((edges.first?.x ?? 0) - left) < 0.1)
          #expect(abs((edges.last?.maxX ?? 0) - left - theme.width) < 0.1)
          for (one, next) in zip(edges, edges.dropFirst()) {
            #expect(abs(next.x - one.maxX - Theme().gutter) < 0.01)
          }
        }
        #expect(images.allSatisfy { $0.frame.maxY < Theme().page.height - Theme().bottom })
      }
      let figures = list.structure.filter { $0.role == .figure }
      #expect(figures.count == count)
      #expect(figures.allSatisfy { $0.alternative?.isEmpty == false })
    }
  }

  @Test("Pictures end on the baseline and begin at the height of capitals")
  func grid() throws {
    let scale = TypeScale(theme: Theme(), language: "en")
    for image in try layOut([gallery(6)]).images {
      let foot = (image.frame.maxY - Theme().top - scale.drop) / scale.grid
      #expect(abs(foot - foot.rounded()) < 1e-6)
    }
  }

  @Test("No picture stands alone in a row where there are more than one")
  func alone() {
    for count in 2...12 {
      let lengths = GalleryRow.lengths(of: count)
      #expect(lengths.reduce(0, +) == count)
      #expect(lengths.allSatisfy { (2...3).contains($0) })
    }
    #expect(GalleryRow.lengths(of: 1) == [1])
    #expect(GalleryRow.lengths(of: 0) == [])
  }

  @Test("A row gives tall pictures less width, and of wild shapes still makes a row")
  func spans() {
    #expect(GalleryRow(first: 0, ratios: [1.5, 0.67]).spans == [8, 4])
    #expect(GalleryRow(first: 0, ratios: [1.5, 1.5, 1.5]).spans == [4, 4, 4])
    for ratios in [[1e-9, 1e9], [0, 0, 0], [.infinity, 1], [.nan, 1, 2]] {
      let row = GalleryRow(first: 0, ratios: ratios)
      #expect((0.2...0.5).contains(row.height))
    }
  }

  @Test("A page that shrinks a picture crops it where it may, and narrows it where not")
  func shrink() throws {
    let natural = ImageSource(path: "a.jpg", format: .jpeg, width: 300, height: 200)
    var focused = natural
    focused.framing.focus = .init(x: 0.5, y: 0.5)
    #expect(!natural.framing.allowsCropping)
    #expect(focused.framing.allowsCropping)
    #expect(focused.crop(to: 3) == PictureCrop(x: 0, y: 0.25, width: 1, height: 0.5))
  }
}
