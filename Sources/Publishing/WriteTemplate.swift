import Archive
public import Foundation
import Records

/// Writes an empty workbook for a vocabulary's records: a sheet for each kind, with notes, and the
/// allowed words as lists. The file is written whole or not at all.
///
/// Throws wrong use where a kind does not exist or the file cannot be written.
public func writeTemplate(
  _ chosen: ChosenVocabulary, kinds: [String]?, to file: URL
) throws(PublishingFailure) -> Made {
  for kind in kinds ?? [] where chosen.vocabulary.kind(named: kind) == nil {
    throw unknownKind(kind, chosen.vocabulary)
  }
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("annals-" + UUID().uuidString, isDirectory: true)
  do {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { _ = Result { try FileManager.default.removeItem(at: folder) } }
    let trial = folder.appendingPathComponent("template.xlsx")
    try WorkbookTemplate.write(
      vocabulary: chosen.vocabulary, languages: chosen.languages, kinds: kinds, to: trial.path)
    let bytes = [UInt8](try Data(contentsOf: trial))
    try AtomicWrite.makeFolders(to: file.deletingLastPathComponent())
    try AtomicWrite.file(bytes, to: file)
    return Made(path: file.relativePath, pages: nil, bytes: bytes.count)
  } catch let problem as Diagnostic {
    throw PublishingFailure(.use, [problem])
  } catch let error as ArchiveError {
    throw writingFailure(error)
  } catch {
    throw .use(
      "cannot-write", "the workbook cannot be written: \(error.localizedDescription)",
      hint: "make room in the folder for temporary files, or set TMPDIR")
  }
}
