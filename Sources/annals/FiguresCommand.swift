import ArgumentParser
import Foundation
import Publishing

/// `annals figures`: every figure of a report.
struct FiguresCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "figures", abstract: "List every figure: value, unit, records behind it.")

  @OptionGroup var target: ReportArgument
  @Flag(help: "Print the figures as JSON on standard output.")
  var json = false

  func start() async throws {
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let report = try loadedReport(folder, terminal)
    let text = json ? try figuresAsJSON(report) + "\n" : figuresAsText(report)
    Terminal.write(text, to: .output)
  }
}

/// `annals explain`: one figure down to its records and their lines.
struct ExplainCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain one figure down to its records and their lines.")

  @OptionGroup var target: ReportArgument
  @Argument(help: "The figure's name, such as centres.total, or a record's id and a field.")
  var figure: String
  @Flag(help: "Print the explanation as JSON on standard output.")
  var json = false

  func start() async throws {
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let report = try loadedReport(folder, terminal)
    let explanation = try explain(figure, in: report)
    let text = json ? explanationAsJSON(explanation) : explanationAsText(explanation)
    Terminal.write(text, to: .output)
  }
}

/// The report, once its problems are printed; ends with 1 where it cannot be read.
func loadedReport(_ folder: ReportFolder, _ terminal: Terminal) throws -> LoadedReport {
  let reading = readReport(folder)
  terminal.print(reading.diagnostics)
  guard let report = reading.report, !reading.diagnostics.hasErrors else { throw Ending(code: 1) }
  return report
}

/// Reads a report, with the stores of this user's cache.
func readReport(_ folder: ReportFolder, theme: String? = nil) -> ReportReading {
  loadReport(
    in: folder, cache: StoreCache(environment: ProcessInfo.processInfo.environment), theme: theme)
}
