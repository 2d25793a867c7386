import Figures
import Tensors
import Testing

@Suite struct PaletteTests {
    /// WCAG 2.2: relative luminance of sRGB.
    private func luminance(_ color: RGB) -> Double {
        func linear(_ part: UInt8) -> Double {
            let c = Double(part) / 255
            return c <= 0.04045 ? c / 12.92 : Double.pow((c + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
    }

    private func contrast(_ one: RGB, _ other: RGB) -> Double {
        let (a, b) = (luminance(one) + 0.05, luminance(other) + 0.05)
        return max(a, b) / min(a, b)
    }

    private let grounds: [Paint] = [.ground, .panel]
    private let tints = (-8...8).map { Paint.tint(level: $0) } + (0..<6).map { Paint.seriesTint($0) }

    @Test("black on white is 21 to 1")
    func formula() { #expect(abs(contrast(RGB(0), RGB(0xFFFFFF)) - 21) < 1e-9) }

    @Test("texts reach 4.5 to 1 on ground and panel", arguments: Palette.allCases)
    func texts(palette: Palette) {
        let paints = [.ink, .softInk, .number, .gradient] + (0..<6).map { Paint.seriesText($0) }
        for paint in paints {
            for ground in grounds {
                #expect(contrast(palette[paint], palette[ground]) >= 4.5, "\(paint) on \(ground)")
            }
        }
    }

    @Test("values reach 4.5 to 1 on every tint", arguments: Palette.allCases)
    func tints(palette: Palette) {
        for tint in tints { #expect(contrast(palette[.ink], palette[tint]) >= 4.5, "\(tint)") }
    }

    @Test("numbers reach 4.5 to 1 on every cell of a heat map", arguments: Palette.allCases)
    func heat(palette: Palette) {
        for level in -8...8 { #expect(contrast(palette[.ink], palette[.heat(level: level)]) >= 4.5, "\(level)") }
    }

    @Test("texts and lines reach their contrasts on regions and shades", arguments: Palette.allCases)
    func regions(palette: Palette) {
        for ground in (0..<6).map({ Paint.seriesTint($0) }) + [.shade] {
            #expect(contrast(palette[.ink], palette[ground]) >= 4.5, "\(ground)")
            #expect(contrast(palette[.softInk], palette[ground]) >= 4.5, "\(ground)")
            for series in 0..<6 {
                #expect(contrast(palette[.seriesText(series)], palette[ground]) >= 4.5, "\(series) on \(ground)")
                #expect(contrast(palette[.series(series)], palette[ground]) >= 3, "\(series) on \(ground)")
            }
        }
    }

    @Test("strokes reach 3 to 1", arguments: Palette.allCases)
    func strokes(palette: Palette) {
        let paints = [.ink, .softInk, .faded, .positive, .negative] + (0..<6).map { Paint.series($0) }
        for paint in paints { #expect(contrast(palette[paint], palette[.ground]) >= 3, "\(paint)") }
        for tint in tints { #expect(contrast(palette[.ink], palette[tint]) >= 3) }
    }

    @Test("stronger tints are farther from the ground")
    func tintOrder() {
        let distances = (0...8).map { contrast(Palette.light[.tint(level: $0)], Palette.light[.ground]) }
        #expect(distances == distances.sorted())
    }
}
