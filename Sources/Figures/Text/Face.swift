/// A typeface of the book, by its task.
public enum Face: Sendable, Hashable {
    /// Inter, with tabular figures.
    case interface(Weight, Slant)
    /// KaTeX's italic letters, for names.
    case mathItalic
    /// KaTeX's upright letters and figures, for subscripts.
    case mathRoman
    /// Charis SIL.
    case prose(Slant)
    /// JetBrains Mono.
    case code

    public enum Weight: Int, Sendable { case regular = 400, medium = 500, semibold = 600 }
    public enum Slant: Int, Sendable { case upright, italic }
}
