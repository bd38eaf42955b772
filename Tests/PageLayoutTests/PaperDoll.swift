import DocumentModel

/// A made-up report in three sizes: nothing where something could stand, a little, and far too much.
struct PaperDoll {
  enum Amount: String, CaseIterable { case none, little, much }
  var language: String
  var amount: Amount

  var isChinese: Bool { language.hasPrefix("zh") }
  var isMuch: Bool { amount == .much }

  /// A name that no line holds: a compound, or Han without a mark.
  var name: String {
    switch amount {
    case .none: isChinese ? "甲" : "A"
    case .little: isChinese ? "示例学院" : "Example Institute"
    case .much:
      isChinese
        ? "虚构地区职业技术教育国际交流与合作促进会联合培养示范基地建设管理委员会常务办公室"
        : "Example Institute for Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamten"
    }
  }

  /// Small print, a lead: three times as long as it should be where there is much.
  var sentence: String { sentences(isMuch ? 4 : 1) }
  /// A paragraph.
  var prose: String { sentences(isMuch ? 14 : 1) }

  private func sentences(_ count: Int) -> String {
    let one = isChinese ? "这一句什么也没有说，只为占满版面。" : "This sentence says nothing and fills a page. "
    return String(repeating: one, count: count)
  }

  /// Short of forty, and one where there is little.
  func times<Value>(_ most: Int, _ make: (Int) -> Value) -> [Value] {
    (0..<(isMuch ? most : 1)).map(make)
  }

  func value(_ text: String) -> ValueReference { ValueReference(name: "made.up", text: text) }

  func figure(_ index: Int) -> KeyFigure {
    let unit = isChinese ? "人次" : "person-days of training"
    let missing = isChinese ? "未报告" : "not reported"
    return KeyFigure(
      value: value(index == 2 ? missing : isMuch ? "1,234,567,890" : "7"),
      qualifier: isMuch ? (isChinese ? "不少于" : "at least") : "", unit: isMuch ? unit : "",
      label: [.text(name)], detail: isMuch ? [.text(sentences(1))] : [])
  }

  var document: ReportDocument {
    var section = Section(
      anchor: "a", number: isMuch ? "10" : "1", title: [.text(name)], role: .chapter,
      lead: amount == .none ? [] : [.text(sentence)],
      sideFigures: amount == .none ? [] : times(2, figure), blocks: blocks)
    section.subsections = times(3) { index in
      Section(
        anchor: "s\(index)", number: "1.\(index + 1)", title: [.text(name)],
        blocks: [.paragraph([.text(prose)])])
    }
    var row = section
    (row.anchor, row.subsections) = ("b", [])
    row.sideFigures = amount == .none ? [] : times(5, figure)
    row.blocks = columnBlocks
    row.columns = 2
    let annex = Section(
      anchor: "c", number: "A", title: [.text(name)], role: .annex, blocks: annexBlocks)
    let imprint = Section(
      anchor: "i", number: nil, title: [.text(name)], pageStyle: .insideCover,
      blocks: [.paragraph([.text(prose)])])
    let last = Section(
      anchor: "l", number: nil, title: [], pageStyle: .backCover,
      blocks: [.paragraph([.text(prose)])])
    var document = Fixture.document(
      [imprint, section, row, annex] + (amount == .little ? [] : [last]), language: language)
    document.words = Fixture.words(isChinese ? "zh" : "en")
    document.lists = CaptionList.Kind.allCases.map { kind in
      CaptionList(kind: kind, entries: document.sections.captions(of: kind))
    }
    document.metadata.institution = name
    document.cover = cover
    return document
  }

  var cover: Cover {
    let places = times(40) { index in
      PlaceField.Place(
        name: isChinese ? "虚构国家第\(index)" : "Invented Country \(index)",
        latitude: Double(index * 37 % 140) - 60, longitude: Double(index * 71 % 340) - 170,
        weight: index % 7 + 1)
    }
    let home = PlaceField.Place(name: name, latitude: 22, longitude: 114, weight: 1)
    return Cover(
      title: isMuch ? name + (isChinese ? "" : " ") + name : name,
      subtitle: amount == .none ? "" : sentence, institution: name,
      period: isMuch ? "2019–2031" : "2031",
      field: amount == .none ? nil : PlaceField(centre: home, places: places, alternative: "Arcs"))
  }

