/// The files of the made-up report: no institution, person or figure in it exists.
enum FixtureText {
  static let files = [
    "report.yaml": report, "brochure.yaml": brochure, "records/institution.yaml": institution,
    "records/partners.csv": partners, "records/centres.yaml": centres,
    "records/events.yaml": events, "text/centres.en.md": textEnglish,
    "text/centres.zh.md": textChinese,
  ]

  static let report = """
    title: {en: Made-up international report, zh: 虚构国际合作报告}
    institution: {en: Made-up Institute of Testing, zh: 虚构测试学院}
    subject: {en: A report that only tests read., zh: 仅供测试的报告。}
    keywords: {en: testing, zh: 测试}
    period: "2031"
    cut_off: 2031-12-31
    created: 2032-03-01T09:00:00+08:00
    languages: [en, zh]
    sections:
      - anchor: centres
        title: {en: Centres abroad, zh: 海外中心}
        lead: {en: Where the institute teaches., zh: 学院在海外的教学。}
        side_figures: [centres.total]
        blocks:
          - key_figures: [centres.total, trainings.participants, events.hosted]
          - prose: centres
          - table:
              of: event
              columns: [name, date, participants]
              caption: {en: Events of the year, zh: 本年度活动}
      - anchor: year
        title: {en: The year, zh: 年度回顾}
        blocks:
          - timeline: {of: [event, training]}
          - list: {of: training}
          - names: {of: partner}
      - anchor: definitions
        title: {en: Definitions, zh: 指标定义}
        role: annex
        blocks: [definitions, sources]
    """

  static let brochure = """
    format: brochure
    title: {en: Made-up brochure, zh: 虚构手册}
    institution: {en: Made-up Institute of Testing, zh: 虚构测试学院}
    subject: {en: A brochure that only tests read., zh: 仅供测试的手册。}
    period: "2031"
    cut_off: 2031-12-31
    created: 2032-03-01T09:00:00+08:00
    languages: [en, zh]
    sections:
      - anchor: figures
        title: {en: At a glance, zh: 数据一览}
        blocks:
          - key_figures: [centres.total, events.hosted]
      - anchor: year
        title: {en: The year, zh: 年度回顾}
        blocks:
          - timeline: {of: event}
    """

  static let institution = """
    institution:
      - id: made-up-institute
        name: {en: Made-up Institute of Testing, zh: 虚构测试学院}
        place: CN
        latitude: 22.5
        longitude: 114.1
    """

  static let partners = """
    id,name.en,name.zh,kind,place,contact
    partner-one,First Made-up College,第一虚构学院,college,BG,secret@example.org
    partner-two,Second Made-up College,第二虚构学院,college,NZ,

    """

  static let centres = """
    overseas_centre:
      - id: centre-one
        name: {en: Centre One, zh: 第一中心}
        host: partner-one
        place: BG
        opened: 2029
    stated_total:
      - id: centres-stated
        name: {en: Centres as stated, zh: 公布的中心数}
        indicator: centres.total
        value: 3
        as_of: 2031
    """

  static let events = """
    event:
      - id: camp-one
        name: {en: Camp One, zh: 第一训练营}
        role: hosted
        kind: camp
        date: 2031-11
        participants: 117
      - id: forum-one
        name: {en: Forum One, zh: 第一论坛}
        role: attended
        kind: forum
        date: 2031-05-06
    training:
      - id: course-one
        name: {en: Course One, zh: 第一培训班}
        date: 2031
        participants: 40+
    """

  static let textEnglish = """
    The institute runs {{centres.total|words}} centres. Its camp had {{camp-one.participants}}
    participants, and its courses {{trainings.participants}}.
    """

  static let textChinese = """
    学院设有 {{centres.total}} 个海外中心。训练营有 {{camp-one.participants}} 人参加，培训学员
    {{trainings.participants}} 人。
    """
}
