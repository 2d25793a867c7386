extension Face {
    /// Height of capitals and figures, as a part of the size.
    var capHeight: Double {
        switch self {
        case .interface: 0.727
        case .mathItalic, .mathRoman: 0.683
        case .prose: 0.70
        case .code: 0.73
        }
    }

    /// How far the tallest letters reach above the baseline, as a part of the size.
    var ascent: Double {
        switch self {
        case .interface: 0.757
        case .mathItalic, .mathRoman: 0.705
        case .prose, .code: 0.76
        }
    }

    /// How far the letters of `text` reach below the baseline, as a part of the size.
    func descent(of text: String) -> Double {
        for scalar in text.unicodeScalars where !Self.standsOnBaseline(scalar) { return 0.22 }
        return 0.02
    }

    /// Figures, signs and most letters; anything unknown may hang below.
    private static func standsOnBaseline(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "0"..."9", "A"..."P", "R"..."Z", "a"..."f", "h", "i", "k"..."o", "r"..."x", "z": true
        case " ", ".", "+", "-", "−", "=", "≈", "×", "→", "↑", "↓", "Δ", "∂", "⁰", "¹", "²", "³", "⁴"..."⁹", "⁻", "%":
            true
        default: false
        }
    }
}
