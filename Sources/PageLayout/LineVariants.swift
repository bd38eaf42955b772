import DisplayList
import DocumentModel
import Typesetting

/// Paragraphs set a line shorter or longer, where that makes a page end better.
extension LayoutSession {
  /// What a changed paragraph costs besides the demerits of its lines.
  private static let changeCost = 0.3

  /// A division again, now that the paragraphs around its bad page ends may give or take lines.
  func refined(
    _ flow: [GalleyItem], _ division: PageDivision
  ) throws(LayoutError) -> PageDivision {
    let last = division.pages.count - 1
    let isLonely = last > 0 && breaking.isLonely(filling(of: division.pages[last], in: flow))
    let bad = division.pages.indices.dropLast().filter {
      isLonely && $0 == last - 1 || endsBadly(division.pages[$0], of: flow)
    }
    guard !bad.isEmpty else { return division }
    var material = material(flow)
    for index in bad {
      let first = division.pages[max(0, index - 1)].range.lowerBound
      let last = division.pages[min(division.pages.count - 1, index + 1)].range.upperBound
      material.lineCosts = try lineCosts(
        in: first..<last, of: flow, known: material.lineCosts)
    }
    let other = breaking.division(of: material)
    return other.penalty < division.penalty - 0.001 ? other : division
  }

  /// Whether a page ends in a hyphen, or two lines and more above its foot.
  private func endsBadly(_ cut: PageCut, of flow: [GalleyItem]) -> Bool {
    guard let last = cut.range.last, !flow[cut.range].contains(where: { $0.columns != nil }) else {
      return false
    }
    if flow[last].breakAfter == .discouraged { return true }
    let text = ColumnFill(items: flow, grid: scale.grid, count: 1).depth(of: cut.range)
    let notes = NoteStack(flow[cut.range].flatMap(\.notes), of: notes).height
    let depth = text + flow[cut.range.lowerBound].opening + (notes > 0 ? notes + scale.grid : 0)
    return cut.floats.isEmpty && breaking.steps(under: depth) > 1
  }

  /// What lines of the paragraphs in a range of a flow cost; infinite for all others.
  func lineCosts(
    in range: Range<Int>, of flow: [GalleyItem], known: [LineCosts] = []
  ) throws(LayoutError) -> [LineCosts] {
    var costs = known.isEmpty ? [LineCosts](repeating: LineCosts(), count: proses.count) : known
    for item in flow[range] {
      guard item.columns == nil, let prose = item.lastLineOf, costs[prose.index] == LineCosts()
      else { continue }
      costs[prose.index] = try lineCosts(of: prose.index)
    }
    return costs
  }

  /// What a line fewer or more of a paragraph costs.
  func lineCosts(of prose: Int) throws(LayoutError) -> LineCosts {
    let variants = try variants(of: prose)
    guard let best = variants.first else { return LineCosts() }
    var costs = LineCosts()
    for variant in variants.dropFirst() {
      let cost = Self.changeCost + cost(of: variant, beside: best)
      switch variant.lines.count - best.lines.count {
      case -1: costs.fewer = cost
      case 1: costs.more = cost
      default: break
      }
    }
    return costs
  }

  /// The lines of a page with the cheapest paragraphs set in fewer or more of them.
  func relined(
    _ items: ArraySlice<GalleyItem>, by lines: Int
  ) throws(LayoutError) -> ArraySlice<GalleyItem> {
    guard lines != 0 else { return items }
    var choices: [(cost: Double, last: Int)] = []
    for index in items.indices {
      guard items[index].columns == nil, let prose = items[index].lastLineOf,
        index - prose.lines + 1 >= items.startIndex
      else { continue }
      let costs = try lineCosts(of: prose.index)
      let cost = lines < 0 ? costs.fewer : costs.more
      if cost < .infinity { choices.append((cost, index)) }
    }
    choices.sort { ($0.cost, $0.last) < ($1.cost, $1.last) }
    var result = items
    let chosen = choices.prefix(abs(lines)).map(\.last).sorted(by: >)
    for last in chosen { try relined(&result, endingAt: last, by: lines.signum()) }
    return result
  }

  /// Sets a paragraph that ends with an item in so many lines more, or fewer where it is negative.
  func relined(
    _ items: inout ArraySlice<GalleyItem>, endingAt last: Int, by lines: Int
  ) throws(LayoutError) {
    guard let old = items[last].lastLineOf else { return }
    let first = last - old.lines + 1
    let prose = proses[old.index]
    let variants = try abs(lines) > 1 ? looseVariants(of: old.index) : variants(of: old.index)
    guard let variant = variants.first(where: { $0.lines.count == old.lines + lines }) else {
      return
    }
    paragraphs.append(variant)
    var new = lineItems(
      paragraphs.count - 1, owner: prose.owner, x: prose.x, leading: prose.leading)
    guard !new.isEmpty else { return }
    // A mark before a list's item, a bar beside the text.
    new[0].fragments += items[first].fragments.filter { !$0.isLine(of: prose.paragraph) }
    new[0].anchors = items[first].anchors
    new[0].bookmarks = items[first].bookmarks
    new[0].opensSection = items[first].opensSection
    new[0].side = items[first...last].flatMap(\.side)
    if let columns = items[last].columns {
      for index in new.indices { new[index].columns = columns }
    }
    new[new.count - 1].plates = items[first...last].flatMap(\.plates)
    items.replaceSubrange(first...last, with: new)
  }

  /// A paragraph in all the numbers of lines that it may have, the best first.
  private func variants(of prose: Int) throws(LayoutError) -> [SetParagraph] {
    let key = ParagraphCache.Key(text: proses[prose].text, style: proses[prose].style)
    if let known = cache.variants[key] { return known }
    let variants: [SetParagraph]
    do { variants = try typesetter.variants(key.text, key.style) } catch {
      throw .typesetting(error, context: context)
    }
    cache.variants[key] = variants
    return variants
  }

  /// The same up to two lines longer or shorter.
  private func looseVariants(of prose: Int) throws(LayoutError) -> [SetParagraph] {
    do { return try typesetter.looseVariants(proses[prose].text, proses[prose].style) } catch {
      throw .typesetting(error, context: context)
    }
  }

  /// What the worse lines of a variant cost: its demerits beyond those of the best, two lines at a glue
  /// ratio of 1 as much as a page short by a line.
  private func cost(of variant: SetParagraph, beside best: SetParagraph) -> Double {
    max(0, variant.demerits - best.demerits) / 24_000
  }
}

extension Fragment {
  fileprivate func isLine(of wanted: Int) -> Bool {
    if case .line(let paragraph, _) = content { return paragraph == wanted }
    return false
  }
}
