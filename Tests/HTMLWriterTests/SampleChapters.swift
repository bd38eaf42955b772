import DocumentModel

extension Sample {
  var year: Section {
    Section(
      anchor: "year", number: "2", title: text("A year of shared work", "共同工作的一年"),
      role: .chapter,
      lead: text("Five events and one that has no date.", "五项活动，另有一项未注明日期。"),
      sideFigures: [
        KeyFigure(
          value: value("events", "6", "6"), qualifier: "", unit: say("events", "项"),
          label: text("in the records of the year", "见于本年度记录"), detail: [])
      ],
      blocks: [.timeline(timeline)],
      subsections: [
        Section(
          anchor: "camp", number: "2.1", title: text("The autumn camp", "秋季营"),
          blocks: [
            .paragraph(
              text("For ten days in November the workshops stayed open. ", "十一月的十天里，工坊通宵开放。")
                + [.emphasis(text("Nobody", "没有人"))]
                + text(" went home early, and the ", "提前离开，")
                + [.strong(text("kilns", "窑火"))] + text(" never cooled. The ", "从未熄灭。")
                + [.link(.address("https://example.org/camp?a=1&b=2"), text("programme", "活动安排"))]
                + text(" lists it as ", "中称为")
                + [.language("fr", [.text("atelier ouvert")])] + text(".", "。")),
            .quotation([
              .paragraph(
                text("We came for the glaze and stayed for the people.", "我们为釉色而来，为人而留。"))
            ]),
            .illustration(picture),
          ],
          subsections: [
            Section(
              anchor: "camp-teams", number: "2.1.1", title: text("Teams", "团队"),
              blocks: [
                .list(
                  ListBlock(
                    marker: .number, start: 3,
                    items: [
                      [.paragraph(text("Clay and water", "陶土与水"))],
                      [
                        .paragraph(text("Wood", "木作")),
                        .list(
                          ListBlock(
                            marker: .bullet,
                            items: [
                              [.paragraph(text("green", "生材"))],
                              [.paragraph(text("seasoned", "干材"))],
                            ])),
                      ],
                    ]))
              ])
          ])
      ])
  }

  private var timeline: TimelineBlock {
    func event(_ month: Int?, _ date: String, _ english: String, _ chinese: String)
      -> TimelineBlock.Event
    {
      .init(
        month: month, date: value("event", date, month.map { _ in date }),
        title: text(english, chinese), detail: text("Northmere", "北湖"))
    }
    return TimelineBlock(
      anchor: "timeline", year: "2031",
      months: language == .english
        ? ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        : (1...12).map { "\($0)月" },
      undated: say("Month not recorded", "未注明月份"),
      events: [
        event(5, "2031-05", "Symposium on glazes", "釉料研讨会"),
        event(8, "2031-08", "Two weeks of training in Denmark", "赴丹麦培训两周"),
        event(9, "2031-09", "Certificate of strategic partnership", "战略合作伙伴证书"),
        event(11, "2031-11", "The autumn camp", "秋季营"),
        event(11, "2031-11", "Gold medal of the makers' fair", "创客展金奖"),
        event(nil, "2031", "Pottery workshop for visiting teachers", "来访教师陶艺工坊"),
      ])
  }

  private var picture: Illustration {
    Illustration(
      anchor: "figure-hills", number: "2",
      content: .image(
        ImageSource(path: SamplePicture.path, format: .png, width: 960, height: 480)),
      alternative: say("Hills in bands of grey, a drawing.", "层层灰色山丘的绘图。"),
      caption: text("The hills behind the workshops, November", "工坊后面的山丘，十一月"),
      credit: text("Drawn by the test suite, CC0", "由测试绘制，CC0"))
  }

  var people: Section {
    Section(
      anchor: "people", number: "3", title: text("Partners and people", "伙伴与人员"),
      role: .chapter,
      blocks: [
        .paragraph(text("Every partner of the year is named here.", "本年度的全部伙伴列于此处。")),
        .table(table),
        .nameList([
          NameEntry(name: text("Plainfield College", "平野学院"), detail: text("Bulgaria", "保加利亚")),
          NameEntry(name: text("Seaward Institute", "临海学院"), detail: text("Malaysia", "马来西亚")),
          NameEntry(name: text("School at the Weir", "堰边学校"), detail: text("Denmark", "丹麦")),
          NameEntry(name: text("Upper Mill", "上磨坊"), detail: []),
        ]),
      ])
  }

  private var table: TableBlock {
    typealias Cell = TableBlock.Cell
    func row(_ kind: TableBlock.Row.Kind, _ cells: [Cell]) -> TableBlock.Row {
      TableBlock.Row(kind: kind, cells: cells)
    }
    func amount(_ text: String) -> Cell { Cell([.value(value("row", text, text))]) }
    return TableBlock(
      anchor: "table-partners", number: "1", caption: text("Partners by continent", "各洲伙伴"),
      columns: [
        .init(alignment: .leading), .init(alignment: .leading), .init(alignment: .decimal),
        .init(alignment: .decimal),
      ],
      head: [
        row(
          .body,
          [
            Cell(text("Partner", "伙伴")), Cell(text("Since", "起始")),
            Cell(text("People out", "派出人数")), Cell(text("People in", "接收人数")),
          ])
      ],
      rows: [
        row(.group, [Cell(text("Europe", "欧洲"), span: 4)]),
        row(
          .body,
          [
            Cell(text("Plainfield College", "平野学院")), Cell([.text("2017")]), amount("12"),
            amount("12"),
          ]),
        row(
          .body,
          [
            Cell(text("School at the Weir", "堰边学校")), Cell([.text("2024")]), amount("8.5"),
            amount("0"),
          ]),
        row(.group, [Cell(text("Asia", "亚洲"), span: 4)]),
        row(
          .body,
          [
            Cell(text("Seaward Institute", "临海学院")), Cell([.text("2019")]), amount("6"),
            amount("3.5"),
          ]),
        row(.total, [Cell(text("Total", "合计"), span: 2), amount("26.5"), amount("15.5")]),
      ],
      note: text("A half stands for one term.", "0.5表示一个学期。"))
  }
}
