import ArgumentParser
import Publishing

/// `annals archive`: issued editions, kept for decades.
struct ArchiveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive", abstract: "Keep issued editions, and verify them.",
    subcommands: [ArchiveAddCommand.self, ArchiveVerifyCommand.self])
}

/// `annals archive add`: puts a report's edition into an archive.
struct ArchiveAddCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Put the archival edition of a report, with its data, into an archive.")

  @OptionGroup var target: ReportArgument
  @Option(help: "The archive's folder.", completion: .directory)
  var archive: String
  @OptionGroup var fonts: FontsOption

  func start() async throws {
    let fontsFolder = try resolveFonts(fonts.fonts)
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    do {
      let result = try await addToArchive(
        readReport(folder), archive: archive, fonts: fontsFolder
      ) { terminal.show($0) }
      terminal.endProgress()
      terminal.print(result.diagnostics)
      let lines = result.made.map { "\(terminalSafe($0.path)) (\(readableSize($0.bytes)))\n" }
      Terminal.write(lines.joined(), to: .output)
    } catch {
      terminal.endProgress()
      terminal.print(error.diagnostics)
      throw Ending(code: error.cause.exitCode)
    }
  }
}

/// `annals archive verify`: finds a changed, missing or added byte.
struct ArchiveVerifyCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Compare every file of an archive with its checksums.")

  @Argument(help: "The archive's folder, or one package in it.", completion: .directory)
  var archive: String

  func start() async throws {
    let result = try verifyArchive(at: archive)
    Terminal.standard.print(result.diagnostics)
    if result.diagnostics.hasErrors { throw Ending(code: 1) }
    let packages = "\(result.packages) package" + (result.packages == 1 ? "" : "s")
    Terminal.write("\(packages), \(result.files) files: all as they were written\n", to: .output)
  }
}
