import Diagnostics

/// The `#| key: value` lines at the top of a directive, and the body below them.
///
/// `caption`, `alt` and `title` are raw Markdown to the end of the line, or, after a bare `|`, the indented `#|` lines that
/// follow; all other lines together are YAML.
struct OptionLines {
    struct Markdown {
        var key: Located<String>
        var text: Excerpt
    }

    var markdown: [Markdown] = []
    var yaml: Excerpt
    var body: Excerpt

    /// The values of a key as they are written, whether the YAML around them can be read or not.
    func words(of key: String) -> [String] {
        var found: [String] = []
        var lines = ExcerptLines(yaml)
        while let line = lines.next() {
            let parts = line.text.split(separator: ":", maxSplits: 1)
            if parts.count == 2, parts[0] == key {
                found.append(String(parts[1].drop { $0 == " " }.prefix { $0 != " " }))
            }
        }
        return found
    }

    private static let markdownKeys = DirectiveSchema.commonOptions.filter {
        if case .markdown = $0.type { true } else { false }
    }.map(\.name)

    init(of fence: Excerpt) {
        var lines = ExcerptLines(fence)
        var yaml = Excerpt(file: fence.file, bytes: [], offset: fence.range.start)
        var openBlock = false
        while let line = lines.peek(), let option = OptionLines.option(line) {
            lines.skip()
            if openBlock, option.bytes.starts(with: [0x20, 0x20]) || option.trimmed.bytes.isEmpty {
                let last = markdown.count - 1
                let before = markdown[last].text
                let gap =
                    before.bytes.isEmpty
                    ? before : before + Excerpt(file: fence.file, bytes: [0x0A], offset: option.range.start)
                markdown[last].text = gap + option.trimmed
            } else if let raw = OptionLines.markdown(option) {
                openBlock = raw.text.text == "|"
                markdown.append(openBlock ? Markdown(key: raw.key, text: raw.text.excerpt(0..<0)) : raw)
            } else {
                openBlock = false
                yaml = yaml + option + Excerpt(file: fence.file, bytes: [0x0A], offset: option.range.end)
            }
        }
        self.yaml = yaml
        self.body = fence.excerpt(lines.index..<fence.bytes.count)
    }

    /// What stands behind `#| ` on a line.
    private static func option(_ line: Excerpt) -> Excerpt? {
        guard line.bytes.starts(with: Array("#|".utf8)) else { return nil }
        let start = line.bytes.count > 2 && line.bytes[2] == 0x20 ? 3 : 2
        return line.excerpt(start..<line.bytes.count)
    }

    /// `key: Markdown to the end of the line`.
    private static func markdown(_ option: Excerpt) -> Markdown? {
        guard let colon = option.bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let key = option.excerpt(0..<colon).trimmed
        guard markdownKeys.contains(key.text) else { return nil }
        return Markdown(
            key: Located(key.text, key.range), text: option.excerpt(colon + 1..<option.bytes.count).trimmed)
    }
}

/// The lines of an excerpt, without their ends.
struct ExcerptLines {
    private let excerpt: Excerpt
    /// Where the next line starts.
    private(set) var index = 0

    init(_ excerpt: Excerpt) { self.excerpt = excerpt }

    private var end: Int {
        excerpt.bytes[index...].firstIndex(of: 0x0A) ?? excerpt.bytes.count
    }

    func peek() -> Excerpt? {
        guard index < excerpt.bytes.count else { return nil }
        let end = end
        let stop = end > index && excerpt.bytes[end - 1] == 0x0D ? end - 1 : end
        return excerpt.excerpt(index..<stop)
    }

    mutating func skip() { index = min(end + 1, excerpt.bytes.count) }

    mutating func next() -> Excerpt? {
        guard let line = peek() else { return nil }
        skip()
        return line
    }
}
