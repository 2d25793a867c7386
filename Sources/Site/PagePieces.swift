import Book
import HTML
import JSON

/// What belongs to a chapter's page and is fetched when a reader asks for it. The files are scripts, since scripts are all
/// that a page opened as a file may read.
extension SiteSources {
    /// The page of a chapter, what a search finds on it, and what previews on other pages show of it.
    public func pageFiles(chapter index: Int, typeset: Typeset) -> [(path: String, bytes: [UInt8])] {
        let desk = FormulaDesk(answers: typeset)
        let article = article(index, desk)
        let stem = book.chapters[index].stem
        let texts = SearchReader(PageRenderer(sources: self, chapterIndex: index, desk: desk)).texts
        let previews = previews(index, article)
        return [
            ("\(stem).html", HTMLPage.bytes(page(chapter: index, article, desk))),
            ("assets/search/\(stem).js", script("longhandTexts", stem, .array(texts.map(\.json)))),
            ("assets/previews/\(stem).js", script("longhandPreviews", stem, .object(previews))),
        ]
    }

    private func script(_ function: String, _ stem: String, _ argument: JSON) -> [UInt8] {
        Array("\(function)(\(JSON.string(stem).line), \(argument.line));\n".utf8)
    }

    /// Everything on the page that has a label, as it stands there.
    private func previews(_ index: Int, _ article: HTMLNode) -> [JSON.Member] {
        let labels = Set(book.chapters[index].targets.compactMap { $0.label?.name })
        var found: [JSON.Member] = []
        article.forEachRow { row in
            for (place, node) in row.enumerated() {
                guard let id = node.id, labels.contains(id) else { continue }
                var shown = [node]
                if node.isHeading, let next = row[(place + 1)...].first(where: { $0.isElement }), next.isParagraph {
                    shown.append(next)
                }
                found.append(JSON.Member(id, .string(withoutMathML(HTMLNode.fragment(shown).serialized()))))
            }
        }
        return found
    }
}

/// A preview is looked at; who hears a page follows the link, to the formula with its MathML.
private func withoutMathML(_ html: String) -> String {
    var out = ""
    var rest = html[...]
    while let start = rest.firstRange(of: "<span class=\"katex-mathml\">") {
        out += rest[..<start.lowerBound]
        guard let end = rest[start.upperBound...].firstRange(of: "</math></span>") else { return out + rest }
        rest = rest[end.upperBound...]
    }
    return out + rest
}

extension HTMLNode {
    /// Calls the body with the children of every element, those of fragments among them in their place.
    fileprivate func forEachRow(_ body: ([HTMLNode]) -> Void) {
        switch self {
        case .element(_, _, let children):
            let row = children.flatMap(\.flat)
            body(row)
            for child in row { child.forEachRow(body) }
        case .fragment(let nodes): for node in nodes { node.forEachRow(body) }
        case .text, .trusted: break
        }
    }

    private var flat: [HTMLNode] {
        if case .fragment(let nodes) = self { nodes.flatMap(\.flat) } else { [self] }
    }

    fileprivate var id: String? {
        guard case .element(_, let attributes, _) = self,
            case .text(let id) = attributes.first(where: { $0.name == "id" })?.value
        else { return nil }
        return id
    }

    fileprivate var isElement: Bool { if case .element = self { true } else { false } }
    fileprivate var isParagraph: Bool { if case .element("p", _, _) = self { true } else { false } }

    fileprivate var isHeading: Bool {
        if case .element(let name, _, _) = self { ["h1", "h2", "h3", "h4", "h5", "h6"].contains(name) } else { false }
    }
}
