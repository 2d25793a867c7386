internal import CMarkGFM
import Diagnostics

extension BlockReader {
    mutating func code(_ node: CNode) -> Block {
        if cmark_node_get_syntax_extension(node) == math { return mathBlock(node) }
        return node.pointee.as.code.fenced != 0 ? fence(node) : indentedCode(node)
    }

    private mutating func indentedCode(_ node: CNode) -> Block {
        let body = stitched(node, node.codeLiteral, from: Int(cmark_node_get_start_line(node)))
        let code = CodeBlock(isFenced: false, info: body.excerpt(0..<0), body: body)
        return Block(.code(code), range: body.trimmed().range)
    }

    private mutating func fence(_ node: CNode) -> Block {
        let start = place(of: node)
        let number = Int(cmark_node_get_start_line(node))
        let mark = (byte: UInt8(node.pointee.as.code.fence_char), length: Int(node.pointee.as.code.fence_length))
        let info = info(from: start, mark.byte, in: lines[number])
        let body = stitched(node, node.codeLiteral, from: number + 1)
        let lastLine = number + node.codeLiteral.lineCount
        let isClosed = isClosingFence(lastLine + 1, mark)
        let end = lines.trimmedEnd(of: isClosed ? lastLine + 1 : lastLine, from: start)
        let range = lines.range(start, end)
        let language = String(cString: cmark_node_get_fence_info(node)).prefix { $0 != " " && $0 != "\t" }
        if language == "math" { return Block(.math(tex: body, trailing: info.afterFirstWord()), range: range) }
        let code = CodeBlock(isFenced: true, info: info, body: body, language: String(language))
        return Block(.code(code), range: range)
    }

    private func info(from start: Int, _ mark: UInt8, in line: Range<Int>) -> Excerpt {
        var index = start
        while index < line.upperBound, lines.bytes[index] == mark { index += 1 }
        return lines.excerpt(index..<line.upperBound).trimmed()
    }

    private func isClosingFence(_ number: Int, _ mark: (byte: UInt8, length: Int)) -> Bool {
        guard number <= lines.count, let start = lines.contentStart(of: number, in: containers) else { return false }
        let rest = lines.bytes[start..<lines.trimmedEnd(of: number, from: start)]
        return rest.count >= mark.length && rest.allSatisfy { $0 == mark.byte }
    }

    /// A `$$` block: TeX up to the closing `$$`, and what stands behind that.
    private mutating func mathBlock(_ node: CNode) -> Block {
        let whole = stitched(node, node.codeLiteral, from: Int(cmark_node_get_start_line(node))).trimmed()
        let closing = whole.bytes.withUnsafeBufferPointer { closingMathFence(in: $0, from: 2) }
        guard let closing else {
            let message = "this '$$' is never closed: math ends at the next '$$', with no blank line between"
            diagnostics.append(
                Diagnostic(code: "markdown.math", message, at: whole.range(0..<min(2, whole.bytes.count))))
            let tex = whole.excerpt(min(2, whole.bytes.count)..<whole.bytes.count)
            return Block(
                .math(tex: tex, trailing: whole.excerpt(whole.bytes.count..<whole.bytes.count)), range: whole.range)
        }
        let tex = whole.excerpt(2..<closing).trimmed()
        let trailing = whole.excerpt((closing + 2)..<whole.bytes.count).trimmed()
        return Block(.math(tex: tex, trailing: trailing), range: whole.range)
    }
}

extension Excerpt {
    fileprivate func afterFirstWord() -> Excerpt {
        let end = bytes.firstIndex(where: Byte.isSpace) ?? bytes.count
        return excerpt(end..<bytes.count).trimmed()
    }
}
