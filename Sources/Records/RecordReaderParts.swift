public import Foundation

/// Reading a part of what `read(folder:…)` reads: one declared source, or bytes in memory.
extension RecordReader {
  /// Reads one source, as declared.
  public static func read(
    _ source: SourceDeclaration, root: URL, vocabulary: Vocabulary, cutOff: String? = nil,
    into sink: inout some RecordSink
  ) -> RecordReading {
    var run = FolderReading(root: root, vocabulary: vocabulary, cutOff: cutOff)
    do throws(Diagnostic) {
      try run.read(source, into: &sink)
    } catch {
      run.problems.append(error)
    }
    return run.reading
  }

  /// Reads the bytes of a file of text, CSV, TSV, YAML or JSON by its name, as records of a kind.
  ///
  /// - Parameter kind: The index of the kind in the vocabulary.
  public static func read(
    _ bytes: [UInt8], file: String, kind: Int, vocabulary: Vocabulary, cutOff: String? = nil,
    into sink: inout some RecordSink
  ) -> RecordReading {
    let root = URL(fileURLWithPath: "/")
    var run = FolderReading(root: root, vocabulary: vocabulary, cutOff: cutOff)
    do throws(Diagnostic) {
      try run.read(bytes, file: file, kind: kind, into: &sink)
    } catch {
      run.problems.append(error)
    }
    return run.reading
  }
}
