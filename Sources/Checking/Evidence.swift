import Ledger
import Records

extension CheckContext {
  /// Evidence whose file is not there, or is not the file that was recorded.
  func evidenceProblems() -> [Diagnostic] {
    guard let digests = input.digests else { return [] }
    return book.records(kind: "evidence").compactMap { record in
      guard let field = record.fields["file"], let file = field.value.text, !file.isEmpty else {
        return nil
      }
      guard let digest = digests[file] else {
        return Diagnostic(
          .warning, code: "evidence-missing", "the evidence file \(quoted(file)) is not there",
          at: field.place, hint: "put it into the report's folder, or name where it is as `url`")
      }
      guard let hash = record.fields["sha256"] ?? record.fields["hash"],
        let known = hash.value.text,
        known.lowercased() != digest.lowercased()
      else { return nil }
      return Diagnostic(
        .error, code: "evidence-changed",
        "the evidence file \(quoted(file)) is not the one that was recorded", at: hash.place,
        hint: "its SHA-256 is \(digest) now: check the file, then the record")
    }
  }
}
