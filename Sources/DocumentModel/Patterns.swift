/// The picture of a cover, with what is said of it.
public struct CoverPicture: Hashable, Sendable {
  /// The picture, with what of it must be seen.
  public var image: ImageSource
  /// What it shows, in words.
  public var alternative: String
  /// Credit and licence where the cover itself prints them; empty where the colophon does.
  public var credit: [Inline]
  /// The picture of a cover.
  public init(image: ImageSource, alternative: String, credit: [Inline] = []) {
    self.image = image
    self.alternative = alternative
    self.credit = credit
  }
}

/// Where the report is read on the web, and what is said beside the code that leads there.
public struct WebEditionLink: Hashable, Sendable {
  /// The address, absolute, in seven bits.
  public var address: String
  /// "Read this report on the web".
  public var invitation: String
  /// What the code is, for those who do not see it; it names the address.
  public var alternative: String
  /// A link to the web edition.
  public init(address: String, invitation: String, alternative: String) {
    self.address = address
    self.invitation = invitation
    self.alternative = alternative
  }
}

/// How the contents stand on paper.
public enum ContentsForm: String, Hashable, Sendable, CaseIterable {
  /// A list of sections and their parts.
  case list
  /// Over two facing pages, the sections' numbers large, a figure or a sentence beside each.
  case spread
}

/// A term and its value: a fact at the side of a story, a line of a signature page.
public struct FactLine: Hashable, Sendable {
  /// What it is.
  public var label: [Inline]
  /// Its value.
  public var value: [Inline]
  /// A fact.
  public init(label: [Inline], value: [Inline]) {
    self.label = label
    self.value = value
  }
}

/// A case told as a story: a title of its own, text in two columns, facts at its side.
public struct StoryBlock: Hashable, Sendable {
  /// The anchor.
  public var anchor: String
  /// A word or two over the title; may be empty.
  public var kicker: [Inline]
  /// The title, which no contents list.
  public var title: [Inline]
  /// One sentence beneath the title; may be empty.
  public var standfirst: [Inline]
  /// The picture; nil for none.
  public var picture: Illustration?
  /// The text.
  public var blocks: [Block]
  /// A sentence lifted out of it; nil for none.
  public var quote: PullQuote?
  /// Facts at the side.
  public var facts: [FactLine]
  /// A story.
  public init(
    anchor: String, kicker: [Inline] = [], title: [Inline], standfirst: [Inline] = [],
    picture: Illustration? = nil, blocks: [Block], quote: PullQuote? = nil, facts: [FactLine] = []
  ) {
    self.anchor = anchor
    self.kicker = kicker
    self.title = title
    self.standfirst = standfirst
    self.picture = picture
    self.blocks = blocks
    self.quote = quote
    self.facts = facts
  }
}

/// Who answers for the report, with room for signatures on paper.
public struct SignatureBlock: Hashable, Sendable {
  /// One who signs.
  public struct Signer: Hashable, Sendable {
    /// The name.
    public var name: [Inline]
    /// In what office.
    public var role: [Inline]
    /// Where and when; empty where both are written by hand.
    public var date: [Inline]
    /// One who signs.
    public init(name: [Inline], role: [Inline], date: [Inline] = []) {
      self.name = name
      self.role = role
      self.date = date
    }
  }
  /// What is stated.
  public var statement: [Inline]
  /// What it is stated of: the cut-off date of the data, their hash.
  public var facts: [FactLine]
  /// Those who sign, in their order.
  public var signers: [Signer]
  /// "Signature".
  public var signatureWord: String
  /// "Place and date".
  public var dateWord: String
  /// How the hash is checked; may be empty.
  public var check: [Inline]
  /// A statement of responsibility.
  public init(
    statement: [Inline], facts: [FactLine], signers: [Signer], signatureWord: String,
    dateWord: String, check: [Inline] = []
  ) {
    self.statement = statement
    self.facts = facts
    self.signers = signers
    self.signatureWord = signatureWord
    self.dateWord = dateWord
    self.check = check
  }
}

/// A history: dated events over many years, period by period.
public struct HistoryBlock: Hashable, Sendable {
  /// How long a period is.
  public enum Unit: String, Hashable, Sendable, CaseIterable {
    case year
    case decade
  }
  /// One event.
  public struct Event: Hashable, Sendable {
    /// How far into its period it falls, 0 to 1; nil where the record gives no more than the period.
    public var position: Double?
    /// The date as printed.
    public var date: ValueReference
    /// What happened.
    public var title: [Inline]
    /// Place and other small print; may be empty.
    public var detail: [Inline]
    /// An event.
    public init(position: Double?, date: ValueReference, title: [Inline], detail: [Inline]) {
      self.position = position
      self.date = date
      self.title = title
      self.detail = detail
    }
  }
  /// One period, or several in a row in which nothing happened.
  public struct Period: Hashable, Sendable {
    /// "1990s", "1994", "1995–1998".
    public var label: String
    /// The events, in order.
    public var events: [Event]
    /// A period.
    public init(label: String, events: [Event]) {
      self.label = label
      self.events = events
    }
  }
  /// The anchor.
  public var anchor: String
  /// From when to when: "1993–2019".
  public var name: String
  /// How long a period is.
  public var unit: Unit
  /// The periods, in order; the first and the last have events.
  public var periods: [Period]
  /// A history.
  public init(anchor: String, name: String, unit: Unit, periods: [Period]) {
    self.anchor = anchor
    self.name = name
    self.unit = unit
    self.periods = periods
  }
}
