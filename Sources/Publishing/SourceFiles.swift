import Archive
import Foundation
import Ledger
import Records
import ReportComposition

/// The files that a report is made from, as they may be kept for others: a file of records with a
/// private value in it is left out, and its public records are in the ledger's export.
struct SourceFiles {
  private let report: LoadedReport
  /// The files that are kept, in the order of their names.
  let kept: [String]
  /// The files of records that are left out.
  let withheld: [String]

  init(_ report: LoadedReport) {
    self.report = report
    let secret = Set(report.book.records.filter { report.hasPrivateValue($0) }.map(\.place.file))
    let outlines = [report.outline] + (report.brochure.map { [$0] } ?? [])
    var files = outlines.map(\.place.file)
    for outline in outlines {
      files += outline.indicatorFiles + outline.textPaths + outline.imagePaths
      files += outline.areaPaths
      files += report.folder.files(under: outline.recordsFolder)
      if outline.vocabulary.hasSuffix(".yaml") { files.append(outline.vocabulary) }
    }
    files += report.files.images.keys.sorted()
    let existing = Set(files).filter { path in report.folder.holds(path) }
    kept = existing.subtracting(secret).sorted()
    withheld = secret.sorted()
  }

  /// The kept files, each under `sources/`.
  func entries() throws(PublishingFailure) -> [FileEntry] {
    var entries: [FileEntry] = []
    for path in kept {
      do throws(ReportFolder.Failure) {
        let content: FileEntry.Content
        if report.files.images[path] == nil {
          content = .file(URL(fileURLWithPath: try report.folder.path(of: path)))
        } else {
          content = .bytes(withoutMetadata(try report.folder.bytes(of: path)))
        }
        entries.append(FileEntry(path: "sources/" + path, content: content))
      } catch {
        throw .use("unreadable-file", "\"\(path)\" \(error.fact)", hint: error.hint)
      }
    }
    return entries
  }

  /// What the package holds, for whoever opens it in decades.
  var readme: String {
    let language = report.outline.languages.first ?? "en"
    var text = """
      \(report.outline.title[language] ?? report.folder.name)
      \(report.outline.institution[language] ?? ""), \(report.book.period)
      Cut-off date \(report.book.cutOff), edition of \(report.outline.created)

      pdf/      the report in each language: PDF/A-3a and PDF/UA-1, with the data attached
      web/      the web edition; begin with index.html
      ledger/   every figure and the public records behind it: JSON, CSV, SQLite, and the
                declarations of the indicators
      sources/  the outline, the texts, the pictures and the records as they were written;
                pictures without what cameras note of place, time and person

      SHA-256 of ledger/records.json, as the report prints it:
      \(report.dataDigest.isEmpty ? dataHash(of: report) : report.dataDigest)

      """
    if !withheld.isEmpty {
      text += "\nLeft out of sources/, because they hold values that are private; their public\n"
      text += "records are in ledger/:\n"
      text += withheld.map { "  \($0)\n" }.joined()
    }
    return text
  }
}

extension LoadedReport {
  /// Whether a record, or one of its fields, is private.
  func hasPrivateValue(_ record: Record) -> Bool {
    !vocabulary.isPublic(record)
      || record.fields.keys.contains { vocabulary.isPrivate(kind: record.kind, field: $0) }
  }
}

extension ReportFolder {
  /// Whether a file of the report is there and lies in its folder.
  func holds(_ path: String) -> Bool {
    do throws(Failure) {
      _ = try self.path(of: path)
      return true
    } catch {
      return false
    }
  }
}
