import DocumentModel

extension Wording {
  /// Simplified Chinese.
  static let chinese = Wording(
    tag: "zh-Hans",
    words: Words(
      contents: "目录", table: "表", figure: "图", continued: "（续）",
      carriedForward: "过次页", broughtForward: "承前页", pageBefore: "第",
      pageAfter: "页", notes: "注释", languageName: "简体中文"),
    months: (1...12).map { "\($0)月" },
    shortMonths: (1...12).map { "\($0)月" },
    notReported: "未报告", withheld: "姓名不公开", atLeast: "至少", atMost: "至多", about: "约",
    yes: "是", no: "否", undated: "年内（月份未报告）", listComma: "、", listAnd: "和", clause: "；",
    pageForms: ["page", "页码"], numberForms: ["number", "编号"],
    tableLabels: ["Table:", "表：", "表:"],
    labels: [
      "empty": "本期没有关于“%1”的报告内容。",
      "itemised": "%2个中有%1个逐项列出",
      "asOf": "截至%1",
      "inPeriod": "%1年度",
      "value": "数值",
      "indicator": "指标",
      "unit": "单位",
      "publishedThen": "（当年公布：%1）",
      "others": "其他%1项",
      "suppressed": "不予公布",
      "notComparable": "不可比",
      "new": "新增",
      "unchanged": "持平",
      "percent": "%",
      "stock": "存量指标，截至统计日期",
      "flow": "流量指标，统计期间为",
      "identifier": "台账名称：",
      "recordsBehind": "所据记录：",
      "recordCount": "%1条记录",
      "found": "出处：",
      "silent": "来源未说明：",
      "field": "以%1为中心，用大圆弧连接各条记录所涉及的地点：%2。",
      "chart": "条形图",
      "colophonMade":
        "本报告由Annals编制，这是一个把学校的记录编成报告的程序。正文、表格和列表中的每一个数字，都对应台账中的一项指标或某条记录的一个字段，没有一个是在行文时手工填写的。中英文两种文本、印刷版与网络版均出自同一份台账。",
      "colophonPrecision":
        "数字的精确程度与来源保持一致：“至少”表示下限；来源只给出年份的，不补写月份；来源没有说明的，一律写作“未报告”，绝不以零代替。",
      "colophonPublisher": "学校",
      "colophonPeriod": "报告年度",
      "colophonCutOff": "统计截止日期",
      "colophonCreated": "本版日期",
      "colophonCredit": "图片：%1。许可：%2。",
    ])
}
