import Records

extension CheckCatalogue {
  /// `docs/checks.md`: every code with what it means, by family.
  public static var markdown: String {
    var lines = [
      "# Checks",
      "",
      "Every problem has a code, printed in brackets after it. E is an error: nothing is written. W is",
      "a warning: the report is made, and is worse for it. This file is written from the catalogue in",
      "`Sources/Checking`; edit that.",
      "",
      "A check that has \"yes\" under off can be switched off in `report.yaml`, with its reason in",
      "brackets:",
      "",
      "```yaml",
      "checks: {similar-partners: off (two campuses of one university)}",
      "```",
      "",
      "A switch without a reason is an error, and a switch that silences nothing is a warning. What",
      "protects persons, and what cannot be read at all, cannot be switched off.",
      "",
      "## What a report can say to a check",
      "",
      "Notes on figures, in every language, say why a figure changed so much or why its parts do not",
      "add up to it. A correction record that names the figure does so as well:",
      "",
      "```yaml",
      "notes:",
      "  centres.total: {en: Two centres were merged., zh: 两个中心已合并。}",
      "```",
      "",
      "`translations.tsv` in the report's folder has a line for each translation that somebody has",
      "compared with its source: the path, and the SHA-256 of the source and of the translation at",
      "that time, split by tabs. `annals translated REPORT` writes it. Without the file, translations",
      "are not checked for their age.",
      "",
      "In the first language of the outline texts are written; the others are its translations.",
    ]
    for family in Rule.Family.allCases {
      let rules = all.filter { $0.family == family }
      guard !rules.isEmpty else { continue }
      lines += ["", "## \(family.title)", "", "| code | | off | what is found | what to do |"]
      lines += ["|---|---|---|---|---|"]
      lines += rules.map { rule in
        let letter = rule.severity == .error ? "E" : "W"
        return "| `\(rule.code)` | \(letter) | \(rule.canBeOff ? "yes" : "") "
          + "| \(rule.summary) | \(rule.remedy) |"
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
