/// A piece of a page: an element, a text, or markup a trusted library has already written.
///
/// ```swift
/// let page: HTMLNode = .p(class: "lead", "Feed ", .em("x"), " forward & read the loss.")
/// page.serialized()   // <p class="lead">Feed <em>x</em> forward &amp; read the loss.</p>
/// ```
/// A node holds *unescaped* text; serialising is the one place of the project where anything is escaped.
/// No white space is added or removed: see `lines` for putting elements on lines of their own.
public indirect enum HTMLNode: Sendable, Equatable {
    case element(name: String, attributes: [HTMLAttribute], children: [HTMLNode])
    case text(String)
    /// Markup that goes out as it is. Only for what a library made (KaTeX, the highlighter) or the author was allowed.
    case trusted(String)
    /// Several nodes in a row, as one.
    case fragment([HTMLNode])

    /// The nodes each on a line of its own, the last one ended by a line feed too.
    public static func lines(_ nodes: [HTMLNode]) -> HTMLNode {
        .fragment(nodes.flatMap { [$0, .text("\n")] })
    }
}

extension HTMLNode: ExpressibleByStringInterpolation {
    public init(stringLiteral text: String) {
        self = .text(text)
    }
}

extension HTMLNode {
    /// The text a reader sees, without any markup; what is trusted counts as nothing.
    public var plainText: String {
        switch self {
        case .element(_, _, let children), .fragment(let children): children.map(\.plainText).joined()
        case .text(let text): text
        case .trusted: ""
        }
    }
}
