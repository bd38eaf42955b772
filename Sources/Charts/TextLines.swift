/// Words broken into lines for a width, and labels moved apart.
extension Canvas {
  /// Words in at most so many lines of a width, broken at spaces and between Chinese characters, and
  /// within a word where it is wider than a line; what does not fit ends in an ellipsis.
  func lines(
    _ words: String, width limit: Double, most: Int = 2, _ role: Drawing.Label.Role = .name
  ) -> [String] {
    guard width(words, role) > limit else { return words.isEmpty ? [] : [words] }
    var result: [String] = []
    var current = ""
    for piece in pieces(words, limit, role) {
      let longer = current + piece
      if width(longer.trimmed, role) <= limit || current.isEmpty {
        current = current.isEmpty ? piece : longer
      } else {
        result.append(current.trimmed)
        current = piece
      }
    }
    if !current.trimmed.isEmpty { result.append(current.trimmed) }
    guard result.count > most, most > 0 else { return result }
    let isHan = words.unicodeScalars.contains { $0.value >= 0x2E80 }
    var last = result[(most - 1)...].joined(separator: isHan ? "" : " ")
    while !last.isEmpty, width(last + "…", role) > limit { last.removeLast() }
    return result.prefix(most - 1) + [last.trimmed + "…"]
  }

  /// The width of the widest word, which a line must hold if no word is to be broken; Chinese breaks
  /// anywhere.
  func widestWord(_ words: String, _ role: Drawing.Label.Role = .name) -> Double {
    let isHan = words.unicodeScalars.contains { $0.value >= 0x2E80 }
    return isHan ? measure.size(role) : widest(words.split(separator: " ").map(String.init), role)
  }

  /// What may not begin a line of Chinese.
  private static let bound: Set<Character> = [
    "，", "。", "、", "；", "：", "）", "》", "”", "’", "％", "%",
  ]

  /// Unbreakable pieces with the spaces after them.
  private func pieces(
    _ words: String, _ limit: Double, _ role: Drawing.Label.Role
  ) -> [String] {
    var pieces: [String] = []
    var isOpen = false
    for character in words {
      let isHan = character.unicodeScalars.contains { $0.value >= 0x2E80 && $0.value < 0xFF00 }
      let joins = isOpen && !isHan || Self.bound.contains(character)
      if joins, var last = pieces.popLast() {
        last.append(character)
        pieces.append(last)
      } else {
        pieces.append(String(character))
      }
      isOpen = !isHan && character != " " && character != "-" && character != "/"
    }
    return pieces.flatMap { split($0, limit, role) }
  }

  /// A piece that is wider than a line in parts that are not.
  private func split(
    _ piece: String, _ limit: Double, _ role: Drawing.Label.Role
  ) -> [String] {
    guard width(piece.trimmed, role) > limit, piece.count > 1 else { return [piece] }
    var parts = [""]
    for character in piece {
      if !parts[parts.count - 1].isEmpty,
        width(parts[parts.count - 1] + String(character), role) > limit
      {
        parts.append("")
      }
      parts[parts.count - 1].append(character)
    }
    return parts
  }

  /// Positions as near as can be to where they are wanted, in order, each as far from the one before
  /// as half of both heights, between two bounds; the bounds give way where all together do not fit.
  static func spread(
    _ wanted: [Double], heights: [Double], from low: Double, to high: Double
  ) -> [Double] {
    guard !wanted.isEmpty else { return [] }
    let order = wanted.indices.sorted {
      wanted[$0] != wanted[$1] ? wanted[$0] < wanted[$1] : $0 < $1
    }
    // Groups of labels that touch: the mean of what they want, and their height together.
    var groups: [(first: Int, count: Int, sum: Double, height: Double)] = []
    func start(_ group: (first: Int, count: Int, sum: Double, height: Double)) -> Double {
      let middle = group.sum / Double(group.count)
      return min(max(middle - group.height / 2, low), max(low, high - group.height))
    }
    for (place, index) in order.enumerated() {
      groups.append((place, 1, wanted[index], heights[index]))
      while groups.count > 1 {
        let last = groups[groups.count - 1]
        let before = groups[groups.count - 2]
        guard start(before) + before.height > start(last) else { break }
        groups.removeLast()
        groups[groups.count - 1] = (
          before.first, before.count + last.count, before.sum + last.sum,
          before.height + last.height
        )
      }
    }
    var result = wanted
    for group in groups {
      var top = start(group)
      for place in group.first..<(group.first + group.count) {
        result[order[place]] = top + heights[order[place]] / 2
        top += heights[order[place]]
      }
    }
    return result
  }
}

extension String {
  /// Without spaces at its ends.
  var trimmed: String {
    guard first == " " || last == " " else { return self }
    var text = self[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
