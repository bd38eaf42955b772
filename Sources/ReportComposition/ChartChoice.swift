import DocumentModel

/// The form that data asks for where the outline says `auto`.
extension ChartData {
  /// One value over the years: columns up to eight years, a line from nine. Several: lines up to four
  /// on one scale, small charts beyond or where units differ. Parts of one: squares for two to four
  /// parts of a whole, bars up to sixteen, rectangles beyond; bars where parts overlap. Parts of two:
  /// flows where one goes in and one out; of more: stacked up to four on few categories, else a table
  /// of tints. Dated records: a ruler of years.
  var form: Chart.Form {
    if figures.isEmpty { return .timeline }
    if isOverTime {
      let isMixed = Set(units).count > 1
      if series.count == 1 { return categories.count > 8 ? .line : .column }
      return series.count > 4 || isMixed ? .multiples : .line
    }
    if series.count > 1 {
      if directions != nil { return .sankey }
      return series.count <= 4 && categories.count <= 8 ? .stacked : .heat
    }
    if isWhole, (2...4).contains(categories.count) { return .waffle }
    return isWhole && categories.count > 16 ? .treemap : .bar
  }

  /// The series that goes in and the one that goes out, where the figures are a pair of directions.
  var directions: (inward: Int, outward: Int)? {
    guard ids.count == 2, let inward = ids.firstIndex(where: { $0.contains("inbound") }),
      let outward = ids.firstIndex(where: { $0.contains("outbound") }), inward != outward
    else { return nil }
    return (inward, outward)
  }

  /// The category that stands out where nobody says which: the year of the report, or the one largest
  /// part.
  func marked(in form: Chart.Form) -> Int? {
    guard series.count == 1, [.bar, .column, .lollipop].contains(form) else { return nil }
    if isOverTime { return categories.indices.last }
    let rest = ["", "others", "*"]
    let numbers = series[0].values.indices.map { index in
      rest.contains(keys[index]) ? nil : series[0].values[index].number
    }
    guard let most = numbers.compactMap({ $0 }).max(), most > 0, breakdown != nil,
      numbers.filter({ $0 == most }).count == 1,
      series[0].values.allSatisfy({ $0.number == nil || $0.precision == .exact })
    else { return nil }
    return numbers.firstIndex(of: most)
  }
}
