/// A colour, each part from 0 to 255.
public struct RGB: Sendable, Hashable {
    public var red: UInt8
    public var green: UInt8
    public var blue: UInt8

    public init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    /// The colour `share` of the way to `other`.
    public func mixed(with other: RGB, share: Double) -> RGB {
        func mix(_ a: UInt8, _ b: UInt8) -> UInt8 { UInt8(Double(a) + (Double(b) - Double(a)) * share + 0.5) }
        var result = self
        result.red = mix(red, other.red)
        result.green = mix(green, other.green)
        result.blue = mix(blue, other.blue)
        return result
    }
}

/// The colours that the tokens stand for, in light or in dark.
///
/// Text paints reach 4.5:1 on the ground, on the panel and on every tint; stroke paints reach 3:1 (WCAG 2.2, 1.4.3 and
/// 1.4.11). Only `line`, the hair lines that merely lead the eye, is fainter. The hues are those of Okabe and Ito, which
/// the colour-blind can tell apart, darkened or lightened until they reach that. Checked by: PaletteTests.
public enum Palette: String, Sendable, CaseIterable {
    case light, dark

    public subscript(paint: Paint) -> RGB {
        switch paint {
        case .ink: choose(0x1C1E21, 0xE6E6E3)
        case .softInk: choose(0x5B6068, 0xA0A6AD)
        case .line: choose(0xE3E5E8, 0x32363B)
        case .faded: choose(0x858B92, 0x6F757D)
        case .ground: choose(0xFFFFFF, 0x16181B)
        case .panel: choose(0xF7F7F5, 0x1D2023)
        case .positive: choose(0x0072B2, 0x4AA3D8)
        case .negative: choose(0xD55E00, 0xF07F2E)
        case .number: choose(0x0B5C8A, 0x8ECBF0)
        case .gradient: choose(0x8A2F6F, 0xE3A0CB)
        case .tint(let level): tint(level)
        case .series(let index): series[index % series.count].stroke
        case .seriesText(let index): series[index % series.count].text
        case .seriesTint(let index):
            self[.ground].mixed(with: self[.series(index)], share: self == .light ? 0.12 : 0.18)
        case .shade: self[.ground].mixed(with: self[.softInk], share: 0.13)
        case .heat(let level): heat(level)
        }
    }

    private func choose(_ light: UInt32, _ dark: UInt32) -> RGB { RGB(self == .light ? light : dark) }

    private func tint(_ level: Int) -> RGB {
        let strength = Double(min(level.magnitude, 8)) / 8
        return self[.ground].mixed(with: self[level < 0 ? .negative : .positive], share: 0.28 * strength)
    }

    /// Ink is read on all of them, so dark ones are not brighter than it allows.
    private func heat(_ level: Int) -> RGB {
        let strength = Double(min(level.magnitude, 8)) / 8
        let most = self == .light ? 0.7 : 0.52
        return self[.ground].mixed(with: self[level < 0 ? .negative : .positive], share: most * strength)
    }

    private var series: [(stroke: RGB, text: RGB)] {
        switch self {
        case .light:
            [
                (RGB(0x0072B2), RGB(0x0B5C8A)), (RGB(0xD55E00), RGB(0xA84A00)), (RGB(0x008A64), RGB(0x00785A)),
                (RGB(0xB35C93), RGB(0x96407A)), (RGB(0x9A7400), RGB(0x7A5C00)), (RGB(0x5B6068), RGB(0x5B6068)),
            ]
        case .dark:
            [
                (RGB(0x4AA3D8), RGB(0x8ECBF0)), (RGB(0xF07F2E), RGB(0xF59B59)), (RGB(0x2FBF93), RGB(0x5BD1AC)),
                (RGB(0xD98FBE), RGB(0xE3A0CB)), (RGB(0xD9B03C), RGB(0xE4C468)), (RGB(0xA0A6AD), RGB(0xA0A6AD)),
            ]
        }
    }
}
