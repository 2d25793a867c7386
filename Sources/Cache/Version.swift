internal import CGLib

/// The version of GLib this process runs with.
public func glibVersion() -> String { "\(glib_major_version).\(glib_minor_version).\(glib_micro_version)" }
