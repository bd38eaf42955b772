import DocumentModel
import Foundation
import Ledger
import Pictures
import Records
import ReportComposition
import Themes

/// Reads a report: outline, brochure, vocabulary, records, figures, texts and pictures; every
/// problem is collected with its place.
///
/// - Parameters:
///   - cache: Where compiled stores are kept between runs; nil to compile anew.
///   - theme: A theme that goes before the one that the outline names; nil for the outline's.
public func loadReport(
  in folder: ReportFolder, cache: StoreCache? = nil, theme: String? = nil
) -> ReportReading {
  var reader = ReportReader(folder: folder, cache: cache, theme: theme)
  let report = reader.report()
  return ReportReading(report: report, diagnostics: reader.problems.inOrder())
}

/// Reads one report, one step after the other, and collects what is wrong.
struct ReportReader {
  let folder: ReportFolder
  let cache: StoreCache?
  var theme: String?
  var problems: [Diagnostic] = []

  mutating func report() -> LoadedReport? {
    guard let outline = outline(folder.outlineFile) else { return nil }
    let brochure = brochure(beside: outline)
    guard let words = vocabulary(outline) else { return nil }
    guard let book = book(outline, words) else { return nil }
    let outlines = [outline] + (brochure.map { [$0] } ?? [])
    let (files, faults) = files(of: outlines, book)
    return LoadedReport(
      folder: folder, outline: outline, brochure: brochure, designs: designs(of: outlines),
      book: book,
      vocabulary: words.vocabulary, indicatorSources: words.indicators, files: files,
      pictureFaults: faults,
      dataDigest: outlines.contains(where: \.printsDigest)
        ? dataHash(of: book, words.vocabulary) : "")
  }

  private mutating func designs(of outlines: [ReportOutline]) -> [String: Design] {
    var designs: [String: Design] = [:]
    for outline in outlines {
      let (design, found) = Design.read(
        outline.themeNode, form: outline.format.rawValue, base: theme)
      designs[outline.place.file] = design
      problems += found
    }
    return designs
  }

  mutating func outline(_ file: String) -> ReportOutline? {
    guard let text = text(file, at: nil) else { return nil }
    let (outline, found) = ReportOutline.parse(text, file: file)
    problems += found
    return outline
  }

  /// The outline itself if it is a brochure's, else `brochure.yaml` beside `report.yaml`.
  private mutating func brochure(beside outline: ReportOutline) -> ReportOutline? {
    if outline.format == .brochure { return outline }
    let file = "brochure.yaml"
    guard folder.outlineFile == "report.yaml",
      fileKind(folder.root.appendingPathComponent(file).path) != nil
    else { return nil }
    return self.outline(file)
  }

  /// The vocabulary and the declarations of indicators that come with it.
  mutating func vocabulary(_ outline: ReportOutline) -> ReportWords? {
    let folder = folder
    let found = Vocabulary.load(outline.vocabularyNode) { (file) throws(Diagnostic) -> [UInt8] in
      do throws(ReportFolder.Failure) {
        return try folder.bytes(of: file, limit: 16 << 20)
      } catch {
        throw Diagnostic(
          .error, code: "unreadable-file", "\"\(file)\" \(error.fact)", at: outline.place,
          hint: error.hint)
      }
    }
    problems += found.problems.map { problem in
      var copy = problem
      if copy.place == nil { copy.place = outline.place }
      return copy
    }
    guard let vocabulary = found.vocabulary else { return nil }
    return ReportWords(vocabulary: vocabulary, indicators: found.indicatorFiles)
  }

