import Diagnostics

extension EventFailure {
    /// What the author reads when libyaml gives up.
    func diagnostic(in excerpt: Excerpt) -> Diagnostic {
        let points = CodePoints(excerpt.bytes)
        let place = min(byte ?? index.map(points.byte) ?? 0, excerpt.bytes.count)
        let start = min(points.byte(at: contextIndex), excerpt.bytes.count)
        if let expression = bracketExpression(excerpt, place) { return expression }
        let sentence = sentence(excerpt, place: place, start: start)
        let range = excerpt.range(sentence.range)
        let notes = sentence.note.map { [Diagnostic.Note($0, at: excerpt.range(character(excerpt, at: start)))] } ?? []
        return Diagnostic(code: sentence.code, sentence.message, at: range, notes: notes)
    }

    private struct Sentence {
        var message: String
        var range: Range<Int>
        var note: String?
        var code = "yaml.syntax"
    }

    private func sentence(_ excerpt: Excerpt, place: Int, start: Int) -> Sentence {
        let here = character(excerpt, at: place)
        let seen = here.isEmpty ? "the end" : printable(excerpt.excerpt(here).text)
        switch problem {
        case TreeBuilder.tooDeep:
            return Sentence(
                message: "nested more than \(TreeBuilder.depthLimit) levels deep", range: here, code: "yaml.depth")
        case "mapping values are not allowed in this context":
            if let key = deeperKey(excerpt, before: place) {
                return Sentence(
                    message: "this line is indented deeper than the key above it and so continues its value", range: key
                )
            }
            return Sentence(message: "a second ': ' in one value: a text that holds ': ' is quoted", range: here)
        case "could not find expected ':'":
            return Sentence(
                message: "a ':' is missing: every line of a mapping is 'key: value'", range: line(excerpt, at: start))
        case "did not find expected key" where seen == "':'":
            return Sentence(message: "a key is missing before this ':'", range: here, code: "yaml.key")
        case "did not find expected key":
            return Sentence(
                message: "expected a key here, at the indentation of the mapping's other keys, but found \(seen)",
                range: here,
                note: "the mapping starts here")
        case "did not find expected '-' indicator":
            return Sentence(
                message: "expected '- ' here, at the indentation of the list's other items, but found \(seen)",
                range: here,
                note: "the list starts here")
        case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
            let closing = problem.hasSuffix("']'") ? "]" : "}"
            return Sentence(
                message: "expected ',' or '\(closing)' here, but found \(seen)", range: here,
                note: "the bracket is opened here")
        case "did not find expected node content":
            return Sentence(message: "expected a value here, but found \(seen)", range: here)
        case "found unexpected end of stream":
            return Sentence(message: "this quote is never closed", range: character(excerpt, at: start))
        case "found unexpected document indicator":
            return Sentence(
                message: "this quote is not closed before '---' or '...'", range: character(excerpt, at: start))
        case "found unknown escape character":
            let escape = place..<min(place + 2, excerpt.bytes.count)
            let text = printable(excerpt.excerpt(escape).text)
            return Sentence(message: "unknown escape \(text): single quotes take a backslash as it is", range: escape)
        case "found character that cannot start any token" where seen == "a tab":
            return Sentence(message: "a tab cannot indent: use spaces", range: here)
        case "found character that cannot start any token":
            return Sentence(message: "a value cannot start with \(seen): put it in quotes", range: here)
        case "block sequence entries are not allowed in this context":
            return Sentence(message: "a '- ' item cannot start here: items stand on lines of their own", range: here)
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            return Sentence(message: "a tab cannot indent: use spaces", range: here)
        case "control characters are not allowed":
            return Sentence(message: "a control character cannot stand here", range: here)
        case _ where byte != nil:
            return Sentence(message: "not UTF-8: save the file as UTF-8", range: here, code: "yaml.encoding")
        default:
            return Sentence(message: (context.isEmpty ? "" : context + ": ") + problem, range: here)
        }
    }

    /// `{input: train[0]}`: inside brackets a plain text ends at the next bracket.
    private func bracketExpression(_ excerpt: Excerpt, _ place: Int) -> Diagnostic? {
        guard problem.hasPrefix("did not find expected ',' or "), place > 0, place < excerpt.bytes.count else {
            return nil
        }
        let opening = excerpt.bytes[place]
        guard opening == UInt8(ascii: "[") || opening == UInt8(ascii: "{"), isNamePart(excerpt.bytes[place - 1]) else {
            return nil
        }
        var start = place
        while start > 0, !isBlank(excerpt.bytes[start - 1]), !",[{\n".utf8.contains(excerpt.bytes[start - 1]) {
            start -= 1
        }
        var end = place
        var depth = 0
        while end < excerpt.bytes.count, excerpt.bytes[end] != 0x0A {
            let byte = excerpt.bytes[end]
            if depth == 0, ",]} ".utf8.contains(byte) { break }
            if "[{(".utf8.contains(byte) { depth += 1 }
            if "]})".utf8.contains(byte) { depth -= 1 }
            end += 1
        }
        let text = excerpt.excerpt(start..<end).text
        return Diagnostic(
            code: "yaml.expression", "an expression with brackets is quoted here: \"\(text)\"",
            at: excerpt.range(start..<end),
            suggestion: "\"\(text)\"")
    }

    /// The key before a ':', when it is indented and the first of its line, below another line.
    private func deeperKey(_ excerpt: Excerpt, before place: Int) -> Range<Int>? {
        var start = place
        while start > 0, excerpt.bytes[start - 1] != 0x0A, excerpt.bytes[start - 1] != 0x0D { start -= 1 }
        let key = excerpt.bytes[start..<place].drop(while: isBlank)
        guard start > 0, key.startIndex > start, !key.contains(UInt8(ascii: ":")), key.first != UInt8(ascii: "-") else {
            return nil
        }
        return key.startIndex..<place
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"), UInt8(ascii: ")"): true
        default: byte >= 0x80
        }
    }

    /// The whole character that starts at a byte.
    private func character(_ excerpt: Excerpt, at place: Int) -> Range<Int> {
        guard place < excerpt.bytes.count else { return excerpt.bytes.count..<excerpt.bytes.count }
        var end = place + 1
        while end < excerpt.bytes.count, excerpt.bytes[end] & 0xC0 == 0x80 { end += 1 }
        return place..<end
    }

    /// From a byte to the end of its line.
    private func line(_ excerpt: Excerpt, at place: Int) -> Range<Int> {
        var end = place
        while end < excerpt.bytes.count, excerpt.bytes[end] != 0x0A, excerpt.bytes[end] != 0x0D { end += 1 }
        return place..<end
    }

    private func printable(_ text: String) -> String {
        switch text {
        case "\t": "a tab"
        case "\n", "\r", "\r\n": "the end of the line"
        default: "'\(text)'"
        }
    }
}
