import DocumentModel

/// Writes one document; holds what its parts share, and the notes met so far.
struct ReportWriter {
  /// The document.
  let document: ReportDocument
  /// What is known of it.
  let survey: Survey
  /// The editions of the report, this one among them.
  let editions: [Edition]
  /// The files of the pictures.
  let pictures: PictureFiles
  /// The addresses of other files.
  let settings: WebSettings
  /// The notes of the chapter being written.
  var notes: [Note] = []
  /// The notes met so far that stand behind the text, and are not yet written.
  var endNotes: [Note] = []

  /// The web writer's words in the document's language.
  var words: WebWords { .of(survey.language) }
  /// This edition and the others.
  var others: [Edition] { editions.filter { $0.language != survey.language } }
}

/// One language of a report: what the others link to.
struct Edition {
  /// Its language.
  let language: LanguageTag
  /// Its folder under the root.
  let folder: String
  /// The language's own name.
  let name: String
  /// Its document.
  let document: ReportDocument
  /// What is known of it.
  let survey: Survey

  /// Its page, from another edition's page.
  var page: String { "../" + folder + "/index.html" }
}
