import Diagnostics
import Markup

/// `{#fig-x width=60%}` at the end of a text.
struct Attributes {
    /// The name behind `#`.
    var label: Located<String>?
    /// `key=value` and words that are neither, in order.
    var others: [(key: Located<String>, value: Located<String>?)] = []
    /// Where the opening brace stands in the text.
    var start: Int
    var excerpt: Excerpt

    /// Reads attributes that close a text; nil when it does not end in `{#…}`, or in `{key=…}` with the one key that may do
    /// without a label.
    init?(atEndOf text: Excerpt, orKey key: String? = nil) {
        let trimmed = text.bytes.reversed().drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
        guard trimmed.first == UInt8(ascii: "}"), let open = text.bytes.lastIndex(of: UInt8(ascii: "{")) else {
            return nil
        }
        let close = trimmed.count - 1
        let isKey = key.map { text.bytes[(open + 1)...].starts(with: Array("\($0)=".utf8)) } ?? false
        guard open < close, text.bytes[open + 1] == UInt8(ascii: "#") || isKey else { return nil }
        start = open
        excerpt = text.excerpt(open..<close + 1)
        var index = open + 1
        while index < close {
            let wordStart = index
            while index < close, text.bytes[index] != 0x20 { index += 1 }
            if index > wordStart { add(text.excerpt(wordStart..<index)) }
            index += 1
        }
    }

    private mutating func add(_ word: Excerpt) {
        if word.bytes.first == UInt8(ascii: "#"), label == nil {
            let name = word.excerpt(1..<word.bytes.count)
            label = Located(name.text, name.range)
        } else if let equals = word.bytes.firstIndex(of: UInt8(ascii: "=")) {
            let key = word.excerpt(0..<equals)
            let value = word.excerpt(equals + 1..<word.bytes.count)
            others.append((Located(key.text, key.range), Located(value.text, value.range)))
        } else {
            others.append((Located(word.text, word.range), nil))
        }
    }
}

extension ChapterReader {
    /// Reports attributes that mean nothing here.
    mutating func reject(_ others: [(key: Located<String>, value: Located<String>?)], known: [String] = []) {
        for (index, (key, _)) in others.enumerated() {
            if !known.contains(key.value) {
                report(
                    "attribute", "unknown attribute '\(key.value)'", at: key.range,
                    suggestion: nearestName(to: key.value, in: known))
            } else if others[..<index].contains(where: { $0.key.value == key.value }) {
                report("attribute.twice", "'\(key.value)' stands twice", at: key.range)
            }
        }
    }

    /// Splits `{#sec-x}` off the end of a line of inlines.
    func takeAttributes(_ inlines: [Inline]) -> (rest: [Inline], attributes: Attributes?) {
        let joined = joiningTexts(inlines)
        guard let last = joined.last, case .text(let text) = last.kind, let attributes = Attributes(atEndOf: text)
        else {
            return (joined, nil)
        }
        var end = attributes.start
        while end > 0, text.bytes[end - 1] == 0x20 { end -= 1 }
        let rest = end == 0 ? [] : [Inline(.text(text.excerpt(0..<end)), range: last.range)]
        return (joined.dropLast() + rest, attributes)
    }
}

/// Neighbouring texts as one, so that what was split at a special character can be searched.
func joiningTexts(_ inlines: [Inline]) -> [Inline] {
    var joined: [Inline] = []
    for inline in inlines {
        if case .text(let text) = inline.kind, let last = joined.last, case .text(let before) = last.kind {
            joined[joined.count - 1] = Inline(.text(before + text), range: last.range.union(inline.range))
        } else {
            joined.append(inline)
        }
    }
    return joined
}

extension Excerpt {
    /// Two excerpts of one file, one after the other.
    static func + (left: Excerpt, right: Excerpt) -> Excerpt {
        let shifted = right.runs.map { Run(start: $0.start + left.bytes.count, offset: $0.offset) }
        let runs = (left.bytes.isEmpty ? [] : left.runs) + (right.bytes.isEmpty ? [] : shifted)
        return Excerpt(file: left.file, bytes: left.bytes + right.bytes, runs: runs, endOffset: right.endOffset)
    }
}

extension Excerpt {
    /// The parts between the separators, each without blanks at its ends.
    func split(at separator: UInt8) -> [Excerpt] {
        var parts: [Excerpt] = []
        var start = 0
        for index in 0...bytes.count where index == bytes.count || bytes[index] == separator {
            parts.append(excerpt(start..<index).trimmed)
            start = index + 1
        }
        return parts
    }
}
