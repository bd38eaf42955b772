import Foundation
import Testing

@testable import Records

@Suite struct VocabularyLoadingTests {
  private func load(
    _ node: String, _ files: [String: String]
  ) throws -> (vocabulary: Vocabulary?, indicatorFiles: [IndicatorSource], problems: [Diagnostic]) {
    Vocabulary.load(try yaml(node)) { (path) throws(Diagnostic) in
      guard let text = files[path] else { return try noFile(path) }
      return Array(text.utf8)
    }
  }

  /// The problems of a vocabulary of its own: line, and message.
  private func problems(_ text: String) throws -> [String] {
    try load("own.yaml", ["own.yaml": text]).problems.map { problem in
      "\(problem.place?.line ?? 0): \(problem.message)"
    }
  }

  @Test func `An extension adds kinds, fields, words and names`() throws {
    let (vocabulary, files, problems) = try load(
      "{base: cooperation, extend: [more.yaml]}",
      [
        "more.yaml": """
        kinds:
          event:
            fields:
              sponsor: {type: localized, names: {en: sponsor, zh: 赞助方}}
              kind: {choices: {hackathon: {en: hackathon, zh: 编程马拉松}, forum: {fr: forum}}}
          song:
            plural: songs
            names: {en: song, zh: 歌曲}
            fields:
              event: {type: reference, to: [event], names: {en: event, zh: 活动}}
        indicators: {}
        """
      ])
    #expect(problems == [])
    let kind = try #require(vocabulary?.kind("event"))
    #expect(kind.field("sponsor")?.base == .localized)
    #expect(kind.field("kind")?.choices.map(\.word).suffix(2) == ["workshop", "hackathon"])
    #expect(kind.field("kind")?.choices.first { $0.word == "forum" }?.names.count == 3)
    #expect(kind.field("date")?.isPast == true)
    #expect(vocabulary?.kind(named: "songs")?.field("evidence") != nil)
    #expect(files.map(\.name) == ["cooperation-indicators.yaml", "more.yaml"])
  }

  @Test func `An extension overrides attributes and keeps the others`() throws {
    let (vocabulary, _, problems) = try load(
      "{base: cooperation, extend: [own.yaml]}",
      [
        "own.yaml": """
        common:
          note: {private: true}
        kinds:
          partner:
            public_if: place
            names: {zh: 伙伴}
            fields:
              city: {private: true, names: {en: town}}
              evidence: {required: true}
        """
      ])
    #expect(problems == [])
    let kind = try #require(vocabulary?.kind("partner"))
    #expect(kind.names == ["en": "partner", "zh": "伙伴"] && kind.publicIf == "place")
    #expect(kind.field("city")?.names == ["en": "town", "zh": "城市"])
    #expect(kind.field("city")?.isPrivate == true && kind.field("city")?.base == .localized)
    #expect(kind.field("evidence")?.isRequired == true && kind.field("evidence")?.isList == true)
    #expect(vocabulary?.kind("event")?.field("evidence")?.isRequired == false)
    #expect(vocabulary?.kind("event")?.field("note")?.isPrivate == true)
  }

  @Test func `A file replaces the vocabulary and has the shipped places`() throws {
    let (vocabulary, files, problems) = try load(
      "own.yaml",
      [
        "own.yaml": """
        vocabulary: library
        kinds:
          loan: {plural: loans, fields: {heads: {type: quantity}, place: {type: reference, to: place}}}
        """
      ])
    #expect(problems == [] && files.isEmpty)
    #expect(vocabulary?.kinds.map(\.name) == ["loan"] && vocabulary?.name == "library")
    #expect(vocabulary?.places.count == 250)
    #expect(vocabulary?.kind("loan")?.field("place")?.targets == ["place"])
  }

