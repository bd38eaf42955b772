import DocumentModel
import Foundation
import Testing

@testable import HTMLWriter

@Suite("Escaping")
struct EscapingTests {
  func encode(_ node: HTMLNode) -> String {
    var encoder = HTMLEncoder()
    encoder.encode(node)
    return String(decoding: encoder.bytes, as: UTF8.self)
  }

  @Test("Text keeps quotation marks and escapes markup")
  func text() {
    #expect(encode(.text("a < b & \"c\" > d 中文")) == "a &lt; b &amp; \"c\" &gt; d 中文")
  }

  @Test("A quotation mark with a combining mark does not end an attribute")
  func combining() {
    let node = HTMLNode.element(.span, [.set(.title, "x\"\u{301} onclick=\"y")], [])
    #expect(
      encode(node) == "<span title=\"x&quot;\u{301} onclick=&quot;y\"></span>")
  }

  @Test("Structured data cannot end its script")
  func json() {
    let value = JSONValue.object([.init("name", "</script><!-- \"\\\u{2028}\n")])
    #expect(
      encode(.json(value))
        == "<script type=\"application/ld+json\">{\"name\":\"\\u003c/script\\u003e\\u003c!-- "
        + "\\\"\\\\\\u2028\\u000a\"}</script>\n")
  }

  @Test("Controls and directional marks are never raw")
  func invisible() {
    #expect(encode(.text("a\0b\u{85}c\u{202E}d\u{2014}\u{A9}")) == "a\u{FFFD}b\u{FFFD}c&#x202e;d—©")
  }

  @Test("Hostile words of a document stay words")
  func document() throws {
    var document = Sample.english
    document.metadata.title = "</title></script><script>alert(1)</script>"
    document.cover.title = "<b>\"&"
    let html = page("en/index.html", of: try webEdition(of: [document], settings: .init()))
    #expect(!html.contains("<script>"))
    #expect(html.contains("&lt;b&gt;\"&amp;</h1>"))
    #expect(
      html.components(separatedBy: "</title>").count == 2, "one of the head, one of the chart")
  }
}
