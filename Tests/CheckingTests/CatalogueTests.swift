import Foundation
import Records
import Testing

@testable import Checking

@Suite struct CatalogueTests {
  /// The codes that the sources give to diagnostics.
  static func codes() throws -> Set<String> {
    let folder = root.appendingPathComponent("Sources")
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    var codes = Set<String>()
    let word = #""([a-z]+(?:-[a-z0-9]+)*)""#
    let patterns = [
      try Regex(#"code: \#(word)"#), try Regex(#"(?:Problem|\breport|\buse)\(\s*\#(word)"#),
    ]
    while let file = files?.nextObject() as? URL {
      guard file.pathExtension == "swift", !file.lastPathComponent.hasPrefix("Catalogue") else {
        continue
      }
      let text = try String(contentsOf: file, encoding: .utf8)
      for pattern in patterns {
        codes.formUnion(
          text.matches(of: pattern).compactMap { $0.output[1].substring.map(String.init) })
      }
    }
    return codes
  }

  @Test func `The catalogue has every code of the sources`() throws {
    let known = Set(CheckCatalogue.all.map(\.code))
    let codes = try Self.codes()
    #expect(codes.count > 80)
    #expect(codes.subtracting(known).sorted() == [])
  }

  @Test func `Every code of these checks is given by them`() throws {
    let codes = try Self.codes()
    let families: [Rule.Family] = [
      .data, .figures, .text, .claims, .privacy, .languages, .switches,
    ]
    let rules = CheckCatalogue.all.filter { families.contains($0.family) }
    #expect(rules.map(\.code).filter { !codes.contains($0) } == [])
  }

  @Test func `Each code is there once, and says what to do`() {
    let codes = CheckCatalogue.all.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(CheckCatalogue.all.allSatisfy { !$0.summary.isEmpty && !$0.remedy.isEmpty })
  }

  @Test func `What protects persons cannot be switched off`() {
    #expect(CheckCatalogue.all.filter { $0.family == .privacy }.allSatisfy { !$0.canBeOff })
  }

  @Test func `The documentation is the catalogue's`() throws {
    let file = root.appendingPathComponent("docs/checks.md")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    guard text != CheckCatalogue.markdown else { return }
    try CheckCatalogue.markdown.write(to: file, atomically: true, encoding: .utf8)
    Issue.record("docs/checks.md was not the catalogue's; it has been written anew")
  }
}
