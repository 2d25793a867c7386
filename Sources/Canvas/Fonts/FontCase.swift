import Figures
internal import Glibc

/// The book's fonts, opened when first needed, and the texts shaped with them.
final class FontCase {
    /// A text in the face that has all its letters.
    struct Setting {
        var font: Font
        var face: Face
        var shape: ShapedText
    }

    private struct Key: Hashable {
        var face: Face
        var text: String
    }

    private let root: String
    private var fonts: [Face: Font] = [:]
    private var settings: [Key: Setting] = [:]

    /// - Throws: `CanvasError.missingFont` for the first file that is not there.
    init(root: String) throws(CanvasError) {
        self.root = root
        for face in Face.all {
            let file = FontFile(for: face)
            guard access("\(root)/\(file.path)", R_OK) == 0 else {
                throw .missingFont(family: file.family, package: file.package)
            }
        }
    }

    /// The text set in `face`, or in its substitute when a letter is missing.
    func setting(of text: String, in face: Face) throws(CanvasError) -> Setting {
        let key = Key(face: face, text: text)
        if let known = settings[key] { return known }
        // Numbers never repeat for ever; a book of any length stays within a few megabytes.
        if settings.count > 8192 { settings.removeAll(keepingCapacity: true) }
        let fresh = try freshSetting(of: text, in: face)
        settings[key] = fresh
        return fresh
    }

    private func freshSetting(of text: String, in face: Face) throws(CanvasError) -> Setting {
        var candidate: Face? = face
        while let next = candidate {
            let font = try font(for: next)
            if let shape = font.shaped(text) { return Setting(font: font, face: next, shape: shape) }
            candidate = next.substitute
        }
        throw .missingLetter(text: text)
    }

    private func font(for face: Face) throws(CanvasError) -> Font {
        if let open = fonts[face] { return open }
        let font = try Font(FontFile(for: face), root: root)
        fonts[face] = font
        return font
    }
}
