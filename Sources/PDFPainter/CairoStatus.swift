import CCairo

/// Throws unless a Cairo status is success; an unknown status is an error with its number.
func check(_ status: cairo_status_t, _ doing: @autoclosure () -> String) throws(PaintingError) {
  if status == CAIRO_STATUS_SUCCESS { return }
  throw .cairo(
    status: Int(status.rawValue), message: String(cString: cairo_status_to_string(status)),
    doing: doing())
}
