import Diagnostics

// `{W: uniform(-1, 1)}` is valid YAML and means `{W: "uniform(-1", "1)": null}`. Nobody means that, so a parenthesis that is
// open at a comma gets a diagnostic, and the pieces are put together again so that no other mistake follows from it.

extension TreeBuilder {
    mutating func mending(_ items: [Node]) -> [Node] {
        var mended = [Node]()
        var index = 0
        while index < items.count {
            let end = split(from: index, in: items) { $0 }
            if let end {
                mended.append(joined(items[index].range.union(items[end].range), key: nil))
                index = end
            } else {
                mended.append(items[index])
            }
            index += 1
        }
        return mended
    }

    mutating func mending(_ entries: [Node.Entry]) -> [Node.Entry] {
        var mended = [Node.Entry]()
        var index = 0
        while index < entries.count {
            var entry = entries[index]
            let first = index
            let end = split(from: index, in: entries) { other in
                other.key.range == entries[first].key.range ? other.value : other.bareKey(in: excerpt)
            }
            if let end {
                let place = entry.value.range.union(entries[end].key.range)
                entry.value = joined(place, key: entry.key.value)
                index = end
            }
            mended.append(entry)
            index += 1
        }
        return mended
    }

    /// The index of the piece that closes the parenthesis left open in piece `start`.
    private func split<Piece>(from start: Int, in pieces: [Piece], _ node: (Piece) -> Node?) -> Int? {
        var depth = 0
        for index in start..<pieces.count {
            guard let node = node(pieces[index]), case .scalar(let scalar) = node.kind, scalar.isPlain else {
                return nil
            }
            for byte in scalar.text.bytes {
                if byte == UInt8(ascii: "(") { depth += 1 }
                if byte == UInt8(ascii: ")") { depth -= 1 }
            }
            if depth <= 0 { return depth == 0 && index > start ? index : nil }
        }
        return nil
    }

    private mutating func joined(_ range: SourceRange, key: String?) -> Node {
        let text = excerpt.part(at: range)
        let quoted = (key.map { $0 + ": " } ?? "") + "\"\(text.text)\""
        let message = "an expression with a comma is quoted here: \(quoted)"
        diagnostics.append(Diagnostic(code: "yaml.expression", message, at: range, suggestion: "\"\(text.text)\""))
        return Node(.scalar(Node.Scalar(text: text, isPlain: true)), range: range)
    }
}

extension Node.Entry {
    /// The key of an entry that has no value and no colon, as a node.
    fileprivate func bareKey(in excerpt: Excerpt) -> Node? {
        guard case .scalar(let scalar) = value.kind, scalar.isPlain, scalar.text.bytes.isEmpty else { return nil }
        return Node(.scalar(Node.Scalar(text: excerpt.part(at: key.range), isPlain: true)), range: key.range)
    }
}

extension Excerpt {
    /// The part of the excerpt that stands at a place of the file.
    func part(at range: SourceRange) -> Excerpt {
        let start = index(of: range.start)
        return excerpt(start..<max(start, index(of: range.end)))
    }

    /// The first byte of the excerpt that does not stand before a place of the file.
    private func index(of offset: Int) -> Int {
        var low = 0
        var high = bytes.count
        while low < high {
            let middle = (low + high) / 2
            if self.offset(at: middle) < offset { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
