public import Records

/// Which translations somebody has confirmed, and for which state of the source: the file
/// `translations.tsv` in a report's folder.
///
/// A line has the path of the translation, the SHA-256 of its source text and its own SHA-256 at the
/// time, split by tabs. The first line names the columns; a line that starts with `#` is a remark.
public struct TranslationLedger: Hashable, Sendable {
  /// The file's name.
  public static let fileName = "translations.tsv"
  /// One confirmed translation.
  public struct Entry: Hashable, Sendable {
    /// The translation's path: `text/glance.zh.md`.
    public var path: String
    /// The digest of the source text that was translated.
    public var source: String
    /// The digest of the translation.
    public var translation: String
    /// A confirmed translation.
    public init(path: String, source: String, translation: String) {
      self.path = path
      self.source = source
      self.translation = translation
    }
  }
  /// The confirmed translations, by path, each path once.
  public private(set) var entries: [Entry]

  /// A file of confirmed translations; of entries with one path the last counts.
  public init(_ entries: [Entry] = []) {
    let byPath = Dictionary(entries.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    self.entries = byPath.values.sorted { $0.path < $1.path }
  }

  /// The entry of a translation.
  public func entry(_ path: String) -> Entry? { entries.first { $0.path == path } }

  /// Reads the file; every line that cannot be read is a problem.
  public static func parse(
    _ text: String, file: String = fileName
  ) -> (ledger: TranslationLedger, problems: [Diagnostic]) {
    var entries: [Entry] = []
    var problems: [Diagnostic] = []
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    for (index, line) in lines.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if index == 0, cells.first == "path" { continue }
      guard cells.count == 3, cells.dropFirst().allSatisfy(isDigest), !cells[0].isEmpty else {
        problems.append(
          Diagnostic(
            .error, code: "bad-translations", "the line is not a path and two digests",
            at: Place(file: file, line: index + 1),
            hint: "delete it, and confirm the translation again"))
        continue
      }
      entries.append(Entry(path: cells[0], source: cells[1], translation: cells[2]))
    }
    return (TranslationLedger(entries), problems)
  }

  private static func isDigest(_ text: String) -> Bool {
    text.utf8.count == 64
      && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  /// The file's text.
  public var text: String {
    "path\tsource\ttranslation\n"
      + entries.map { "\($0.path)\t\($0.source)\t\($0.translation)\n" }.joined()
  }

  /// The ledger in which the translations of a report are confirmed as they are now.
  ///
  /// - Parameters:
  ///   - paths: The texts of the report.
  ///   - languages: Its languages, the source of the translations first.
  ///   - digests: The SHA-256 of each text by its path.
  ///   - only: The translations to confirm; nil for all.
  public func confirming(
    _ paths: [String], languages: [String], digests: [String: String], only: [String]? = nil
  ) -> TranslationLedger {
    var added: [Entry] = []
    for pair in TranslationPair.all(paths, languages: languages) {
      guard only?.contains(pair.path) ?? true, let source = digests[pair.source],
        let translation = digests[pair.path]
      else { continue }
      added.append(Entry(path: pair.path, source: source, translation: translation))
    }
    return TranslationLedger(entries + added)
  }
}

/// A text and what it is translated from.
struct TranslationPair {
  var path: String
  var source: String

  static func all(_ paths: [String], languages: [String]) -> [TranslationPair] {
    guard let source = languages.first else { return [] }
    let known = Set(paths)
    return known.sorted().flatMap { path -> [TranslationPair] in
      guard path.hasSuffix(".\(source).md") else { return [] }
      let stem = path.dropLast(source.count + 4)
      return languages.dropFirst().map { "\(stem).\($0).md" }.filter { known.contains($0) }
        .map { TranslationPair(path: $0, source: path) }
    }
  }
}

extension CheckContext {
  /// Translations that are older than their source, or that nobody has confirmed.
  func translationProblems() -> [Diagnostic] {
    guard let ledger = input.translations, let digests = input.digests else { return [] }
    let entries = Dictionary(
      ledger.entries.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    let paths = Array(input.texts.keys)
    return TranslationPair.all(paths, languages: languages).compactMap { pair in
      guard let source = digests[pair.source], let translation = digests[pair.path] else {
        return nil
      }
      guard let entry = entries[pair.path] else { return unconfirmed(pair, "is not confirmed") }
      guard entry.source != source else { return nil }
      guard entry.translation == translation else {
        return unconfirmed(pair, "and its source have both changed since it was confirmed")
      }
      return Diagnostic(
        .warning, code: "stale-translation",
        "\(quoted(pair.source)) has changed since this translation of it was confirmed",
        at: Place(file: pair.path),
        hint: "bring it up to date, then confirm it with `annals translated`")
    }
  }

  private func unconfirmed(_ pair: TranslationPair, _ what: String) -> Diagnostic {
    Diagnostic(
      .warning, code: "unconfirmed-translation", "the translation \(what)",
      at: Place(file: pair.path),
      hint: "compare it with \(quoted(pair.source)), then confirm it "
        + "with `annals translated`")
  }
}
