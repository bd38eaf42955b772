import CQPDF
import DisplayList
import Testing

@testable import PDFFinishing

@Suite struct FinishedStructureTests {
  /// The marked sequences of a page, as type and MCID, and whether ink stands outside them.
  private func marks(_ content: [UInt8]) -> (list: [(String, Int)], hasStrayInk: Bool) {
    var list: [(String, Int)] = []
    var depth = 0
    var hasStrayInk = false
    let words = String(decoding: content, as: UTF8.self)
      .split(whereSeparator: \.isWhitespace).map(String.init)
    for (index, word) in words.enumerated() {
      switch word {
      case "BDC":
        depth += 1
        if words[index - 2] == "<</MCID", let id = Int(words[index - 1].prefix { $0 != ">" }) {
          list.append((words[index - 3], id))
        }
      case "EMC": depth -= 1
      case "f", "S", "Do", "f*": if depth == 0 { hasStrayInk = true }
      case let shown where shown.hasSuffix("Tj") || shown.hasSuffix("TJ"):
        if depth == 0 { hasStrayInk = true }
      default: break
      }
    }
    return (list, hasStrayInk || depth != 0)
  }

  @Test func `Each MCID's element in the parent tree has the marker's type`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let tree = file.parentTree()
    var checked = 0
    for page in 0..<file.pageCount {
      let key = file.number(file.value("/StructParents", of: file.page(page)))
      let owners = file.items(try #require(tree[key]))
      let found = marks(try file.content(page)).list
      #expect(found.count == owners.count)
      for (type, id) in found {
        #expect(file.source(file.value("/S", of: owners[id])) == type)
        checked += 1
      }
    }
    #expect(checked > 20)
  }

  @Test func `No ink stands outside a marked sequence`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    for page in 0..<file.pageCount { #expect(!marks(try file.content(page)).hasStrayInk) }
  }

  @Test func `Each link is an object of its Link element and named for readers`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let tree = file.parentTree()
    let annotations = file.items(file.value("/Annots", of: file.page(0)))
    #expect(annotations.count == 2)
    for annotation in annotations {
      let element = try #require(tree[file.number(file.value("/StructParent", of: annotation))])
      #expect(file.source(file.value("/S", of: element)) == "/Link")
      let objects = file.items(file.value("/K", of: element)).map {
        file.object(file.value("/Obj", of: $0))
      }
      #expect(objects.contains(file.object(annotation)))
      #expect(!file.text(file.value("/Contents", of: annotation)).isEmpty)
      #expect(file.number(file.value("/F", of: annotation)) == 4)
    }
  }

  @Test func `A link to a place counts from the foot of its page`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let link = file.items(file.value("/Annots", of: file.page(0)))[1]
    let place = file.items(file.value("/Dest", of: link))
    #expect(file.object(place[0]) == file.object(file.page(1)))
    #expect(file.source(place[3]) == "545.2756")
    #expect(file.items(file.value("/QuadPoints", of: link)).count == 16)
  }

  @Test func `Kids keep the logical order of text, link and text`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let document = file.value("/StructTreeRoot", "/K")
    let paragraph = file.items(file.value("/K", of: document))[1]
    let kinds = file.items(file.value("/K", of: paragraph)).map {
      qpdf_oh_is_integer(file.document.data, $0) != 0
        ? "text" : file.source(file.value("/S", of: $0))
    }
    #expect(kinds == ["text", "/Link", "text", "/Link", "/Note"])
  }

  @Test func `Attributes, languages and identifiers reach their elements`() throws {
    let file = try FinishedFile(try finished(try reportSample()))
    let kids = file.items(file.value("/K", of: file.value("/StructTreeRoot", "/K")))
    #expect(file.source(file.value("/A", of: kids[2])).contains("/ListNumbering /Disc"))
    let row = file.items(file.value("/K", of: kids[3]))[0]
    let head = file.items(file.value("/K", of: row))[0]
    #expect(file.source(file.value("/A", of: head)).contains("/Scope /Column"))
    let box = file.source(file.value("/A", of: kids[4]))
    #expect(box.contains("/BBox [ 72.000 321.890 172.000 421.890 ]"))
    #expect(file.text(file.value("/Alt", of: kids[4])) == "A circle in a square (\u{5706})")
    #expect(file.text(file.value("/Lang", of: kids[5])) == "zh-Hans")
    let names = file.items(file.value("/StructTreeRoot", "/IDTree", "/Names"))
    #expect(names.count == 2)
    #expect(file.text(names[0]) == "note-1")
  }
}
