/// What a mark is painted for; a `Palette` says with which colour.
public enum Paint: Sendable, Hashable {
    case ink, softInk, line, ground, panel
    /// Lines that stand back.
    case faded
    /// Lines of weights above and below zero.
    case positive, negative
    /// A computed number in text.
    case number
    /// A derivative, wherever it stands.
    case gradient
    /// Fill of a unit whose value is above (`level` > 0) or below zero, `level` from −8 to 8.
    case tint(level: Int)
    /// The line of a plot's series, counted from 0; the six colours repeat.
    case series(Int)
    /// The same colour, dark enough to read.
    case seriesText(Int)
    /// The same colour, faint enough to lie behind texts.
    case seriesTint(Int)
    /// A marked interval of an axis.
    case shade
    /// A cell of a heat map, of a number above (`level` > 0) or below zero, `level` from −8 to 8.
    case heat(level: Int)

    /// The token of the display list's JSON form, as `ink`, `tint-3`, `tint-minus-3`, `series-1-text`.
    public var token: String {
        switch self {
        case .ink: "ink"
        case .softInk: "soft-ink"
        case .line: "line"
        case .ground: "ground"
        case .panel: "panel"
        case .faded: "faded"
        case .positive: "positive"
        case .negative: "negative"
        case .number: "number"
        case .gradient: "gradient"
        case .tint(let level): level < 0 ? "tint-minus-\(-level)" : "tint-\(level)"
        case .series(let index): "series-\(index + 1)"
        case .seriesText(let index): "series-\(index + 1)-text"
        case .seriesTint(let index): "series-\(index + 1)-tint"
        case .shade: "shade"
        case .heat(let level): level < 0 ? "heat-minus-\(-level)" : "heat-\(level)"
        }
    }
}
