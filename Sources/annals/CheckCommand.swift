import ArgumentParser
import Publishing

/// `annals check`: every problem of a report, nothing written.
struct CheckCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find every problem of the report; write nothing.")

  @OptionGroup var target: ReportArgument
  @OptionGroup var fonts: FontsOption
  @Flag(help: "Print the problems as JSON on standard output.")
  var json = false

  func start() async throws {
    let fontsFolder = try resolveFonts(fonts.fonts)
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let problems = await check(readReport(folder), fonts: fontsFolder)
    if json {
      Terminal.write(try problemsAsJSON(problems) + "\n", to: .output)
    } else {
      terminal.print(problems)
      if problems.isEmpty { Terminal.write("no problems\n", to: .output) }
    }
    if problems.hasErrors { throw Ending(code: 1) }
  }
}
