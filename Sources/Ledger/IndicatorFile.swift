public import Records

extension Indicator {
  /// The indicators that ship with a vocabulary.
  ///
  /// - Throws: `LedgerProblems` with every problem of the file.
  public static func shipped(
    named name: String, vocabulary: Vocabulary
  ) throws(LedgerProblems) -> [Indicator] {
    let file = "\(name)-indicators.yaml"
    do {
      return try parse(try Vocabulary.shippedBytes(file), file: file, vocabulary: vocabulary)
    } catch let problems as LedgerProblems {
      throw problems
    } catch {
      throw LedgerProblems([Diagnostic(.error, code: "bad-indicator", "cannot read \(file)")])
    }
  }

  /// Reads indicators from YAML.
  ///
  /// - Throws: `LedgerProblems` with every problem of the file.
  public static func parse(
    _ bytes: [UInt8], file: String, vocabulary: Vocabulary
  ) throws(LedgerProblems) -> [Indicator] {
    var result: [Indicator] = []
    var problems: [Diagnostic] = []
    do throws(Diagnostic) {
      let root = try YAMLReader.parse(bytes, file: file)
      guard let entries = root?["indicators"]?.entries else {
        throw Diagnostic(
          .error, code: "bad-indicator", "the file declares no indicators",
          at: root?.place ?? Place(file: file), hint: "begin with \"indicators:\"")
      }
      for entry in entries {
        do throws(Diagnostic) {
          result.append(try IndicatorDeclaration(entry: entry, vocabulary: vocabulary).indicator())
        } catch {
          problems.append(error)
        }
      }
    } catch {
      problems.append(error)
    }
    guard problems.isEmpty else { throw LedgerProblems(problems) }
    return result
  }
}
