import Diagnostics

/// Puts an excerpt together byte by byte, each with its place in the file.
struct ExcerptBuilder {
    let file: String
    private(set) var bytes: [UInt8] = []
    private var runs: [Excerpt.Run] = []
    private var next: Int

    /// - Parameter start: where the excerpt stands should it stay empty.
    init(file: String, at start: Int) {
        self.file = file
        self.next = start
    }

    mutating func append(_ byte: UInt8, at offset: Int) {
        if runs.isEmpty || offset != next { runs.append(Excerpt.Run(start: bytes.count, offset: offset)) }
        bytes.append(byte)
        next = offset + 1
    }

    /// Bytes that stand in the file one after the other.
    mutating func append(_ part: some Collection<UInt8>, from offset: Int) {
        if part.isEmpty { return }
        if runs.isEmpty || offset != next { runs.append(Excerpt.Run(start: bytes.count, offset: offset)) }
        bytes.append(contentsOf: part)
        next = offset + part.count
    }

    /// Part of another excerpt, with the places it has there.
    mutating func append(_ stretch: Range<Int>, of excerpt: Excerpt) {
        var start = stretch.lowerBound
        while start < stretch.upperBound {
            let end = min(excerpt.endOfRun(at: start), stretch.upperBound)
            append(excerpt.bytes[start..<end], from: excerpt.offset(at: start))
            start = end
        }
    }

    func finish() -> Excerpt {
        Excerpt(file: file, bytes: bytes, runs: runs, endOffset: next)
    }
}

extension Excerpt {
    /// The index behind the last byte that stands in one run with the byte at `index`.
    fileprivate func endOfRun(at index: Int) -> Int {
        var low = 0
        var high = runs.count
        while low < high {
            let middle = (low + high) / 2
            if runs[middle].start <= index { low = middle + 1 } else { high = middle }
        }
        return low < runs.count ? runs[low].start : bytes.count
    }

    /// Without the white space at both ends.
    func trimmed() -> Excerpt {
        guard let first = bytes.firstIndex(where: { !Byte.isSpace($0) }) else { return excerpt(0..<0) }
        let last = bytes.lastIndex { !Byte.isSpace($0) } ?? first
        return excerpt(first..<(last + 1))
    }
}
