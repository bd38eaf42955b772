import Ledger
import Records

extension CheckContext {
  /// Ids that a reader takes for one another: case, hyphens, accents, 0 and O, 1 and l.
  func lookAlikeProblems() -> [Diagnostic] {
    var first: [String: Record] = [:]
    var problems: [Diagnostic] = []
    for record in book.records {
      let key = Self.look(of: record.id)
      guard let other = first[key] else {
        first[key] = record
        continue
      }
      // The same id twice is told by the reader.
      guard !other.id.unicodeScalars.elementsEqual(record.id.unicodeScalars) else { continue }
      problems.append(
        Diagnostic(
          .warning, code: "look-alike-id",
          "the id \(quoted(record.id)) looks like \(quoted(other.id))", at: record.place,
          hint: "give one of them another id; the other is at \(other.place.description)"))
    }
    return problems
  }

  private static func look(of id: String) -> String {
    var look = ""
    for scalar in NameKey.fold(id).unicodeScalars {
      switch scalar {
      case "_", "‐", "–": look += "-"
      case "o": look += "0"
      case "l", "i", "|": look += "1"
      default: look.unicodeScalars.append(scalar)
      }
    }
    return look
  }
}
