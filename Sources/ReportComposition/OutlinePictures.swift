import DocumentModel
import Records

/// Pictures in rows, as the outline declares them.
public struct OutlineGallery: Hashable, Sendable {
  /// The anchor; empty for one of its place.
  public var anchor: String
  /// The caption of them all, by language; may be empty.
  public var caption: [String: String]
  /// The pictures.
  public var images: [OutlineImage]
}

/// Who is in a picture, where and when it was taken, by language; each may be empty.
public struct PictureAccount: Hashable, Sendable {
  /// Who or what it shows.
  public var who: [String: String] = [:]
  /// Where it was taken.
  public var location: [String: String] = [:]
  /// When it was taken, as printed.
  public var date: [String: String] = [:]
}

extension OutlineBlock {
  /// The pictures that the block itself names, in order.
  public var images: [OutlineImage] {
    switch content {
    case .image(let image): [image]
    case .gallery(let gallery): gallery.images
    case .profile(let profile): profile.image.map { [$0] } ?? []
    case .story(let story): story.images
    case .pullQuote(let quote): [quote.portrait].compactMap { $0 }
    default: []
    }
  }
}

extension OutlineParser {
  /// `gallery: [ {file: ...}, ... ]`, or a mapping with `pictures:`, `caption:` and `anchor:`.
  mutating func gallery(_ keys: inout YAMLFields) -> OutlineGallery? {
    guard let node = keys.node("gallery") else { return nil }
    guard let entries = node.entries else {
      let images = images(of: node)
      return images.isEmpty ? nil : OutlineGallery(anchor: "", caption: [:], images: images)
    }
    var inner = YAMLFields(entries, place: node.place, what: "the gallery")
    defer { problems += inner.unknownKeys() }
    let anchor = inner.string("anchor", &problems) ?? ""
    let caption = inner.localized("caption", languages: languages, &problems) ?? [:]
    guard let pictures = inner.node("pictures") else {
      problems.append(inner.missing("pictures"))
      return nil
    }
    let images = images(of: pictures)
    return images.isEmpty
      ? nil : OutlineGallery(anchor: anchor, caption: caption, images: images)
  }

  private mutating func images(of node: YAMLNode) -> [OutlineImage] {
    let items = node.items ?? []
    guard (1...GalleryBlock.mostPictures).contains(items.count) else {
      problems.append(
        Diagnostic(
          .error, code: "bad-gallery",
          node.items == nil
            ? "a gallery is a list of pictures" : "a gallery has \(items.count) pictures",
          at: node.place, hint: "name one to twelve pictures, or make several galleries"))
      return []
    }
    var images: [OutlineImage] = []
    for item in items {
      guard let entries = item.entries else {
        problems.append(
          Diagnostic(
            .error, code: "wrong-type", "a picture of a gallery must be a mapping of keys",
            at: item.place))
        continue
      }
      var keys = YAMLFields(entries, place: item.place, what: "the picture")
      var picture = image(&keys, isAlone: false)
      picture.place = item.place
      images.append(picture)
      problems += keys.unknownKeys()
    }
    return images
  }

  /// `who:`, `where:` and `when:`.
  mutating func account(_ keys: inout YAMLFields) -> PictureAccount {
    PictureAccount(
      who: keys.localized("who", languages: languages, &problems) ?? [:],
      location: keys.localized("where", languages: languages, &problems) ?? [:],
      date: keys.localized("when", languages: languages, &problems) ?? [:])
  }

  /// `focus: 60% 30%` and `crop: 16:9`; nil where neither is there.
  mutating func framing(_ keys: inout YAMLFields) -> PictureFraming? {
    let focus = keys.string("focus", &problems)
    let crop = keys.string("crop", &problems)
    guard focus != nil || crop != nil else { return nil }
    do throws(FramingProblem) {
      return PictureFraming(
        focus: try focus.map { text throws(FramingProblem) in try PictureFraming.focus(text) },
        shape: try crop.map { text throws(FramingProblem) in try PictureFraming.shape(text) }
          ?? .own)
    } catch {
      let place = keys.entries.first { $0.key == error.key }?.value.place ?? keys.place
      problems.append(error.diagnostic(at: place))
      return nil
    }
  }
}

/// What is wrong with a focal point or a crop.
struct FramingProblem: Error {
  var key: String
  var text: String

  func diagnostic(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, code: "bad-framing", "\"\(text)\" is no \(key == "focus" ? "focal point" : "crop")",
      at: place,
      hint: key == "focus"
        ? "the way from the left and from the top in percent: 60% 30%"
        : "a shape from 1:5 to 5:1, such as 16:9, or `frame`")
  }
}

extension PictureFraming {
  /// A focal point from two percentages, each from 0 to 100.
  static func focus(_ text: String) throws(FramingProblem) -> Focus {
    let parts = text.split(whereSeparator: { $0 == " " || $0 == "," })
    let shares = parts.compactMap { part in
      Double(part.hasSuffix("%") ? part.dropLast() : part[...]).map { $0 / 100 }
    }
    guard parts.count == 2, shares.count == 2, shares.allSatisfy({ (0...1).contains($0) }) else {
      throw FramingProblem(key: "focus", text: text)
    }
    return Focus(x: shares[0], y: shares[1])
  }

  /// A shape from two numbers with a colon, or the word `frame`.
  static func shape(_ text: String) throws(FramingProblem) -> Shape {
    if text == "frame" { return .frame }
    let parts = text.split(separator: ":", omittingEmptySubsequences: false).compactMap {
      Double($0)
    }
    guard parts.count == 2, text.filter({ $0 == ":" }).count == 1, parts[1] > 0,
      (0.2...5).contains(parts[0] / parts[1])
    else { throw FramingProblem(key: "crop", text: text) }
    return .ratio(parts[0] / parts[1])
  }
}
