import DisplayList
import DocumentModel
import Geometry
import Testing

@testable import PageLayout

/// A pattern with little, with much, with nothing and with more than a page holds.
struct DollCase: CustomTestStringConvertible {
  var theme: String
  var language: String
  var testDescription: String { "\(theme) \(language)" }

  static let all = PatternDoll.themes.flatMap { theme in
    PatternDoll.languages.map { DollCase(theme: theme, language: $0) }
  }
}

@Suite("Patterns of pages, as paper dolls")
struct PatternTests {
  private func check(_ blocks: [Block], _ doll: DollCase, _ what: String) throws {
    let after: Block = .paragraph(PatternDoll.text(30, doll.language))
    let list = try PatternDoll.layOut([after] + blocks + [after], doll.theme, doll.language)
    #expect(list.problems() == [], "\(what)")
    #expect(list.collisions == [], "\(what)")
    for page in list.pages.indices {
      let pictures = list.pictureFrames(on: page)
      for ink in list.inks(on: page) {
        let covered = pictures.contains {
          min($0.maxX, ink.frame.maxX) - max($0.x, ink.frame.x) > 1
            && min($0.maxY, ink.frame.maxY) - max($0.y, ink.frame.y) > 1
        }
        #expect(!covered, "\(what), page \(page): \(ink.text) over a picture")
      }
    }
  }

  private func picture(_ language: String) -> Illustration {
    Illustration(
      anchor: "picture", number: "1", content: .image(PatternDoll.picture), alternative: "A hall",
      caption: PatternDoll.text(8, language), credit: [.text("CC0")])
  }

  @Test(arguments: DollCase.all) func `a story holds little and much`(doll: DollCase) throws {
    let language = doll.language
    for (words, facts, isWhole) in [(4, 0, false), (60, 1, true), (900, 4, true), (30, 40, false)] {
      let story = StoryBlock(
        anchor: "story", kicker: isWhole ? PatternDoll.text(2, language) : [],
        title: PatternDoll.text(isWhole ? 14 : 2, language),
        standfirst: isWhole ? PatternDoll.text(30, language) : [],
        picture: isWhole ? picture(language) : nil,
        blocks: [
          .paragraph(PatternDoll.text(words, language)), .paragraph(PatternDoll.text(12, language)),
        ],
        quote: isWhole
          ? PullQuote(content: PatternDoll.text(9, language), source: PatternDoll.text(3, language))
          : nil,
        facts: (0..<facts).map {
          FactLine(
            label: PatternDoll.text(1 + $0 % 3, language),
            value: PatternDoll.text(2 + $0 % 7, language))
        })
      try check([.story(story)], doll, "\(words) words, \(facts) facts")
    }
  }

  @Test(arguments: DollCase.all)
  func `a quotation holds with and without a portrait`(doll: DollCase) throws {
    for (words, hasPortrait) in [(1, false), (3, true), (60, true), (60, false)] {
      var quote = PullQuote(
        content: PatternDoll.text(words, doll.language), source: PatternDoll.text(4, doll.language),
        role: PatternDoll.text(9, doll.language))
      if hasPortrait {
        quote.portrait = .init(
          image: PatternDoll.picture, alternative: "A person", credit: [.text("CC0")])
      }
      try check([.pullQuote(quote)], doll, "\(words) words, portrait \(hasPortrait)")
    }
  }

  @Test(arguments: DollCase.all)
  func `a signature page holds one and twelve who sign`(doll: DollCase) throws {
    for count in [1, 2, 3, 12] {
      let signature = SignatureBlock(
        statement: PatternDoll.text(count * 12, doll.language),
        facts: [
          FactLine(label: PatternDoll.text(4, doll.language), value: [.code("0123 4567 89ab cdef")])
        ],
        signers: (0..<count).map { index in
          .init(
            name: PatternDoll.text(1 + index % 5, doll.language),
            role: PatternDoll.text(1 + index * 2, doll.language),
            date: index.isMultiple(of: 2) ? [] : PatternDoll.text(3, doll.language))
        }, signatureWord: "Signature", dateWord: "Place and date",
        check: PatternDoll.text(20, doll.language))
      try check([.signature(signature)], doll, "\(count) signers")
    }
  }

  private func history(
    _ positions: [[Double?]], unit: HistoryBlock.Unit = .decade, _ language: String, words: Int = 4
  ) -> HistoryBlock {
    HistoryBlock(
      anchor: "history", name: "1950–2031", unit: unit,
      periods: positions.enumerated().map { index, period in
        HistoryBlock.Period(
          label: period.isEmpty ? "1960s–1970s" : "\(1950 + index * 10)s",
          events: period.map {
            .init(
              position: $0, date: .init(name: "d", text: "15 September 1994"),
              title: PatternDoll.text(words, language),
              detail: PatternDoll.text(words / 2, language))
          })
      })
  }

  @Test(arguments: DollCase.all)
  func `a history holds one event and forty in one decade`(doll: DollCase) throws {
    let dense = (0..<40).map { Double($0 / 8) / 10 as Double? }
    for (periods, words) in [([[0.5]], 1), ([[0.1], [], [0.2, 0.9]], 5), ([dense, [0]], 12)] {
      try check([.history(history(periods, doll.language, words: words))], doll, "\(words) words")
    }
    try check(
      [.history(history([[nil, nil, 0.4], [nil]], unit: .year, doll.language))], doll, "years")
  }

  @Test func `the lines from times to rows do not cross`() throws {
    let dense = [nil, 0, 0, 0.05, 0.1, 0.1, 0.1, 0.8, 0.8, 0.9] as [Double?]
    let list = try PatternDoll.layOut(
      [.history(history([dense], unit: .year, "en"))], "institutional", "en")
    let lines = list.pages[2].runs.flatMap(\.items).compactMap { item -> (Double, Double)? in
      guard case .stroke(let path, _) = item, path.segments.count == 3,
        case .move(let start) = path.segments[0], case .line(let end) = path.segments[2]
      else { return nil }
      return (start.y, end.y)
    }
    #expect(lines.count == dense.count)
    #expect(zip(lines, lines.dropFirst()).allSatisfy { $0.0 <= $1.0 + 0.001 && $0.1 < $1.1 })
  }

  @Test(arguments: DollCase.all)
  func `months with many events keep their dots to themselves`(doll: DollCase) throws {
    let events = (0..<30).map { _ in
      TimelineBlock.Event(
        month: 3, date: .init(name: "d", text: "2031"), title: PatternDoll.text(3, doll.language),
        detail: [])
    }
    let timeline = TimelineBlock(
      anchor: "year", year: "2031", months: (1...12).map { "m\($0)" }, undated: "", events: events)
    let list = try PatternDoll.layOut([.timeline(timeline)], doll.theme, doll.language)
    let theme = try Theme.named(doll.theme)
    let dots = list.pages[2].runs.flatMap(\.items).compactMap { item -> Rectangle? in
      guard case .fill(let path, _) = item, path.bounds.width < 8, path.segments.count > 5 else {
        return nil
      }
      return path.bounds
    }
    #expect(dots.count == 30)
    let step = theme.width / 12
    #expect(dots.allSatisfy { $0.x >= theme.inner + step * 2 && $0.maxX <= theme.inner + step * 3 })
    #expect(list.collisions == [])
  }
}
