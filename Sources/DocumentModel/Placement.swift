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
  /// The place.
  public var float: Float
  /// The width.
  public var span: Span
  /// Text beside it; only where it does not float.
  public var wrap: Wrap
  /// A placement: in the text, as wide as it.
  public init(float: Float = .here, span: Span = .column, wrap: Wrap = .none) {
    self.float = float
    self.span = span
    self.wrap = wrap
  }
}
