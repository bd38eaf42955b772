import ArgumentParser
import Foundation
import Publishing

/// `annals export`: the ledger for others.
struct ExportCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write the figures and the public records as JSON, CSV and SQLite.",
    discussion: """
      Writes records.json, ledger.sqlite, a CSV file for each kind of record, and the indicators'
      declarations. Private fields, persons without a ground and suppressed values are left out.
      """)

  @OptionGroup var target: ReportArgument
  @Option(help: "Where to write (default: out/NAME/data).", completion: .directory)
  var output: String?

  func start() async throws {
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let report = try loadedReport(folder, terminal)
    let output = URL(fileURLWithPath: output ?? "out/" + folder.name + "/data")
    for made in try exportLedger(report, to: output) {
      Terminal.write(madeLine(made), to: .output)
    }
  }
}

/// A line for something made: its path, its pages if it has any, its size.
func madeLine(_ made: Made) -> String {
  let pages = made.pages.map { "\($0) page" + ($0 == 1 ? "" : "s") + ", " } ?? ""
  return "\(terminalSafe(made.path)) (\(pages)\(readableSize(made.bytes)))\n"
}
