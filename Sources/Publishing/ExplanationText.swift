public import Ledger
import Records

/// An explanation for people.
public func explanationAsText(_ explanation: Explanation) -> String {
  var lines = [explanation.name]
  lines += explanation.names.sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
  lines.append("value: " + valueText(explanation))
  if let itemised = explanation.itemised {
    lines.append("stated as a total; \(itemised) of it itemised by records")
  }
  switch explanation.kind {
  case "stock": lines.append("as of: \(explanation.cutOff)")
  case "flow": lines.append("within: \(explanation.period)")
  default: break
  }
  lines += explanation.definitions.sorted { $0.key < $1.key }.map {
    "definition (\($0.key)): \($0.value)"
  }
  let isIndicator = ["stock", "flow"].contains(explanation.kind)
  lines.append((isIndicator ? "declared in: " : "stands in: ") + explanation.place.description)
  if let sql = explanation.sql {
    lines.append("computed by:")
    lines += sql.split(separator: "\n").map { "  " + $0 }
  }
  lines.append(explanation.records.isEmpty ? "no records behind it" : "records behind it:")
  lines += explanation.records.map { source in
    let name = source.names["en"] ?? source.names.sorted { $0.key < $1.key }.first?.value ?? ""
    return "  \(source.place.description): \(source.kind) \(source.id)"
      + (name.isEmpty ? "" : ", \(name)")
  }
  return lines.map { terminalSafe($0) + "\n" }.joined()
}

private func valueText(_ explanation: Explanation) -> String {
  guard let source = explanation.value else { return "not reported" }
  guard let quantity = quantity(source), ["stock", "flow"].contains(explanation.kind) else {
    return source
  }
  return [readable(quantity), unit(explanation.units, "en", quantity)].filter { !$0.isEmpty }
    .joined(separator: " ")
}

/// The number that an explanation's value writes: `50+`, `~50`, `<=50`, `10..20`.
private func quantity(_ source: String) -> Quantity? {
  if let value = Double(source) { return Quantity(value) }
  if source.hasSuffix("+"), let value = Double(source.dropLast()) {
    return Quantity(value, .atLeast)
  }
  if source.hasPrefix("~"), let value = Double(source.dropFirst()) {
    return Quantity(value, .about)
  }
  if source.hasPrefix("<="), let value = Double(source.dropFirst(2)) {
    return Quantity(value, .atMost)
  }
  return nil
}

/// An explanation for machines.
public func explanationAsJSON(_ explanation: Explanation) -> String {
  String(decoding: LedgerExport.json(explanation), as: UTF8.self)
}
