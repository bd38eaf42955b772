import DocumentModel

extension Sample {
  var glance: Section {
    Section(
      anchor: "glance", number: "1", title: text("The year at a glance", "年度概览"),
      role: .chapter,
      lead: text(
        "What the institute did with others in 2031, counted from its own records.",
        "学院2031年与各方共同完成的工作，全部数字来自自身记录。"),
      blocks: [
        .keyFigures(figures),
        .paragraph(
          text("In 2031 the institute worked with ", "2031年，学院与来自")
            + [.value(value("partners.countries", say("nine", "九"), "9"))]
            + text(
              " countries. Its overseas workshops number ",
              "个国家的伙伴开展合作，海外工坊共")
            + [.value(value("workshops.total", say("five", "五"), "5"))]
            + text("; one of them is described in full.", "个，其中一个有详细说明。")
            + [
              .note(
                Note(
                  anchor: "note-1", number: 1,
                  content: text(
                    "The partners state the total; the institute's records itemise one.",
                    "总数由伙伴提供；学院的记录只列出其中一个。")))
            ]
            + text(" See ", "详见") + [.reference(anchor: "table-partners", .number)]
            + text(" and ", "和") + [.reference(anchor: "timeline", .title)]
            + text(".", "。")),
        .remark(
          text(
            "Not reported for this year: joint publications.", "本年度未报告：合作发表的论文。")),
        .illustration(chart),
      ])
  }

  private var figures: [KeyFigure] {
    [
      KeyFigure(
        value: value("trainees", "50", "50"), qualifier: say("at least", "至少"),
        unit: say("people", "人"), label: text("trained by the institute abroad", "在海外接受培训"),
        detail: text("one course, a lower bound", "一期培训班，下限")),
      KeyFigure(
        value: value("workshops.total", "5", "5"), qualifier: "", unit: "",
        label: text("overseas workshops in three countries", "海外工坊，分布于三个国家"),
        detail: text("1 of 5 itemised", "5个中有1个列出明细")),
      KeyFigure(
        value: value("talents", "105", "105"), qualifier: "", unit: say("people", "人"),
        label: text("at the autumn camp, from 53 countries", "参加秋季营，来自53个国家"), detail: []),
      KeyFigure(
        value: value("partners.countries", "9", "9"), qualifier: "", unit: "",
        label: text("partner countries", "伙伴国家"), detail: text("+2 on 2030", "比2030年增加2个")),
    ]
  }

  private var chart: Illustration {
    Illustration(
      anchor: "figure-chart", number: "1",
      content: .chart(
        Chart(
          form: .bar, subtitle: say("People in exchange, by country", "交流人数，按国家"),
          source: text("Source: made up.", "来源：虚构。"),
          categories: [
            say("Bulgaria", "保加利亚"),
            say(
              "Germany, with the federal institute for vocational training",
              "德国，与联邦职业教育研究机构共同组织的项目"), say("Malaysia", "马来西亚"),
            say("Denmark", "丹麦"),
          ],
          series: [
            Chart.Series(
              name: "",
              values: [24, 17, 9.5, 0].map { number in
                let words = number == 9.5 ? "9.5" : "\(Int(number))"
                return Chart.Value(value("exchange", words, words), number: number)
              })
          ], marked: 0)),
      alternative: say(
        "Bulgaria leads with 24, then Germany with 17 and Malaysia with 9.5; Denmark has none.",
        "保加利亚24人居首，德国17人，马来西亚9.5人，丹麦没有。"),
      caption: text("Half of all exchange is with Bulgaria", "近半数交流来自保加利亚"))
  }

  var definitions: Section {
    func definition(_ name: String, _ english: String, _ chinese: String) -> Definition {
      Definition(
        anchor: "figure-" + name, term: text(english, chinese),
        body: [
          .paragraph(
            text("Counted from the records up to ", "依据截至")
              + [.value(value("cutoff", "2031-12-31", "2031-12-31"))]
              + text(". Identifier: ", "的记录统计。标识：") + [.code(name), .text(say(".", "。"))])
        ])
    }
    return Section(
      anchor: "definitions", number: nil, title: text("Definitions", "指标定义"), role: .annex,
      blocks: [
        .definitions([
          definition("partners.countries", "Partner countries", "伙伴国家"),
          definition("workshops.total", "Overseas workshops", "海外工坊"),
          definition("trainees", "People trained abroad", "海外培训人数"),
          definition("talents", "People at the autumn camp", "秋季营人数"),
        ])
      ])
  }
}
