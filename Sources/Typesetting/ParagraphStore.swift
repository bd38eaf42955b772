import Synchronization

/// Set paragraphs that outlive the typesetters that set them: a paragraph that is the same in another
/// round, product or build is not broken again.
///
/// Paragraphs are found by their text, their style and the list of fonts. Typesetters on several
/// threads may share one store.
public final class ParagraphStore: Sendable {
  /// What a store has saved.
  public struct Tally: Hashable, Sendable {
    /// How many paragraphs were broken into lines.
    public var broken = 0
    /// How many were taken from the store.
    public var reused = 0
  }
  struct Key: Hashable, Sendable {
    var text: StyledText
    var style: ParagraphStyle
    /// What tells one list of fonts from another.
    var fonts: Int
  }
  private struct Entry {
    /// The paragraph, and its variants where they were asked for.
    var lines: [SetParagraph]
    var hasVariants: Bool
    /// The build that used it last.
    var build: Int
  }
  private struct State {
    var entries: [Key: Entry] = [:]
    var build = 0
    var tally = Tally()
  }

  private let state = Mutex(State())

  /// An empty store.
  public init() {}

  /// What has been broken and reused so far.
  public var tally: Tally { state.withLock { $0.tally } }

  /// How many paragraphs are kept.
  public var count: Int { state.withLock { $0.entries.count } }

  /// Says that another build begins: what the build before did not use is forgotten.
  public func beginBuild() {
    state.withLock { state in
      let last = state.build
      state.entries = state.entries.filter { $0.value.build == last }
      state.build += 1
    }
  }

  func lines(_ key: Key, variants: Bool) -> [SetParagraph]? {
    state.withLock { state in
      guard let entry = state.entries[key], entry.hasVariants || !variants else { return nil }
      state.entries[key]?.build = state.build
      state.tally.reused += 1
      return variants ? entry.lines : [entry.lines[0]]
    }
  }

  func keep(_ lines: [SetParagraph], for key: Key, hasVariants: Bool) {
    state.withLock { state in
      state.tally.broken += 1
      guard !lines.isEmpty else { return }
      state.entries[key] = Entry(lines: lines, hasVariants: hasVariants, build: state.build)
    }
  }
}

/// The tags of a text in the order in which they come: numbers that do not change when a text
/// elsewhere gains a link.
struct TagRanks {
  /// The tags; a rank is an index here, and tag 0, no tag, is rank 0.
  private var tags = [0]
  /// The text with ranks for tags.
  private(set) var text: StyledText

  init(_ text: StyledText) {
    self.text = text
    for index in text.spans.indices where text.spans[index].style.tag != 0 {
      let tag = text.spans[index].style.tag
      if let rank = tags.lastIndex(of: tag) {
        self.text.spans[index].style.tag = rank
      } else {
        self.text.spans[index].style.tag = tags.count
        tags.append(tag)
      }
    }
  }

  /// A paragraph set from `text` with the tags of the text that was given.
  func tagged(_ lines: SetParagraph) -> SetParagraph {
    guard tags.count > 1 else { return lines }
    var lines = lines
    for run in lines.runs.indices { lines.runs[run].tag = tags[lines.runs[run].tag] }
    return lines
  }
}
