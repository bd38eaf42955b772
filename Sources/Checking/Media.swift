import DocumentModel
import Ledger
import Records
import ReportComposition

extension CheckContext {
  /// Pictures without a licence, and pictures that are too small for their printed size.
  func mediaProblems() -> [Diagnostic] {
    licenceProblems() + consentProblems() + resolutionProblems()
  }

  /// Pictures of persons that are printed without their consent.
  private func consentProblems() -> [Diagnostic] {
    let printed = images().map(\.path)
    return book.records(kind: "media").compactMap { record in
      guard let file = record.fields["file"]?.value.text, !file.isEmpty,
        printed.contains(where: { $0 == file || $0.hasSuffix("/" + file) })
      else { return nil }
      let persons = (record.fields["persons"]?.value.references ?? []).compactMap {
        book.record($0)
      }
      let refusing = persons.first { $0.fields["photo_consent"]?.value != .flag(true) }
      let isGiven = record.fields["consent"]?.value == .choice("given")
      let isMissing = record.fields["consent"]?.value == .choice("missing")
      guard isMissing || (refusing != nil && !isGiven) else { return nil }
      let who = refusing.map { ": \(quoted($0.id)) has not agreed" } ?? ""
      return Diagnostic(
        .error, code: "picture-without-consent",
        "the picture \(quoted(record.id)) is printed without consent\(who)",
        at: record.fields["consent"]?.place ?? record.place,
        hint: "record the consent, or take the picture out")
    }
  }

  private func licenceProblems() -> [Diagnostic] {
    guard input.vocabulary.kind("media")?.field("licence") != nil else { return [] }
    let media = book.records(kind: "media")
    var problems = media.compactMap { record -> Diagnostic? in
      guard record.fields["licence"]?.value.text?.isEmpty ?? true else { return nil }
      return Diagnostic(
        .error, code: "missing-licence", "the picture \(quoted(record.id)) has no licence",
        at: record.place, hint: "say under what licence it is printed, and by whom it is")
    }
    let licensed = Set(media.compactMap { $0.fields["file"]?.value.text })
    for path in input.texts.keys.sorted() {
      for picture in ProsePicture.all(in: input.texts[path] ?? "", file: path)
      where !licensed.contains(picture.file) {
        problems.append(
          Diagnostic(
            .error, code: "missing-licence", "the picture \(quoted(picture.file)) has no licence",
            at: picture.place, hint: "add a media record with this file, its licence and credit"))
      }
    }
    return problems
  }

  private func resolutionProblems() -> [Diagnostic] {
    var coarsest: [String: PrintedPicture] = [:]
    for picture in input.printedPictures where picture.isCoarse {
      let known = coarsest[picture.file]
      if known.map({ picture.need > $0.need }) ?? true { coarsest[picture.file] = picture }
    }
    return coarsest.keys.sorted().compactMap { coarsest[$0].map { coarse($0) } }
  }

  /// Every picture that is printed, once.
  private func images() -> [ImageSource] {
    var seen = Set<String>()
    return [input.compositions, input.brochureCompositions].flatMap { made in
      made.keys.sorted().flatMap { made[$0].map { Self.images($0.document) } ?? [] }
    }.filter { seen.insert($0.path).inserted }
  }

  private func coarse(_ picture: PrintedPicture) -> Diagnostic {
    let (width, height) = picture.pixelsNeeded
    return Diagnostic(
      .warning, code: "low-resolution",
      "the picture \(quoted(picture.file)) has \(rounded(picture.dotsPerInch)) dpi at its width of "
        + "\(rounded(picture.width)) mm, and \(picture.medium.rawValue) needs "
        + "\(rounded(picture.medium.dotsPerInch))", at: source(of: picture.file),
      hint: "use a picture of at least \(width) × \(height) pixels, or show it smaller")
  }

  private func rounded(_ value: Double) -> Int { Int(exactly: value.rounded()) ?? 0 }

  /// The place at which the report names a picture.
  private func source(of file: String) -> Place? {
    for outline in [input.outline, input.brochure].compactMap({ $0 }) {
      if let cover = outline.coverPicture, cover.file == file {
        return cover.place ?? outline.place
      }
      for block in outline.sections.flatMap({ Self.blocks($0) }) {
        if let picture = block.images.first(where: { $0.file == file }) {
          return picture.place ?? block.place
        }
      }
    }
    for path in input.texts.keys.sorted() {
      let pictures = ProsePicture.all(in: input.texts[path] ?? "", file: path)
      if let picture = pictures.first(where: { $0.file == file }) { return picture.place }
    }
    return book.records(kind: "media").first { $0.fields["file"]?.value.text == file }?.place
  }

  private static func blocks(_ section: OutlineSection) -> [OutlineBlock] {
    section.blocks.flatMap(\.flattened) + section.sections.flatMap { blocks($0) }
  }

  private static func images(_ document: ReportDocument) -> [ImageSource] {
    [document.cover.picture?.image].compactMap { $0 } + images(document.sections)
  }

  private static func images(_ sections: [Section]) -> [ImageSource] {
    sections.flatMap { images(in: $0.blocks) + images($0.subsections) }
  }

  private static func images(in blocks: [Block]) -> [ImageSource] {
    blocks.flatMap { block -> [ImageSource] in
      switch block {
      case .illustration(let picture):
        if case .image(let image) = picture.content { [image] } else { [] }
      case .gallery(let gallery): gallery.pictures.map(\.image)
      case .profile(let profile): profile.picture.map { [$0.image] } ?? []
      case .list(let list): list.items.flatMap { images(in: $0) }
      case .quotation(let blocks): images(in: blocks)
      case .box(let box): images(in: box.blocks)
      case .story(let story):
        images(in: (story.picture.map { [.illustration($0)] } ?? []) + story.blocks)
          + [story.quote?.portrait?.image].compactMap { $0 }
      case .pullQuote(let quote): [quote.portrait?.image].compactMap { $0 }
      default: []
      }
    }
  }
}

/// A picture that a text names.
struct ProsePicture {
  var file: String
  var place: Place

  static func all(in text: String, file: String) -> [ProsePicture] {
    var found: [ProsePicture] = []
    text.forEachLine { line, number in
      guard line.utf8.contains(UInt8(ascii: "!")) else { return }
      var rest = line[...]
      while let start = rest.firstRange(of: "![") {
        let column = line.distance(from: line.startIndex, to: start.lowerBound) + 1
        rest = rest[start.upperBound...]
        guard let middle = rest.firstRange(of: "](") else { break }
        let path = rest[middle.upperBound...].prefix { $0 != ")" && !$0.isWhitespace }
        let clean = path.filter { $0 != "<" && $0 != ">" }
        found.append(
          ProsePicture(file: clean, place: Place(file: file, line: number, column: column)))
      }
    }
    return found
  }
}
