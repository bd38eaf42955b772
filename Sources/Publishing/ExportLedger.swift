import Archive
public import Foundation

/// Writes the ledger of a report for others: every figure and the public records behind it as
/// `records.json`, `ledger.sqlite` and a CSV file for each kind. Private fields and suppressed
/// values are not in it.
///
/// All files are written, or none. Throws wrong use where the folder cannot be written.
public func exportLedger(
  _ report: LoadedReport, to folder: URL
) throws(PublishingFailure) -> [Made] {
  let files = try LedgerFiles(report).files
  let output = Output(files: files.map { Output.File(name: $0.name, bytes: $0.bytes) })
  do throws(ArchiveError) {
    try output.write(to: folder)
  } catch {
    throw writingFailure(error)
  }
  return files.map {
    Made(
      path: folder.appendingPathComponent($0.name).relativePath, pages: nil, bytes: $0.bytes.count)
  }
}
