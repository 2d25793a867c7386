import Diagnostics
import Testing
import YAMLReader

@Test func everyNodeKnowsItsBytes() throws {
    let text = "日本: [é, {😀: \"x\\ty\"}]\nb:\n  - 'it''s'\n  - c d  # no\ne: 1\n"
    let marked = Marked(text)
    let node = try #require(readYAML(marked.excerpt).node)
    #expect(
        places(node, marked.source) == [
            "日本: [é, {😀: \"x\\ty\"}]\nb:\n  - 'it''s'\n  - c d  # no\ne: 1", "日本", "[é, {😀: \"x\\ty\"}]", "é",
            "{😀: \"x\\ty\"}", "😀",
            "\"x\\ty\"", "b", "- 'it''s'\n  - c d", "'it''s'", "c d", "e", "1",
        ])
}

private func places(_ node: Node, _ source: SourceText) -> [String] {
    let own = slice(node.range, of: source)
    switch node.kind {
    case .scalar: return [own]
    case .sequence(let items): return [own] + items.flatMap { places($0, source) }
    case .mapping(let entries):
        return [own] + entries.flatMap { [slice($0.key.range, of: source)] + places($0.value, source) }
    }
}

/// Texts, and for each byte of the scalar the source text between it and the next one.
private let spellings: [(String, [String])] = [
    ("\"a\\u00e9\\x41\"", ["a", "\\", "u", "\\"]),
    ("'it''s'", ["i", "t", "'", "s"]),
    ("a b\n c\n\n d", ["a", " ", "b", "\n", "c", "\n", "d"]),
    ("\"a\\\n   b\"", ["a", "b"]),
    ("|\n  é\n   b\n", ["\u{c3}", "\u{a9}", "\n", " ", "b", "\n"]),
    (">-\n  a\n  b\n\n  c\n", ["a", "\n", "b", "\n", "c"]),
    ("|2\n    x\n", [" ", " ", "x", "\n"]), ("|+\n\n  a\n\n", ["\n", "a", "\n", "\n"]),
    (">\n  a\n   b\n  c\n", ["a", "\n", " ", "b", "\n", "c", "\n"]),
    ("|\n  a\n \n", ["a", "\n"]), (">1\n   a\n", [" ", " ", "a", "\n"]),
    ("a\u{2028}  b", ["a", "\u{e2}", "\u{80}", "\u{a8}", "b"]),
]

@Test(arguments: spellings.indices) func everyByteOfAScalarKnowsItsPlace(_ index: Int) throws {
    let (text, expected) = spellings[index]
    let marked = Marked("é: " + text.replacing("\n", with: "\n"))
    let node = try #require(readYAML(marked.excerpt).node)
    guard case .mapping(let entries) = node.kind, case .scalar(let scalar) = entries[0].value.kind else {
        throw Unexpected(node)
    }
    let seen = scalar.text.bytes.indices.map { place in
        Unicode.Scalar(marked.source.bytes[scalar.text.offset(at: place)])
    }
    #expect(seen == expected.map { $0.unicodeScalars.first.map { $0 } ?? " " })
}

@Test func stitchedLinesKeepTheirPlaces() throws {
    let source = SourceText(path: "a.md", text: "#| a: b\n#| c: {d: 😀e}\n")
    var bytes = [UInt8]()
    var runs = [Excerpt.Run]()
    for line in 1...2 {
        runs.append(Excerpt.Run(start: bytes.count, offset: source.lineStarts[line - 1] + 3))
        bytes += source.bytes[(source.lineStarts[line - 1] + 3)..<source.lineStarts[line]]
    }
    let excerpt = Excerpt(file: "a.md", bytes: bytes, runs: runs, endOffset: source.bytes.count)
    let node = try #require(readYAML(excerpt).node)
    #expect(places(node, source).suffix(4) == ["c", "{d: 😀e}", "d", "😀e"])
}

@Test(arguments: ["", "\n", "# nothing\n", "---\n", "\u{FEFF}"]) func anEmptyDocumentHasNoNode(_ text: String) {
    let found = readYAML(Marked(text).excerpt)
    #expect(found.node == nil)
    #expect(found.diagnostics.isEmpty)
}
