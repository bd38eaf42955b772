import DocumentModel
import Typesetting

/// The headings of columns: small labels that keep quiet beside the numbers.
extension TypeScale {
  /// Small capitals, letterspaced, where there are capitals; Chinese heads in the strong weight.
  var columnHead: TextStyle {
    var style = style(.tableHead)
    guard !isChinese else { return style }
    style.weight = 400
    style.tracking = 0.06
    return style.with(.smallCapitals)
  }
}

extension StyledText {
  /// The text with its numerals as tall as those of the columns beneath, without letterspacing: among
  /// small capitals a font would take smaller ones.
  var withLiningNumerals: StyledText {
    StyledText(
      spans.flatMap { span -> [Span] in
        guard span.style.features.contains(TextFeature.smallCapitals.rawValue) else {
          return [span]
        }
        var numerals = span.style
        numerals.features.removeAll { $0 == TextFeature.smallCapitals.rawValue }
        numerals.tracking = 0
        var parts: [Span] = []
        var rest = span.text[...]
        while let first = rest.first {
          let isNumeral = first.isWholeNumber
          let part = rest.prefix { $0.isWholeNumber == isNumeral }
          parts.append(Span(String(part), isNumeral ? numerals : span.style))
          rest = rest[part.endIndex...]
        }
        return parts
      })
  }
}
