/// The bytes of one source file, with the means to turn a byte offset into a line and a column.
///
/// Offsets count UTF-8 bytes from 0. Lines end at `\n`, `\r\n` or `\r`, as in CommonMark.
public struct SourceText: Sendable {
    /// The path as it is shown to the author, relative to where the command was given.
    public let path: String
    public let bytes: [UInt8]
    /// The offset of the first byte of every line; never empty.
    public let lineStarts: [Int]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        self.lineStarts = SourceText.lineStarts(of: bytes)
    }

    public init(path: String, text: String) {
        self.init(path: path, bytes: Array(text.utf8))
    }

    /// The 1-based line and column (in UTF-8 bytes) of an offset.
    public func position(at offset: Int) -> Position {
        let line = lineIndex(at: offset)
        return Position(line: line + 1, column: offset - lineStarts[line] + 1)
    }

    /// The bytes of a 1-based line without its line ending.
    public func line(_ number: Int) -> ArraySlice<UInt8> {
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] : bytes.count
        while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
        return bytes[start..<end]
    }

    /// A range of this file.
    public func range(_ start: Int, _ end: Int) -> SourceRange {
        SourceRange(file: path, start: start, end: end)
    }

    /// The 0-based line that holds `offset`, by bisection.
    public func lineIndex(at offset: Int) -> Int {
        var low = 0
        var high = lineStarts.count
        while high - low > 1 {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        return low
    }

    private static func lineStarts(of bytes: [UInt8]) -> [Int] {
        var starts = [0]
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
            if byte == 0x0A || byte == 0x0D { starts.append(index) }
        }
        return starts
    }
}

/// A place in a file: 1-based line, and 1-based column in UTF-8 bytes.
public struct Position: Hashable, Sendable {
    public var line: Int
    public var column: Int

    public init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
