public import Records
import ReportComposition

/// The vocabulary that a command is about: a report's own, or a shipped one by its name.
public enum VocabularyChoice: Sendable {
  /// The one that a report's outline names.
  case report(ReportFolder)
  /// A shipped one: `cooperation`.
  case shipped(String)
}

/// A vocabulary that a command asked for, and the languages that its reader wants.
public struct ChosenVocabulary: Sendable {
  /// The vocabulary.
  public var vocabulary: Vocabulary
  /// The languages, by their codes.
  public var languages: [String]
  /// The files that declare its indicators.
  let indicators: [IndicatorSource]
}

/// Finds a vocabulary. Throws the problems of the outline or of the vocabulary.
public func findVocabulary(
  _ choice: VocabularyChoice
) throws(PublishingFailure) -> ChosenVocabulary {
  switch choice {
  case .report(let folder):
    var reader = ReportReader(folder: folder, cache: nil)
    guard let outline = reader.outline(folder.outlineFile), let words = reader.vocabulary(outline)
    else { throw PublishingFailure(.content, reader.problems.inOrder()) }
    if reader.problems.hasErrors { throw PublishingFailure(.content, reader.problems.inOrder()) }
    return ChosenVocabulary(
      vocabulary: words.vocabulary, languages: outline.languages, indicators: words.indicators)
  case .shipped(let name):
    let node = YAMLNode(content: .scalar(name), place: Place(file: "--vocabulary"))
    let found = Vocabulary.load(node) { (file) throws(Diagnostic) -> [UInt8] in
      throw Diagnostic(
        .error, code: "unknown-vocabulary", "no vocabulary \"\(file)\" is shipped",
        hint: "name a shipped vocabulary, or a report's folder that has its own")
    }
    guard let vocabulary = found.vocabulary, !found.problems.hasErrors else {
      throw PublishingFailure(.use, found.problems)
    }
    return ChosenVocabulary(
      vocabulary: vocabulary, languages: ["en", "zh"], indicators: found.indicatorFiles)
  }
}

/// The JSON Schema of files of records (draft 2020-12), for editors; of one kind, or of files that
/// hold several.
public func jsonSchema(
  _ chosen: ChosenVocabulary, kind: String?
) throws(PublishingFailure) -> [UInt8] {
  guard let kind else { return JSONSchema.make(vocabulary: chosen.vocabulary) }
  guard let known = chosen.vocabulary.kind(named: kind) else {
    throw unknownKind(kind, chosen.vocabulary)
  }
  return JSONSchema.make(vocabulary: chosen.vocabulary, kind: known)
}

/// The guide to a vocabulary in Markdown: its kinds, fields, words and indicators.
public func vocabularyGuide(_ chosen: ChosenVocabulary) throws(PublishingFailure) -> String {
  do throws(Diagnostic) {
    return try VocabularyDocs.markdown(
      vocabulary: chosen.vocabulary, indicators: chosen.indicators)
  } catch {
    throw PublishingFailure(.content, [error])
  }
}

func unknownKind(_ kind: String, _ vocabulary: Vocabulary) -> PublishingFailure {
  .use(
    "unknown-kind", "there is no kind of record \"\(kind)\"",
    hint: Spelling.hint(for: kind, among: vocabulary.kinds.map(\.name)))
}
