import Figures

/// The one file each face is drawn from, where its Debian package puts it.
struct FontFile: Hashable {
    var family: String
    var path: String
    var package: String
    /// OpenType features that are always on.
    var features: String?

    static let root = "/usr/share/fonts"

    init(for face: Face) {
        switch face {
        case .interface(let weight, let slant): self.init(inter: weight, slant)
        case .mathItalic: self.init("KaTeX_Math", "truetype/katex/KaTeX_Math-Italic.ttf", "fonts-katex")
        case .mathRoman: self.init("KaTeX_Main", "truetype/katex/KaTeX_Main-Regular.ttf", "fonts-katex")
        case .prose(.upright):
            self.init("Charis SIL", "truetype/charis/CharisSIL-Regular.ttf", "fonts-sil-charis")
        case .prose(.italic):
            self.init("Charis SIL", "truetype/charis/CharisSIL-Italic.ttf", "fonts-sil-charis")
        case .code:
            self.init("JetBrains Mono", "truetype/jetbrains-mono/JetBrainsMono-Regular.ttf", "fonts-jetbrains-mono")
        }
    }

    private init(_ family: String, _ path: String, _ package: String, features: String? = nil) {
        self.family = family
        self.path = path
        self.package = package
        self.features = features
    }

    private init(inter weight: Face.Weight, _ slant: Face.Slant) {
        let name =
            switch (weight, slant) {
            case (.regular, .upright): "Regular"
            case (.medium, .upright): "Medium"
            case (.semibold, .upright): "SemiBold"
            case (.regular, .italic): "Italic"
            case (.medium, .italic): "MediumItalic"
            case (.semibold, .italic): "SemiBoldItalic"
            }
        self.init("Inter", "opentype/inter/Inter-\(name).otf", "fonts-inter", features: "tnum 1")
    }
}

extension Face {
    /// Every face of the book.
    static var all: [Face] {
        var faces: [Face] = [.mathItalic, .mathRoman, .prose(.upright), .prose(.italic), .code]
        for weight in [Face.Weight.regular, .medium, .semibold] {
            faces += [.interface(weight, .upright), .interface(weight, .italic)]
        }
        return faces
    }

    /// The face to try for letters this one lacks: Charis SIL has the most.
    var substitute: Face? {
        switch self {
        case .mathItalic, .interface(_, .italic): .prose(.italic)
        case .mathRoman, .interface(_, .upright), .code: .prose(.upright)
        case .prose: nil
        }
    }
}
