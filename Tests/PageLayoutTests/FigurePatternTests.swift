import DisplayList
import DocumentModel
import Geometry
import Testing
import Themes

@testable import PageLayout

@Suite("Large figures, comparisons, a glance and profiles on pages")
struct FigurePatternTests {
  private static let themes = ["institutional", "editorial", "accounts", "brochure"]

  @Test(
    "Figures of every form, one or forty, stand beside each other without touching",
    arguments: themes, KeyFigure.Form.allCases)
  func forms(theme: String, form: KeyFigure.Form) throws {
    for (count, isLong) in [(1, false), (1, true), (3, true), (4, false), (7, true), (40, false)] {
      for language in ["en", "zh"] {
        let figures = (0..<count).map { Doll.figure(form, $0, isLong: isLong, language: language) }
        let list = try Doll.pages([.keyFigures(figures)], theme: theme, language: language)
        try Doll.check(list, "\(count) \(form) \(isLong) \(language)")
      }
    }
  }

  @Test("In a row of tiles numbers, labels and small print each share a line")
  func aligned() throws {
    var figures = (0..<3).map { Doll.figure(.tiles, $0, isLong: false, language: "en") }
    figures[1].label = [.text("A label of so many words that it takes more than a single line")]
    let list = try Doll.pages([.keyFigures(figures)], theme: "institutional", language: "en")
    let words = list.words(on: 2).filter(\.isOwned)
    let details = words.filter { $0.text.contains("+7") }
    #expect(details.count == 3)
    #expect(Set(details.map { ($0.y * 100).rounded() }).count == 1)
    let numbers = words.filter { ["120", "121", "122"].contains($0.text) }
    #expect(Set(numbers.map { ($0.y * 100).rounded() }).count == 1)
  }

  @Test(
    "A Chinese counter stands behind its number, which gives way by a step where room is short",
    arguments: ["institutional", "editorial", "accounts"])
  func counters(theme: String) throws {
    var figures = (0..<4).map { Doll.figure(.tiles, $0, isLong: false, language: "zh") }
    for index in figures.indices { figures[index].unit = index == 1 ? "人次" : "个" }
    figures[1].value.text = "1709"
    figures[1].qualifier = "至少"
    let list = try Doll.pages([.keyFigures(figures)], theme: theme, language: "zh")
    let words = list.words(on: 2).filter(\.isOwned)
    let number = try #require(words.first { $0.text.contains("1709") })
    let unit = try #require(words.first { $0.text.contains("人次") })
    #expect(abs(number.y - unit.y) < 0.01)
  }

  @Test("What is drawn beside a figure is a figure with its words, and its marks belong to it")
  func drawings() throws {
    for form in [KeyFigure.Form.sparkline, .icons] {
      let figures = [Doll.figure(form, 0, isLong: false, language: "en")]
      let list = try Doll.pages([.keyFigures(figures)], theme: "institutional", language: "en")
      let drawn = list.structure.filter { $0.role == .figure }
      #expect(drawn.map(\.alternative) == [figures[0].picture?.alternative])
      #expect(drawn.first?.pages == [2])
      #expect(list.problems() == [])
    }
  }

  @Test("A figure without history is printed without a line")
  func noHistory() throws {
    var figure = Doll.figure(.sparkline, 0, isLong: false, language: "en")
    figure.picture = nil
    let list = try Doll.pages([.keyFigures([figure])], theme: "institutional", language: "en")
    #expect(!list.structure.contains { $0.role == .figure })
    #expect(list.allText(page: 2).contains("120"))
  }

  @Test(
    "A comparison of two to four things holds long names and keeps to its columns",
    arguments: themes)
  func comparison(theme: String) throws {
    for (sides, rows, isLong) in [(2, 1, false), (4, 6, true), (3, 40, true)] {
      for language in ["en", "zh"] {
        let table = Doll.comparison(sides, rows, isLong: isLong, language: language)
        let list = try Doll.pages([.table(table)], theme: theme, language: language)
        try Doll.check(list, "\(sides) × \(rows) \(language)")
        #expect(list.structure.contains { $0.role == .headerCell })
      }
    }
  }

