/// A piece of a line.
public indirect enum Inline: Hashable, Sendable {
  /// Plain text in the surrounding language.
  case text(String)
  /// Emphasis: italic in Latin, emphasis dots or weight in Chinese.
  case emphasis([Inline])
  /// Strong emphasis.
  case strong([Inline])
  /// Code, as typed.
  case code(String)
  /// A figure or a record's value, bound to what explains it.
  case value(ValueReference)
  /// A link to a place in the report or to an address.
  case link(LinkTarget, [Inline])
  /// A note: at the foot of the page, beside it or behind the text; after the text on the web.
  case note(Note)
  /// Text in another language (BCP 47).
  case language(String, [Inline])
  /// A page number, section number or title of an anchor, known only after layout.
  case reference(anchor: String, ReferenceForm)
  /// A break that the author asked for.
  case lineBreak
}

/// What of an anchor is printed.
public enum ReferenceForm: String, Hashable, Sendable {
  /// Its number with its word: "Table 2", "section 3".
  case number
  /// Its page: "page 12"; on the web, its title as a link.
  case page
  /// Its title.
  case title
}

/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// An anchor of this report.
  case anchor(String)
  /// An address, http, https or mailto.
  case address(String)
}

/// A printed value and the name under which `annals explain` explains it.
public struct ValueReference: Hashable, Sendable {
  /// The name: an indicator's id, or a record's id and a field.
  public var name: String
  /// The value as printed.
  public var text: String
  /// The value for machines: a number, or a date; nil where it is words.
  public var machine: String?
  /// A printed value.
  public init(name: String, text: String, machine: String? = nil) {
    self.name = name
    self.text = text
    self.machine = machine
  }
}

/// A note to the text.
public struct Note: Hashable, Sendable {
  /// The anchor, unique in the document.
  public var anchor: String
  /// The printed number.
  public var number: Int
  /// What it says.
  public var content: [Inline]
  /// Where it stands on paper.
  public var placement: NotePlacement
  /// A note.
  public init(
    anchor: String, number: Int, content: [Inline], placement: NotePlacement = .foot
  ) {
    self.anchor = anchor
    self.number = number
    self.content = content
    self.placement = placement
  }
}

extension [Inline] {
  /// The text without marks or notes, for bookmarks, descriptions and alternatives.
  public var plainText: String {
    reduce(into: "") { text, inline in
      switch inline {
      case .text(let string), .code(let string): text += string
      case .emphasis(let inner), .strong(let inner), .link(_, let inner), .language(_, let inner):
        text += inner.plainText
      case .value(let value): text += value.text
      case .note, .reference: break
      case .lineBreak: text += " "
      }
    }
  }
}
