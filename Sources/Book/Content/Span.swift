import Diagnostics

/// A piece of running text.
public indirect enum Span: Sendable {
    case text(String)
    case softBreak
    case lineBreak
    case code(String)
    case math(MathText, display: Bool)
    case emphasis([Span])
    case strong([Span])
    case strikethrough([Span])
    case link(destination: String, title: String, [Span])
    case image(source: String, title: String, alt: [Span])
    /// A reference to a footnote: its number on the page, and which reference to it this is.
    case footnote(number: Int, reference: Int)
    /// The inline value of this number in its chapter.
    case value(Int)
    /// `@fig-x`.
    case reference(label: String)
    /// One of the few tags that are allowed, with what it holds.
    case tag(InlineTag, [Span])
    /// Raw HTML, only where the book allows it.
    case html(String)
}

public enum InlineTag: Sendable {
    case subscripted, superscripted, keyboard
    case abbreviation(title: String)
}

/// TeX with values to be put in.
public struct MathText: Sendable {
    public enum Piece: Sendable {
        case tex(Excerpt)
        /// `\val{…}`, or `\val*{…}` with a negative number in parentheses.
        case value(Int, parenthesised: Bool)
    }

    public var pieces: [Piece]
    public var range: SourceRange
}
