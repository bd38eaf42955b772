import DocumentModel
import Records

/// What the outline says of the whole report's first and last pages: the cover's picture, the form of
/// the contents, the web edition, the licence.
extension OutlineParser {
  mutating func readCovers(_ keys: inout YAMLFields, into outline: inout ReportOutline) {
    outline.coverPicture = coverPicture(&keys)
    outline.contents = choice(&keys, "contents", ContentsForm.list)
    outline.web = webAddress(&keys)
    outline.licence = keys.localized("licence", languages: languages, &problems) ?? [:]
  }

  /// `cover: {image: FILE, alt: ..., licence: ..., credit: ..., focus: 60% 30%}`.
  private mutating func coverPicture(_ keys: inout YAMLFields) -> OutlineImage? {
    guard let node = keys.node("cover") else { return nil }
    guard let entries = node.entries else {
      problems.append(
        Diagnostic(
          .error, code: "wrong-type", "the outline: \"cover\" must be a mapping of keys",
          at: node.place,
          hint: "write cover: {image: FILE}; forms without a picture are the theme's, theme: "
            + "{cover: type}"))
      return nil
    }
    var inner = YAMLFields(entries, place: node.place, what: "the cover")
    defer { problems += inner.unknownKeys() }
    let file = inner.required("image", &problems)
    let alternative = inner.localized("alt", languages: languages, &problems)
    if alternative == nil { problems.append(inner.missing("alt")) }
    let focus = framing(&inner)?.focus
    return OutlineImage(
      file: file, anchor: "cover", alternative: alternative ?? [:], caption: [:],
      credit: inner.string("credit", &problems) ?? "",
      licence: inner.required("licence", &problems), placement: Placement(),
      framing: PictureFraming(focus: focus, shape: .frame),
      place: entries.first { $0.key == "image" }?.value.place ?? node.place)
  }

  /// `web: https://example.org/report`: absolute, in seven bits, short enough for a code.
  private mutating func webAddress(_ keys: inout YAMLFields) -> String? {
    guard let node = keys.node("web") else { return nil }
    let address = node.text ?? ""
    let host = address.split(separator: "/", omittingEmptySubsequences: false).dropFirst(2).first
    let isAbsolute = ["https://", "http://"].contains { address.lowercased().hasPrefix($0) }
    let isPlain = address.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    if isAbsolute, isPlain, host?.isEmpty == false, address.utf8.count <= Self.longestAddress {
      return address
    }
    problems.append(
      Diagnostic(
        .error, code: "bad-web-address", "\"web\" is no address of a web edition: \"\(address)\"",
        at: node.place,
        hint: "write it whole and in ASCII, with at most \(Self.longestAddress) characters: "
          + "https://example.org/report"))
    return nil
  }

  /// Longer ones make codes of modules that phones do not tell apart at the size of a stamp.
  private static let longestAddress = 200
}
