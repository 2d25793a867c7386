/// Makes other programs from programs: bytes, words, lines and pieces are taken out, doubled, swapped and brought in.
struct Mutator {
    private var random: Random
    private let corpus: [[UInt8]]
    /// The words of the corpus, each once, and some that break things.
    private let words: [[UInt8]]

    init(seed: UInt64, corpus: [String]) {
        random = Random(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        self.corpus = corpus.map { Array($0.utf8) }
        var seen: Set<[UInt8]> = []
        var words: [[UInt8]] = []
        for text in self.corpus {
            for word in Mutator.words(of: text) where seen.insert(word).inserted { words.append(word) }
        }
        self.words = words + Mutator.awkward.map { Array($0.utf8) }
    }

    private static let awkward = [
        "9223372036854775807", "-9223372036854775808", "1e308", "5e-324", "float('nan')", "float('inf')", "10**9",
        "10**18", "[]", "()", "{}", "''", "None", "True", "...", "yield", "lambda: 0", "*args", "**named", "self",
        "super()", "__class__", "nonlocal x", "global x", "return", "break", "continue", "raise", "del x", "x = x",
        "f'{x!r:>{w}}'", "[x for x in x]", "'a' * 10**9", "range(10**18)", "while True:", "for x in x:", "try:",
        "finally:", "except Exception as e:", "with x:", "class x(x):", "def __eq__(self, o):", "assert",
        "import numpy as np",
        "np.zeros((9, 9))", "x[::-1]", "x[1:2] = x", "x.append(x)", "x += x", "x @ x", "x ** x", "if", "else", "not",
        "in", "is",
        "\\", "\t", "\r\n", "\u{0}", "\u{FEFF}", "é", "日本", "🙂", "#", ":", ";", "'''", "\"", "(", ")", "[", "]", "{",
        "}",
    ]

    /// A program that nobody wrote.
    mutating func next() -> [UInt8] {
        if random.below(40) == 0 { return (0..<random.below(200)).map { _ in UInt8(random.below(256)) } }
        var bytes = corpus[random.below(corpus.count)]
        for _ in 0..<(1 + random.below(random.below(8) == 0 ? 30 : 6)) { mutate(&bytes) }
        return bytes
    }

    private mutating func mutate(_ bytes: inout [UInt8]) {
        switch random.below(12) {
        case 0: replace(&bytes, place(bytes), by: [UInt8(random.below(256))])
        case 1: replace(&bytes, piece(of: bytes, 12), by: [])
        case 2: insert(words[random.below(words.count)], &bytes)
        case 3...6: replaceWord(&bytes)
        case 7: moveLine(&bytes)
        case 8:
            let other = corpus[random.below(corpus.count)]
            replace(&bytes, piece(of: bytes, 60), by: Array(other[piece(of: other, 200)]))
        case 9: insert(Array(bytes[piece(of: bytes, 60)]), &bytes)
        case 10: swapWords(&bytes)
        default: indentLine(&bytes)
        }
    }

    // MARK: Pieces

    private mutating func place(_ bytes: [UInt8]) -> Range<Int> {
        let start = random.below(bytes.count + 1)
        return start..<min(start + 1, bytes.count)
    }

    private mutating func piece(of bytes: [UInt8], _ longest: Int) -> Range<Int> {
        let start = random.below(bytes.count + 1)
        return start..<min(start + random.below(longest), bytes.count)
    }

    private func replace(_ bytes: inout [UInt8], _ range: Range<Int>, by other: [UInt8]) {
        bytes.replaceSubrange(min(range.lowerBound, range.upperBound)..<range.upperBound, with: other)
    }

    private mutating func insert(_ piece: [UInt8], _ bytes: inout [UInt8]) {
        if bytes.count < 20_000 { bytes.insert(contentsOf: piece, at: random.below(bytes.count + 1)) }
    }

    // MARK: Words and lines

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    private static func words(of bytes: [UInt8]) -> [[UInt8]] { wordRanges(of: bytes).map { Array(bytes[$0]) } }

    private static func wordRanges(of bytes: [UInt8]) -> [Range<Int>] {
        var ranges: [Range<Int>] = []
        var start: Int?
        for (index, byte) in bytes.enumerated() {
            if isWord(byte) {
                start = start ?? index
            } else if let begin = start {
                ranges.append(begin..<index)
                start = nil
            }
        }
        return ranges
    }

    private mutating func replaceWord(_ bytes: inout [UInt8]) {
        let ranges = Mutator.wordRanges(of: bytes)
        if ranges.isEmpty { return }
        // Most often by a word of the same program, which is likely to mean something there.
        let own = ranges[random.below(ranges.count)]
        let word = random.below(3) == 0 ? words[random.below(words.count)] : Array(bytes[own])
        replace(&bytes, ranges[random.below(ranges.count)], by: word)
    }

    private mutating func swapWords(_ bytes: inout [UInt8]) {
        let ranges = Mutator.wordRanges(of: bytes)
        if ranges.count < 2 { return }
        let (a, b) = (random.below(ranges.count), random.below(ranges.count))
        if a == b { return }
        let (first, second) = (ranges[min(a, b)], ranges[max(a, b)])
        let (x, y) = (Array(bytes[first]), Array(bytes[second]))
        replace(&bytes, second, by: x)
        replace(&bytes, first, by: y)
    }

    private static let newline = UInt8(ascii: "\n")

    private mutating func moveLine(_ bytes: inout [UInt8]) {
        var lines = bytes.split(separator: Mutator.newline, omittingEmptySubsequences: false).map { Array($0) }
        if lines.count < 2 { return }
        let line = lines[random.below(lines.count)]
        switch random.below(3) {
        case 0: lines.insert(line, at: random.below(lines.count + 1))
        case 1: lines.remove(at: random.below(lines.count))
        default: lines.swapAt(random.below(lines.count), random.below(lines.count))
        }
        bytes = Array(lines.joined(separator: [Mutator.newline]))
    }

    private mutating func indentLine(_ bytes: inout [UInt8]) {
        let starts = bytes.indices.filter { $0 == 0 || bytes[$0 - 1] == Mutator.newline }
        if starts.isEmpty { return }
        let start = starts[random.below(starts.count)]
        if random.below(2) == 0 {
            bytes.insert(contentsOf: "    ".utf8, at: start)
        } else {
            let blanks = bytes[start...].prefix(4).prefix { $0 == UInt8(ascii: " ") }.count
            bytes.removeSubrange(start..<(start + blanks))
        }
    }
}
