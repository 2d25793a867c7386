import Book
import HTML

extension PageRenderer {
    /// A reference to a footnote.
    func footnote(_ number: Int, _ reference: Int) -> HTMLNode {
        if dressing == .repeated { return .text("") }
        let label = dressing == .page ? [HTMLAttribute.label("\(words.footnote) \(number)")] : []
        return .sup(
            class: "footnote-ref",
            .a(
                id: anchor(number, reference), with: [.href("#fn:\(number)")] + label,
                .text(String(number))))
    }

    /// The footnotes of a chapter, at its end.
    func footnotes(_ notes: [FootnoteContent]) -> HTMLNode {
        let label = dressing == .page ? [HTMLAttribute.label(words.footnotes)] : []
        let items = notes.flatMap { [item($0), HTMLNode.text("\n")] }
        return .section(class: "footnotes", with: label, .text("\n"), .ol([.text("\n")] + items), .text("\n"))
    }

    /// A footnote; the ways back stand at the end of its last paragraph.
    private func item(_ note: FootnoteContent) -> HTMLNode {
        var links: [HTMLNode] = []
        for reference in 1...max(1, note.references) {
            if reference > 1 { links.append(.text(" ")) }
            links.append(wayBack(note.number, reference))
        }
        var nodes = [HTMLNode.text("\n")]
        if case .paragraph(let last) = note.content.last {
            nodes += blocks(Array(note.content.dropLast())) + [.p(spans(last) + [.text(" ")] + links)]
        } else {
            nodes += blocks(note.content) + links
        }
        return .li(id: "fn:\(note.number)", nodes + [.text("\n")])
    }

    private func wayBack(_ number: Int, _ reference: Int) -> HTMLNode {
        let count = reference == 1 ? [] : [HTMLNode.sup(class: "footnote-ref", .text(String(reference)))]
        let label = reference == 1 ? words.backToText : "\(words.backToPlace) \(reference)"
        return .a(
            class: "footnote-backref", with: [.href("#\(anchor(number, reference))"), .label(label)],
            [.text("↩")] + count)
    }

    private func anchor(_ number: Int, _ reference: Int) -> String {
        reference == 1 ? "fnref:\(number)" : "fnref:\(number):\(reference)"
    }
}
