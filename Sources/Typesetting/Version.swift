internal import CJavaScriptCore

/// The version of JavaScriptCore this process runs with.
public func javaScriptVersion() -> String {
    "\(jsc_get_major_version()).\(jsc_get_minor_version()).\(jsc_get_micro_version())"
}
