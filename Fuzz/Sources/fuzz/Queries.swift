import Ledger
import Records

/// The SQL of an indicator, run over a store of two records: it may read them and nothing else.
let sql: Target = { bytes in
  guard let stocked, let text = String(validating: bytes, as: UTF8.self) else { return }
  let lines = text.split(whereSeparator: \.isNewline).map { "      " + $0 }.joined(separator: "\n")
  let file = "indicators:\n  fuzzed:\n    kind: flow\n    series: false\n    sql: |\n\(lines)\n"
  guard
    let indicators = try? Indicator.parse(
      Array(file.utf8), file: "indicators.yaml", vocabulary: stocked.builder.vocabulary)
  else { return }
  _ = try? stocked.builder.build(
    store: stocked.store, indicators: indicators, period: "2019", cutOff: "2019-12-31")
  let book = try? stocked.builder.build(
    store: stocked.store, indicators: stocked.count, period: "2019", cutOff: "2019-12-31")
  precondition(book?.figures.first?.value == Quantity(2), "the store has changed")
}

/// A builder, its store, and the indicator that counts what is in it.
private let stocked: (builder: LedgerBuilder, store: LedgerStore, count: [Indicator])? = {
  let kinds = """
    vocabulary: small
    kinds:
      event:
        plural: events
        names: {en: event}
        fields:
          date: {type: date, names: {en: date}}
          heads: {type: quantity, names: {en: persons}}
          contact: {type: text, private: true, names: {en: contact}}
    """
  let count = """
    indicators:
      events.total:
        kind: stock
        from: event
        count: true
        series: false
    """
  guard let vocabulary = try? Vocabulary.parse(Array(kinds.utf8), file: "small.yaml"),
    let kind = vocabulary.kinds.first
  else { return nil }
  let builder = LedgerBuilder(vocabulary: vocabulary, languages: ["en"], timeLimit: 1)
  guard var writer = try? builder.makeWriter(),
    let indicators = try? Indicator.parse(
      Array(count.utf8), file: "indicators.yaml", vocabulary: vocabulary)
  else { return nil }
  for id in ["a", "b"] {
    let row = RecordRow(
      kind: 0, id: id, origin: 0, spot: Spot(line: 1, column: 1),
      values: kind.fields.map { $0.name == "heads" ? .quantity(Quantity(3, .atLeast)) : nil },
      spots: kind.fields.map { _ in Spot(line: 1, column: 1) })
    guard (try? writer.add(row, origins: [RecordOrigin(file: "events.csv")])) != nil else {
      return nil
    }
  }
  guard let store = try? writer.finish() else { return nil }
  return (builder, store, indicators)
}()
