import DocumentModel

/// A report about an invented institution, with every kind of block, in two languages.
struct Sample {
  /// The languages of the sample.
  enum Language { case english, chinese }
  let language: Language

  static let english = Sample(language: .english).document
  static let chinese = Sample(language: .chinese).document

  /// The text in the sample's language.
  func say(_ english: String, _ chinese: String) -> String {
    language == .english ? english : chinese
  }
  func text(_ english: String, _ chinese: String) -> [Inline] { [.text(say(english, chinese))] }

  var institution: String { say("Northmere Institute of Craft (invented)", "北湖工艺学院（虚构）") }
  var title: String { say("International Cooperation Report 2031", "2031年国际合作报告") }

  var document: ReportDocument {
    ReportDocument(
      language: language == .english ? "en" : "zh-Hans", metadata: metadata, cover: cover,
      sections: [glance, year, people, definitions], words: words)
  }

  private var metadata: Metadata {
    Metadata(
      title: title, institution: institution, period: "2031", cutOff: "2031-12-31",
      subject: say(
        "A sample report about an invented institution.", "一份关于虚构学院的示例报告。"),
      keywords: [say("sample", "示例"), say("cooperation", "合作")],
      created: "2032-02-01T09:00:00Z")
  }

  private var cover: Cover {
    func place(_ name: String, _ latitude: Double, _ longitude: Double, _ weight: Int)
      -> PlaceField.Place
    {
      PlaceField.Place(name: name, latitude: latitude, longitude: longitude, weight: weight)
    }
    return Cover(
      title: say("International\nCooperation Report", "国际合作\n年度报告"),
      subtitle: say("A year of shared work", "共同工作的一年"), institution: institution,
      period: "2031",
      field: PlaceField(
        centre: place("N", 22.5, 114, 1),
        places: [
          place("A", 42.1, 24.7, 4), place("B", 52.5, 13.4, 1), place("C", 55.7, 12.6, 2),
          place("D", 3.1, 101.7, 2), place("E", 11.6, 104.9, 1), place("F", -45.9, 170.5, 1),
          place("G", 37.6, 127, 1), place("H", 1.3, 103.8, 2), place("I", 48.9, 2.4, 3),
        ],
        alternative: say(
          "Nine places on a map, joined to the institute by great circles.",
          "地图上的九个地点，以大圆弧与学院相连。")))
  }

  private var words: Words {
    Words(
      contents: say("Contents", "目录"), table: say("Table", "表"), figure: say("Figure", "图"),
      continued: say("(continued)", "（续）"), pageBefore: say("page ", "第"),
      pageAfter: say("", "页"), notes: say("Notes", "注释"), languageName: say("English", "中文"))
  }

  /// A figure that the last chapter defines.
  func value(_ name: String, _ text: String, _ machine: String?) -> ValueReference {
    ValueReference(name: name, text: text, machine: machine)
  }
}
