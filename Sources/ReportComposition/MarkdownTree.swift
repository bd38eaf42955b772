import CMarkdown

/// A node of parsed Markdown, free of the C library.
struct MarkdownNode {
  /// What a node is.
  enum Kind: Equatable {
    case document, paragraph, quote, item, rule, html, softBreak, lineBreak, htmlInline
    case emphasis, strong, row, cell, unknown
    case heading(Int)
    case list(ordered: Bool, start: Int)
    case code(info: String, text: String)
    case table([TableAlignment])
    case footnoteDefinition
    case footnoteReference(Int)
    case text(String)
    case codeSpan(String)
    case link(String)
    case image(url: String, title: String)
  }
  /// How a table's column is aligned.
  enum TableAlignment { case none, left, centre, right }

  var kind: Kind
  var children: [MarkdownNode]
  var line: Int
}

/// Parses GitHub Flavored Markdown with tables and footnotes through libcmark-gfm.
enum MarkdownParser {
  /// Blocks nested deeper than this are left out, so that a hostile text cannot exhaust the stack.
  static let deepest = 60

  /// The tree, and whether something nested too deep was left out.
  static func parse(_ text: String, smart: Bool) -> (root: MarkdownNode, isCut: Bool) {
    cmark_gfm_core_extensions_ensure_registered()
    let options = CMARK_OPT_FOOTNOTES | (smart ? CMARK_OPT_SMART : 0)
    let empty = MarkdownNode(kind: .document, children: [], line: 1)
    guard let parser = cmark_parser_new(options) else { return (empty, true) }
    defer { cmark_parser_free(parser) }
    if let table = cmark_find_syntax_extension("table") {
      cmark_parser_attach_syntax_extension(parser, table)
    }
    var copy = text
    copy.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { chars in
        if let base = chars.baseAddress { cmark_parser_feed(parser, base, chars.count) }
      }
    }
    guard let root = cmark_parser_finish(parser) else { return (empty, true) }
    defer { cmark_node_free(root) }
    cmark_consolidate_text_nodes(root)
    var converter = Converter()
    return (converter.node(root, depth: 0), converter.isCut)
  }

  private struct Converter {
    var isCut = false

    mutating func node(_ raw: OpaquePointer, depth: Int) -> MarkdownNode {
      var children: [MarkdownNode] = []
      if depth < MarkdownParser.deepest {
        var child = cmark_node_first_child(raw)
        while let current = child {
          children.append(node(current, depth: depth + 1))
          child = cmark_node_next(current)
        }
      } else if cmark_node_first_child(raw) != nil {
        isCut = true
      }
      return MarkdownNode(
        kind: kind(raw), children: children, line: Int(cmark_node_get_start_line(raw)))
    }

    private func kind(_ raw: OpaquePointer) -> MarkdownNode.Kind {
      switch cmark_node_get_type(raw) {
      case CMARK_NODE_DOCUMENT: return .document
      case CMARK_NODE_BLOCK_QUOTE: return .quote
      case CMARK_NODE_LIST:
        let ordered = cmark_node_get_list_type(raw) == CMARK_ORDERED_LIST
        return .list(ordered: ordered, start: Int(cmark_node_get_list_start(raw)))
      case CMARK_NODE_ITEM: return .item
      case CMARK_NODE_CODE_BLOCK:
        return .code(info: string(cmark_node_get_fence_info(raw)), text: literal(raw))
      case CMARK_NODE_HTML_BLOCK: return .html
      case CMARK_NODE_PARAGRAPH: return .paragraph
      case CMARK_NODE_HEADING: return .heading(Int(cmark_node_get_heading_level(raw)))
      case CMARK_NODE_THEMATIC_BREAK: return .rule
      case CMARK_NODE_FOOTNOTE_DEFINITION: return .footnoteDefinition
      default: return inline(raw)
      }
    }

    private func inline(_ raw: OpaquePointer) -> MarkdownNode.Kind {
      switch cmark_node_get_type(raw) {
      case CMARK_NODE_TEXT: return .text(literal(raw))
      case CMARK_NODE_SOFTBREAK: return .softBreak
      case CMARK_NODE_LINEBREAK: return .lineBreak
      case CMARK_NODE_CODE: return .codeSpan(literal(raw))
      case CMARK_NODE_HTML_INLINE: return .htmlInline
      case CMARK_NODE_EMPH: return .emphasis
      case CMARK_NODE_STRONG: return .strong
      case CMARK_NODE_LINK: return .link(string(cmark_node_get_url(raw)))
      case CMARK_NODE_IMAGE:
        return .image(
          url: string(cmark_node_get_url(raw)), title: string(cmark_node_get_title(raw)))
      case CMARK_NODE_FOOTNOTE_REFERENCE: return .footnoteReference(Int(literal(raw)) ?? 0)
      default: return tablePart(raw)
      }
    }

    /// The table extension registers its node types at run time, so they are told by name.
    private func tablePart(_ raw: OpaquePointer) -> MarkdownNode.Kind {
      switch string(cmark_node_get_type_string(raw)) {
      case "table": return .table(alignments(raw))
      case "table_row", "table_header": return .row
      case "table_cell": return .cell
      default: return .unknown
      }
    }

    private func alignments(_ raw: OpaquePointer) -> [MarkdownNode.TableAlignment] {
      let count = Int(cmark_gfm_extensions_get_table_columns(raw))
      guard let letters = cmark_gfm_extensions_get_table_alignments(raw) else { return [] }
      return (0..<count).map { column in
        switch letters[column] {
        case UInt8(ascii: "l"): .left
        case UInt8(ascii: "c"): .centre
        case UInt8(ascii: "r"): .right
        default: .none
        }
      }
    }

    private func literal(_ raw: OpaquePointer) -> String { string(cmark_node_get_literal(raw)) }

    private func string(_ chars: UnsafePointer<CChar>?) -> String {
      chars.map { String(cString: $0) } ?? ""
    }
  }
}
