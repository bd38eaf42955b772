import Testing

@testable import Records

@Suite struct VocabularyTests {
  @Test func `The shipped vocabulary has no problem, not even a missing name`() throws {
    let (vocabulary, files, problems) = Vocabulary.load(nil, read: noFile)
    #expect(problems == [])
    #expect(files.map(\.name) == ["cooperation-indicators.yaml"])
    let loaded = try #require(vocabulary)
    #expect(loaded == (try Vocabulary.shipped(named: "cooperation")))
    #expect(loaded.languages == ["en", "zh"])
  }

  @Test func `The shipped vocabulary names every field and choice in both languages`() throws {
    let vocabulary = try Vocabulary.shipped(named: "cooperation")
    for kind in vocabulary.kinds {
      #expect(kind.names.keys.sorted() == ["en", "zh"], "\(kind.name)")
      for field in kind.fields {
        #expect(field.names.keys.sorted() == ["en", "zh"], "\(kind.name).\(field.name)")
        #expect(field.help.isEmpty || field.help.keys.sorted() == ["en", "zh"])
        for choice in field.choices { #expect(choice.names.keys.sorted() == ["en", "zh"]) }
      }
    }
  }

  @Test func `What identifies a person is private`() throws {
    let vocabulary = try Vocabulary.shipped(named: "cooperation")
    let secret = vocabulary.kinds.flatMap { kind in
      kind.fields.filter { $0.isPrivate && $0.name != "internal_note" }.map {
        "\(kind.name).\($0.name)"
      }
    }
    #expect(
      secret == [
        "partner.contact", "agreement.contact", "mobility.person_key", "person.photo_consent",
        "person.consent_until", "person.contact",
      ])
    #expect(vocabulary.kind("person")?.publicIf == "ground")
    #expect(vocabulary.kinds.allSatisfy { $0.field("internal_note")?.isPrivate == true })
    let words = vocabulary.kinds.flatMap { $0.fields.map(\.name) }
    #expect(!words.contains { $0.contains("birth") || $0.contains("passport") })
  }

  @Test func `What the vocabulary does not know is private`() throws {
    let vocabulary = try testVocabulary()
    #expect(vocabulary.isPrivate(kind: "event", field: "secret"))
    #expect(!vocabulary.isPrivate(kind: "event", field: "title"))
    #expect(vocabulary.isPrivate(kind: "event", field: "other"))
  }

  @Test func `An unknown vocabulary is a problem, not a trap`() {
    for name in ["nothing", "../cooperation", "", "places"] {
      #expect(throws: Diagnostic.self) { try Vocabulary.shipped(named: name) }
    }
  }

  @Test func `Every shipped name can be loaded as a base or as an extension`() throws {
    #expect(Vocabulary.shippedNames == ["cooperation", "statutory-cn-2019"])
    let node = try yaml("{base: cooperation, extend: [statutory-cn-2019]}")
    let (vocabulary, files, problems) = Vocabulary.load(node, read: noFile)
    #expect(vocabulary?.name == "cooperation" && problems == [])
    #expect(files.map(\.name) == ["cooperation-indicators.yaml", "statutory-cn-2019.yaml"])
  }

  @Test func `Every shipped indicator has a name, a definition and a unit in both languages`()
    throws
  {
    for file in ["cooperation-indicators.yaml", "statutory-cn-2019.yaml"] {
      let root = try YAMLReader.parse(try Vocabulary.shippedBytes(file), file: file)
      let entries = try #require(root?["indicators"]?.entries)
      for entry in entries {
        for key in ["names", "definitions", "units"] {
          let texts = entry.value[key]?.localized ?? [:]
          #expect(texts.keys.sorted() == ["en", "zh"], "\(entry.key).\(key)")
          #expect(texts.values.allSatisfy { !$0.isEmpty })
        }
      }
    }
  }

  @Test func `Shipped indicators name kinds, fields and indicators that exist`() throws {
    let vocabulary = try Vocabulary.shipped(named: "cooperation")
    var known: Set<String> = []
    for file in ["cooperation-indicators.yaml", "statutory-cn-2019.yaml"] {
      let root = try YAMLReader.parse(try Vocabulary.shippedBytes(file), file: file)
      for entry in root?["indicators"]?.entries ?? [] {
        #expect(known.insert(entry.key).inserted, "\(entry.key)")
        let node = entry.value
        if let ratio = node["ratio"] {
          #expect(
            known.contains(ratio["of"]?.text ?? "") && known.contains(ratio["to"]?.text ?? ""))
        }
        guard let name = node["from"]?.text else { continue }
        let kind = try #require(vocabulary.kind(name), "\(entry.key)")
        let single = ["sum", "mean", "distinct", "during"].compactMap { node[$0]?.text }
        let valid = node["valid"]?.entries?.compactMap(\.value.text) ?? []
        let splits = node["breakdowns"]?.items?.compactMap { $0.text ?? $0["field"]?.text } ?? []
        for path in single + valid + splits {
          let steps = path.split(separator: ".").map(String.init)
          let field = kind.field(steps[0])
          #expect(field?.isPrivate == false, "\(entry.key): \(path)")
          guard steps.count == 2 else { continue }
          let next = field?.targets.compactMap { vocabulary.kind($0)?.field(steps[1]) } ?? []
          #expect(!next.isEmpty, "\(entry.key): \(path)")
        }
      }
    }
  }
}

/// A reader for reports without files of their own.
func noFile(_ path: String) throws(Diagnostic) -> [UInt8] {
  throw Diagnostic(.error, code: "unreadable-file", "cannot read \"\(path)\"")
}

/// The node of a short text.
func yaml(_ text: String) throws -> YAMLNode? {
  try YAMLReader.parse(Array(text.utf8), file: "report.yaml")
}
