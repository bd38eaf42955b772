import Records
import Testing

@testable import Ledger

@Suite struct StoreFileTests {
  private func store() throws -> LedgerStore {
    let reading = try reportRecords()
    let vocabulary = try shippedVocabulary.get()
    var writer = try LedgerStoreWriter(vocabulary: vocabulary)
    for record in reading.records {
      let (row, origin) = try #require(RecordRow.row(of: record, vocabulary))
      try writer.add(row, origins: [origin])
    }
    let place = Place(file: "a.xlsx", line: 3, column: 2, sheet: "2019")
    return try writer.finish(problems: [
      Diagnostic(.warning, code: "odd", "something \"odd\"", at: place, hint: "look"),
      Diagnostic(.warning, code: "placeless", "nowhere"),
    ])
  }

  private func opened(_ bytes: [UInt8], fingerprint: String = "one") throws -> LedgerStore {
    try LedgerStore(
      serialized: bytes, vocabulary: try shippedVocabulary.get(), fingerprint: fingerprint)
  }

  @Test func `A store from the cache says what the first one said`() throws {
    let store = try store()
    let bytes = try store.serialized(fingerprint: "one")
    let again = try opened(bytes)
    #expect(again.problems == store.problems)
    #expect(again.problems.count == 2)
    #expect(again.records == store.records)
    let vocabulary = try shippedVocabulary.get()
    let indicators = try Indicator.shipped(named: "cooperation", vocabulary: vocabulary)
    let builder = LedgerBuilder(vocabulary: vocabulary)
    let books = try [store, again].map {
      try builder.build(store: $0, indicators: indicators, period: "2019", cutOff: "2019-12-31")
    }
    #expect(books[0].figures == books[1].figures)
  }

  @Test func `A store that is cut, padded or scribbled on is read anew`() throws {
    let bytes = try store().serialized(fingerprint: "one")
    for count in [0, 1, 50, 99] {
      #expect(throws: StoreRejection.notAStore) { try opened(Array(bytes.prefix(count))) }
    }
    for count in [100, 4096, bytes.count / 2, bytes.count - 1] {
      #expect(throws: StoreRejection.truncated) { try opened(Array(bytes.prefix(count))) }
    }
    #expect(throws: StoreRejection.truncated) { try opened(bytes + [0]) }
    for offset in stride(from: 100, to: bytes.count - 8192, by: bytes.count / 20) {
      var broken = bytes
      for index in offset..<(offset + 8192) {
        broken[index] = UInt8(truncatingIfNeeded: index &* 7)
      }
      #expect(throws: StoreRejection.damaged) { try opened(broken) }
    }
    #expect(throws: StoreRejection.notAStore) { try opened(Array("a text, not a store".utf8)) }
  }

  @Test func `No byte that is flipped brings the opening down`() throws {
    let bytes = try store().serialized(fingerprint: "one")
    for offset in stride(from: 0, to: bytes.count, by: 9973) {
      var broken = bytes
      broken[offset] ^= 0xFF
      if case .success(let store) = Result(catching: { try opened(broken) }) { _ = store.records }
    }
  }

  @Test func `A newer store is left alone with a warning, an older one made anew`() throws {
    var bytes = try store().serialized(fingerprint: "one")
    bytes[63] = 200
    let newer = StoreRejection.newer(version: 200)
    #expect(throws: newer) { try opened(bytes) }
    let warning = newer.diagnostic(file: ".annals/store.sqlite")
    #expect(warning?.severity == .warning)
    #expect(warning?.code == "store-newer")
    bytes[63] = 1
    #expect(throws: StoreRejection.older) { try opened(bytes) }
    #expect(StoreRejection.older.diagnostic(file: "x") == nil)
    bytes[68] = 0
    #expect(throws: StoreRejection.notAStore) { try opened(bytes) }
  }

  @Test func `Other sources, another vocabulary or other languages need a new store`() throws {
    let bytes = try store().serialized(fingerprint: "one")
    #expect(throws: StoreRejection.changed) { try opened(bytes, fingerprint: "two") }
    var vocabulary = try shippedVocabulary.get()
    vocabulary.kinds.removeLast()
    #expect(throws: StoreRejection.changed) {
      try LedgerStore(serialized: bytes, vocabulary: vocabulary, fingerprint: "one")
    }
    #expect(throws: StoreRejection.changed) {
      try LedgerStore(
        serialized: bytes, vocabulary: shippedVocabulary.get(), languages: ["fr"],
        fingerprint: "one")
    }
  }

  @Test(arguments: [
    "CREATE TRIGGER t AFTER INSERT ON records BEGIN DELETE FROM records; END",
    "CREATE VIEW v AS SELECT load_extension('x')", "CREATE TABLE more (x)",
  ])
  func `A store with anything more in it is not trusted`(sql: String) throws {
    let store = try store()
    try store.read { try $0.execute(sql) }
    let bytes = try store.serialized(fingerprint: "one")
    #expect(throws: StoreRejection.damaged) { try opened(bytes) }
  }
}
