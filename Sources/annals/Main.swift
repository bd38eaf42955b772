import ArgumentParser
import Foundation
import Publishing

/// Parses, runs, and turns every ending into one of the documented exit codes.
@main
enum Main {
  static func main() async {
    // A file-size limit then is an error of `write` and not the end of the process.
    signal(SIGXFSZ, SIG_IGN)
    exit(await run())
  }

  private static func run() async -> Int32 {
    do {
      var command = try AnnalsCommand.parseAsRoot()
      if let report = command as? any ReportCommand {
        try await report.start()
      } else {
        try command.run()
      }
      return 0
    } catch let failure as PublishingFailure {
      Terminal.standard.print(failure.diagnostics)
      return failure.cause.exitCode
    } catch let ending as Ending {
      return ending.code
    } catch {
      return usage(error)
    }
  }

  /// Help and version end well; a usage error is 2 and not the 64 of `sysexits`.
  private static func usage(_ error: any Error) -> Int32 {
    let code = AnnalsCommand.exitCode(for: error).rawValue
    let message = AnnalsCommand.fullMessage(for: error)
    if !message.isEmpty { Terminal.write(message + "\n", to: code == 0 ? .output : .error) }
    switch code {
    case 0: return 0
    case ExitCode.validationFailure.rawValue: return 2
    default: return 70
    }
  }
}

/// A command that reads a report or an archive; it runs in its own task, and ends by throwing
/// `PublishingFailure` or `Ending` where it does not end well.
protocol ReportCommand {
  func start() async throws
}

/// An ending whose problems have been printed.
struct Ending: Error {
  var code: Int32
}

extension PublishingFailure.Cause {
  /// The documented exit code.
  var exitCode: Int32 {
    switch self {
    case .content: 1
    case .use: 2
    case .fault: 70
    }
  }
}
