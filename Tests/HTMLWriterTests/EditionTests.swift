import DocumentModel
import Foundation
import HTMLWriter
import Testing

@Suite("The files of an edition")
struct EditionTests {
  @Test("An edition has a choice of language, a page for each, its style and its pictures")
  func files() throws {
    #expect(
      try sampleEdition().map(\.path) == [
        "index.html", "en/index.html", "zh/index.html", "assets/annals.css", "assets/icon.svg",
        "assets/img/annals-sample-hills-1.png",
      ])
  }

  @Test("The same documents give the same bytes")
  func deterministic() throws {
    #expect(try sampleEdition() == sampleEdition())
  }

  @Test("Nothing runs and nothing foreign is asked for")
  func quiet() throws {
    let files = try sampleEdition()
    for path in ["index.html", "en/index.html", "zh/index.html"] {
      let html = page(path, of: files)
      #expect(html.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src"))
      #expect(try matches("(<script(?! type=\"application/ld))", in: html).isEmpty)
      #expect(try matches(#"( (?:on[a-z]+|style)=)"#, in: html).isEmpty)
      #expect(try matches(#"<(?:img|link)[^>]* (?:src|href)="(\w+:|//)"#, in: html).isEmpty)
    }
    #expect(try matches(#"(url\(|@import)"#, in: page("assets/annals.css", of: files)).isEmpty)
  }

  @Test("The choice of language leads to every edition, and each to the others")
  func languages() throws {
    let files = try sampleEdition()
    let choice = page("index.html", of: files)
    #expect(choice.contains("<a href=\"en/index.html\" hreflang=\"en\">"))
    #expect(choice.contains("<a href=\"zh/index.html\" hreflang=\"zh-Hans\">"))
    let html = page("zh/index.html", of: files)
    #expect(html.contains("<html lang=\"zh-Hans\">"))
    #expect(html.contains("<link rel=\"alternate\" hreflang=\"en\" href=\"../en/index.html\">"))
  }

  @Test("Documents in scripts of one language get folders of their own")
  func folders() throws {
    var other = Sample.chinese
    other.language = "zh-Hant"
    let paths = try webEdition(of: [Sample.chinese, other], settings: .init()).map(\.path)
    #expect(paths.prefix(3) == ["index.html", "zh-hans/index.html", "zh-hant/index.html"])
  }

  @Test("Two documents in one language, or none at all, are errors")
  func refused() {
    var other = Sample.english
    other.language = "EN"
    #expect(throws: HTMLWritingError.duplicateLanguage("EN")) {
      try webEdition(of: [Sample.english, other], settings: .init())
    }
    #expect(throws: HTMLWritingError.noDocuments) { try webEdition(of: [], settings: .init()) }
  }

  @Test("The PDF is linked from its own language")
  func pdf() throws {
    let files = try webEdition(
      of: [Sample.english, Sample.chinese],
      settings: WebSettings(pdfLinks: ["zh-Hans": "../../a.zh.pdf"]))
    #expect(page("zh/index.html", of: files).contains("<a href=\"../../a.zh.pdf\""))
    #expect(!page("en/index.html", of: files).contains(".pdf"))
  }

  /// Writes the sample where the outside checkers can see it.
  @Test(
    "The sample edition can be written for the outside checkers",
    .enabled(if: ProcessInfo.processInfo.environment["ANNALS_WEB_SAMPLE"] != nil))
  func sample() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["ANNALS_WEB_SAMPLE"])
    try SamplePicture.write()
    for file in try sampleEdition() {
      let url = URL(filePath: folder + "/" + file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      switch file.content {
      case .bytes(let bytes): try Data(bytes).write(to: url)
      case .picture(let picture):
        try Data(contentsOf: URL(filePath: picture.path)).write(to: url)
      case .copy(let path): try Data(contentsOf: URL(filePath: path)).write(to: url)
      }
    }
  }
}
