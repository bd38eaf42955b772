import Fonts
import Foundation
import Testing

@testable import Typesetting

/// A paragraph that did not change is not broken again.
@Suite struct ParagraphStoreTests {
  private func typesetter(_ store: ParagraphStore) throws -> Typesetter {
    Typesetter(
      fonts: try FontLibrary(folder: Support.root().appendingPathComponent("fonts")),
      missingGlyphs: .collected, reusing: store)
  }

  private func document(_ edited: Int? = nil) -> [StyledText] {
    (0..<40).map {
      let text = "Paragraph \($0) of a report that is built again and again. " + ParagraphTests.text
      return StyledText([.init($0 == edited ? text + " It was edited." : text, Support.english)])
    }
  }

  private func build(_ document: [StyledText], _ store: ParagraphStore) throws -> [SetParagraph] {
    store.beginBuild()
    let typesetter = try typesetter(store)
    return try document.map { try typesetter.set($0, ParagraphStyle(measure: 180)) }
  }

  @Test func `after an edit only the paragraph that changed is broken`() throws {
    let store = ParagraphStore()
    let first = try build(document(), store)
    #expect(store.tally.broken == 40 && store.tally.reused == 0)
    let second = try build(document(7), store)
    #expect(store.tally.broken == 41 && store.tally.reused == 39)
    for index in first.indices where index != 7 {
      #expect(first[index].lines == second[index].lines)
      #expect(first[index].runs == second[index].runs)
      #expect(first[index].glyphs == second[index].glyphs)
    }
    #expect(first[7].text != second[7].text)
  }

  @Test func `what a build did not use is forgotten by the one after the next`() throws {
    let store = ParagraphStore()
    _ = try build(document(), store)
    _ = try build(Array(document().prefix(10)), store)
    #expect(store.count == 40)
    store.beginBuild()
    #expect(store.count == 10)
  }

  @Test func `another measure, style or language is another paragraph`() throws {
    let store = ParagraphStore()
    let typesetter = try typesetter(store)
    let text = StyledText([.init(ParagraphTests.text, Support.english)])
    var other = Support.english
    other.size = 9
    _ = try typesetter.set(text, ParagraphStyle(measure: 180))
    _ = try typesetter.set(text, ParagraphStyle(measure: 181))
    _ = try typesetter.set(text, ParagraphStyle(measure: 180, language: "de"))
    _ = try typesetter.set(text, ParagraphStyle(measure: 180, shape: [LineInsets(trailing: 20)]))
    _ = try typesetter.set(
      StyledText([.init(ParagraphTests.text, other)]), ParagraphStyle(measure: 180))
    #expect(store.tally == ParagraphStore.Tally(broken: 5, reused: 0))
  }

  /// Tags count the links of a document, so they change when a link is added far away.
  @Test func `other tags are the same paragraph and come back with it`() throws {
    func text(_ first: Int, _ second: Int) -> StyledText {
      var styles = [Support.english, Support.english]
      styles[0].tag = first
      styles[1].tag = second
      return StyledText([
        .init("See ", Support.english), .init("one", styles[0]), .init(" and ", Support.english),
        .init("two", styles[1]),
      ])
    }
    let store = ParagraphStore()
    let typesetter = try typesetter(store)
    let style = ParagraphStyle(measure: 200)
    #expect(try typesetter.set(text(3, 4), style).runs.map(\.tag) == [0, 3, 0, 4])
    #expect(try typesetter.set(text(13, 40), style).runs.map(\.tag) == [0, 13, 0, 40])
    #expect(store.tally == ParagraphStore.Tally(broken: 1, reused: 1))
    #expect(try typesetter.set(text(5, 5), style).runs.map(\.tag) == [0, 5, 0, 5])
    #expect(store.tally.broken == 2)
  }

  @Test func `variants are kept and serve as the paragraph too`() throws {
    let store = ParagraphStore()
    let typesetter = try typesetter(store)
    let text = StyledText([.init(ParagraphTests.text + " " + ParagraphTests.text, Support.english)])
    let style = ParagraphStyle(measure: 260)
    _ = try typesetter.set(text, style)
    let made = try typesetter.variants(text, style)
    #expect(store.tally.broken == 2)
    let again = try typesetter.variants(text, style)
    #expect(again.map(\.lines) == made.map(\.lines))
    #expect(try typesetter.set(text, style).lines == made[0].lines)
    #expect(store.tally == ParagraphStore.Tally(broken: 2, reused: 2))
  }

  @Test func `what a paragraph lacks is reported in every build`() throws {
    let store = ParagraphStore()
    var italic = TextStyle(family: "Source Code Pro", size: 9)
    italic.slant = .italic
    for _ in 0..<2 {
      store.beginBuild()
      let typesetter = try typesetter(store)
      _ = try typesetter.set(
        StyledText([.init("let x", italic)]), ParagraphStyle(measure: 100))
      #expect(typesetter.substitutions.count == 1)
      _ = try typesetter.set(
        StyledText([.init("Smile \u{1F600}", Support.english)]), ParagraphStyle(measure: 100))
      #expect(typesetter.missingGlyphs.count == 1)
    }
    #expect(store.tally.reused == 1)
  }
}
