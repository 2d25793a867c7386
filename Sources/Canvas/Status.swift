internal import CCairo

/// Ends with an error unless Cairo reports success; every status goes through here, unknown ones included.
func check(_ status: cairo_status_t, _ operation: String) throws(CanvasError) {
    guard status != CAIRO_STATUS_SUCCESS else { return }
    let text = cairo_status_to_string(status).map { String(cString: $0) } ?? "status \(status.rawValue)"
    throw .cairo(operation: operation, status: text)
}
