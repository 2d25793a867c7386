/// A text of several styles, before it has a size and a place: a unit's name with its subscript, an axis title.
public struct Label: Sendable, Hashable {
    public enum Style: Sendable, Hashable { case plain, italic, roman }
    public enum Level: Sendable, Hashable { case line, lowered, raised }

    public struct Span: Sendable, Hashable {
        public var text: String
        /// `plain` follows the place's own face; `italic` and `roman` are mathematical.
        public var style: Style
        public var level: Level

        public init(_ text: String, style: Style = .plain, level: Level = .line) {
            self.text = text
            self.style = style
            self.level = level
        }
    }

    public var spans: [Span]

    public init(_ spans: [Span]) { self.spans = spans }

    /// Plain text in the place's own face.
    public init(_ text: String) { spans = [Span(text)] }

    /// A mathematical name: `h` with `1` below and `in` above.
    public static func symbol(_ base: String, subscript lower: String? = nil, superscript upper: String? = nil) -> Label
    {
        var spans = [Span(base, style: .italic)]
        if let lower { spans.append(Span(lower, style: .roman, level: .lowered)) }
        if let upper { spans.append(Span(upper, style: .roman, level: .raised)) }
        return Label(spans)
    }

    /// The label without styles, as `h1`.
    public var text: String {
        var text = ""
        for span in spans { text += span.text }
        return text
    }
}
