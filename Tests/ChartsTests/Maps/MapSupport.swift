import DocumentModel
import Geometry

@testable import Charts

/// Half an em a character; sizes like those of a page.
var plainMeasure: LabelMeasure {
  LabelMeasure(
    width: { text, role in
      let size: Double = role == .tick ? 7 : 7.6
      return Double(text.count) * 0.5 * size
    },
    size: { role in role == .tick ? 7 : 7.6 })
}

func mapPlace(
  _ code: String, _ north: Double, _ east: Double, _ number: Double? = nil, _ name: String? = nil
) -> WorldMap.Place {
  let text = number.map { "\(Int($0))" }
  return WorldMap.Place(
    code: code, name: name ?? code, latitude: north, longitude: east,
    value: text.map { ValueReference(name: "n", text: $0) }, number: number)
}

/// Numbers that look random and are the same every time (Knuth's linear congruence).
struct Numbers {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 977 &+ 13 }

  mutating func next(_ range: ClosedRange<Double>) -> Double {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let share = Double(state >> 11) / Double(1 << 53)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }
}

extension Drawing {
  func fills(_ ink: Ink) -> [Path] {
    marks.compactMap {
      if case .fill(let path, let own, _) = $0, own == ink { path } else { nil }
    }
  }

  func strokes(_ ink: Ink) -> [Path] {
    marks.compactMap {
      if case .stroke(let path, let own, _) = $0, own == ink { path } else { nil }
    }
  }

  /// The marks in lines, land and halos left out.
  var mapDump: [String] {
    func text(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
    return marks.compactMap { mark in
      switch mark {
      case .fill(_, .grey, _), .fill(_, .paper, _), .stroke(_, .paper, _): return nil
      case .fill(let path, let ink, _):
        let box = path.bounds
        return "fill \(ink) \(text(box.x)) \(text(box.y)) \(text(box.width))x\(text(box.height))"
      case .stroke(let path, let ink, let line):
        return "stroke \(ink) \(path.segments.count) \(text(line.width))"
      case .label(let label):
        return "\(label.role) \(label.text) \(text(label.at.x)) \(text(label.at.y)) \(label.ink)"
      }
    }
  }
}