  @Test func `The sample library's vocabulary has no problem`() throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../reports/sample-library").standardizedFileURL
    let (vocabulary, _, problems) = Vocabulary.load(try yaml("vocabulary.yaml")) {
      (path) throws(Diagnostic) in
      try SourceFile.read(folder.appendingPathComponent(path), under: folder)
    }
    #expect(problems == [])
    #expect(vocabulary?.name == "library" && vocabulary?.kind("loan")?.help.count == 2)
    #expect(vocabulary?.isPrivate(kind: "acquisition", field: "price") == true)
  }

  @Test func `What a report names wrongly is told with its place and a suggestion`() throws {
    let typo = try load("{base: coperation, extnd: [a.yaml]}", [:])
    #expect(typo.vocabulary == nil)
    #expect(typo.problems.map(\.code) == ["bad-vocabulary", "unknown-vocabulary"])
    #expect(
      typo.problems.map(\.hint) == ["did you mean \"extend\"?", "did you mean \"cooperation\"?"])
    #expect(typo.problems.allSatisfy { $0.place?.file == "report.yaml" && $0.place?.line == 1 })
    let missing = try load("{base: cooperation, extend: [gone.yaml]}", [:])
    #expect(missing.vocabulary != nil)
    #expect(missing.problems.map(\.code) == ["unreadable-file"])
    #expect(missing.problems.first?.place?.file == "report.yaml")
    for node in ["[cooperation]", "{base: [a]}", "{extend: {a: b}}", "{extend: [[a]]}"] {
      #expect(try load(node, [:]).problems.map(\.code) == ["bad-vocabulary"], "\(node)")
    }
  }

  @Test func `All problems of a vocabulary are told at once, each at its line`() throws {
    let found = try problems(
      """
      vocabulary: own
      languages: [en]
      kindz: {}
      kinds:
        event:
          plural: events
          plurals: x
          public_if: grund
          names: {en: event}
          fields:
            date: {type: date, names: {en: date}}
            Bad-Name: {type: text}
            until: {type: date, not_before: dat, names: {en: until}}
            heads: {type: number, names: {en: heads}}
            days: {type: quantity, past: true, names: {en: days}}
            open: {type: flag, required: perhaps, names: {en: open}}
            role: {type: choice, names: {en: role}}
            who: {type: reference, to: [persn], names: {en: who}}
            nothing: {names: {en: nothing}}
            date_latest: {type: text, names: {en: x}}
        person: {plural: events, names: {en: person}}
      """)
    #expect(
      found == [
        "3: a vocabulary has no attribute \"kindz\"",
        "7: kind \"event\" has no attribute \"plurals\"",
        "12: \"Bad-Name\" is not a name",
        "14: \"number\" is not a type of field",
        "16: required is neither true nor false",
        "19: field \"nothing\" needs a type",
        "5: public_if of \"event\" names no field \"grund\"",
        "13: not_before of field \"until\" names no date field \"dat\"",
        "15: past of field \"days\" needs the type date",
        "17: field \"role\" has no choices",
        "18: field \"who\" refers to the unknown kind \"persn\"",
        "20: field \"date_latest\" takes the name of a column of \"date\"",
        "21: \"events\" names two kinds, event and person",
      ])
  }

  @Test func `A missing name is a warning that lists its languages`() throws {
    let loaded = try load(
      "own.yaml",
      [
        "own.yaml": """
        languages: [en, zh]
        kinds:
          event:
            names: {en: event, zh: 活动}
            fields:
              role: {type: choice, names: {zh: 角色, en: role}, choices: {host: {en: host}}}
              title: {type: text}
        """
      ])
    #expect(
      loaded.problems.map(\.message) == [
        "the choice \"host\" of field \"role\" has no name in zh",
        "field \"title\" has no name in en and zh",
      ])
    #expect(loaded.problems.allSatisfy { $0.severity == .warning && $0.code == "missing-name" })
    #expect(loaded.problems.map { $0.place?.line } == [6, 7])
  }

  @Test func `Names that the store needs for itself are refused`() throws {
    for name in ["records", "place", "any", "problems", "sqlite_x"] {
      let found = try problems("kinds: {\(name): {names: {en: x}}}")
      #expect(found == ["1: \"\(name)\" cannot be the name of a kind"], "\(name)")
    }
    for name in ["id", "position", "line"] {
      let found = try problems("kinds: {event: {fields: {\(name): {type: text}}}}")
      #expect(found.count == 1, "\(name)")
    }
    let list = "kinds: {event: {fields: {date: {type: text, list: true}}}, event_date: {}}"
    #expect(try problems(list) == ["1: the list \"date\" of \"event\" takes the name of a kind"])
  }

  @Test func `Hostile shapes are problems, never traps`() throws {
    for text in [
      "", "[]", "kinds: []", "kinds: {event: []}", "kinds: {event: {fields: 3}}", "kinds: {a: ~}",
      "kinds: {event: {fields: {a: [1]}}}", "kinds: {event: {fields: {a: {type: [text]}}}}",
      "kinds: {event: {names: [en], fields: {a: {type: choice, choices: [[b]]}}}}", "common: x",
      "kinds: {e: {fields: {a: {type: choice, choices: {'a;b': ~}}}}}", "places: {XX: 3}",
    ] {
      let loaded = try load("own.yaml", ["own.yaml": text])
      #expect(text == "kinds: {a: ~}" || !loaded.problems.isEmpty, "\(text)")
    }
  }
}
