import Archive
public import Foundation
import Ledger
import PDFFinishing
public import Records
import ReportComposition

/// What became of an edition that was put into an archive.
public struct ArchiveResult: Sendable {
  /// The package.
  public var made: [Made]
  /// The warnings.
  public var diagnostics: [Diagnostic]
}

/// Puts the archival edition of a report into an archive: PDF/A-3a with the data attached, the web
/// edition, the sources and the ledger, in one BagIt package.
///
/// Private values are in none of them. Throws as `build` does; then the archive is as it was.
public func addToArchive(
  _ reading: ReportReading, archive: String, fonts: URL,
  progress: @escaping @Sendable (Step) -> Void = { _ in }
) async throws(PublishingFailure) -> ArchiveResult {
  guard let report = reading.report, !reading.diagnostics.hasErrors else {
    throw PublishingFailure(.content, reading.diagnostics)
  }
  let ledger = try LedgerFiles(report)
  let editions = report.outline.languages.map {
    Edition(
      outline: report.outline, language: $0, output: .pages(.archival(ledger.attachments(report))))
  }
  let results = await make(editions, fonts: fonts, from: report, progress: progress)
  let problems = (reading.diagnostics + results.flatMap(\.problems)).inOrder()
  if let fault = results.compactMap(\.fault).first { throw fault }
  guard !problems.hasErrors else { throw PublishingFailure(.content, problems) }
  let web = try webFiles(of: report, results, pdfFolder: "pdf/")
  let sources = SourceFiles(report)
  var payload = results.flatMap(\.files).map { FileEntry(path: "pdf/" + $0.name, bytes: $0.bytes) }
  payload += web.map { FileEntry(path: "web/" + $0.path, content: $0.content) }
  payload += ledger.files.map { FileEntry(path: "ledger/" + $0.name, bytes: $0.bytes) }
  payload += try sources.entries()
  payload.append(FileEntry(path: "README.txt", bytes: Array(sources.readme.utf8)))
  progress(Step(name: "pack", subject: archive, seconds: 0))
  let package = try store(payload, of: report, in: archive)
  return ArchiveResult(made: [package], diagnostics: problems)
}

private func store(
  _ payload: [FileEntry], of report: LoadedReport, in archive: String
) throws(PublishingFailure) -> Made {
  let outline = report.outline
  let language = outline.languages.first ?? "en"
  let info = BagInfo(
    baggingDate: String(outline.created.prefix(10)), softwareAgent: "annals \(Program.version)",
    sourceOrganization: outline.institution[language],
    externalIdentifier: "\(report.folder.name) \(outline.created)",
    externalDescription: outline.title[language])
  do throws(ArchiveError) {
    let url = URL(fileURLWithPath: archive, isDirectory: true)
    let edition = try addEdition(named: report.folder.name, to: url, payload: payload, info: info)
    let package =
      switch edition {
      case .added(_, let package), .unchanged(_, let package): package.lastPathComponent
      }
    let bytes = payload.reduce(0) { $0 + $1.size }
    return Made(
      path: (archive.hasSuffix("/") ? archive : archive + "/") + package, pages: nil, bytes: bytes)
  } catch {
    throw writingFailure(error)
  }
}

/// What checking an archive found.
public struct ArchiveCheck: Sendable {
  /// How many packages there are.
  public var packages: Int
  /// How many payload files were read.
  public var files: Int
  /// What is wrong.
  public var diagnostics: [Diagnostic]
}

/// Compares every file of an archive, or of one package, with its checksums.
///
/// Throws wrong use where there is no package.
public func verifyArchive(at path: String) throws(PublishingFailure) -> ArchiveCheck {
  let found: [Verification]
  do throws(ArchiveError) {
    found = try Archive.verifyArchive(at: URL(fileURLWithPath: path, isDirectory: true))
  } catch {
    throw PublishingFailure(
      .use,
      [
        Diagnostic(
          .error, code: "no-archive", "\(error)",
          hint: "name a folder that \"annals archive add\" wrote")
      ])
  }
  let problems = found.flatMap { package in
    package.problems.map {
      Diagnostic(
        .error, code: "damaged", "\($0)", at: Place(file: package.package),
        hint: "bring the package back from another copy")
    }
  }
  return ArchiveCheck(
    packages: found.count, files: found.reduce(0) { $0 + $1.files }, diagnostics: problems)
}

extension FileEntry {
  /// The size in bytes.
  var size: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .file(let url): fileSize(url.path)
    }
  }
}
