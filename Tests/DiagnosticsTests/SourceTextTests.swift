import Diagnostics
import Testing

@Suite struct SourceTextTests {
    /// Every `‸` in a text, taken out, with the text's remaining bytes.
    struct Marked {
        var source: SourceText
        var offsets: [Int]

        init(_ text: String) {
            var bytes: [UInt8] = []
            var offsets: [Int] = []
            for character in text {
                if character == "‸" { offsets.append(bytes.count) } else { bytes += Array(String(character).utf8) }
            }
            self.source = SourceText(path: "a.md", bytes: bytes)
            self.offsets = offsets
        }
    }

    @Test(arguments: [
        ("‸", [(1, 1)]),
        ("‸ab‸", [(1, 1), (1, 3)]),
        ("ab‸\n‸c", [(1, 3), (2, 1)]),
        ("one\r\n‸two\r\nthree‸", [(2, 1), (3, 6)]),
        ("one\r‸two\r\r‸three", [(2, 1), (4, 1)]),
        ("one\n\r\n‸", [(3, 1)]),
        ("end\n‸", [(2, 1)]),
        ("é‸x\n👩‍🔬‸x\n隠れ‸x", [(1, 3), (2, 12), (3, 7)]),
        ("\t‸x", [(1, 2)]),
    ])
    func columnsCountBytesFromOne(text: String, expected: [(Int, Int)]) {
        let marked = Marked(text)
        let found = marked.offsets.map(marked.source.position)
        #expect(found == expected.map { Position(line: $0.0, column: $0.1) })
    }

    @Test func theMiddleOfALineEndingBelongsToItsLine() {
        let source = SourceText(path: "a.md", text: "ab\r\ncd")
        #expect(source.position(at: 2) == Position(line: 1, column: 3))
        #expect(source.position(at: 3) == Position(line: 1, column: 4))
        #expect(source.position(at: 4) == Position(line: 2, column: 1))
    }

    @Test(arguments: [
        ("", [""]),
        ("one", ["one"]),
        ("one\n", ["one", ""]),
        ("one\r\ntwo\rthree\n\nfour", ["one", "two", "three", "", "four"]),
        ("\n\r\n\r", ["", "", "", ""]),
    ])
    func linesComeWithoutTheirEndings(text: String, expected: [String]) {
        let source = SourceText(path: "a.md", text: text)
        let lines = (1...source.lineStarts.count).map { String(decoding: source.line($0), as: UTF8.self) }
        #expect(lines == expected)
    }

    /// Bisection against counting, at every offset of a text with every kind of line ending.
    @Test func everyOffsetIsInTheLineThatCountingGives() {
        let bytes = Array("a\nbb\r\n\r\rccc\n\ndd隠\r\n".utf8)
        let source = SourceText(path: "a.md", bytes: bytes)
        for offset in 0...bytes.count {
            var line = 0
            for index in 0..<offset where bytes[index] == 0x0A || bytes[index] == 0x0D {
                let splitsPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
                if !splitsPair { line += 1 }
            }
            #expect(source.lineIndex(at: offset) == line, "offset \(offset)")
        }
    }

    @Test func aUnionCoversBothRanges() {
        let source = SourceText(path: "a.md", text: "0123456789")
        #expect(source.range(2, 4).union(source.range(7, 9)) == source.range(2, 9))
        #expect(source.range(3, 8).union(source.range(4, 5)) == source.range(3, 8))
    }
}
