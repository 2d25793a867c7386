internal import CGraphviz

/// The version of Graphviz this process runs with.
public func graphvizVersion() -> String {
    guard let context = gvContext() else { return "unknown" }
    defer { gvFreeContext(context) }
    return String(cString: gvcVersion(context))
}
