import DocumentModel
import Records

/// The keys at the end of a picture's title in Markdown: `"A caption {wrap: leading, crop: 16:9}"`.
/// They are those of the outline's `image`, in its spelling.
struct PictureKeys {
  /// The title without the keys.
  var caption: String
  /// What the keys hold, as YAML; nil where there are none.
  var source: String?

  /// Takes the keys off a title. An anchor alone, `{#gate}`, and a value, `{{…}}`, are none.
  init(title: String) {
    caption = title
    guard title.hasSuffix("}"), !title.hasSuffix("}}"), let open = title.lastIndex(of: "{"),
      !title[open...].hasPrefix("{#")
    else { return }
    caption = String(title[..<open].trimmedEnd())
    source = String(title[open...])
  }
}

extension Composer {
  /// What the keys of a picture in a text say.
  struct PictureSetting {
    var anchor: String?
    var placement = Placement()
    var framing: PictureFraming?
  }

  /// Reads the keys with the outline's own reader; what is wrong is reported at the picture.
  mutating func setting(of keys: PictureKeys, _ place: Place) -> PictureSetting {
    var setting = PictureSetting()
    guard let source = keys.source else { return setting }
    do throws(Diagnostic) {
      let node = try YAMLReader.parse(Array(source.utf8), file: place.file)
      guard let entries = node?.entries else {
        throw Diagnostic(.error, code: "wrong-type", "keys of a picture are a mapping", at: place)
      }
      var parser = OutlineParser(file: place.file)
      var fields = YAMLFields(entries, place: place, what: "the picture")
      setting.anchor = fields.string("anchor", &parser.problems)
      setting.placement = parser.placement(&fields)
      setting.framing = parser.framing(&fields)
      // Lines are counted from the title's own start; the picture's place is the truth.
      for problem in parser.problems + fields.unknownKeys() {
        report(problem.code, problem.message, place, hint: problem.hint, problem.severity)
      }
    } catch {
      report(
        error.code, "the keys of a picture cannot be read: \(error.message)", place,
        hint: "write them as in {wrap: leading, crop: 16:9}")
    }
    return setting
  }
}
