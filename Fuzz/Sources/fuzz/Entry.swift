import Foundation

/// What a target does with an input: nothing that it is given may trap, hang or break memory.
typealias Target = @Sendable ([UInt8]) -> Void

/// The readers that are fuzzed; the environment variable `FUZZ_TARGET` names one.
///
/// One program holds them all, since linking it takes longer than the runs of a target.
private let targets: [String: Target] = [
  "csv": csv, "xlsx": xlsx, "sheet": sheet, "sqlite": sqlite,
  "yaml": yaml, "json": json, "records": records,
  "vocabulary": vocabulary, "indicators": indicators, "sources": sources,
  "sql": sql, "edtf": edtf, "quantity": quantity,
]

private let chosen: Target = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = targets[name] else {
    fatalError("FUZZ_TARGET is one of \(targets.keys.sorted().joined(separator: ", "))")
  }
  return target
}()

/// What libFuzzer calls with each input; a trap or a report of the address sanitizer ends the run.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  chosen(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
