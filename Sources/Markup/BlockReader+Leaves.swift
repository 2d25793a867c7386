internal import CMarkGFM
import Diagnostics

extension BlockReader {
    mutating func paragraph(_ node: CNode) -> Block {
        let content = leafContent(node)
        if isBeforeTable(node) { splitParagraphEnd = content.trimmed().range.end }
        return Block(.paragraph(inlines(of: node, content)), range: content.trimmed().range)
    }

    mutating func heading(_ node: CNode) -> Block {
        let level = Int(cmark_node_get_heading_level(node))
        let start = place(of: node)
        guard node.pointee.as.heading.setext else {
            let content = headingContent(node, from: start)
            return Block(.heading(level: level, inlines(of: node, content)), range: wholeLine(from: start))
        }
        let content = leafContent(node)
        let underline = lines.number(at: max(content.trimmed().range.end - 1, 0)) + 1
        let range = lines.range(content.trimmed().range.start, lines.trimmedEnd(of: underline, from: content.endOffset))
        return Block(.heading(level: level, inlines(of: node, content)), range: range)
    }

    /// The text of a paragraph or of an underlined heading.
    ///
    /// It ends where cmark-gfm says, or may have to be looked for when reference definitions stood before it.
    private mutating func leafContent(_ node: CNode) -> Excerpt {
        let text = node.content
        for start in possibleStarts(of: node, lineCount: max(text.lineCount, 1)) {
            if let content = lines.stitch(text, from: start, normalised: false), isPlausible(content, from: start) {
                return content
            }
            if isBeforeTable(node), let content = lines.stitchUnescaped(text, from: start, in: containers) {
                return content
            }
        }
        isAligned = false
        return Excerpt(file: lines.source.path, bytes: Array(text), offset: place(of: node))
    }

    private func possibleStarts(of node: CNode, lineCount: Int) -> some Sequence<Int> {
        let located = isBeforeTable(node) ? cmark_node_next(node) ?? node : node
        let first = max(Int(cmark_node_get_start_line(located)), 1)
        let last = isBeforeTable(node) ? lines.count : max(Int(cmark_node_get_end_line(located)), first)
        let likely = isBeforeTable(node) ? first : max(last - lineCount + 1, first)
        return (first - 1...max(first, last)).lazy.map { $0 < first ? likely : $0 }
    }

    /// Whether cmark-gfm split a paragraph from the table in its last lines; it then has no lines of its own, and each `\|` in
    /// it has become `|`.
    func isBeforeTable(_ node: CNode) -> Bool {
        cmark_node_get_start_line(node) == 0
    }

    /// Whether only markers, blanks and a task's box stand before a text in its first line.
    private func isPlausible(_ content: Excerpt, from number: Int) -> Bool {
        let start = content.offset(at: 0)
        guard start >= lines[number].lowerBound else { return false }
        guard let expected = lines.contentStart(of: number, in: containers) else { return true }
        return start >= expected && lines.bytes[expected..<start].allSatisfy { "[xX] \t".utf8.contains($0) }
    }

    /// The text between the marks of a `# heading #`.
    private mutating func headingContent(_ node: CNode, from start: Int) -> Excerpt {
        let line = lines[Int(cmark_node_get_start_line(node))]
        var index = start
        while index < line.upperBound, lines.bytes[index] == UInt8(ascii: "#") { index += 1 }
        while index < line.upperBound, Byte.isBlank(lines.bytes[index]) { index += 1 }
        var text = node.content[...]
        while let last = text.last, Byte.isSpace(last) { text = text.dropLast() }
        if text.isEmpty { return lines.excerpt(index..<index) }
        while let byte = text.first, Byte.isSpace(byte) { text = text.dropFirst() }
        let end = min(index + text.count, line.upperBound)
        if !lines.bytes[index..<end].elementsEqual(text) { isAligned = false }
        return lines.excerpt(index..<end)
    }

    mutating func inlines(of node: CNode, _ content: Excerpt) -> [Inline] {
        var reader = InlineReader(content: content, depthLimit: BlockReader.depthLimit)
        let inlines = reader.inlines(of: node, depth: containers.count)
        if !reader.isAligned { isAligned = false }
        if let place = reader.tooDeep { noteDepth(place) }
        return inlines
    }

    mutating func html(_ node: CNode) -> Block {
        let body = stitched(node, node.literal, from: Int(cmark_node_get_start_line(node)))
        return Block(.html(body), range: body.trimmed().range)
    }

    mutating func stitched(_ node: CNode, _ text: UnsafeBufferPointer<UInt8>, from line: Int) -> Excerpt {
        if let excerpt = lines.stitch(text, from: line, normalised: true) { return excerpt }
        isAligned = false
        return Excerpt(file: lines.source.path, bytes: Array(text), offset: place(of: node))
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// How many lines a text has; an ending at its end starts no further one.
    var lineCount: Int {
        var count = 0
        var index = startIndex
        while index < endIndex {
            while index < endIndex, !Byte.isLineEnd(self[index]) { index += 1 }
            if index + 1 < endIndex, self[index] == Byte.carriageReturn, self[index + 1] == Byte.newline { index += 1 }
            index += 1
            count += 1
        }
        return count
    }
}
