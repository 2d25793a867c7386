/// What a mark is painted for; a `Palette` says with which colour.
public enum Paint: Sendable, Hashable {
    case ink, softInk, line, ground, panel
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
}
