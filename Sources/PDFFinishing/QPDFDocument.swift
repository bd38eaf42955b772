import CQPDF
import Foundation

/// A handle to an object; it belongs to its document and lives until released.
typealias Handle = qpdf_oh

/// A document held by qpdf (`qpdf_data`), with the few object operations that finishing needs.
final class QPDFDocument {
  let data: qpdf_data
  private var names: [String: Handle] = [:]

  /// Reads a document. qpdf does not copy the bytes: they must outlive this object.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(FinishingError) {
    guard let made = qpdf_init() else {
      throw .qpdf(stage: "starting", message: "no memory")
    }
    data = made
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    qpdf_set_attempt_recovery(data, QPDF_FALSE)
    bytes.withMemoryRebound(to: CChar.self) { text in
      _ = qpdf_read_memory(data, "painted", text.baseAddress, UInt64(text.count), nil)
    }
    try check("reading the painted file")
  }

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  /// Throws if any call since the last check failed; qpdf's errors are sticky.
  func check(_ stage: String) throws(FinishingError) {
    guard qpdf_has_error(data) != 0 else { return }
    let error = qpdf_get_error(data)
    let text = qpdf_get_error_full_text(data, error)
    throw .qpdf(stage: stage, message: text.map { String(cString: $0) } ?? "unknown error")
  }

  /// The catalog.
  var catalog: Handle { qpdf_get_root(data) }

  /// A new indirect dictionary.
  func indirectDictionary() -> Handle { indirect(qpdf_oh_new_dictionary(data)) }

  /// Makes an object indirect.
  func indirect(_ handle: Handle) -> Handle {
    let made = qpdf_make_indirect_object(data, handle)
    release(handle)
    return made
  }

  /// A name with its slash, shared by all its uses.
  func name(_ text: String) -> Handle {
    if let known = names[text] { return known }
    let made = qpdf_oh_new_name(data, text)
    names[text] = made
    return made
  }

  /// A text string.
  func text(_ string: String) -> Handle { bytes(pdfTextBytes(string)) }

  /// A byte string.
  func bytes(_ bytes: [UInt8]) -> Handle {
    bytes.withUnsafeBufferPointer { buffer in
      buffer.withMemoryRebound(to: CChar.self) {
        qpdf_oh_new_binary_string(data, $0.baseAddress, $0.count)
      }
    }
  }

  /// An integer.
  func integer(_ value: Int) -> Handle { qpdf_oh_new_integer(data, Int64(value)) }

  /// A number of points, to a ten-thousandth.
  func real(_ value: Double) -> Handle { qpdf_oh_new_real_from_double(data, value, 4) }

  /// An array of temporary handles, which are released.
  func array(_ items: [Handle]) -> Handle {
    let made = qpdf_oh_new_array(data)
    for item in items { append(item, to: made) }
    return made
  }

  /// An array of numbers.
  func reals(_ values: [Double]) -> Handle { array(values.map(real)) }

  /// Appends a temporary handle and releases it.
  func append(_ item: Handle, to array: Handle) {
    qpdf_oh_append_item(data, array, item)
    release(item)
  }

  /// Appends a handle that is used again.
  func appendKept(_ item: Handle, to array: Handle) { qpdf_oh_append_item(data, array, item) }

  /// Sets a dictionary's key to a temporary handle, which is released.
  func set(_ key: String, of dictionary: Handle, to value: Handle) {
    qpdf_oh_replace_key(data, dictionary, key, value)
    release(value)
  }

  /// Sets a dictionary's key to a handle that is used again, such as a reference or a shared name.
  func setKept(_ key: String, of dictionary: Handle, to value: Handle) {
    qpdf_oh_replace_key(data, dictionary, key, value)
  }

  /// Removes a key.
  func remove(_ key: String, of dictionary: Handle) { qpdf_oh_remove_key(data, dictionary, key) }

  /// A value; the handle is the caller's to release.
  func get(_ key: String, of dictionary: Handle) -> Handle {
    qpdf_oh_get_key(data, dictionary, key)
  }

  /// Parses an object without references.
  func parse(_ source: String) -> Handle { qpdf_oh_parse(data, source) }

  /// A new indirect stream; qpdf compresses it on writing unless it is metadata.
  func stream(_ content: [UInt8], _ entries: String = "<<>>") -> Handle {
    let stream = qpdf_oh_new_stream(data)
    let dictionary = qpdf_oh_get_dict(data, stream)
    let parsed = parse(entries)
    for key in keys(of: parsed) { set(key, of: dictionary, to: get(key, of: parsed)) }
    release(parsed)
    release(dictionary)
    replaceData(of: stream, with: content)
    return stream
  }

  /// Replaces a stream's data by plain bytes; qpdf copies them.
  func replaceData(of stream: Handle, with content: [UInt8]) {
    let null = qpdf_oh_new_null(data)
    qpdf_oh_replace_stream_data(data, stream, content, content.count, null, null)
    release(null)
  }

  /// A stream's decoded data.
  func streamData(_ stream: Handle, _ stage: String) throws(FinishingError) -> [UInt8] {
    var filtered: QPDF_BOOL = 0
    var buffer: UnsafeMutablePointer<UInt8>?
    var length = 0
    _ = qpdf_oh_get_stream_data(
      data, stream, qpdf_dl_generalized, &filtered, &buffer, &length)
    // qpdf's buffer is malloc's.
    defer { free(buffer) }
    try check(stage)
    guard let buffer else { return [] }
    return Array(UnsafeBufferPointer(start: buffer, count: length))
  }

  /// A dictionary's keys with their slashes, in qpdf's order.
  func keys(of dictionary: Handle) -> [String] {
    guard qpdf_oh_is_dictionary(data, dictionary) != 0 else { return [] }
    var keys: [String] = []
    qpdf_oh_begin_dict_key_iter(data, dictionary)
    while qpdf_oh_dict_more_keys(data) != 0 {
      if let key = qpdf_oh_dict_next_key(data) { keys.append(String(cString: key)) }
    }
    return keys
  }

  /// Whether an object is a certain name.
  func isName(_ handle: Handle, _ name: String) -> Bool {
    qpdf_oh_is_name_and_equals(data, handle, name) != 0
  }

  /// Frees a handle.
  func release(_ handle: Handle) { qpdf_oh_release(data, handle) }
}
