/// A node of a page.
indirect enum HTMLNode: Hashable {
  /// An element with its attributes and children.
  case element(ElementName, [HTMLAttribute], [HTMLNode])
  /// Text, as read; the encoder escapes it.
  case text(String)
  /// Structured data, written as a data block that no browser runs.
  case json(JSONValue)
}

extension HTMLNode: ExpressibleByStringLiteral {
  init(stringLiteral value: String) { self = .text(value) }
}

/// An attribute; only the factories below make one, so every name is known.
struct HTMLAttribute: Hashable {
  /// The name, as HTML or SVG spells it.
  let name: String
  /// The value, as read; nil for an attribute that is only present.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// An attribute that holds words or a token.
  static func set(_ name: Name, _ value: String) -> HTMLAttribute {
    HTMLAttribute(name.rawValue, value)
  }
  /// An attribute that holds a whole number.
  static func set(_ name: Name, _ value: Int) -> HTMLAttribute {
    HTMLAttribute(name.rawValue, String(value))
  }
  static func id(_ value: String) -> HTMLAttribute { HTMLAttribute("id", value) }
  static func `class`(_ value: String) -> HTMLAttribute { HTMLAttribute("class", value) }
  static func lang(_ value: String) -> HTMLAttribute { HTMLAttribute("lang", value) }
  static func href(_ address: WebAddress) -> HTMLAttribute { HTMLAttribute("href", address.text) }
  static func src(_ address: WebAddress) -> HTMLAttribute { HTMLAttribute("src", address.text) }
  /// The files of a picture with their widths in pixels.
  static func srcset(_ files: [(address: WebAddress, width: Int)]) -> HTMLAttribute {
    let entries = files.map { $0.address.text + " " + String($0.width) + "w" }
    return HTMLAttribute("srcset", entries.joined(separator: ", "))
  }

  /// The names of attributes that hold no address.
  enum Name: String {
    case charset, name, content, property, rel, type, media, hreflang, title
    case httpEquiv = "http-equiv"
    case dir, role, tabindex, value, datetime, scope, colspan, rowspan, start, alt, width, height,
      loading
    case decoding, download, sizes
    case ariaLabel = "aria-label"
    case ariaLabelledBy = "aria-labelledby"
    case ariaHidden = "aria-hidden"
    case ariaCurrent = "aria-current"
    case dataRoom = "data-room"
    case viewBox, d, x, y, x1, y1, x2, y2, r, cx, cy, dx
    case strokeWidth = "stroke-width"
    case textAnchor = "text-anchor"
    case focusable
  }
}
