import DisplayList
import DocumentModel
import Typesetting

/// A place where an entry of an index is named.
struct Mention: Hashable {
  var page: Int
  /// Points from the page's top.
  var y: Double
  /// The sections in which it stands, the outermost first.
  var sections: [String]
}

/// What references and notes keep while a document is set.
struct References {
  /// What a reference prints of the pages.
  struct Printed {
    /// What it leads to, as a message calls it.
    var name: String
    /// Its anchor, or for an entry of an index its key.
    var target: Target
    /// The pages that it prints, from 0.
    var pages: [Int]
    /// The section where it stands.
    var place: String
    enum Target: Hashable {
      case anchor(String)
      case entry(key: String, except: [String])
    }
  }
  /// Which entries of indexes a value names, by the value's name.
  private(set) var mentions: [String: [String]] = [:]
  /// Where the entries of indexes were named in the round before.
  var known: [String: [Mention]] = [:]
  /// The sections around what is being set, the outermost first.
  var sections: [String] = []
  /// What has been printed of the pages.
  var printed: [Printed] = []
  /// The notes behind the text that are called and not printed yet, by the mark of their language.
  var endNotes: [String: [Note]] = [:]
  /// The notes in the side column, by the tags of their calls.
  var sideNotes: [SideItem] = []
  /// Whether the text being set has an empty side column beside it.
  var hangsNotes = false

  init(_ document: ReportDocument) { add(document) }

  /// Adds the indexes of a document.
  mutating func add(_ document: ReportDocument) {
    for case .index(let index) in document.sections.allBlocks {
      mentions.merge(index.mentions) { ($0 + $1).uniqued() }
    }
  }

  /// The pages of an entry of an index, in order.
  static func pages(
    of key: String, except: [String], in mentions: [String: [Mention]]
  ) -> [Int] {
    let counted = (mentions[key] ?? []).filter { mention in
      !mention.sections.contains(where: except.contains)
    }
    return counted.map(\.page).sorted().uniqued()
  }

  /// The anchor of the first mention of an entry on a page; no text has such an anchor.
  static func anchor(of key: String, page: Int) -> String { "\u{1F}\(key)\u{1F}\(page)" }
}

extension LayoutSession {
  /// The page of an anchor as the round before left it; what is printed of it is kept, to be compared
  /// with where it comes to stand.
  func printedPage(of anchor: String) -> Int? {
    let anchor = local(anchor)
    let page = known[anchor]?.page
    references.printed.append(
      References.Printed(
        name: "the reference to \"\(anchor)\"", target: .anchor(anchor),
        pages: page.map { [$0] } ?? [], place: context))
    return page
  }

  /// A style whose text names entries of an index.
  func mentioning(
    _ value: ValueReference, _ style: TextStyle, under node: Int
  ) -> TextStyle {
    guard let keys = references.mentions[value.name] else { return style }
    var tag = style.tag > 0 ? tags[style.tag - 1] : Tag(node: node)
    if style.tag > 0 { tag.group = tag.group ?? style.tag }
    tag.keys = keys.map { local($0) }
    tag.sections = references.sections
    var style = style
    style.tag = newTag(tag)
    return style
  }

  /// A tag whose anchor is that of the language being set, and whose link leads there too.
  func localized(_ tag: Tag) -> Tag {
    guard !suffix.isEmpty, case .anchor(let anchor)? = tag.target else { return tag }
    var tag = tag
    if !anchor.hasPrefix("\u{1F}"), tag.group == nil { tag.target = .anchor(local(anchor)) }
    tag.anchor = tag.anchor.map { local($0) }
    return tag
  }

  /// The references that print other pages than those where the document came to stand.
  func unsettled(in placing: PagePlacing) -> [LayoutWarning] {
    references.printed.compactMap { reference in
      let pages: [Int]
      switch reference.target {
      case .anchor(let anchor): pages = placing.anchors[anchor].map { [$0.page] } ?? []
      case .entry(let key, let except):
        pages = References.pages(of: key, except: except, in: placing.mentions)
      }
      guard pages != reference.pages else { return nil }
      return LayoutWarning(
        message: "\(reference.name) prints page \(listed(reference.pages)) and should print "
          + "\(listed(pages)): it did not settle in 5 rounds",
        place: reference.place, kind: .unsettledReference)
    }
  }

  private func listed(_ pages: [Int]) -> String {
    pages.isEmpty ? "none" : pages.map { String($0 + 1) }.joined(separator: ", ")
  }
}

extension PagePlacing {
  /// Notes where the anchor of a tag stands, and where it names entries of indexes.
  mutating func mark(_ tag: Tag, on page: Int, y: Double) {
    if let anchor = tag.anchor, anchors[anchor] == nil {
      anchors[anchor] = AnchorPlace(page: page, y: y)
    }
    for key in tag.keys {
      let mention = Mention(page: page, y: y, sections: tag.sections)
      if let last = mentions[key]?.last, last.page == page, last.sections == tag.sections {
        continue
      }
      mentions[key, default: []].append(mention)
      let anchor = References.anchor(of: key, page: page)
      if anchors[anchor] == nil { anchors[anchor] = AnchorPlace(page: page, y: y) }
    }
  }

  /// The page of every anchor of the document.
  var pagesOfAnchors: [String: Int] {
    anchors.filter { !$0.key.hasPrefix("\u{1F}") }.mapValues(\.page)
  }
}

extension Array where Element: Hashable {
  /// The elements, each once, in order.
  func uniqued() -> [Element] {
    var seen = Set<Element>()
    return filter { seen.insert($0).inserted }
  }
}