  @Test("A glance stands on one page, or flows on where it cannot", arguments: themes)
  func glance(theme: String) throws {
    for (count, isLong, hasChart) in [
      (3, false, true), (6, true, true), (6, false, false), (40, true, true), (1, false, false),
    ] {
      for language in ["en", "zh"] {
        let glance = Doll.glance(count, isLong: isLong, hasChart: hasChart, language: language)
        let list = try Doll.pages([.glance(glance)], theme: theme, language: language)
        try Doll.check(list, "\(count) \(isLong) \(hasChart) \(language)")
        if count == 6, theme != "brochure" {
          let isOnePage = list.structure.indices.filter { list.structure[$0].role == .listItem }
            .count { Doll.pages(of: $0, in: list) == [2] }
          #expect(isOnePage == 6, "\(theme) \(language)")
        }
      }
    }
  }

  @Test("On an opening the figures stand left, the sentence and the chart right, without heads")
  func opening() throws {
    var glance = Doll.glance(6, isLong: false, hasChart: true, language: "en")
    glance.extent = .opening
    let list = try Doll.pages([.glance(glance)], theme: "institutional", language: "en")
    try Doll.check(list, "opening")
    #expect(list.allText(page: 2).isEmpty)
    #expect(list.allText(page: 3).contains("Chapter a"))
    #expect(list.allText(page: 3).contains("125"))
    #expect(list.allText(page: 4).contains("rose"))
    #expect(!list.allText(page: 4).contains("Chapter a"))
    // The figures and the chart begin on one line.
    let rules = list.pages[3].runs.flatMap(\.items).compactMap { item -> Double? in
      if case .fill(let path, _) = item, path.bounds.width > 400 { path.bounds.y } else { nil }
    }
    let title = list.words(on: 4).first { $0.text.contains("Figure") }
    let top = try #require(rules.min())
    #expect(abs(try #require(title?.y) - top) < 14)
  }

  @Test("A glance that would leave a page blank takes one page instead")
  func fitting() throws {
    var glance = Doll.glance(6, isLong: false, hasChart: true, language: "en")
    glance.extent = .fitting
    let list = try Doll.pages([.glance(glance)], theme: "institutional", language: "en")
    #expect(list.allText(page: 2).contains("Chapter a"))
    #expect(list.allText(page: 2).contains("rose"))
  }

  @Test("A profile holds one fact or forty, long names, no picture", arguments: themes)
  func profile(theme: String) throws {
    for (count, isLong, hasPicture) in [(0, false, false), (1, false, true), (40, true, true)] {
      for language in ["en", "zh"] {
        let profile = Doll.profile(count, isLong: isLong, hasPicture: hasPicture, language)
        let blocks: [Block] = [Fixture.prose(60), .profile(profile), Fixture.prose(60)]
        let list = try Doll.pages(blocks, theme: theme, language: language)
        try Doll.check(list, "\(count) \(isLong) \(hasPicture) \(language)")
        let figures = list.structure.filter { $0.role == .figure }
        #expect(figures.count == (hasPicture ? 1 : 0))
      }
    }
  }

  @Test("All four in parallel columns and facing pages keep to their pages")
  func editions() throws {
    let blocks: [Block] = [
      .keyFigures([Doll.figure(.sparkline, 0, isLong: false, language: "en")]),
      .table(Doll.comparison(2, 3, isLong: false, language: "en")),
      .glance(Doll.glance(3, isLong: false, hasChart: false, language: "en")),
      .profile(Doll.profile(2, isLong: false, hasPicture: false, "en")),
    ]
    let list = try Doll.pages(blocks, theme: "institutional", language: "en")
    try Doll.check(list, "in one chapter")
  }
}
