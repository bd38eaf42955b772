import CQPDF
import Foundation

/// A handle to an object; it belongs to its document and lives until released.
typealias Handle = qpdf_oh

/// A document read by qpdf (`qpdf_data`), which had no part in writing it.
final class QPDFDocument {
  /// What qpdf refused.
  struct Refusal: Error {
    var stage: String
    var message: String
  }

  let data: qpdf_data

  /// Reads a document, and takes no damage. qpdf does not copy the bytes: they must outlive this
  /// object.
  init(_ bytes: UnsafeBufferPointer<UInt8>) throws(Refusal) {
    guard let made = qpdf_init() else { throw Refusal(stage: "starting", message: "no memory") }
    data = made
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, QPDF_TRUE)
    qpdf_set_attempt_recovery(data, QPDF_FALSE)
    bytes.withMemoryRebound(to: CChar.self) { text in
      _ = qpdf_read_memory(data, "finished", text.baseAddress, UInt64(text.count), nil)
    }
    try check("reading the file")
  }

  deinit {
    var data: qpdf_data? = data
    qpdf_cleanup(&data)
  }

  /// Throws if any call since the last check failed or warned; qpdf's errors are sticky.
  func check(_ stage: String) throws(Refusal) {
    if qpdf_more_warnings(data) != 0 {
      let text = qpdf_get_error_full_text(data, qpdf_next_warning(data))
      throw Refusal(stage: stage, message: text.map { String(cString: $0) } ?? "unknown warning")
    }
    guard qpdf_has_error(data) != 0 else { return }
    let text = qpdf_get_error_full_text(data, qpdf_get_error(data))
    throw Refusal(stage: stage, message: text.map { String(cString: $0) } ?? "unknown error")
  }

  /// The catalog.
  var catalog: Handle { qpdf_get_root(data) }

  /// A value; the handle is the caller's to release.
  func get(_ key: String, of dictionary: Handle) -> Handle {
    qpdf_oh_get_key(data, dictionary, key)
  }

  /// A stream's decoded data.
  func streamData(_ stream: Handle, _ stage: String) throws(Refusal) -> [UInt8] {
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
}

extension QPDFDocument {
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
}
