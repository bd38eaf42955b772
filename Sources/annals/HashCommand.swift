import ArgumentParser
import Foundation
import Publishing

/// `annals hash`: the hash of a report's data, as its signature page and colophon print it.
struct HashCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "hash",
    abstract: "Print the SHA-256 of a report's data, or compare it with a printed one.",
    discussion: """
      The hash is that of records.json, the figures and public records of the report, and the same
      in every language and edition. `sha256sum records.json` gives it too, of the file that
      `annals export` writes, that an archive holds under ledger/, or that an archival PDF carries.
      """)

  @OptionGroup var target: ReportArgument
  @Option(help: "A printed hash, whole or its first digits; ends with 1 where it is another.")
  var expect: String?

  func start() async throws {
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let report = try loadedReport(folder, terminal)
    let hash = try expect.map { try checkHash(of: report, against: $0) } ?? dataHash(of: report)
    Terminal.write("\(hash)  records.json\n", to: .output)
  }
}
