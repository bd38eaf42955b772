/// What `build` can make of a report.
public enum Product: String, CaseIterable, Hashable, Sendable {
  /// The report as a PDF per language.
  case pdf
  /// The web edition, all languages in one folder.
  case html
  /// Two languages as one PDF, on pages that face each other.
  case facing
  /// Two languages as one PDF, in columns side by side.
  case parallel
  /// The brochure as a PDF per language, and imposed on sheets for saddle stitching.
  case booklet
  /// The report as a file for a printer per language, PDF/X-4.
  case press
}

/// What a proof draws over the pages.
public enum ProofLayer: String, CaseIterable, Hashable, Sendable {
  /// The baseline grid and the columns.
  case grid
  /// The boxes of the blocks, with the names of their structure elements.
  case boxes
  /// The baselines with their glue ratios, lines that are too wide, and the warnings.
  case lines
}

/// A file or folder that was made.
public struct Made: Hashable, Sendable {
  /// The path, in the output folder as it was named.
  public var path: String
  /// How many pages or sheet sides it has; nil for a web edition.
  public var pages: Int?
  /// Its size in bytes.
  public var bytes: Int

  /// Something made.
  public init(path: String, pages: Int?, bytes: Int) {
    self.path = path
    self.pages = pages
    self.bytes = bytes
  }
}

/// A step of a build, for those who watch it.
public struct Step: Hashable, Sendable {
  /// What is done: "read", "compose", "lay out", "paint", "finish", "write".
  public var name: String
  /// What it is done to: a language, a file.
  public var subject: String
  /// How long it took, in seconds.
  public var seconds: Double
}
