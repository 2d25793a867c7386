import Diagnostics

/// The lines that cmark-gfm read, under the numbers it gives them, and where they stand in the file.
struct SourceLines {
    let source: SourceText
    /// As given to cmark-gfm: without the bytes it would replace.
    let bytes: [UInt8]
    /// The index in `source.lineStarts` of the line that cmark-gfm calls 1.
    let first: Int

    init(source: SourceText, bytes: [UInt8], from offset: Int) {
        self.source = source
        self.bytes = bytes
        self.first = source.lineIndex(at: offset)
    }

    var count: Int { source.lineStarts.count - first }

    /// A line without its ending; past the last one the end of the file.
    subscript(number: Int) -> Range<Int> {
        let index = first + number - 1
        guard index >= 0, index < source.lineStarts.count else { return bytes.count..<bytes.count }
        let start = source.lineStarts[index]
        var end = index + 1 < source.lineStarts.count ? source.lineStarts[index + 1] : bytes.count
        while end > start, Byte.isLineEnd(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    func number(at offset: Int) -> Int { source.lineIndex(at: offset) - first + 1 }

    func range(_ start: Int, _ end: Int) -> SourceRange { source.range(start, max(start, end)) }

    func excerpt(_ range: Range<Int>) -> Excerpt {
        Excerpt(file: source.path, bytes: Array(bytes[range]), offset: range.lowerBound)
    }

    /// The end of a line without the blanks there, but not before `start`.
    func trimmedEnd(of number: Int, from start: Int) -> Int {
        var end = self[number].upperBound
        while end > start, Byte.isSpace(bytes[end - 1]) { end -= 1 }
        return max(start, end)
    }

    /// The end of the list marker that starts at `offset`.
    func markerEnd(at offset: Int) -> Int {
        var end = offset
        while end < bytes.count, Byte.isDigit(bytes[end]) { end += 1 }
        return min(end + 1, bytes.count)
    }

    /// Where the text of a line starts behind the markers of the containers around it; nil when one of them is missing.
    func contentStart(of number: Int, in containers: [BlockReader.Container]) -> Int? {
        let line = self[number]
        var index = line.lowerBound
        func skipBlanks() {
            while index < line.upperBound, Byte.isBlank(bytes[index]) { index += 1 }
        }
        for container in containers {
            skipBlanks()
            switch container {
            case .quote:
                guard index < line.upperBound, bytes[index] == Byte.greater else { return nil }
                index += 1
            case .item(line: number): index = min(markerEnd(at: index), line.upperBound)
            case .footnote(line: number):
                while index < line.upperBound, bytes[index] != Byte.closeBracket { index += 1 }
                index = min(index + 2, line.upperBound)
            case .item, .footnote: break
            }
        }
        skipBlanks()
        return index
    }
}
