import DocumentModel
import Testing

@testable import HTMLWriter

@Suite("Addresses")
struct AddressTests {
  @Test(
    "Schemes outside the list are refused, however they are hidden",
    arguments: [
      "javascript:alert(1)", "JavaScript:alert(1)", " javascript:x", "java\nscript:x",
      "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//other.example", "https:", "x",
      "", "mailto:nobody",
    ])
  func refused(address: String) {
    #expect(WebAddress(absolute: address) == nil)
    #expect(
      fault(of: [.paragraph([.link(.address(address), [.text("x")])])])
        == .refusedAddress(address, language: "en"))
  }

  @Test(
    "Relative addresses stay on the site",
    arguments: [
      "//other.example/a", "javascript:x", "https://a.example/", "a b", "\\\\other\\x", "",
    ])
  func relative(address: String) {
    #expect(WebAddress(relative: address) == nil)
    #expect(throws: HTMLWritingError.refusedRelativeAddress(address)) {
      try webEdition(of: [Sample.english], settings: WebSettings(recordsLink: address))
    }
  }

  @Test("Good addresses are kept and what is no ASCII is encoded")
  func kept() {
    #expect(
      WebAddress(absolute: "https://a.example/b?c=1&d#e")?.text == "https://a.example/b?c=1&d#e")
    #expect(WebAddress(absolute: "mailto:a@b.example")?.text == "mailto:a@b.example")
    #expect(WebAddress(absolute: "https://a.example/\"年")?.text == "https://a.example/%22%E5%B9%B4")
    #expect(WebAddress(relative: "../../a-2031.en.pdf")?.text == "../../a-2031.en.pdf")
    #expect(WebAddress.anchor("a b").text == "#a%20b")
  }

  @Test("A tag that is no language is refused", arguments: ["", "e", "en_GB", "../x", "zh-", "中文"])
  func language(tag: String) {
    var document = Sample.english
    document.language = tag
    #expect(throws: HTMLWritingError.malformedLanguage(tag)) {
      try webEdition(of: [document], settings: WebSettings())
    }
  }
}
