internal import CCairo

/// The version of cairo this process runs with.
public func cairoVersion() -> String { String(cString: cairo_version_string()) }

/// The version of Pango this process runs with.
public func pangoVersion() -> String { String(cString: pango_version_string()) }

/// The version a font's file states, such as `7.000`; nil for a file that is not there or no font.
public func fontVersion(ofFile path: String) -> String? {
    var count: Int32 = 0
    guard
        let pattern = path.withCString({ name in
            name.withMemoryRebound(to: FcChar8.self, capacity: path.utf8.count + 1) {
                FcFreeTypeQuery($0, 0, nil, &count)
            }
        })
    else { return nil }
    defer { FcPatternDestroy(pattern) }
    var version: Int32 = 0
    guard FcPatternGetInteger(pattern, FC_FONTVERSION, 0, &version) == FcResultMatch else { return nil }
    // 16 bits before the point and 16 behind it.
    let thousandths = (Int(version) * 1000 + 32768) / 65536
    let rest = String(thousandths % 1000)
    return "\(thousandths / 1000)." + String(repeating: "0", count: 3 - rest.count) + rest
}
