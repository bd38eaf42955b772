/// A file that declares indicators: its name or its path in the report's folder, and what it holds.
public typealias IndicatorSource = (name: String, bytes: [UInt8])

extension Vocabulary {
  /// Loads the vocabulary that a report's `vocabulary` names.
  ///
  /// The node is the name of a shipped vocabulary, the path of a file that replaces it, or a mapping
  /// `{base: cooperation, extend: [vocabulary.yaml]}` whose files add to the base or override it. An
  /// extension may be a shipped one, such as `statutory-cn-2019`.
  ///
  /// The vocabulary is nil where its base cannot be read. The files of indicators stand in order, the
  /// base's first; where two declare the same one, the later is meant.
  ///
  /// - Parameters:
  ///   - node: The value of `vocabulary`; nil for the vocabulary `cooperation`.
  ///   - read: Reads a file of the report's folder.
  public static func load(
    _ node: YAMLNode?, read: (String) throws(Diagnostic) -> [UInt8]
  ) -> (vocabulary: Vocabulary?, indicatorFiles: [IndicatorSource], problems: [Diagnostic]) {
    var choice = VocabularyChoice()
    choice.read(node)
    var loading = VocabularyLoading(problems: choice.problems)
    loading.add(choice.base, role: .base, read: read)
    for name in choice.extensions { loading.add(name, role: .extension, read: read) }
    let vocabulary = loading.finished()
    return (vocabulary, loading.indicatorFiles, loading.problems)
  }
}

/// Which vocabulary a report chooses.
private struct VocabularyChoice {
  struct Name {
    var text: String
    var place: Place?
    var isFile: Bool { [".yaml", ".yml"].contains { text.hasSuffix($0) } }
  }
  var base = Name(text: "cooperation", place: nil)
  var extensions: [Name] = []
  var problems: [Diagnostic] = []

  mutating func read(_ node: YAMLNode?) {
    guard let node else { return }
    switch node.content {
    case .null: break
    case .scalar(let text): base = Name(text: text, place: node.place)
    case .mapping(let entries): for entry in entries { read(entry) }
    case .sequence:
      report(
        "vocabulary is a list", at: node.place,
        hint: "write {base: cooperation, extend: [vocabulary.yaml]}")
    }
  }

  private mutating func read(_ entry: YAMLNode.Entry) {
    switch entry.key {
    case "base":
      guard let text = entry.value.text else {
        return report(
          "base is \(entry.value.kindName)", at: entry.value.place,
          hint: "name one vocabulary, such as cooperation")
      }
      base = Name(text: text, place: entry.value.place)
    case "extend":
      for item in entry.value.items ?? [entry.value] {
        guard let text = item.text else {
          report(
            "extend holds \(item.kindName)", at: item.place, hint: "list the names of files")
          continue
        }
        extensions.append(Name(text: text, place: item.place))
      }
    default:
      report(
        "vocabulary has no key \(quoted(entry.key))", at: entry.place,
        hint: Spelling.hint(for: entry.key, among: ["base", "extend"]))
    }
  }

  private mutating func report(_ message: String, at place: Place, hint: String?) {
    problems.append(
      Diagnostic(.error, code: "bad-vocabulary", message, at: place, hint: hint))
  }
}

/// Reads the files of a vocabulary one after the other.
private struct VocabularyLoading {
  var problems: [Diagnostic]
  var indicatorFiles: [IndicatorSource] = []
  private var isBaseRead = false
  private var draft = VocabularyDraft()

  init(problems: [Diagnostic]) { self.problems = problems }

  mutating func add(
    _ name: VocabularyChoice.Name, role: VocabularyDraft.Role,
    read: (String) throws(Diagnostic) -> [UInt8]
  ) {
    let file = name.isFile ? name.text : "\(name.text).yaml"
    do throws(Diagnostic) {
      let bytes = name.isFile ? try read(file) : try Vocabulary.shippedBytes(file)
      let root = try YAMLReader.parse(bytes, file: file)
      draft.add(root, file: file, role: role)
      if role == .base { isBaseRead = root?["kinds"]?.entries != nil }
      if root?["indicators"] != nil { indicatorFiles.append((file, bytes)) }
      if role == .base, !name.isFile {
        let beside = "\(name.text)-indicators.yaml"
        indicatorFiles.append((beside, try Vocabulary.shippedBytes(beside)))
      }
    } catch {
      var problem = error
      problem.place = problem.place ?? name.place
      if problem.code == "unknown-vocabulary" {
        problem.hint =
          Spelling.hint(for: name.text, among: Vocabulary.shippedNames)
          ?? "a file's name ends in .yaml"
      }
      problems.append(problem)
    }
  }

  /// The vocabulary; nil where its base declares no kinds.
  mutating func finished() -> Vocabulary? {
    guard isBaseRead else {
      problems += draft.problems
      return nil
    }
    var vocabulary = draft.finished()
    do throws(Diagnostic) {
      let tables = try PlaceTables.shipped()
      vocabulary.regions = tables.regions
      vocabulary.placeLists = tables.lists
      vocabulary.places = draft.places(over: tables.places)
    } catch {
      problems.append(error)
    }
    problems += draft.problems
    return vocabulary
  }
}
