import ArgumentParser
import Foundation
import Publishing

/// `annals build`: makes the report's editions.
struct BuildCommand: ParsableCommand, ReportCommand {
  static let configuration = CommandConfiguration(
    commandName: "build", abstract: "Make the report: PDF, web edition, booklet, printer's file.",
    discussion: """
      Writes DIR/NAME.LANG.pdf, DIR/web/index.html and DIR/web/LANG/index.html; with --to booklet also
      DIR/NAME.LANG.brochure.pdf and, imposed for saddle stitching, DIR/NAME.LANG.booklet.pdf.
      --to facing or parallel makes one PDF of two languages, DIR/NAME.LANG-LANG.facing.pdf: on pages that
      face each other, or in columns side by side.
      --to press makes DIR/NAME.LANG.press.pdf for a printer: PDF/X-4, in inks, with bleed.
      Nothing is written unless the report has no errors, and each file is written whole or not at all.
      """)

  @OptionGroup var target: ReportArgument
  @Option(
    name: .customLong("to"),
    help: "What to make: pdf, html, booklet, facing, parallel, press; commas between.")
  var products: ProductList = ProductList(products: [.pdf, .html])
  @Option(
    name: .customLong("lang"),
    help: "Which languages: en,zh; commas between (default: all of the outline).")
  var languages: LanguageList?
  @Option(help: "Where to write (default: out/NAME).", completion: .directory)
  var output: String?
  @Option(help: "Try another theme: institutional, editorial, accounts.")
  var theme: String?
  @OptionGroup var fonts: FontsOption
  @Option(
    help: """
      Also write NAME.LANG.proof.pdf with marks over its pages: grid, boxes, lines; commas between.
      """)
  var proof: ProofList?
  @Flag(help: "Say how long each step took, on standard error.")
  var timings = false

  func start() async throws {
    let fontsFolder = try resolveFonts(fonts.fonts)
    let folder = try ReportFolder(at: target.report)
    let terminal = Terminal(report: folder, named: target.report)
    let output = output ?? "out/" + folder.name
    let plan = BuildPlan(
      products: products.products, languages: languages?.codes, output: output, fonts: fontsFolder,
      proof: proof?.layers ?? [])
    do {
      let result = try await build(readReport(folder, theme: theme), plan) { terminal.show($0) }
      terminal.endProgress()
      terminal.print(result.diagnostics)
      Terminal.write(result.made.map(madeLine).joined(), to: .output)
      if timings { Terminal.write(result.steps.map(line).joined(), to: .error) }
    } catch {
      terminal.endProgress()
      terminal.print(error.diagnostics)
      throw Ending(code: error.cause.exitCode)
    }
  }

  private func line(_ step: Step) -> String {
    let milliseconds = Int(exactly: (step.seconds * 1000).rounded()) ?? 0
    return "\(step.name) \(step.subject): \(milliseconds) ms\n"
  }
}

/// The fonts of this run, by option, environment, and place of the program.
func resolveFonts(_ named: String?) throws(PublishingFailure) -> URL {
  try findFonts(
    named: named, environment: ProcessInfo.processInfo.environment, executable: "/proc/self/exe")
}

/// `pdf,html`.
struct ProductList: ExpressibleByArgument {
  var products: [Product]

  init(products: [Product]) { self.products = products }

  init?(argument: String) {
    var products: [Product] = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let product = Product(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
        return nil
      }
      if !products.contains(product) { products.append(product) }
    }
    guard !products.isEmpty else { return nil }
    self.products = products
  }

  var defaultValueDescription: String { products.map(\.rawValue).joined(separator: ",") }
}

/// `grid,boxes,lines`.
struct ProofList: ExpressibleByArgument {
  var layers: [ProofLayer]

  init?(argument: String) {
    layers = []
    for word in argument.split(separator: ",", omittingEmptySubsequences: false) {
      guard let layer = ProofLayer(rawValue: word.trimmingCharacters(in: .whitespaces)) else {
        return nil
      }
      if !layers.contains(layer) { layers.append(layer) }
    }
  }
}

/// `en,zh`.
struct LanguageList: ExpressibleByArgument {
  var codes: [String]

  init?(argument: String) {
    let words = argument.split(separator: ",", omittingEmptySubsequences: false)
    codes = words.map { $0.trimmingCharacters(in: .whitespaces) }
    guard !codes.contains("") else { return nil }
  }
}
