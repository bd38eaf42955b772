public import DocumentModel
public import Records

/// The texts and pictures that composition may use, read by whoever may read files.
public struct ReportFiles: Hashable, Sendable {
  /// Files of prose by path relative to the report's folder.
  public var texts: [String: String]
  /// Pictures by path relative to the report's folder.
  public var images: [String: ImageSource]
  /// Files of areas for maps by path relative to the report's folder.
  public var areas: [String: String]
  /// A set of files.
  public init(
    texts: [String: String] = [:], images: [String: ImageSource] = [:],
    areas: [String: String] = [:]
  ) {
    self.texts = texts
    self.images = images
    self.areas = areas
  }
}

extension ReportFiles {
  /// The pictures that a text of prose names, in order, without repeats.
  public static func imagePaths(inProse text: String) -> [String] {
    guard text.contains("![") else { return [] }
    return images(MarkdownParser.parse(text, smart: false).root).uniqued()
  }

  private static func images(_ node: MarkdownNode) -> [String] {
    if case .image(let url, _) = node.kind { return [url] }
    return node.children.flatMap { images($0) }
  }
}

/// A report composed in one language, with what is wrong with it.
public struct Composition: Sendable {
  /// The document.
  public var document: ReportDocument
  /// Every problem, in the order of the outline.
  public var problems: [Diagnostic]
  /// Every value that the document prints, in order.
  public var values: [ValueReference]
  /// Every sum under a table, in order.
  public var sums: [PrintedSum]
}
