/// A list of the report's tables or of its figures, in the order of their numbers, each with its page
/// or, on the web, a link.
public struct CaptionList: Hashable, Sendable {
  /// What is listed.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case tables
    case figures
  }
  /// One table or figure.
  public struct Entry: Hashable, Sendable {
    /// Its anchor.
    public var anchor: String
    /// Its number, without the word before it.
    public var number: String
    /// Its caption.
    public var title: [Inline]
    /// One table or figure.
    public init(anchor: String, number: String, title: [Inline]) {
      self.anchor = anchor
      self.number = number
      self.title = title
    }
  }
  /// What is listed.
  public var kind: Kind
  /// The entries in order.
  public var entries: [Entry]
  /// A list of tables or figures.
  public init(kind: Kind, entries: [Entry] = []) {
    self.kind = kind
    self.entries = entries
  }
}

/// An index of names with the pages on which they are printed or, on the web, the parts of the report.
public struct IndexBlock: Hashable, Sendable {
  /// A name.
  public struct Entry: Hashable, Sendable {
    /// What it names: a record's id or a place's code, the same in every language.
    public var key: String
    /// The name as the index prints it.
    public var name: String
    /// The name under which it is listed, where this is another name of the same thing; nil for none.
    public var see: String?
    /// A name.
    public init(key: String, name: String, see: String? = nil) {
      self.key = key
      self.name = name
      self.see = see
    }
  }
  /// The names under one letter.
  public struct Group: Hashable, Sendable {
    /// The letter, as printed.
    public var letter: String
    /// The names, sorted.
    public var entries: [Entry]
    /// The names under one letter.
    public init(letter: String, entries: [Entry]) {
      self.letter = letter
      self.entries = entries
    }
  }
  /// The letters in order.
  public var groups: [Group]
  /// Which entries a printed value names, by the value's name.
  public var mentions: [String: [String]]
  /// The sections whose mentions do not count, by their anchors; with all that they hold.
  public var except: [String]
  /// An index.
  public init(
    groups: [Group] = [], mentions: [String: [String]] = [:], except: [String] = []
  ) {
    self.groups = groups
    self.mentions = mentions
    self.except = except
  }
}

/// Where notes stand on paper.
public enum NotePlacement: String, Hashable, Sendable, CaseIterable {
  /// At the foot of the page that calls them.
  case foot
  /// Together behind the text.
  case end
  /// In the side column beside the line that calls them; at the foot where there is no such column.
  case side
}

extension [Section] {
  /// The numbered tables or figures of the sections, in order.
  public func captions(of kind: CaptionList.Kind) -> [CaptionList.Entry] {
    flatMap { $0.blocks.captions(of: kind) + $0.subsections.captions(of: kind) }
  }

  /// The blocks of the sections in reading order, without those inside other blocks.
  public var allBlocks: [Block] { flatMap { $0.blocks + $0.subsections.allBlocks } }
}

extension [Block] {
  fileprivate func captions(of kind: CaptionList.Kind) -> [CaptionList.Entry] {
    flatMap { block -> [CaptionList.Entry] in
      switch block {
      case .table(let table) where kind == .tables:
        table.number.map { [.init(anchor: table.anchor, number: $0, title: table.caption)] } ?? []
      case .glance(let glance):
        glance.picture.map { [Block.illustration($0)].captions(of: kind) } ?? []
      case .illustration(let picture) where kind == .figures:
        picture.number.map {
          [.init(anchor: picture.anchor, number: $0, title: picture.listed ?? picture.caption)]
        } ?? []
      case .gallery(let gallery) where kind == .figures:
        gallery.number.map {
          [.init(anchor: gallery.anchor, number: $0, title: gallery.caption)]
        } ?? []
      case .list(let list): list.items.flatMap { $0.captions(of: kind) }
      case .quotation(let blocks): blocks.captions(of: kind)
      case .box(let box): box.blocks.captions(of: kind)
      case .story(let story):
        (story.picture.map { [Block.illustration($0)].captions(of: kind) } ?? [])
          + story.blocks.captions(of: kind)
      default: []
      }
    }
  }
}
