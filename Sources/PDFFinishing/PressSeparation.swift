import Geometry

/// Brings pages, and the forms and pictures that they show, into the colours of the press.
struct PressSeparation {
  private let document: PDFDocument
  private let inks: InkOperators
  /// The number of the profile of pictures.
  private let photographs: Int
  private var visited: Set<Int> = []
  private var unknown: Set<Colour> = []

  init(_ document: PDFDocument, inks: InkOperators, photographs: Int) {
    self.document = document
    self.inks = inks
    self.photographs = photographs
  }

  /// Separates a page's content and all that it names.
  mutating func separate(page: Int, _ index: Int, runs: Int) throws(FinishingError) {
    guard let contents = document.object(dictionary(page)["Contents"]) else {
      throw .content(page: index, reason: "it has no content")
    }
    let found = try rewrite(contents, on: index)
    guard found == runs else { throw .markerCount(page: index, expected: runs, found: found) }
    try separateResources(of: page, on: index)
  }

  /// Says which colours had no inks, once for all pages.
  func finish() throws(FinishingError) {
    guard unknown.isEmpty else { throw .colourWithoutInks(unknown.map(\.hex).sorted()) }
  }

  private func dictionary(_ object: Int) -> PDFDictionary {
    document.painted.objects[object].dictionary
  }

  /// Rewrites the content of a stream; how many of the painter's markers it had.
  private mutating func rewrite(_ stream: Int, on page: Int) throws(FinishingError) -> Int {
    var walk = InkWalk(page: page, inks: inks)
    try walk.walk(try document.data(stream, "the content of page \(page + 1)"))
    unknown.formUnion(walk.unknown)
    document.replace(stream, by: walk.output)
    return walk.markers
  }

  /// The group of a page or form is blended in inks, and its resources get those that inks need.
  private mutating func separateResources(of owner: Int, on page: Int) throws(FinishingError) {
    let value = dictionary(owner)["Resources"]
    var resources = document.dictionary(value)
    for (_, item) in document.dictionary(resources["XObject"]).entries {
      try separate(item, on: page)
    }
    for (_, item) in document.dictionary(resources["Pattern"]).entries {
      try separate(item, on: page)
    }
    for (_, item) in document.dictionary(resources["ExtGState"]).entries {
      let mask = document.dictionary(document.dictionary(item)["SMask"])["G"]
      if mask != nil { try separate(mask, on: page) }
    }
    add(inks.states, under: "ExtGState", to: &resources)
    add(inks.spaces, under: "ColorSpace", to: &resources)
    if let object = document.object(value) {
      document.change(object) { $0 = resources }
    } else {
      document.change(owner) { $0["Resources"] = resources.source }
    }
    guard dictionary(owner)["Group"] != nil else { return }
    var group = document.dictionary(dictionary(owner)["Group"])
    group.set("CS") { $0.write("/DeviceCMYK") }
    document.change(owner) { $0["Group"] = group.source }
  }

  private func add(
    _ items: [(name: String, object: Int)], under key: String, to resources: inout PDFDictionary
  ) {
    guard !items.isEmpty else { return }
    var table = document.dictionary(resources[key])
    for (name, object) in items { table.set(name) { $0.reference(object) } }
    resources[key] = table.source
  }

  /// Separates a picture, a form or a pattern.
  private mutating func separate(_ value: [UInt8]?, on page: Int) throws(FinishingError) {
    guard let object = document.object(value) else {
      throw .content(page: page, reason: "what it shows is not there")
    }
    guard visited.insert(object).inserted else { return }
    if dictionary(object).isName("Subtype", "Image") {
      return try separatePicture(object, on: page)
    }
    guard document.painted.objects[object].data != nil else {
      throw .content(page: page, reason: "a gradient, which the painter does not write")
    }
    _ = try rewrite(object, on: page)
    try separateResources(of: object, on: page)
  }

  /// A photograph keeps its sRGB, and says that it is sRGB (ISO 15930-7, 6.4); greys and inks stay.
  private func separatePicture(_ object: Int, on page: Int) throws(FinishingError) {
    let picture = dictionary(object)
    if picture.isName("ColorSpace", "DeviceRGB") {
      document.change(object) { dictionary in
        dictionary.set("ColorSpace") { source in
          source.write("[/ICCBased")
          source.reference(photographs)
          source.write("]")
        }
      }
    } else {
      let isPlain =
        picture["ColorSpace"] == nil || picture.isName("ColorSpace", "DeviceGray")
        || picture.isName("ColorSpace", "DeviceCMYK")
      if !isPlain { throw .content(page: page, reason: "a picture in another colour space") }
    }
  }
}

extension PDFDictionary {
  /// The dictionary as source.
  fileprivate var source: [UInt8] {
    var source = PDFSource()
    writeOpen(to: &source)
    source.write(">>")
    return source.bytes
  }
}
