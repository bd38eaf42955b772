import DisplayList
import DocumentModel
import Fonts
import Geometry
import Testing
import Typesetting

@testable import PageLayout

@Suite("Proof marks over the pages")
struct ProofTests {
  private func proof(
    _ marks: Set<ProofMark>, keeps: Bool = true, blocks: [Block] = [Fixture.prose(300)]
  ) throws -> (plain: DisplayList, marked: DisplayList) {
    let typesetter = Typesetter(fonts: try FontLibrary(folder: Fixture.fontsFolder))
    let document = Fixture.document([Fixture.chapter("a", blocks)])
    let laidOut = try PageLayout.layOut(
      document, theme: Theme(), typesetter: typesetter, options: .init(keepsProof: keeps))
    return (laidOut.list, try laidOut.proofed(marks, typesetter: typesetter))
  }

  @Test("Marks are decoration over pages that stay as they are")
  func decoration() throws {
    let (plain, marked) = try proof(Set(ProofMark.allCases))
    #expect(marked.problems() == [])
    #expect(marked.structure == plain.structure)
    for (before, after) in zip(plain.pages, marked.pages) {
      #expect(after.runs.prefix(before.runs.count).map(\.owner) == before.runs.map(\.owner))
      #expect(after.runs.count - before.runs.count <= 1)
      if after.runs.count > before.runs.count {
        #expect(after.runs.last?.owner == .artifact(.layout))
      }
      #expect(after.glyphs.starts(with: before.glyphs))
    }
    for page in plain.pages.indices {
      #expect(plain.plainText(page: page) == marked.plainText(page: page))
    }
  }

  @Test("The grid's lines run under the text's baselines")
  func grid() throws {
    let marked = try proof([.grid]).marked
    let lines = try #require(marked.pages[2].runs.last).items.compactMap { item -> Double? in
      guard case .stroke(let path, let stroke) = item, stroke.width < 0.3,
        case .move(let point)? = path.segments.first
      else { return nil }
      return point.y
    }
    #expect(lines.count == 52)
    for y in marked.baselines(.paragraph, page: 2) {
      #expect(lines.contains { abs($0 - y) < 0.01 })
    }
  }

  @Test("Blocks are framed and named")
  func boxes() throws {
    let (plain, marked) = try proof([.boxes])
    let names = marked.words(on: 2).filter { !$0.isOwned }.map(\.text)
    #expect(names.contains("P") && names.contains("H2"))
    let boxes = plain.blockBoxes()[2]
    let paragraph = try #require(boxes.first { $0.role == .paragraph })
    #expect(abs(paragraph.frame.x - Theme().inner - Theme().textX) < 15)
    #expect(paragraph.frame.width > 200)
  }

  @Test("Each stretched line has its ratio")
  func ratios() throws {
    let (plain, marked) = try proof([.lines])
    let ratios = marked.words(on: 2).suffix(200).filter { word in
      !word.isOwned && word.text.contains(".") && word.text.dropFirst().allSatisfy { $0 != " " }
        && Double(word.text.replacingMinus) != nil
    }
    let lines = plain.baselines(.paragraph, page: 2).count
    #expect(ratios.count >= lines - 2 && ratios.count <= lines)
  }

  @Test("A layout that kept nothing has no marks")
  func none() throws {
    let (plain, marked) = try proof(Set(ProofMark.allCases), keeps: false)
    #expect(plain.dump() == marked.dump())
  }

  @Test("Warnings stand on the first page")
  func warnings() throws {
    let lost = Block.paragraph([.text("See "), .reference(anchor: "nowhere", .page)])
    let marked = try proof([.lines], blocks: [lost]).marked
    #expect(marked.allText(page: 0).contains("reference to \"nowhere\""))
  }
}

extension String {
  fileprivate var replacingMinus: String { map { $0 == "\u{2212}" ? "-" : String($0) }.joined() }
}
