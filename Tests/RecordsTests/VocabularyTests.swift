import Testing

@testable import Records

@Suite struct VocabularyTests {
  @Test func `The shipped vocabulary names every field and choice in both languages`() throws {
    let vocabulary = try Vocabulary.shipped(named: "cooperation")
    for kind in vocabulary.kinds {
      #expect(kind.names["en"] != nil && kind.names["zh"] != nil, "\(kind.name)")
      for field in kind.fields {
        #expect(field.names["en"] != nil && field.names["zh"] != nil, "\(kind.name).\(field.name)")
        #expect((field.base == .choice) == !field.choices.isEmpty)
        for choice in field.choices {
          #expect(choice.names["en"] != nil && choice.names["zh"] != nil)
        }
        for target in field.targets {
          #expect(vocabulary.kind(target) != nil || ["place", "any"].contains(target), "\(target)")
        }
        #expect(field.notBefore.map { kind.field($0)?.base == .date } ?? true)
      }
    }
  }

  @Test func `Places have names in both languages and a position`() throws {
    let places = try Vocabulary.shipped(named: "cooperation").places
    #expect(places.count > 200)
    #expect(places.values.allSatisfy { $0.names["en"] != nil && $0.names["zh"] != nil })
    #expect(places["BG"]?.names == ["en": "Bulgaria", "zh": "保加利亚"])
    #expect(places["NO"]?.names["en"] == "Norway")
  }

  @Test func `What the vocabulary does not know is private`() throws {
    let vocabulary = try testVocabulary()
    #expect(vocabulary.isPrivate(kind: "event", field: "secret"))
    #expect(!vocabulary.isPrivate(kind: "event", field: "title"))
    #expect(vocabulary.isPrivate(kind: "event", field: "other"))
  }

  @Test func `An unknown vocabulary is a problem, not a trap`() {
    for name in ["nothing", "../cooperation", ""] {
      #expect(throws: Diagnostic.self) { try Vocabulary.shipped(named: name) }
    }
  }
}
