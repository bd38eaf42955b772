public import DocumentModel
import Foundation
public import Themes

/// A file of a web edition.
public struct WebFile: Hashable, Sendable {
  /// Where its bytes come from.
  public enum Content: Hashable, Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// The bytes of a font at a path on disk.
    case copy(of: String)
    /// A picture, to be made as it is described.
    case picture(WebPicture)
  }
  /// The path under the edition's root: "index.html", "en/index.html", "assets/annals.css".
  public var path: String
  /// What it holds.
  public var content: Content
  /// A file.
  public init(path: String, content: Content) {
    self.path = path
    self.content = content
  }
}

/// What a web edition links to outside itself, and what it looks like.
public struct WebSettings: Hashable, Sendable {
  /// The PDF of each language, by the document's language tag: an address relative to the page
  /// of that language, as in "../../report-2019.en.pdf".
  public var pdfLinks: [String: String]
  /// The records behind the figures, an address relative to a language's page; nil for none.
  public var recordsLink: String?
  /// The theme of the style sheet; nil for the first of the shipped ones.
  public var design: Design?
  /// What a web edition links to, and its theme.
  public init(
    pdfLinks: [String: String] = [:], recordsLink: String? = nil, design: Design? = nil
  ) {
    self.pdfLinks = pdfLinks
    self.recordsLink = recordsLink
    self.design = design
  }
}

/// The web edition of a report: a page to choose a language, a page for each language, the style
/// sheet and the pictures, in that order.
///
/// A language's folder is the first subtag of its tag, `zh` of `zh-Hans`, or the whole tag where
/// two documents share the first. The same documents give the same bytes.
public func webEdition(
  of documents: [ReportDocument], settings: WebSettings
) throws(HTMLWritingError) -> [WebFile] {
  let editions = try editions(of: documents)
  guard let first = editions.first else { throw .noDocuments }
  try check(settings)
  let pictures = PictureFiles(editions.flatMap(\.survey.images))
  let landing = LandingPage(
    editions: editions, first: first, pictures: pictures, settings: settings)
  var files = [page("index.html", landing.node)]
  for edition in editions {
    var writer = ReportWriter(
      document: edition.document, survey: edition.survey, editions: editions,
      pictures: pictures, settings: settings)
    files.append(page(edition.folder + "/index.html", writer.page(of: edition)))
  }
  let design = settings.design ?? Design.read(nil).design
  var style = Array(ThemeSheet(design).text.utf8)
  for part in styleParts + formParts(of: design) + ["figure-forms.css"] { style += try asset(part) }
  files.append(WebFile(path: "assets/annals.css", content: .bytes(style)))
  files.append(WebFile(path: "assets/icon.svg", content: .bytes(try asset("icon.svg"))))
  return files + pictures.files
}

/// The parts of the style sheet, in the order of their precedence.
private let styleParts = [
  "base.css", "cover.css", "text.css", "blocks.css", "patterns.css", "media.css",
]

/// The parts that belong to the forms of a theme, after the parts of all themes.
private func formParts(of design: Design) -> [String] {
  ["cover-" + design[.cover], "opener-" + design[.opener], "figures-" + design[.keyFigures]]
    .filter { formFiles.contains($0) }.map { $0 + ".css" }
    + (design[.tables] == "banded" ? ["tables-banded.css"] : [])
    + (design[.coverPicture] == "foot" ? [] : ["cover-picture-\(design[.coverPicture]).css"])
}

/// The forms that differ from what the other parts say.
private let formFiles: Set<String> = [
  "cover-pattern", "cover-type", "opener-field", "opener-bar", "figures-large",
  "figures-rows",
]

private func page(_ path: String, _ root: HTMLNode) -> WebFile {
  WebFile(path: path, content: .bytes(HTMLEncoder.page(root)))
}

private func editions(of documents: [ReportDocument]) throws(HTMLWritingError) -> [Edition] {
  var surveys: [Survey] = []
  for document in documents {
    let survey = try Survey(of: document)
    guard !surveys.contains(where: { $0.language.folded == survey.language.folded }) else {
      throw .duplicateLanguage(document.language)
    }
    surveys.append(survey)
  }
  let primaries = surveys.map(\.language.primary)
  return zip(documents, surveys).map { document, survey in
    let isShared = primaries.count { $0 == survey.language.primary } > 1
    return Edition(
      language: survey.language,
      folder: isShared ? survey.language.folded : survey.language.primary,
      name: document.words.languageName, document: document, survey: survey)
  }
}

private func check(_ settings: WebSettings) throws(HTMLWritingError) {
  let links = settings.pdfLinks.values.sorted() + [settings.recordsLink].compactMap(\.self)
  for link in links where WebAddress(relative: link) == nil {
    throw .refusedRelativeAddress(link)
  }
}

/// A file of the module, as it is in the package.
private func asset(_ name: String) throws(HTMLWritingError) -> [UInt8] {
  guard let folder = Bundle.module.resourceURL else { throw .unreadableAsset(name) }
  do {
    return [UInt8](try Data(contentsOf: folder.appending(path: "Assets/" + name)))
  } catch {
    throw .unreadableAsset(name)
  }
}
