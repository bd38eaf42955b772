import CXML
import Glibc

/// Takes the markup of one part of a workbook as it is parsed; a subclass for each kind of part.
///
/// Names come without their prefix, because writers differ in prefixes and in the version of the
/// namespace. Bytes are only good during the call.
class XLSXHandler {
  /// Why reading cannot go on; what comes after it is not handed on.
  final var failure: Diagnostic? { didSet { isStopped = failure != nil } }
  fileprivate final var isStopped = false

  func start(_ name: XLSXName, _ attributes: XLSXAttributes) {}
  func end(_ name: XLSXName) {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}

/// The local name of an element.
struct XLSXName {
  fileprivate let bytes: UnsafePointer<UInt8>

  static func == (name: XLSXName, text: StaticString) -> Bool {
    strcmp(UnsafeRawPointer(name.bytes).assumingMemoryBound(to: CChar.self), text.chars) == 0
  }
  /// The only byte of a name of one letter, else 0; the cells of a sheet have such names.
  var letter: UInt8 { bytes[0] != 0 && bytes[1] == 0 ? bytes[0] : 0 }
}

extension StaticString {
  fileprivate var chars: UnsafePointer<CChar> {
    UnsafeRawPointer(utf8Start).assumingMemoryBound(to: CChar.self)
  }
}

/// The attributes of an element.
struct XLSXAttributes {
  fileprivate let base: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  let count: Int

  /// The bytes of a value by its index.
  func bytes(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard let base, let start = base[index * 5 + 3], let end = base[index * 5 + 4] else {
      return UnsafeBufferPointer(start: nil, count: 0)
    }
    return UnsafeBufferPointer(start: start, count: end - start)
  }

  /// The only byte of an attribute's name of one letter, else 0.
  func letter(_ index: Int) -> UInt8 {
    guard let name = base?[index * 5] else { return 0 }
    return name[0] != 0 && name[1] == 0 ? name[0] : 0
  }

  func bytes(of name: StaticString) -> UnsafeBufferPointer<UInt8>? {
    for index in 0..<count {
      if let local = base?[index * 5], XLSXName(bytes: local) == name { return bytes(index) }
    }
    return nil
  }

  func text(_ name: StaticString) -> String? {
    bytes(of: name).map { String(decoding: $0, as: UTF8.self) }
  }

  func flag(_ name: StaticString) -> Bool { ["1", "true"].contains(text(name) ?? "") }
}

/// Parses one part as it is unpacked: no network, no document type, so no entities of its own.
final class XLSXMarkup<Handler: XLSXHandler> {
  let handler: Handler
  private let part: XLSXPart
  private var context: xmlParserCtxtPtr?
  private var isAtEnd = false
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

  init(_ part: XLSXPart, _ handler: Handler) {
    self.part = part
    self.handler = handler
    xmlInitParser()
  }

  deinit {
    if let context {
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      xmlFreeParserCtxt(context)
    }
    buffer.deallocate()
  }

  /// Parses all that is left.
  func finish() throws(Diagnostic) { while try advance() {} }

  /// Parses the next piece; false at the end.
  func advance() throws(Diagnostic) -> Bool {
    guard !isAtEnd else { return false }
    let count = try part.read(into: buffer)
    var rest = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[..<count])
    if context == nil {
      // The encoding is known by the first four bytes.
      let first = UnsafeRawBufferPointer(rebasing: rest.prefix(4))
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(4))
      var callbacks = xlsxCallbacks()
      context = xmlCreatePushParserCtxt(
        &callbacks, Unmanaged.passUnretained(handler as XLSXHandler).toOpaque(),
        first.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(first.count), nil)
      xmlCtxtUseOptions(context, Int32(XML_PARSE_NONET.rawValue))
    }
    guard let context else { throw problem("there is not enough memory") }
    isAtEnd = count == 0
    xmlParseChunk(
      context, rest.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(rest.count),
      isAtEnd ? 1 : 0)
    if var failure = handler.failure {
      if failure.place == nil { failure.place = part.package.place }
      throw failure
    }
    guard context.pointee.wellFormed != 0 else {
      let message = context.pointee.lastError.message.map { String(cString: $0) } ?? ""
      throw problem(String(message.prefix { $0 != "\n" }))
    }
    return !isAtEnd
  }

  private func problem(_ message: String) -> Diagnostic {
    let line = context.map { $0.pointee.lastError.line } ?? 0
    return Diagnostic(
      .error, code: "xlsx-xml", "\(quoted(part.name)) is not XML, line \(line): \(message)",
      at: part.package.place, hint: XLSXFormatCheck.saveAgain)
  }
}

private func handler(_ context: UnsafeMutableRawPointer?) -> Unmanaged<XLSXHandler>? {
  context.map { Unmanaged<XLSXHandler>.fromOpaque($0) }
}

private func xlsxCallbacks() -> xmlSAXHandler {
  var callbacks = xmlSAXHandler()
  callbacks.initialized = UInt32(XML_SAX2_MAGIC)
  callbacks.internalSubset = { context, _, _, _ in
    handler(context)?._withUnsafeGuaranteedRef { handler in
      handler.failure =
        handler.failure
        ?? Diagnostic(
          .error, code: "xlsx-doctype", "the workbook declares a document type", at: nil,
          hint: "no spreadsheet program writes one; " + XLSXFormatCheck.saveAgain)
    }
  }
  callbacks.startElementNs = { context, name, _, _, _, _, count, _, attributes in
    guard let name else { return }
    handler(context)?._withUnsafeGuaranteedRef { handler in
      guard !handler.isStopped else { return }
      handler.start(
        XLSXName(bytes: name), XLSXAttributes(base: attributes, count: Int(count)))
    }
  }
  callbacks.endElementNs = { context, name, _, _ in
    guard let name else { return }
    handler(context)?._withUnsafeGuaranteedRef { handler in
      guard !handler.isStopped else { return }
      handler.end(XLSXName(bytes: name))
    }
  }
  let text: charactersSAXFunc = { context, bytes, count in
    guard let bytes else { return }
    handler(context)?._withUnsafeGuaranteedRef { handler in
      guard !handler.isStopped else { return }
      handler.text(UnsafeBufferPointer(start: bytes, count: Int(count)))
    }
  }
  callbacks.characters = text
  callbacks.ignorableWhitespace = text
  callbacks.cdataBlock = text
  // What is wrong is asked for after each piece; nothing is printed.
  callbacks.serror = { _, _ in }
  return callbacks
}
