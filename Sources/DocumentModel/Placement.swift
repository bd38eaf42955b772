/// Where a picture, a chart or a table stands: in the text, at an edge of a page, or on one of its
/// own. What leaves the text stands on the page of its place in the text or on the next one, in
/// order, and never before its section opens.
public struct Placement: Hashable, Sendable {
  /// Which place of a page it takes.
  public enum Float: String, Hashable, Sendable, CaseIterable {
    /// Where the text names it.
    case here
    /// At the head of a page.
    case top
    /// At the foot of a page, over the notes.
    case bottom
    /// A page of its own.
    case page
    /// A page of its own that the picture covers to its edges, without a running head.
    case fullBleed = "full_bleed"
  }
  /// How wide it is.
  public enum Span: String, Hashable, Sendable, CaseIterable {
    /// As wide as the text around it.
    case column
    /// Across the side column too.
    case page
  }
  /// At which side the text that follows runs beside it.
  public enum Wrap: String, Hashable, Sendable, CaseIterable {
    /// It stands between the text before and after it.
    case none
    /// It stands where lines begin.
    case leading
    /// It stands where lines end.
    case trailing
  }
  /// Where the caption of a picture that covers its page stands.
  public enum CaptionSide: String, Hashable, Sendable, CaseIterable {
    /// Under the picture.
    case foot
    /// At the foot of the page that faces it.
    case facing
  }
  /// The place.
  public var float: Float
  /// How much of its height a picture keeps at least where a lower one makes better pages, as a share
  /// from 0.5 to 1; nil for the usual: 0.8 at the edge of a page, 0.75 in the text.
  public var leastHeight: Double?
  /// The width.
  public var span: Span
  /// Text beside it; only where it does not float.
  public var wrap: Wrap
  /// Where its caption stands; only of what covers its page.
  public var caption = CaptionSide.foot
  /// A placement: in the text, as wide as it.
  public init(float: Float = .here, span: Span = .column, wrap: Wrap = .none) {
    self.float = float
    self.span = span
    self.wrap = wrap
  }
}
