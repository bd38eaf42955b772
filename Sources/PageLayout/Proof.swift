public import DisplayList
import Fonts
import Geometry
public import Typesetting

/// What a proof draws over the pages.
public enum ProofMark: String, Hashable, Sendable, CaseIterable {
  /// The baseline grid and the columns.
  case grid
  /// The boxes of the blocks, with the names of their structure elements.
  case boxes
  /// The baselines with their glue ratios, lines that are too wide, and the warnings.
  case lines
}

extension LaidOut {
  /// The pages with proof marks over them, as decoration; the pages as they are where the layout kept
  /// no proof.
  ///
  /// - Parameter typesetter: the one that set the pages: the marks' letters join its fonts.
  public func proofed(
    _ marks: Set<ProofMark>, typesetter: Typesetter
  ) throws(LayoutError) -> DisplayList {
    guard !proofs.isEmpty, !marks.isEmpty else { return list }
    var drawing = ProofDrawing(typesetter: typesetter)
    var list = list
    let boxes = marks.contains(.boxes) ? list.blockBoxes() : []
    for index in list.pages.indices {
      var items: [Item] = []
      if marks.contains(.grid), let proof = proofs[index] { items += drawing.grid(proof) }
      if marks.contains(.boxes) {
        items += try drawing.boxes(boxes[index], on: &list.pages[index])
      }
      if marks.contains(.lines), let proof = proofs[index] {
        items += try drawing.lines(proof.lines, on: &list.pages[index])
      }
      if marks.contains(.lines), index == 0 {
        items += try drawing.warnings(warnings, on: &list.pages[index])
      }
      items += try drawing.banner(marks, number: index + 1, on: &list.pages[index])
      list.pages[index].runs.append(MarkedRun(owner: .artifact(.layout), items: items))
    }
    list.fonts = typesetter.fonts.files
    return list
  }
}
