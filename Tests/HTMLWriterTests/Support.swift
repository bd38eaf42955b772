import DocumentModel
import Foundation
import HTMLWriter

/// The sample edition in both languages.
func sampleEdition() throws -> [WebFile] {
  try webEdition(
    of: [Sample.english, Sample.chinese],
    settings: WebSettings(pdfLinks: [:]))
}

/// The text of a page.
func page(_ path: String, of files: [WebFile]) -> String {
  for file in files where file.path == path {
    if case .bytes(let bytes) = file.content { return String(decoding: bytes, as: UTF8.self) }
  }
  return ""
}

/// An English page whose only chapter holds some blocks.
func page(of blocks: [Block], words: String = "Title") throws -> String {
  var document = Sample.english
  document.sections = [
    Section(anchor: "one", number: "1", title: [.text(words)], role: .chapter, blocks: blocks)
  ]
  return page("en/index.html", of: try webEdition(of: [document], settings: WebSettings()))
}

/// The first error of an edition of one chapter.
func fault(of blocks: [Block]) -> HTMLWritingError? {
  do {
    _ = try page(of: blocks)
    return nil
  } catch {
    return error as? HTMLWritingError
  }
}

/// What a pattern's first group matches, in order.
func matches(_ pattern: String, in text: String) throws -> [String] {
  try text.matches(of: Regex(pattern)).compactMap { $0.output[1].substring.map(String.init) }
}