  var blocks: [Block] {
    [
      .paragraph([.text(prose)]), .keyFigures(times(7, figure)), list(.bullet), list(.number),
      .table(table(columns: isMuch ? 5 : 2)), .timeline(timeline), .remark([.text(sentence)]),
      .paragraph([.text(prose), note]),
      .pullQuote(PullQuote(content: [.text(sentence)], source: [.text(name)])),
      .quotation([.paragraph([.text(prose)])]),
      .box(BoxBlock(title: [.text(name)], blocks: [.paragraph([.text(prose)])])),
      Fixture.picture("p", width: 800, height: 400, Placement(), caption: name),
      Fixture.picture("tall", width: 200, height: 1200, Placement(), caption: name),
      .gallery(gallery),
    ]
  }

  var columnBlocks: [Block] {
    [
      .paragraph([.text(prose)]), list(.bullet), .table(table(columns: 2, anchor: "t2")),
      .paragraph([.text(prose)]), .nameList(names), .paragraph([.text(prose)]),
      .box(BoxBlock(title: [.text(name)], blocks: [.paragraph([.text(prose)])])),
    ]
  }

  var annexBlocks: [Block] {
    [.nameList(names), .definitions(definitions), .index(index), .captionList(captions)]
  }

  private var note: Inline {
    .note(Note(anchor: "n", number: 1, content: [.text(sentence)]))
  }

  private func list(_ marker: ListBlock.Marker) -> Block {
    .list(
      ListBlock(
        marker: marker, start: isMuch ? 996 : 1,
        items: times(12) { _ in [.paragraph([.text(name)])] }))
  }

  func table(columns: Int, anchor: String = "t") -> TableBlock {
    func cells(_ text: String) -> [TableBlock.Cell] {
      (0..<columns).map { .init([.text($0 == 0 ? name : text)]) }
    }
    return TableBlock(
      anchor: anchor, number: "1", caption: [.text(name)],
      columns: (0..<columns).map { .init(alignment: $0 == 0 ? .leading : .decimal) },
      head: [.init(cells: cells(isChinese ? "培训人次" : "Participants"))],
      rows: times(30) { _ in .init(cells: cells(isMuch ? "1,234.5" : "3")) },
      note: [.text(sentence)])
  }

  private var timeline: TimelineBlock {
    TimelineBlock(
      anchor: "year", year: "2031",
      months: isChinese
        ? (1...12).map { "\($0)月" }
        : ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
      undated: isChinese ? "月份不详" : "Without a month",
      events: times(40) { index in
        let month = amount == .none || index % 9 == 8 ? nil : index < 24 ? 7 : index % 12 + 1
        return TimelineBlock.Event(
          month: month,
          date: value(isChinese ? "2031年12月24日至2032年1月3日" : "24 December 2031 to 3 January 2032"),
          title: [.text(name)], detail: [.text(isMuch ? sentence : "")])
      })
  }

  private var gallery: GalleryBlock {
    GalleryBlock(
      anchor: "g", number: "2", caption: [.text(sentence)],
      pictures: times(12) { index in
        GalleryBlock.Picture(
          image: ImageSource(
            path: "g\(index).jpg", format: .jpeg, width: 300 + 200 * (index % 4), height: 500),
          alternative: "Made up", caption: [.text(name)], credit: [.text(name)])
      })
  }

  private var names: [NameEntry] {
    times(40) { index in
      NameEntry(
        name: [.text(index % 3 == 0 ? name : "A")],
        detail: index == 5 ? [.text(sentence)] : amount == .none ? [] : [.text(name)])
    }
  }

  private var definitions: [Definition] {
    times(12) { index in
      Definition(term: [.text(name)], body: index == 3 ? [] : [.paragraph([.text(prose)])])
    }
  }

  private var index: IndexBlock {
    IndexBlock(
      groups: times(8) { group in
        .init(
          letter: String(UnicodeScalar(UInt8(65 + group))),
          entries: times(12) { .init(key: "k\(group)-\($0)", name: name) })
      }, mentions: [:])
  }

  private var captions: CaptionList {
    CaptionList(
      kind: .figures,
      entries: [.init(anchor: "p", number: "1", title: [.text(name)])])
  }
}
