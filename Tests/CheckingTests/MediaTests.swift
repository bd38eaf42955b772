import DocumentModel
import Records
import ReportComposition
import Testing

@testable import Checking

@Suite struct MediaTests {
  static func media(_ licence: String?) -> Record {
    var values: [String: Value] = ["file": .text("images/gate.jpg")]
    if let licence { values["licence"] = .text(licence) }
    return Made.record("media", "gate", line: 3, values)
  }
  static let texts = ["text/one.en.md": "Text.\n\n![The gate](images/gate.jpg \"Gate\")\n"]

  @Test func `A picture needs a licence`() throws {
    let bare = try Made.found("missing-licence", texts: Self.texts)
    #expect(places(bare) == ["text/one.en.md:3:1"])
    let empty = try Made.found("missing-licence", records: [Self.media(nil)], texts: Self.texts)
    #expect(places(empty) == ["records/made-up.yaml:3:1"])
    #expect(
      try Made.found("missing-licence", records: [Self.media("CC BY")], texts: Self.texts).isEmpty)
  }

  private func coarse(_ pictures: [PrintedPicture]) throws -> [Diagnostic] {
    var input = try Made.input(records: [Self.media("CC BY")], texts: Self.texts, languages: ["en"])
    input.printedPictures = pictures
    return checks(input).filter { $0.code == "low-resolution" }
  }

  private func picture(_ dots: Double, _ medium: PrintedPicture.Medium) -> PrintedPicture {
    PrintedPicture(
      file: "images/gate.jpg", width: 170, dotsPerInch: dots, pixels: (1000, 500), medium: medium)
  }

  @Test func `A picture that is coarse where it stands is told with the pixels it needs`() throws {
    let found = try coarse([picture(149, .screen), picture(100, .screen), picture(149, .print)])
    #expect(places(found) == ["text/one.en.md:3:1"])
    #expect(
      found.map(\.message) == [
        "the picture \"images/gate.jpg\" has 100 dpi at its width of 170 mm, "
          + "and the screen needs 150"
      ])
    #expect(found.first?.hint?.contains("1500 × 750") == true)
    #expect(try coarse([picture(219, .print)]).first?.message.contains("print needs 220") == true)
    #expect(try coarse([picture(150, .screen), picture(220, .print)]).isEmpty)
  }

  static func consent(_ word: String, _ agreed: Bool) throws -> [Diagnostic] {
    var picture = media("CC BY")
    picture.fields["consent"] = Field(.choice(word), at: Made.place)
    picture.fields["persons"] = Field(.list([.reference("someone")]), at: Made.place)
    let person = Made.record("person", "someone", ["photo_consent": .flag(agreed)])
    var input = try Made.input(records: [picture, person], texts: texts, languages: ["en"])
    let image = ImageSource(path: "/report/images/gate.jpg", format: .jpeg, width: 9, height: 9)
    input.compositions["en"] = compose(
      outline: input.outline, language: "en", book: input.book, vocabulary: input.vocabulary,
      files: ReportFiles(texts: texts, images: ["images/gate.jpg": image]))
    return checks(input).filter { $0.code == "picture-without-consent" }
  }

  @Test func `A picture of persons needs their consent`() throws {
    #expect(places(try Self.consent("missing", true)) == ["records/made-up.yaml:1:1"])
    #expect(try Self.consent("not_needed", false).count == 1)
    #expect(try Self.consent("given", false).isEmpty)
    #expect(try Self.consent("not_needed", true).isEmpty)
  }

  static func evidence(_ hash: String) -> Record {
    Made.record(
      "evidence", "letter", line: 2, ["file": .text("evidence/letter.pdf"), "sha256": .text(hash)])
  }

  @Test func `Evidence is the file that was recorded`() throws {
    var input = try Made.input(records: [Self.evidence("AB")])
    #expect(checks(input).isEmpty)
    input.digests = ["evidence/letter.pdf": "ab"]
    #expect(checks(input).isEmpty)
    input.digests = ["evidence/letter.pdf": "cd"]
    #expect(places(checks(input)) == ["records/made-up.yaml:2:20"])
    #expect(checks(input).map(\.code) == ["evidence-changed"])
    input.digests = [:]
    #expect(checks(input).map(\.code) == ["evidence-missing"])
    #expect(places(checks(input)) == ["records/made-up.yaml:2:10"])
  }
}
