/// What a workbook says of its sheets, and where their parts are.
struct XLSXWorkbook {
  struct Sheet {
    var name: String
    var part: String
    var isHidden: Bool
  }
  var sheets: [Sheet] = []
  var startsIn1904 = false
  /// Whether the writer left the calculating of formulas to the program that opens the workbook.
  var asksForCalculation = false
  var stringsPart: String?
  var stylesPart: String?

  /// The largest part that describes a workbook.
  static let partLimit: UInt64 = 64 << 20

  init(_ package: XLSXPackage) throws(Diagnostic) {
    let part = try Self.workbookPart(package)
    let relations = try Self.relations(of: part, in: package)
    let workbook = XLSXWorkbookHandler()
    try XLSXMarkup(package.open(part, limit: Self.partLimit), workbook).finish()
    startsIn1904 = workbook.startsIn1904
    asksForCalculation = workbook.asksForCalculation
    for sheet in workbook.sheets {
      guard let relation = relations.first(where: { $0.id == sheet.relation }) else {
        throw Diagnostic(
          .error, code: "xlsx-missing-part",
          "the sheet \(quoted(sheet.name)) has no part in the workbook", at: package.place,
          hint: XLSXFormatCheck.saveAgain)
      }
      guard relation.type.hasSuffix("/worksheet") else { continue }
      sheets.append(
        Sheet(
          name: sheet.name, part: try Self.resolve(relation, from: part, in: package),
          isHidden: sheet.isHidden))
    }
    for relation in relations {
      if relation.type.hasSuffix("/sharedStrings") {
        stringsPart = try Self.resolve(relation, from: part, in: package)
      } else if relation.type.hasSuffix("/styles") {
        stylesPart = try Self.resolve(relation, from: part, in: package)
      }
    }
  }

  /// The sheet of a name; without one the first that is not hidden.
  func sheet(_ name: String?, in place: Place) throws(Diagnostic) -> Sheet {
    let names = sheets.map(\.name)
    guard let name else {
      guard let sheet = sheets.first(where: { !$0.isHidden }) ?? sheets.first else {
        throw Diagnostic(.error, code: "xlsx-no-sheet", "the workbook has no sheet", at: place)
      }
      return sheet
    }
    guard let sheet = sheets.first(where: { $0.name == name }) else {
      throw Diagnostic(
        .error, code: "xlsx-no-sheet", "the workbook has no sheet \(quoted(name))", at: place,
        hint: Spelling.hint(for: name, among: names))
    }
    return sheet
  }

  private static func workbookPart(_ package: XLSXPackage) throws(Diagnostic) -> String {
    guard package.has("_rels/.rels") else {
      guard package.has("xl/workbook.xml") else { throw XLSXFormatCheck.notAWorkbook(package) }
      return "xl/workbook.xml"
    }
    let relations = try relations(of: "", in: package)
    guard let main = relations.first(where: { $0.type.hasSuffix("/officeDocument") }) else {
      throw XLSXFormatCheck.notAWorkbook(package)
    }
    let part = try resolve(main, from: "", in: package)
    let isWorkbook = part.lowercased().hasSuffix(".xml") && !part.lowercased().hasPrefix("word/")
    guard isWorkbook, !part.lowercased().hasPrefix("ppt/") else {
      throw XLSXFormatCheck.notAWorkbook(package)
    }
    return part
  }

  private static func relations(
    of part: String, in package: XLSXPackage
  ) throws(Diagnostic) -> [XLSXRelations.Relation] {
    let (folder, file) = split(part)
    let name = folder + "_rels/" + file + ".rels"
    guard package.has(name) else { return [] }
    let handler = XLSXRelations()
    try XLSXMarkup(package.open(name, limit: partLimit), handler).finish()
    return handler.relations
  }

  private static func split(_ part: String) -> (folder: String, file: String) {
    guard let slash = part.lastIndex(of: "/") else { return ("", part) }
    return (String(part[...slash]), String(part[part.index(after: slash)...]))
  }

  /// The part that a relation names, which lies in the archive and nowhere else.
  private static func resolve(
    _ relation: XLSXRelations.Relation, from part: String, in package: XLSXPackage
  ) throws(Diagnostic) -> String {
    let target = relation.target.map { $0 == "\\" ? "/" : $0 }
    var path = target.first == "/" ? [] : split(part).folder.split(separator: "/").map(String.init)
    var leaves = relation.isExternal || target.contains(":")
    for step in String(target).split(separator: "/") where step != "." {
      if step != ".." {
        path.append(String(step))
      } else if path.popLast() == nil {
        leaves = true
      }
    }
    guard !leaves else {
      throw Diagnostic(
        .error, code: "xlsx-target",
        "the workbook refers to \(quoted(relation.target)) outside itself", at: package.place,
        hint: XLSXFormatCheck.saveAgain)
    }
    return path.joined(separator: "/")
  }
}

/// The relations of a part to others.
final class XLSXRelations: XLSXHandler {
  struct Relation {
    var id: String
    var type: String
    var target: String
    var isExternal: Bool
  }
  private(set) var relations: [Relation] = []

  override func start(_ name: XLSXName, _ attributes: XLSXAttributes) {
    guard name == "Relationship" else { return }
    relations.append(
      Relation(
        id: attributes.text("Id") ?? "", type: attributes.text("Type") ?? "",
        target: attributes.text("Target") ?? "",
        isExternal: attributes.text("TargetMode")?.lowercased() == "external"))
  }
}

private final class XLSXWorkbookHandler: XLSXHandler {
  struct Sheet {
    var name: String
    var relation: String
    var isHidden: Bool
  }
  private(set) var sheets: [Sheet] = []
  private(set) var startsIn1904 = false
  private(set) var asksForCalculation = false

  override func start(_ name: XLSXName, _ attributes: XLSXAttributes) {
    if name == "workbookPr" {
      startsIn1904 = attributes.flag("date1904")
    } else if name == "calcPr" {
      asksForCalculation = attributes.flag("fullCalcOnLoad")
    } else if name == "sheet" {
      sheets.append(
        Sheet(
          name: attributes.text("name") ?? "", relation: attributes.text("id") ?? "",
          isHidden: attributes.text("state").map { $0 != "visible" } ?? false))
    }
  }
}
