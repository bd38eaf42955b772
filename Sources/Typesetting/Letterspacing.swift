import Fonts

/// Letterspacing as the last resort: where neither breaks nor glue nor wider glyphs make a line good
/// enough, its letters come apart or closer by a hundredth of an em at most.
extension LineSetter {
  /// The most space after a letter, in em.
  static let mostLetterspacing = 0.01
  /// The glue ratio from which a line is letterspaced.
  static let loosest = 1.5

  /// Gives the words of the line their letterspacing: how much that is in em, and in points over the
  /// line. `rest` is what glue and letters have to give.
  mutating func letterspace(
    _ setting: GlueSetting, _ rest: Double, _ shrink: Double
  ) -> (em: Double, points: Double) {
    let missing = min(0, rest + shrink)
    guard setting.ratio > Self.loosest || missing < 0 else { return (0, 0) }
    var em = 0.0
    for segment in segments[line] where takesLetterspacing(segment) {
      em += faces[Int(segment.face)].size * clusters(segment)
    }
    guard em > 0 else { return (0, 0) }
    let most = Self.mostLetterspacing
    let value = min(max((missing < 0 ? missing : rest) / em, -most), most)
    for index in line where takesLetterspacing(segments[index]) {
      let space = value * faces[Int(segments[index].face)].size
      segments[index].letterspacing = space
      segments[index].width += space * clusters(segments[index])
    }
    return (value, value * em)
  }

  private func takesLetterspacing(_ segment: Segment) -> Bool {
    segment.kind == .word && segment.word >= 0 && faces[Int(segment.face)].flexes
  }

  private func clusters(_ segment: Segment) -> Double {
    Double(builder.shaper.clusterCount(of: Int(segment.word)))
  }
}

extension GlueSetting {
  /// Takes off what the letters have given, in points.
  mutating func give(_ points: Double, stretch: Double, shrink: Double) {
    guard points != 0 else { return }
    let left = ratio > 0 ? max(0, rest - points) : rest
    rest = left
    if left > 0 { ratio = stretch > 0 ? left / stretch : ratio }
    if ratio > 0, left == 0 { ratio = 0 }
  }
}
