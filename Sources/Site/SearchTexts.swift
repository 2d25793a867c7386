import Book
import Evaluation
import HTML
import JSON

/// A place that a search can lead to, with what it says there.
struct SearchText: Equatable {
    enum Kind: String {
        case text, figure, table, code, formula
    }

    /// The fragment that leads there; empty for the top of the page.
    var anchor: String
    var kind: Kind
    var title: String
    var text: String

    var json: JSON { .array([.string(anchor), .string(kind.rawValue), .string(title), .string(text)]) }
}

/// Gathers what a search finds on the page of a chapter: sections with their prose, and by themselves figures, tables, code
/// and the TeX of formulas.
struct SearchReader {
    let renderer: PageRenderer
    private(set) var texts: [SearchText]
    /// Where the prose of the open section stands.
    private var section = 0

    init(_ renderer: PageRenderer) {
        self.renderer = renderer
        let chapter = renderer.chapter
        texts = [
            SearchText(
                anchor: "", kind: .text, title: renderer.text(chapter.title), text: renderer.text(chapter.description))
        ]
        read(chapter.content)
        read(chapter.footnotes.flatMap(\.content))
        texts.removeAll { $0.kind != .text && $0.text.isEmpty }
    }

    private mutating func read(_ content: [Content]) {
        for block in content { read(block) }
    }

    private mutating func read(_ block: Content) {
        switch block {
        case .paragraph(let spans): add(spans)
        case .heading(let heading):
            section = texts.count
            texts.append(
                SearchText(anchor: heading.anchor, kind: .text, title: renderer.text(heading.spans), text: ""))
        case .quote(let inner): read(inner)
        case .callout(let callout): read(callout.content)
        case .details(let details):
            add(details.summary)
            read(details.content)
        case .list(let list): list.items.forEach { read($0.content) }
        case .code(let listing): add(.code, listing.label, "Code", listing.text)
        case .math(let math): add(.formula, math.label, "Formula", renderer.tex(math.math))
        case .table(let table):
            let cells = ([table.caption ?? []] + table.header + table.rows.flatMap { $0 }).map(renderer.text)
            add(.table, table.label, "Table", cells.filter { !$0.isEmpty }.joined(separator: " · "))
        case .image(let image): add(.figure, image.label, "Figure", renderer.text(image.caption))
        case .directive(let id): read(renderer.chapter.directives[id])
        case .rule, .html: break
        }
    }

    private mutating func read(_ directive: DirectiveContent) {
        let caption = ((directive.title ?? []) + [.text(" ")] + (directive.caption ?? []))
        let words = renderer.text(caption)
        switch renderer.results.displays[directive.id] {
        case .nothing: break
        case .figure(let display):
            let alt = directive.alt.map(renderer.text) ?? display.alt
            add(.figure, directive.label, "Figure", "\(words) \(alt)")
        case .table: add(.table, directive.label, "Table", words)
        case .steps(let steps): add(.formula, directive.label, "Formula", ([words] + steps).joined(separator: " "))
        case .listing(let display):
            guard let listing = directive.listing, directive.display != .none else { break }
            let parts = (listing.showsCode ? [listing.code] : []) + (listing.showsOutput ? [display.output] : [])
            add(.code, directive.label, "Code", ([words] + parts).joined(separator: "\n"))
        }
    }

    private mutating func add(_ kind: SearchText.Kind, _ label: Label?, _ word: String, _ text: String) {
        texts.append(
            SearchText(
                anchor: label?.name ?? texts[section].anchor, kind: kind,
                title: label.map(renderer.numbered) ?? "\(texts[section].title): \(word)", text: text.inOneLine))
    }

    /// Prose, with the TeX of its formulas behind the words they become.
    private mutating func add(_ spans: [Span]) {
        let tex = renderer.formulas(in: spans).filter { $0.contains("\\") }
        let text = ([renderer.text(spans)] + tex).joined(separator: " ").inOneLine
        texts[section].text += texts[section].text.isEmpty ? text : " \(text)"
    }
}

extension PageRenderer {
    /// TeX as it is set, values put in.
    func tex(_ math: MathText) -> String {
        math.pieces.map { piece in
            switch piece {
            case .tex(let tex): tex.text
            case .value(let id, _): results.values[id]?.plain ?? "?"
            }
        }.joined()
    }

    fileprivate func formulas(in spans: [Span]) -> [String] {
        spans.flatMap { span -> [String] in
            switch span {
            case .math(let math, _): [tex(math)]
            case .emphasis(let inner), .strong(let inner), .strikethrough(let inner), .link(_, _, let inner),
                .tag(_, let inner):
                formulas(in: inner)
            default: []
            }
        }
    }
}

extension String {
    fileprivate var inOneLine: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }
}
