import Tensors

extension RGB {
    /// Relative luminance of a colour of sRGB (WCAG 2.2).
    public var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let c = Double(part) / 255
            return c <= 0.04045 ? c / 12.92 : Double.pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// How well two colours stand off from each other, from 1 to 21.
    ///
    /// `(lighter + 0.05) / (darker + 0.05)`, of the relative luminances (WCAG 2.2).
    public func contrast(with other: RGB) -> Double {
        let (a, b) = (luminance + 0.05, other.luminance + 0.05)
        return max(a, b) / min(a, b)
    }
}

/// Contrasts of paints, worked out once for each pair.
struct Contrasts {
    enum Least: Hashable { case text, stroke }

    private struct Pair: Hashable {
        var paint: Paint
        var ground: Paint
        var least: Least
    }

    /// The palettes in which a pair does not reach what it must.
    private var known: [Pair: [Palette]] = [:]

    mutating func issues(_ role: String, _ paint: Paint, on grounds: [Paint], least: Least) -> [LegibilityIssue] {
        grounds.flatMap { ground in
            faint(Pair(paint: paint, ground: ground, least: least)).map {
                .faint(role, paint: paint.token, on: ground.token, palette: $0)
            }
        }
    }

    private mutating func faint(_ pair: Pair) -> [Palette] {
        if let known = known[pair] { return known }
        let least = pair.least == .text ? LegibilityIssue.leastTextContrast : LegibilityIssue.leastStrokeContrast
        let faint = Palette.allCases.filter { $0[pair.paint].contrast(with: $0[pair.ground]) < least }
        known[pair] = faint
        return faint
    }
}
