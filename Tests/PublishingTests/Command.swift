import Foundation

/// What a run of the program gave.
struct Run {
  var code: Int32
  var output: String
  var errors: String
}

/// Why a tool could not be run.
struct ToolFailure: Error {
  var tool: String
  var code: Int32
  var errors: String
}

/// Runs a tool and throws where it does not end with 0.
func run(_ tool: String, _ arguments: [String]) throws {
  let result = try process(tool, arguments)
  guard result.code == 0 else {
    throw ToolFailure(tool: tool, code: result.code, errors: result.errors)
  }
}

/// Runs the `annals` that was built beside these tests; `before` is a shell command that prepares
/// the process, and as nobody the run has none of the rights of root.
func annals(_ arguments: [String], before: String? = nil, asNobody: Bool = false) throws -> Run {
  let program = Bundle.main.executableURL?.deletingLastPathComponent()
    .appendingPathComponent("annals").path
  guard let program, FileManager.default.isExecutableFile(atPath: program) else {
    throw ToolFailure(tool: "annals", code: -1, errors: "not built beside the tests")
  }
  var command = [program] + arguments
  if asNobody, getuid() == 0 {
    command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
  }
  let script = (before.map { $0 + " && " } ?? "") + "exec \"$@\""
  return try process("/bin/bash", ["-c", script, "bash"] + command)
}

private func process(_ tool: String, _ arguments: [String]) throws -> Run {
  let process = Process()
  let (output, errors) = (Pipe(), Pipe())
  process.executableURL = URL(fileURLWithPath: tool)
  process.arguments = arguments
  process.standardOutput = output
  process.standardError = errors
  process.standardInput = FileHandle.nullDevice
  try process.run()
  // Both are short of what a pipe holds, so one after the other cannot block the program.
  let text = try output.fileHandleForReading.readToEnd() ?? Data()
  let problems = try errors.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return Run(
    code: process.terminationStatus, output: String(decoding: text, as: UTF8.self),
    errors: String(decoding: problems, as: UTF8.self))
}
