import DocumentModel
import Ledger
import Records
import Testing

@testable import ReportComposition

@Suite struct PictureTests {
  private static let image = ImageSource(
    path: "/made-up/images/a.jpg", format: .jpeg, width: 30, height: 20)

  private func section(_ blocks: String) -> String {
    "  - anchor: a\n    title: {en: A, zh: 甲}\n    blocks:\n" + blocks
  }

  private func picture(_ extra: String = "") -> String {
    "{file: images/a.jpg, alt: {en: Alt, zh: 文}, licence: CC0, credit: Made up\(extra)}"
  }

  private func composed(
    _ blocks: String, language: String = "en", records: [Record] = [],
    texts: [String: String] = [:]
  ) throws -> Composition {
    let outline = try #require(Fixture.outline(section(blocks)))
    let book = LedgerBook(
      figures: [], records: records, period: "2031", cutOff: "2031-12-31")
    return compose(
      outline: outline, language: language, book: book, vocabulary: Fixture.vocabulary,
      files: ReportFiles(texts: texts, images: ["images/a.jpg": Self.image]))
  }

  private func problems(_ blocks: String) -> [Diagnostic] {
    ReportOutline.parse(Fixture.yaml(section(blocks)), file: "report.yaml").problems
  }

  private func framing(_ composition: Composition) -> PictureFraming? {
    for case .illustration(let picture) in composition.document.sections[0].blocks {
      if case .image(let image) = picture.content { return image.framing }
    }
    return nil
  }

  @Test func aFocalPointAndACropAreRead() throws {
    let made = try composed("      - image: \(picture(", focus: 60% 30%, crop: 16:9"))")
    #expect(
      framing(made) == PictureFraming(focus: .init(x: 0.6, y: 0.3), shape: .ratio(16.0 / 9)))
    let frame = try composed("      - image: \(picture(", crop: frame"))")
    #expect(framing(frame) == PictureFraming(shape: .frame))
    #expect(try framing(composed("      - image: \(picture())")) == PictureFraming())
  }

  @Test(arguments: [
    "focus: 60%", "focus: 60% 130%", "focus: left top", "focus: nan% 3%", "crop: '16'",
    "crop: '0:9'", "crop: '16:0'", "crop: wide", "crop: '100:1'", "crop: '1:1:1'",
  ])
  func aWrongFramingIsToldAtItsPlace(_ text: String) {
    let found = problems("      - image: \(picture(", " + text))")
    #expect(found.map(\.code) == ["bad-framing"])
    #expect((found.first?.place?.column ?? 0) > 80)
    #expect(found.first?.hint?.isEmpty == false)
  }

  private static let media = Fixture.record(
    "media", "one",
    [
      "file": .text("images/a.jpg"), "focus_x": .quantity(Quantity(25)),
      "focus_y": .quantity(Quantity(75)), "crop": .text("4:3"), "credit": .text("Someone"),
      "licence": .text("CC BY"),
    ])

  @Test func aPictureOfATextHasTheFramingAndCreditOfItsRecord() throws {
    let text = "![Alt](images/a.jpg \"A caption\")\n"
    let made = try composed(
      "      - prose: one", records: [Self.media],
      texts: ["text/one.en.md": text, "text/one.zh.md": text])
    #expect(
      framing(made) == PictureFraming(focus: .init(x: 0.25, y: 0.75), shape: .ratio(4.0 / 3)))
    guard case .illustration(let picture)? = made.document.sections[0].blocks.first else {
      Issue.record("there is no picture")
      return
    }
    #expect(picture.credit.plainText.contains("Someone"))
  }

  @Test func theOutlineGoesBeforeTheRecord() throws {
    let made = try composed("      - image: \(picture(", crop: 1:1"))", records: [Self.media])
    #expect(framing(made) == PictureFraming(shape: .ratio(1)))
  }

  @Test(arguments: ["en", "zh"])
  func aGalleryTellsWhoWhereAndWhen(language: String) throws {
    let account =
      ", who: {en: Guests, zh: 来宾}, where: {en: Aldora, zh: 阿尔多拉}, when: {en: May, zh: 五月}"
    let made = try composed(
      "      - gallery:\n          - \(picture(account))\n          - \(picture())",
      language: language)
    #expect(made.problems == [])
    guard case .gallery(let gallery)? = made.document.sections[0].blocks.first else {
      Issue.record("there is no gallery")
      return
    }
    #expect(
      gallery.pictures.map(\.caption.plainText)
        == [language == "en" ? "Guests, Aldora, May." : "来宾，阿尔多拉，五月。", ""])
    #expect(gallery.pictures.allSatisfy { $0.credit.plainText.contains("Made up") })
    #expect(gallery.number == nil)
  }

  @Test func aGalleryHasOneToTwelvePictures() {
    let many = (0..<13).map { _ in "\n          - \(picture())" }.joined()
    #expect(problems("      - gallery:\(many)").map(\.code) == ["bad-gallery"])
    #expect(problems("      - gallery: []").map(\.code) == ["bad-gallery"])
    #expect(problems("      - gallery: {caption: x}").map(\.code) == ["missing-key"])
    #expect(problems("      - gallery: images/a.jpg").map(\.code) == ["bad-gallery"])
    #expect(problems("      - gallery: [a]").map(\.code) == ["wrong-type"])
  }

  @Test func aMissingPictureLeavesTheOthers() throws {
    let lost = "{file: images/b.jpg, alt: {en: Alt, zh: 文}, licence: CC0}"
    let made = try composed("      - gallery: [\(picture()), \(lost)]")
    #expect(made.problems.map(\.code) == ["missing-image"])
    guard case .gallery(let gallery)? = made.document.sections[0].blocks.first else {
      Issue.record("there is no gallery")
      return
    }
    #expect(gallery.pictures.count == 1)
  }

  @Test func aListNamesAPictureWithoutWhoWhereAndWhenAndAGalleryToo() throws {
    let said = picture(", anchor: p, caption: {en: Two arches, zh: 双拱}, who: {en: Guests, zh: 来宾}")
    let made = try composed(
      """
            - image: \(said)
            - gallery: {anchor: g, caption: {en: Plates, zh: 图版}, pictures: [\(picture())]}
            - list_of_figures
      """)
    guard case .captionList(let list)? = made.document.sections[0].blocks.last,
      case .illustration(let shown)? = made.document.sections[0].blocks.first
    else {
      Issue.record("there is no list")
      return
    }
    #expect(shown.caption.plainText == "Two arches Guests.")
    #expect(list.entries.map(\.title.plainText) == ["Two arches", "Plates"])
    #expect(list.entries.map(\.anchor) == ["p", "g"])
  }

  @Test(arguments: ["float: top", "span: page", "wrap: leading"])
  func aPictureOfAGalleryHasNoPlaceOfItsOwn(_ text: String) {
    let found = problems("      - gallery:\n          - \(picture(", " + text))")
    #expect(found.map(\.code) == ["unknown-key"])
  }
}
