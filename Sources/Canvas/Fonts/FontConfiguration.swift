internal import CCairo

/// A Fontconfig configuration that knows one file.
struct FontConfiguration: ~Copyable {
    let handle: OpaquePointer

    private init(owning handle: OpaquePointer) { self.handle = handle }

    /// - Throws: `CanvasError.missingFont` when the file is not there or holds another family.
    static func opening(_ file: FontFile, root: String) throws(CanvasError) -> FontConfiguration {
        let missing = CanvasError.missingFont(family: file.family, package: file.package)
        guard let handle = FcConfigCreate() else { throw missing }
        let configuration = FontConfiguration(owning: handle)
        guard FcConfigAppFontAddFile(handle, "\(root)/\(file.path)") != 0 else { throw missing }
        guard configuration.family == file.family else { throw missing }
        return configuration
    }

    deinit { FcConfigDestroy(handle) }

    /// The family of the first font.
    private var family: String? {
        guard let set = FcConfigGetFonts(handle, FcSetApplication), set.pointee.nfont > 0,
            let pattern = set.pointee.fonts[0]
        else { return nil }
        var name: UnsafeMutablePointer<FcChar8>?
        guard FcPatternGetString(pattern, FC_FAMILY, 0, &name) == FcResultMatch, let name else { return nil }
        return String(cString: name)
    }
}
