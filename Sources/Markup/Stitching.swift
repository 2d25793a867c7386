import Diagnostics

extension SourceLines {
    /// The excerpt of a text that cmark-gfm took from consecutive lines, each without what containers put before it.
    ///
    /// Every line of the text is the end of its source line, maybe without blanks behind it; where a tab stood partly before
    /// it, the text has spaces instead, which then stand at the tab. nil when the text is not there.
    /// - Parameter normalised: whether every line ending becomes `\n`.
    func stitch(_ text: UnsafeBufferPointer<UInt8>, from first: Int, normalised: Bool) -> Excerpt? {
        var builder = ExcerptBuilder(file: source.path, at: self[first].lowerBound)
        var start = 0
        var number = first
        while start < text.count {
            var end = start
            while end < text.count, !Byte.isLineEnd(text[end]) { end += 1 }
            guard append(text[start..<end], of: number, to: &builder) else { return nil }
            start = end
            if start < text.count {
                let length =
                    text[start] == Byte.carriageReturn && start + 1 < text.count && text[start + 1] == Byte.newline
                    ? 2 : 1
                appendEnding(text[start..<(start + length)], of: number, normalised: normalised, to: &builder)
                start += length
            }
            number += 1
        }
        return builder.finish()
    }

    /// The same for the text of whole lines in which each `\|` became `|`.
    func stitchUnescaped(
        _ text: UnsafeBufferPointer<UInt8>, from first: Int, in containers: [BlockReader.Container]
    ) -> Excerpt? {
        var builder = ExcerptBuilder(file: source.path, at: self[first].lowerBound)
        var number = first
        var index = contentStart(of: first, in: containers) ?? self[first].lowerBound
        for byte in text {
            if Byte.isLineEnd(byte) {
                builder.append(byte, at: self[number].upperBound)
                number += byte == Byte.newline ? 1 : 0
                index = contentStart(of: number, in: containers) ?? self[number].lowerBound
                continue
            }
            let isEscaped = byte == Byte.pipe && bytes[index...].starts(with: [Byte.backslash, Byte.pipe])
            index += isEscaped ? 1 : 0
            guard index < bytes.count, bytes[index] == byte else { return nil }
            builder.append(byte, at: index)
            index += 1
        }
        return builder.finish()
    }

    private func append(
        _ text: Slice<UnsafeBufferPointer<UInt8>>, of number: Int, to builder: inout ExcerptBuilder
    ) -> Bool {
        guard number >= 1, number <= count, let last = text.last else { return text.isEmpty }
        var line = self[number]
        if !Byte.isBlank(last) { line = line.lowerBound..<trimmedEnd(of: number, from: line.lowerBound) }
        var common = 0
        while common < text.count, common < line.count,
            text[text.endIndex - 1 - common] == bytes[line.upperBound - 1 - common]
        { common += 1 }
        let start = line.upperBound - common
        for byte in text.dropLast(common) {
            guard byte == Byte.space, start > line.lowerBound, bytes[start - 1] == Byte.tab else { return false }
            builder.append(byte, at: start - 1)
        }
        builder.append(text.suffix(common), from: start)
        return true
    }

    /// The last line of a file may lack the ending that its text has; it then stands at the file's last byte.
    private func appendEnding(
        _ ending: Slice<UnsafeBufferPointer<UInt8>>, of number: Int, normalised: Bool, to builder: inout ExcerptBuilder
    ) {
        let place = min(self[number].upperBound, max(bytes.count - 1, 0))
        if normalised {
            builder.append(Byte.newline, at: min(place + ending.count - 1, bytes.count - 1))
        } else {
            for (index, byte) in ending.enumerated() { builder.append(byte, at: min(place + index, bytes.count - 1)) }
        }
    }
}
