import Archive
import Foundation
import Ledger
import Records
import ReportComposition

/// The vocabulary of a report, and the declarations of indicators that come with it.
struct ReportWords {
  var vocabulary: Vocabulary
  var indicators: [IndicatorSource]
}

extension ReportReader {
  /// The figures; nil after reporting why there are none.
  mutating func book(_ outline: ReportOutline, _ words: ReportWords) -> LedgerBook? {
    // An outline without a period has been told already.
    guard !outline.period.isEmpty else { return nil }
    let indicators = indicators(outline, words)
    let builder = LedgerBuilder(
      vocabulary: words.vocabulary, languages: outline.languages, targets: outline.targets,
      published: outline.published,
      suppression: outline.suppression.map {
        SuppressionPolicy(below: $0.below, kinds: $0.kinds, indicators: $0.indicators)
      })
    do throws(LedgerProblems) {
      let store = try store(outline, words, builder)
      problems += store.problems
      let book = try builder.build(
        store: store, indicators: indicators, period: outline.period, cutOff: outline.cutOff)
      problems += book.problems
      return book
    } catch {
      problems += placed(error.problems, outline)
      return nil
    }
  }

  /// The store of the records: the one that was kept if nothing has changed since, else a new one.
  private mutating func store(
    _ outline: ReportOutline, _ words: ReportWords, _ builder: LedgerBuilder
  ) throws(LedgerProblems) -> LedgerStore {
    let (sources, found) =
      outline.sourcesNode.map { SourceDeclaration.parse($0, vocabulary: words.vocabulary) }
      ?? ([], [])
    problems += found
    let records = folder.root.appendingPathComponent(outline.recordsFolder)
    let print = fingerprint(outline, words, sources, records)
    let kept = kept(words, outline, print)
    if let store = kept.store { return store }
    var writer = try builder.makeWriter()
    let reading = RecordReader.read(
      folder: records, root: folder.root, vocabulary: words.vocabulary, cutOff: outline.cutOff,
      sources: sources, into: &writer)
    let store = try writer.finish(problems: reading.problems)
    if let cache, let print, reading.count >= StoreCache.leastRecords, kept.mayReplace {
      cache.keep(try store.serialized(fingerprint: print), for: folder)
    }
    return store
  }

  private mutating func kept(
    _ words: ReportWords, _ outline: ReportOutline, _ print: String?
  ) -> (store: LedgerStore?, mayReplace: Bool) {
    guard let cache, let print, let bytes = cache.bytes(for: folder) else { return (nil, true) }
    do throws(StoreRejection) {
      let store = try LedgerStore(
        serialized: bytes, vocabulary: words.vocabulary, languages: outline.languages,
        fingerprint: print)
      return (store, true)
    } catch {
      guard let told = error.diagnostic(file: cache.folder.path) else { return (nil, true) }
      problems.append(told)
      return (nil, false)
    }
  }

  /// One text that changes with anything that the store depends on; nil where it cannot be known,
  /// as of a database on a server, or where nothing is kept, as of a few records.
  private func fingerprint(
    _ outline: ReportOutline, _ words: ReportWords, _ sources: [SourceDeclaration], _ records: URL
  ) -> String? {
    guard cache != nil, sources.allSatisfy({ $0.file != nil }) else { return nil }
    let digest = ContentDigest()
    var size = 0
    digest.add(outline.cutOff)
    digest.add(outline.languages.joined(separator: " "))
    digest.add(outline.sourcesNode.map { "\($0)" } ?? "")
    for file in RecordReader.files(folder: records, root: folder.root, sources: sources) {
      digest.add(file)
      do throws(ReportFolder.Failure) {
        let bytes = try folder.bytes(of: file, limit: 1 << 30)
        size += bytes.count
        digest.add(bytes)
      } catch {
        // What cannot be read is told by the reader, and nothing of it is kept.
        return nil
      }
    }
    guard size >= StoreCache.leastBytes else { return nil }
    // The schema says all that typing depends on, in one order.
    digest.add(JSONSchema.make(vocabulary: words.vocabulary))
    return digest.finished()
  }

  /// The indicators of the vocabulary and those that the report declares; where two declare the
  /// same one, the later is meant.
  private mutating func indicators(
    _ outline: ReportOutline, _ words: ReportWords
  ) -> [Indicator] {
    var found: [Indicator] = []
    for source in words.indicators { add(source.bytes, source.name, words, to: &found) }
    for file in outline.indicatorFiles {
      guard let bytes = bytes(file, at: outline.place) else { continue }
      add(bytes, file, words, to: &found)
    }
    return found
  }

  private mutating func add(
    _ bytes: [UInt8], _ file: String, _ words: ReportWords, to found: inout [Indicator]
  ) {
    do throws(LedgerProblems) {
      let declared = try Indicator.parse(bytes, file: file, vocabulary: words.vocabulary)
      let ids = Set(declared.map(\.id))
      found = found.filter { !ids.contains($0.id) } + declared
    } catch {
      problems += error.problems
    }
  }

  /// A problem without a place is one of the outline's period.
  private func placed(_ problems: [Diagnostic], _ outline: ReportOutline) -> [Diagnostic] {
    problems.map { problem in
      guard problem.place == nil else { return problem }
      var copy = problem
      copy.place = folder.place(of: outline.period, in: [outline.place.file]) ?? outline.place
      return copy
    }
  }
}
