import CXLSXWriter
import Glibc

/// A workbook that is being written. Its texts stay texts whatever they begin with.
final class WorkbookFile {
  /// How a cell looks.
  enum Style { case plain, head, requiredHead, title }

  /// What the cells of a column may hold.
  struct Rule {
    enum Content {
      case any
      /// The words themselves; at most 255 characters with their commas.
      case words([String])
      /// The cells of another sheet that hold them: `=places!$A$2:$A$9`.
      case range(String)
    }
    var content = Content.any
    /// Whether other content is refused, or only asked about.
    var isStrict = true
    var title = ""
    var message = ""
  }

  private let path: String
  private var workbook: UnsafeMutablePointer<lxw_workbook>?
  private var formats: [Style: UnsafeMutablePointer<lxw_format>] = [:]
  private var textFormat: UnsafeMutablePointer<lxw_format>?
  private var error = LXW_NO_ERROR
  /// The last row that rules reach.
  static let lastRuledRow: UInt32 = 5000

  init(path: String) throws(Diagnostic) {
    self.path = path
    guard let workbook = workbook_new(path) else { throw Self.failure(path) }
    self.workbook = workbook
    textFormat = workbook_add_format(workbook)
    // "@" is text: a spreadsheet would turn 2019-09 into a day of September.
    format_set_num_format(textFormat, "@")
    for style in [Style.plain, .head, .requiredHead, .title] {
      guard let format = workbook_add_format(workbook) else { continue }
      formats[style] = format
      if style == .plain { format_set_text_wrap(format) } else { format_set_bold(format) }
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if style == .title { format_set_font_size(format, 16) }
      guard style == .head || style == .requiredHead else { continue }
      format_set_num_format(format, "@")
      format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
      format_set_bg_color(format, style == .head ? 0xEEF2F5 : 0xFBE9D0)
    }
    setProperties()
  }

  deinit {
    // Closing is the only way in which the library frees what it holds; it writes the file again.
    if let workbook {
      workbook_close(workbook)
      unlink(path)
    }
  }

  /// The moment of writing would make each file another: 2000-01-01 stands for it.
  private func setProperties() {
    var properties = lxw_doc_properties()
    properties.created = 946_684_800
    workbook_set_properties(workbook, &properties)
  }

  func sheet(_ name: String) -> UnsafeMutablePointer<lxw_worksheet>? {
    keep(workbook_validate_sheet_name(workbook, name))
    return workbook_add_worksheet(workbook, name)
  }

  func set(
    _ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, row: Int, column: Int,
    _ style: Style = .plain
  ) {
    keep(
      worksheet_write_string(
        sheet, UInt32(clamping: row), UInt16(clamping: column), text, formats[style]))
  }

  func setWidth(_ width: Double, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, column: Int) {
    let column = UInt16(clamping: column)
    keep(worksheet_set_column(sheet, column, column, width, textFormat))
  }

  func freezeHead(_ sheet: UnsafeMutablePointer<lxw_worksheet>?) {
    worksheet_freeze_panes(sheet, 1, 1)
  }

  func note(_ text: String, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, column: Int) {
    var options = lxw_comment_options()
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).count
    options.x_scale = 2
    options.y_scale = max(1, Double(lines) / 4)
    keep(worksheet_write_comment_opt(sheet, 0, UInt16(clamping: column), text, &options))
  }

  /// Puts a rule on the cells of a column below the head.
  func rule(_ rule: Rule, _ sheet: UnsafeMutablePointer<lxw_worksheet>?, column: Int) {
    var validation = lxw_data_validation()
    let title = strdup(Self.cut(rule.title, 32))
    let message = strdup(Self.cut(rule.message, 255))
    var words: [UnsafeMutablePointer<CChar>?] = []
    var range: UnsafeMutablePointer<CChar>?
    defer { for text in words + [title, message, range] { free(text) } }
    validation.ignore_blank = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_input = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.show_error = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.dropdown = UInt8(LXW_VALIDATION_ON.rawValue)
    validation.error_type = UInt8(
      (rule.isStrict ? LXW_VALIDATION_ERROR_TYPE_STOP : LXW_VALIDATION_ERROR_TYPE_WARNING).rawValue)
    validation.input_title = title
    validation.input_message = message
    switch rule.content {
    case .any: validation.validate = UInt8(LXW_VALIDATION_TYPE_ANY.rawValue)
    case .words(let list):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST.rawValue)
      words = list.map { strdup($0) } + [nil]
    case .range(let formula):
      validation.validate = UInt8(LXW_VALIDATION_TYPE_LIST_FORMULA.rawValue)
      range = strdup(formula)
      validation.value_formula = range
    }
    let column = UInt16(clamping: column)
    let result = words.withUnsafeMutableBufferPointer { list in
      if list.count > 0 { validation.value_list = list.baseAddress }
      return worksheet_data_validation_range(
        sheet, 1, column, Self.lastRuledRow, column, &validation)
    }
    keep(result)
  }

  func close() throws(Diagnostic) {
    keep(workbook_close(workbook))
    workbook = nil
    guard error == LXW_NO_ERROR else {
      let reason = lxw_strerror(error).map { String(cString: $0) } ?? ""
      throw Self.failure(path, reason)
    }
  }

  private func keep(_ result: lxw_error) { if error == LXW_NO_ERROR { error = result } }

  private static func cut(_ text: String, _ limit: Int) -> String {
    var units = 0
    return String(
      text.prefix { character in
        units += String(character).utf16.count
        return units <= limit
      })
  }

  static func failure(_ path: String, _ reason: String = "") -> Diagnostic {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return Diagnostic(
      .error, code: "template-write",
      "cannot write the workbook \(quoted(name))" + (reason.isEmpty ? "" : ": \(reason)"),
      hint: "check that the folder exists and may be written")
  }
}