  /// The texts and pictures that the outlines, the texts and the records of shown partners name.
  mutating func files(
    of outlines: [ReportOutline], _ book: LedgerBook
  ) -> (ReportFiles, [String: UnusedPicture]) {
    var files = ReportFiles()
    for path in outlines.flatMap(\.textPaths) where files.texts[path] == nil {
      // A text that is missing is told by composition, at the place that names it.
      guard case .some = fileKind(folder.root.appendingPathComponent(path).path) else { continue }
      files.texts[path] = text(path, at: nil) ?? ""
    }
    let inTexts = files.texts.keys.sorted().flatMap { picturePaths(in: files.texts[$0] ?? "") }
    var faults: [String: UnusedPicture] = [:]
    let inRecords = outlines.flatMap { book.imagePaths(of: $0) }
    for path in outlines.flatMap(\.imagePaths) + inTexts + inRecords
    where files.images[path] == nil {
      do {
        files.images[path] = try picture(path)
      } catch {
        faults[path] = error
      }
    }
    for path in outlines.flatMap(\.areaPaths) where files.areas[path] == nil {
      guard case .some = fileKind(folder.root.appendingPathComponent(path).path) else { continue }
      files.areas[path] = text(path, at: nil) ?? ""
    }
    return (files, faults)
  }

  private func picture(_ path: String) throws(UnusedPicture) -> ImageSource {
    do {
      let header = try PictureHeader(try folder.bytes(of: path))
      return ImageSource(
        path: try folder.path(of: path), format: header.format == .png ? .png : .jpeg,
        width: header.width, height: header.height)
    } catch let failure as ReportFolder.Failure {
      throw UnusedPicture(code: "missing-image", fact: failure.fact, hint: failure.hint)
    } catch let failure as PictureFault {
      throw UnusedPicture(code: "bad-image", fact: failure.fact, hint: failure.hint)
    } catch {
      throw UnusedPicture(code: "bad-image", fact: "cannot be read", hint: "save it again")
    }
  }

  mutating func text(_ file: String, at place: Place?) -> String? {
    guard let bytes = bytes(file, at: place) else { return nil }
    if let text = String(validating: bytes, as: UTF8.self) {
      return text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    }
    problems.append(
      Diagnostic(
        .error, code: "wrong-encoding", "the text is not valid UTF-8",
        at: firstInvalid(bytes, in: file),
        hint: "save the file as UTF-8 (it may be in GB18030 or Latin-1)"))
    return nil
  }

  mutating func bytes(_ file: String, at place: Place?) -> [UInt8]? {
    do throws(ReportFolder.Failure) {
      return try folder.bytes(of: file, limit: 16 << 20)
    } catch {
      problems.append(
        Diagnostic(
          .error, code: "unreadable-file", "\"\(file)\" \(error.fact)",
          at: place ?? Place(file: file), hint: error.hint))
      return nil
    }
  }
}

extension UnusedPicture: Error {}

/// The place of the first byte that is not UTF-8.
private func firstInvalid(_ bytes: [UInt8], in file: String) -> Place {
  var (line, column) = (1, 1)
  var parser = Unicode.UTF8.ForwardParser()
  var iterator = bytes.makeIterator()
  while case .valid(let unit) = parser.parseScalar(from: &iterator) {
    (line, column) = unit.first == 10 ? (line + 1, 1) : (line, column + 1)
  }
  return Place(file: file, line: line, column: column)
}

/// The paths of pictures in Markdown: what stands in brackets after `](` and ends like a picture.
func picturePaths(in text: String) -> [String] {
  let bytes = text.utf8
  var paths: [String] = []
  var at = bytes.startIndex
  // A text has few links; all else is passed over byte by byte.
  while let bracket = bytes[at...].firstIndex(of: UInt8(ascii: "]")) {
    at = bytes.index(after: bracket)
    guard at < bytes.endIndex, bytes[at] == UInt8(ascii: "(") else { continue }
    at = bytes.index(after: at)
    let rest = text[at...].prefix { $0 != ")" && !$0.isWhitespace }.drop { $0 == "<" }
    let clean = rest.last == ">" ? rest.dropLast() : rest
    let isPicture = [".png", ".jpg", ".jpeg"].contains { clean.lowercased().hasSuffix($0) }
    if isPicture, !clean.contains(":") { paths.append(String(clean)) }
  }
  return paths
}
