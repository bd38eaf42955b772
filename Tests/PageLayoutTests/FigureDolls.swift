import DisplayList
import DocumentModel
import Geometry
import Testing
import Themes

@testable import PageLayout

/// Patterns with too little and too much in them, about an institution that does not exist.
enum Doll {
  static func name(_ isLong: Bool, _ language: String) -> String {
    switch (isLong, language) {
    case (false, "en"): "Short label"
    case (true, "en"): "Students and staff of the institute who went to partners for training"
    case (false, _): "短标签"
    default: "本校师生赴各国合作院校参加培训和交流活动的总人次及其有关说明"
    }
  }

  static func figure(
    _ form: KeyFigure.Form?, _ index: Int, isLong: Bool, language: String
  ) -> KeyFigure {
    let isEnglish = language == "en"
    let text = isLong ? "1\(index % 10)3,456,789" : "\(120 + index)"
    var figure = KeyFigure(
      value: ValueReference(name: "f\(index)", text: isLong && index == 2 ? "not reported" : text),
      qualifier: isLong ? (isEnglish ? "at least" : "至少") : "",
      unit: isLong ? (isEnglish ? "person-days of training" : "人次") : "",
      label: [.text(name(isLong, language))],
      detail: [.text(isEnglish ? "+7 on 2030" : "比2030年增加7")], form: form)
    figure.picture = picture(form, isLong: isLong)
    return figure
  }

  private static func picture(_ form: KeyFigure.Form?, isLong: Bool) -> FigurePicture? {
    switch form {
    case .sparkline:
      var chart = Fixture.chart([3, 5, 4, 8, 9], form: .sparkline)
      chart.categories = isLong ? ["2027/2028", "b", "c", "d", "2031/2032"] : years(5)
      chart.series[0].values[4].isProvisional = isLong
      if isLong { chart.breaks = [Chart.Break(before: 2, text: "anew")] }
      return FigurePicture(
        chart: chart, alternative: "A line of five years",
        note: isLong ? [.text("From 2029 counted in a new way, as the ministry asks")] : [])
    case .icons:
      return FigurePicture(
        chart: Fixture.chart([isLong ? 9_999 : 7], form: .icons), unit: isLong ? 100 : 1,
        alternative: "An array of marks",
        note: isLong ? [.text("one mark stands for 100, the remaining 99 not drawn")] : [])
    default: return nil
    }
  }

  private static func years(_ count: Int) -> [String] { (0..<count).map { "\(2027 + $0)" } }

  static func comparison(
    _ sides: Int, _ rows: Int, isLong: Bool, language: String
  ) -> TableBlock {
    let cell = { (text: String) in TableBlock.Cell([.text(text)]) }
    let values = ["12", isLong ? "at least 1,234,567" : "15", "not comparable", "+7%"]
    return TableBlock(
      anchor: "comparison", number: "1", caption: [.text("Side by side")],
      columns: (0...sides).map {
        TableBlock.Column(
          alignment: $0 == 0 ? .leading : .trailing, share: $0 == 0 ? 1 : 1.5 / Double(sides))
      },
      head: [
        TableBlock.Row(
          cells: [cell("Indicator")]
            + (0..<sides).map { cell(isLong ? name(true, language) : "203\($0)") })
      ],
      rows: (0..<rows).map { _ in
        TableBlock.Row(
          cells: [cell(name(isLong, language))] + (0..<sides).map { cell(values[$0]) })
      }, orientation: .upright, look: .comparison)
  }

  static func glance(
    _ count: Int, isLong: Bool, hasChart: Bool, language: String
  ) -> GlanceBlock {
    let figures = (0..<count).map { figure(.tiles, $0, isLong: isLong, language: language) }
    let sentence =
      language == "en" ? "Exchange rose from 12 in 2030 to 18 in 2031." : "交流从2030年的12增至2031年的18。"
    return GlanceBlock(
      figures: figures,
      sentence: [.text(String(repeating: sentence, count: isLong ? 3 : 1))],
      picture: hasChart
        ? Illustration(
          anchor: "glance-chart", number: "1",
          content: .chart(Fixture.chart([3, 5, 8, 9], form: .bar)), alternative: "A chart",
          caption: [.text("The finding")]) : nil)
  }

  static func profile(
    _ count: Int, isLong: Bool, hasPicture: Bool, _ language: String
  ) -> ProfileBlock {
    let line: [Inline] = [.text(name(isLong, language) + ", signed 3 May 2014, expiry 2 May 2019")]
    var profile = ProfileBlock(anchor: "profile", name: [.text(name(isLong, language))])
    guard count > 0 else { return profile }
    profile.otherNames = [[.language("zh-Hans", [.text(name(isLong, "zh"))])]]
    profile.line = [.text("College, Example City")]
    profile.figures = (0..<2).map { figure(.tiles, $0, isLong: isLong, language: language) }
    profile.facts = [
      ProfileBlock.Fact(term: [.text("Partner since")], lines: [[.text("2005")]]),
      ProfileBlock.Fact(
        term: [.text(isLong ? "Memoranda of understanding and agreements" : "Agreements")],
        lines: Array(repeating: line, count: count)),
    ]
    if hasPicture {
      profile.picture = GalleryBlock.Picture(
        image: ImageSource(path: "a.jpg", format: .jpeg, width: isLong ? 400 : 1600, height: 1200),
        alternative: "A gate", caption: [.text("The gate.")], credit: [.text("Photo: nobody")])
    }
    return profile
  }

  static func pages(
    _ blocks: [Block], theme: String, language: String
  ) throws -> DisplayList {
    var document = Fixture.document([Fixture.chapter("a", blocks)], language: language)
    document.metadata.institution = "Example Institute"
    return try Fixture.layOut(document, theme: try Theme.named(theme)).list
  }

  /// The pages on which a node and what is in it has content.
  static func pages(of node: Int, in list: DisplayList) -> Set<Int> {
    var pages = Set(list.structure[node].pages)
    for case .node(let kid) in list.structure[node].kids {
      pages.formUnion(self.pages(of: kid, in: list))
    }
    return pages
  }

  /// No block's ink touches another's, and none leaves its page's margins.
  static func check(
    _ list: DisplayList, _ what: String, at place: SourceLocation = #_sourceLocation
  ) throws {
    #expect(list.problems() == [], "\(what)", sourceLocation: place)
    for (page, boxes) in list.blockBoxes().enumerated() where page > 0 {
      let size = list.pages[page].size
      for (index, box) in boxes.enumerated() {
        let frame = box.frame
        let isInside =
          frame.x > 20 && frame.maxX < size.width - 20 && frame.y > 20
          && frame.maxY < size.height - 20
        #expect(isInside, "\(what), page \(page + 1): \(box)", sourceLocation: place)
        for other in boxes[(index + 1)...] {
          let across = min(frame.maxX, other.frame.maxX) - max(frame.x, other.frame.x)
          let down = min(frame.maxY, other.frame.maxY) - max(frame.y, other.frame.y)
          #expect(
            across < 1 || down < 1, "\(what), page \(page + 1): \(box), \(other)",
            sourceLocation: place)
        }
      }
    }
  }
}
