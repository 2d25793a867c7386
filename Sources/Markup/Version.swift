internal import CMarkGFM

/// The version of cmark-gfm this process runs with.
public func markdownVersion() -> String { String(cString: cmark_version_string()) }
