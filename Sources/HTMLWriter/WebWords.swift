/// The fixed words that only a web edition needs.
struct WebWords: Hashable {
  let skip: String
  let language: String
  let backToText: String
  let data: String
  let mapData: String
  let item: String
  let value: String
  let pdf: String
  let records: String
  let read: String
  let cutOff: String
  let made: String
  let top: String

  /// The words of a language; English where there are none.
  static func of(_ language: LanguageTag) -> WebWords {
    language.primary == "zh" ? chinese : english
  }

  static let english = WebWords(
    skip: "Skip to the report", language: "Language", backToText: "Back to the text",
    data: "The data of this chart", mapData: "The places on this map", item: "Item", value: "Value",
    pdf: "PDF",
    records: "Records", read: "Read the report", cutOff: "Figures as of", made: "Edition of",
    top: "Back to the top")

  static let chinese = WebWords(
    skip: "跳到正文", language: "语言", backToText: "返回正文", data: "本图数据",
    mapData: "本图地点", item: "项目",
    value: "数值", pdf: "PDF", records: "数据记录", read: "阅读报告", cutOff: "数据截至",
    made: "本版制作于", top: "返回页首")
}
