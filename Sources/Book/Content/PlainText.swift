extension [Span] {
    /// The words without their styles; computed values are left out.
    public var plainText: String {
        var text = ""
        for span in self {
            switch span {
            case .text(let words), .code(let words): text += words
            case .softBreak, .lineBreak: text += " "
            case .math(let math, _): text += math.plainTeX
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
                .image(_, _, let inner), .tag(_, let inner):
                text += inner.plainText
            case .footnote, .value, .reference, .html: break
            }
        }
        return text
    }
}

extension MathText {
    /// The TeX without its values.
    var plainTeX: String {
        pieces.map { if case .tex(let tex) = $0 { tex.text } else { "" } }.joined()
    }
}
