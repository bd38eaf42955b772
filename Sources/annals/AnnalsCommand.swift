import ArgumentParser
import Publishing

/// The `annals` command and its subcommands.
struct AnnalsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "annals",
    abstract: "Turns an institution's records of a year into its annual report.",
    discussion: """
      REPORT is a report's folder, or a .yaml outline in one.
      Exit codes: 0 fine, 1 problems in the report or the archive, 2 wrong use, 70 a fault of Annals.
      """,
    version: "annals \(Program.version)",
    subcommands: [
      BuildCommand.self, CheckCommand.self, FiguresCommand.self, ExplainCommand.self,
      ExportCommand.self, HashCommand.self, ImportCommand.self, TemplateCommand.self,
      SchemaCommand.self,
      TranslatedCommand.self, ArchiveCommand.self,
    ])
}

/// The argument that names a report.
struct ReportArgument: ParsableArguments {
  @Argument(help: "The report's folder, or a .yaml outline in it.", completion: .directory)
  var report: String
}

/// The option that names the folder of fonts.
struct FontsOption: ParsableArguments {
  @Option(
    help: "The folder of fonts (else ANNALS_FONTS, or the one that came with the program).",
    completion: .directory)
  var fonts: String?
}
