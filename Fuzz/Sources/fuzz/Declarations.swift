import Ledger
import Records

/// A vocabulary, alone and as an extension of the shipped one.
let vocabulary: Target = { bytes in
  _ = try? Vocabulary.parse(bytes, file: "vocabulary.yaml")
}

/// A file of indicators over the shipped vocabulary.
let indicators: Target = { bytes in
  guard let shipped else { return }
  _ = try? Indicator.parse(bytes, file: "indicators.yaml", vocabulary: shipped)
}

/// The `sources` of an outline.
let sources: Target = { bytes in
  guard let shipped, let node = try? YAMLReader.parse(bytes, file: "report.yaml") else { return }
  _ = SourceDeclaration.parse(node, vocabulary: shipped)
}
