import ArgumentParser
import Foundation
import Publishing

/// Whose vocabulary a command is about.
struct VocabularyOption: ParsableArguments {
  @Argument(help: "A report whose vocabulary is meant (else the one of --vocabulary).")
  var report: String?
  @Option(help: "A shipped vocabulary.")
  var vocabulary = "cooperation"

  func choice() throws(PublishingFailure) -> VocabularyChoice {
    if let report { return .report(try ReportFolder(at: report)) }
    return .shipped(vocabulary)
  }
}

/// `annals schema`: what records may hold, for editors and for people.
struct SchemaCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the vocabulary as a guide, or as a JSON Schema for editors.",
    discussion: """
      An editor with a YAML language server checks a file of records as it is typed when the file
      begins with  # yaml-language-server: $schema=PATH
      """)

  @OptionGroup var option: VocabularyOption
  @Flag(name: .customLong("json-schema"), help: "Print the JSON Schema (draft 2020-12).")
  var isSchema = false
  @Option(help: "The schema of files that hold one kind, such as partner.")
  var kind: String?

  func start() async throws {
    let chosen = try findVocabulary(try option.choice())
    if isSchema || kind != nil {
      Terminal.write(
        String(decoding: try jsonSchema(chosen, kind: kind), as: UTF8.self), to: .output)
    } else {
      Terminal.write(try vocabularyGuide(chosen), to: .output)
    }
  }
}

/// `annals template`: an empty workbook for an office.
struct TemplateCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "template", abstract: "Write an empty workbook for the records of a vocabulary.",
    discussion: """
      The workbook has a sheet for each kind of record, notes on its columns, and the allowed words
      as lists. Filled in, it goes into the report's folder of records as it is.
      """)

  @OptionGroup var option: VocabularyOption
  @Option(help: "The workbook to write.", completion: .file(extensions: ["xlsx"]))
  var xlsx: String
  @Option(help: "The kinds of record: partner,agreement; commas between (default: all).")
  var kinds: String?

  func start() async throws {
    let chosen = try findVocabulary(try option.choice())
    let kinds = kinds?.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
    let made = try writeTemplate(chosen, kinds: kinds, to: URL(fileURLWithPath: xlsx))
    Terminal.write(madeLine(made), to: .output)
  }
}

/// `annals import`: foreign tables as clean ones.
struct ImportCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Write the records of all sources as clean CSV files.",
    discussion: """
      Reads the report's folder of records and its declared sources, and writes a CSV file for each
      kind. Private fields are written too: the files are the office's own.
      """)

  @OptionGroup var target: ReportArgument
  @Option(help: "Where to write.", completion: .directory)
  var output: String

  func start() async throws {
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    do {
      let result = try importRecords(of: folder, to: URL(fileURLWithPath: output))
      terminal.print(result.diagnostics)
      Terminal.write(result.made.map(madeLine).joined(), to: .output)
    } catch {
      terminal.print(error.diagnostics)
      throw Ending(code: error.cause.exitCode)
    }
  }
}

/// `annals translated`: notes that translations are up to date.
struct TranslatedCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "translated",
    abstract: "Note in translations.tsv that translations are up to date.",
    discussion: """
      A text that changes afterwards is reported by `annals check` until its translation has been
      looked at and noted again.
      """)

  @OptionGroup var target: ReportArgument
  @Argument(help: "The translations, such as text/glance.zh.md (default: all).")
  var texts: [String] = []

  func start() async throws {
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let report = try loadedReport(folder, terminal)
    let count = try confirmTranslations(of: report, only: texts.isEmpty ? nil : texts)
    Terminal.write("\(count) translation\(count == 1 ? "" : "s") noted\n", to: .output)
  }
}
