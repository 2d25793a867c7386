/// Text taken out of a source file that remembers where every byte came from.
///
/// The text may be contiguous (a code span) or stitched together (a fence inside a quote, option lines with their `#| `
/// taken off, a quoted YAML scalar with its escapes resolved). Parsers work on `bytes` with offsets from 0 and turn their
/// offsets into places of the file with ``range(_:)``.
public struct Excerpt: Sendable, Hashable {
    /// From `start` in the excerpt on, bytes stand in the file from `offset` on.
    public struct Run: Sendable, Hashable {
        public var start: Int
        public var offset: Int

        public init(start: Int, offset: Int) {
            self.start = start
            self.offset = offset
        }
    }

    public let file: String
    public let bytes: [UInt8]
    /// In rising order of `start`; the first starts at 0.
    public let runs: [Run]
    /// The place after the last byte in the file.
    public let endOffset: Int

    /// A contiguous stretch of a file.
    public init(of source: SourceText, _ range: Range<Int>) {
        self.init(file: source.path, bytes: Array(source.bytes[range]), offset: range.lowerBound)
    }

    /// Bytes that stand in `file` from `offset` on.
    public init(file: String, bytes: [UInt8], offset: Int) {
        self.file = file
        self.bytes = bytes
        self.runs = [Run(start: 0, offset: offset)]
        self.endOffset = offset + bytes.count
    }

    /// Stitched bytes; without runs the excerpt is empty and stands at `endOffset`.
    public init(file: String, bytes: [UInt8], runs: [Run], endOffset: Int) {
        precondition(runs.isEmpty ? bytes.isEmpty : runs[0].start == 0, "the first run starts the excerpt")
        self.file = file
        self.bytes = bytes
        self.runs = runs.isEmpty ? [Run(start: 0, offset: endOffset)] : runs
        self.endOffset = endOffset
    }

    public var text: String { String(decoding: bytes, as: UTF8.self) }

    public var range: SourceRange { range(0..<bytes.count) }

    /// Where a stretch of the excerpt stands in the file.
    public func range(_ stretch: Range<Int>) -> SourceRange {
        let start = offset(at: stretch.lowerBound)
        let end = stretch.isEmpty ? start : offset(at: stretch.upperBound - 1) + 1
        return SourceRange(file: file, start: start, end: max(start, end))
    }

    /// Where one byte of the excerpt stands in the file; the place behind the last byte for its end.
    public func offset(at index: Int) -> Int {
        if index >= bytes.count { return endOffset }
        let run = runs[runIndex(at: index)]
        return run.offset + (index - run.start)
    }

    /// The number of the run that holds a byte, by bisection.
    private func runIndex(at index: Int) -> Int {
        var low = 0
        var high = runs.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if runs[middle].start <= index { low = middle } else { high = middle }
        }
        return low
    }

    /// A part of this excerpt as an excerpt of its own.
    public func excerpt(_ stretch: Range<Int>) -> Excerpt {
        var parts: [Run] = []
        for index in runIndex(at: stretch.lowerBound)..<runs.count {
            let run = runs[index]
            if run.start >= stretch.upperBound { break }
            let runEnd = index + 1 < runs.count ? runs[index + 1].start : bytes.count
            let from = max(run.start, stretch.lowerBound)
            if from < min(runEnd, stretch.upperBound) {
                parts.append(Run(start: from - stretch.lowerBound, offset: run.offset + (from - run.start)))
            }
        }
        let end = stretch.isEmpty ? offset(at: stretch.lowerBound) : offset(at: stretch.upperBound - 1) + 1
        return Excerpt(file: file, bytes: Array(bytes[stretch]), runs: parts, endOffset: end)
    }
}
