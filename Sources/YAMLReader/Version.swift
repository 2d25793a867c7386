internal import CYAML

/// The version of libyaml this process runs with.
public func yamlVersion() -> String { String(cString: yaml_get_version_string()) }
