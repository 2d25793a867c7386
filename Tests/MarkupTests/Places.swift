import Diagnostics
import Testing

@testable import Markup

/// Holds every node of a tree against the source: children lie in their parents and come one after the other, and the bytes
/// of an excerpt stand in the file at the places it names, but for what the format itself changes.
func checkPlaces(_ document: Document, _ source: SourceText) {
    var checker = PlaceChecker(source: source)
    let whole = SourceRange(file: source.path, start: 0, end: source.bytes.count)
    checker.blocks(document.blocks, in: whole)
    for note in document.footnotes { checker.blocks(note.blocks, in: note.range) }
}

struct PlaceChecker {
    let source: SourceText

    mutating func blocks(_ blocks: [Block], in parent: SourceRange) {
        var last = parent.start
        for block in blocks {
            expectInside(block.range, parent, from: last)
            last = block.range.end
            self.block(block)
        }
    }

    private mutating func block(_ block: Block) {
        switch block.kind {
        case .paragraph(let inlines), .heading(_, let inlines): self.inlines(inlines, in: block.range)
        case .quote(let inner): blocks(inner, in: block.range)
        case .list(let list):
            var last = block.range.start
            for item in list.items {
                expectInside(item.range, block.range, from: last)
                last = item.range.end
                blocks(item.blocks, in: item.range)
            }
        case .code(let code):
            excerpt(code.body)
            if code.isFenced { excerpt(code.info) }
        case .math(let tex, let trailing):
            excerpt(tex)
            excerpt(trailing)
        case .table(let table):
            for cell in [table.header] + table.rows { row(cell, in: block.range) }
        case .html(let html): excerpt(html)
        case .thematicBreak: break
        }
    }

    private mutating func row(_ cells: [Table.Cell], in parent: SourceRange) {
        var last = parent.start
        for cell in cells {
            expectInside(cell.range, parent, from: last)
            last = cell.range.end
            inlines(cell.inlines, in: cell.range)
        }
    }

    mutating func inlines(_ inlines: [Inline], in parent: SourceRange) {
        var last = parent.start
        for inline in inlines {
            expectInside(inline.range, parent, from: last)
            last = inline.range.end
            self.inline(inline)
        }
    }

    private mutating func inline(_ inline: Inline) {
        switch inline.kind {
        case .text(let text): excerpt(text, isEscaped: bytes(inline.range).contains(UInt8(ascii: "&")))
        case .code(let text), .math(let text, _), .html(let text): excerpt(text)
        case .emphasis(let inner), .strong(let inner), .strikethrough(let inner): inlines(inner, in: inline.range)
        case .link(let destination, _, let inner), .image(let destination, _, let inner):
            expectInside(destination.range, inline.range, from: inline.range.start)
            inlines(inner, in: inline.range)
        case .softBreak, .lineBreak: #expect(bytes(inline.range).contains { $0 == 10 || $0 == 13 })
        case .footnote: #expect(bytes(inline.range).starts(with: "[^".utf8))
        }
    }

    private func bytes(_ range: SourceRange) -> ArraySlice<UInt8> { source.bytes[range.start..<range.end] }

    /// A line ending may have become a space or `\n`, a tab spaces; the last line may have gained its ending.
    private func excerpt(_ excerpt: Excerpt, isEscaped: Bool = false) {
        #expect(excerpt.range.end <= source.bytes.count)
        for (index, byte) in excerpt.bytes.enumerated() {
            let written = source.bytes[excerpt.offset(at: index)]
            let isEnding = byte == 10 && (written == 13 || excerpt.offset(at: index) == source.bytes.count - 1)
            let isSpace = byte == 32 && [9, 10, 13].contains(written)
            if written != byte, !isEnding, !isSpace, !isEscaped {
                Issue.record("byte \(index) of '\(excerpt.text)' is not at \(excerpt.offset(at: index))")
            }
        }
    }

    private func expectInside(_ inner: SourceRange, _ outer: SourceRange, from start: Int) {
        if inner.start < start || inner.end > outer.end {
            let text = String(decoding: source.bytes, as: UTF8.self)
            Issue.record("\(inner.start)..<\(inner.end) is not in \(start)..<\(outer.end) of \(text.debugDescription)")
        }
    }
}
